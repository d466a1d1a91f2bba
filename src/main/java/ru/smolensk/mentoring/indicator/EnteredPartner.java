package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.List;

/**
 * An enterprise or another organisation with a mentor who has entered (F11).
 *
 * @param website may be {@code null}
 * @param documents the supporting documents, oldest first; may be empty
 */
public record EnteredPartner(long id, String name, String website, List<Document> documents) {

    /**
     * A local act that confirms the partnership; whether and which of its files is public, the document itself knows.
     *
     * @param number may be {@code null}
     */
    public record Document(long id, String number, LocalDate datedOn, String title) {
    }
}
