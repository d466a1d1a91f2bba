package ru.smolensk.mentoring.document;

import ru.smolensk.mentoring.platform.Russian;

import java.time.Instant;

/**
 * What is known of a file in the database; its content comes from {@link Files#serve}.
 *
 * @param organisationId whose it is; {@code null} for a file of the city
 * @param name the cleaned name, whose end fits the type
 * @param size in bytes
 * @param sha256 64 hexadecimal digits
 * @param attached whether a saved document names it; one that stays unattached for a day is removed
 * @param withdrawnAt since when no public address serves it, or {@code null}
 */
public record StoredFile(long id, Long organisationId, String name, FileType type, long size, String sha256, boolean attached,
                         Instant withdrawnAt) {

    /** «приказ.pdf, 312 КБ»: how histories name it. */
    public String title() {
        return title(name, size);
    }

    /** The same words wherever a file is named: on pages, in forms, in the history. */
    static String title(String name, Long size) {
        return name == null ? null : name + ", " + new Russian().size(size);
    }
}
