package ru.smolensk.mentoring.document;

import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * The file field of a form: a record of a form has it as a component, the fragment {@code form :: file} shows it, {@link Files#receive}
 * takes what came. A file that was received once stays with the form while its other fields are being corrected; an edited document's form
 * begins with {@link #of}.
 */
public final class Upload {

    private final MultipartFile file;
    private final Long kept;
    private final boolean drop;
    private StoredFile saved;

    /**
     * Bound from a request.
     *
     * @param file what was chosen now, if anything
     * @param kept the identifier of a file received before
     * @param drop the wish to have no file
     */
    public Upload(MultipartFile file, Long kept, Boolean drop) {
        this.file = file;
        this.kept = kept;
        this.drop = Boolean.TRUE.equals(drop);
    }

    /** The field of a document that is being edited; {@code null} for a document without a file. */
    public static Upload of(StoredFile saved) {
        Upload upload = new Upload(null, saved == null ? null : saved.id(), false);
        upload.saved = saved;
        return upload;
    }

    /** The identifier of the file that the form now holds, or {@code null}; the field itself may be absent from a request. */
    public static Long id(Upload upload) {
        return upload == null || upload.saved == null ? null : upload.saved.id();
    }

    /** The file that the form now holds, or {@code null}. */
    public StoredFile saved() {
        return saved;
    }

    /** Browsers send an empty part without a name when nothing was chosen; an empty file has a name. */
    boolean chosen() {
        return file != null && (!file.isEmpty() || StringUtils.hasText(file.getOriginalFilename()));
    }

    boolean dropped() {
        return drop;
    }

    MultipartFile file() {
        return file;
    }

    Long kept() {
        return kept;
    }

    void holds(StoredFile received) {
        saved = received;
    }
}
