package ru.smolensk.mentoring.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of files that the portal takes; nothing else is ever stored or served. */
public enum FileType {
    PDF("application/pdf", true, "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    DOC("application/msword", false, "doc"),
    ODT("application/vnd.oasis.opendocument.text", false, "odt"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    XLS("application/vnd.ms-excel", false, "xls"),
    JPG("image/jpeg", true, "jpg", "jpeg"),
    PNG("image/png", true, "png");

    private final String mediaType;
    private final boolean shownByBrowsers;
    private final List<String> extensions;

    FileType(String mediaType, boolean shownByBrowsers, String... extensions) {
        this.mediaType = mediaType;
        this.shownByBrowsers = shownByBrowsers;
        this.extensions = List.of(extensions);
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
    }

    /** The words beside a link: «PDF». */
    public String label() {
        return name();
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser shows it by itself; what it can't show is offered for saving. */
    boolean shownByBrowsers() {
        return shownByBrowsers;
    }

    /** The ends of names that fit the type, the usual one first. */
    List<String> extensions() {
        return extensions;
    }
}
