package ru.smolensk.mentoring.document;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.platform.Refusal;

/**
 * The paper behind a record: its file, what the public may see of it, and the copy without names where the public sees that. Part of local
 * acts and of assignment orders (columns {@code file_id}, {@code disclosure}, {@code public_file_id}); made by {@link Papers}.
 */
@Embeddable
public class Paper {

    static final String FILE_TITLE = "(select f.name || ', ' || greatest(1, round(f.size / 1024.0)) || ' КБ'"
            + " from stored_file f where f.id = ";

    private Long fileId;
    @Enumerated(EnumType.STRING)
    private Disclosure disclosure;
    private Long publicFileId;

    // For the history; a file's own title says the same words.
    @Formula(FILE_TITLE + "file_id)")
    private String fileTitle;
    @Formula(FILE_TITLE + "public_file_id)")
    private String publicFileTitle;

    protected Paper() {
    }

    Paper(StoredFile file, Disclosure disclosure, StoredFile copyWithoutNames) {
        Refusal.when(disclosure == null, "disclosure", "Выберите, что из документа увидят все");
        Refusal.when(disclosure == Disclosure.REDACTED_COPY && copyWithoutNames == null, "publicFile",
                "Приложите копию, в которой закрыты имена, или выберите другой ответ выше");
        StoredFile copy = disclosure == Disclosure.REDACTED_COPY ? copyWithoutNames : null;
        this.fileId = file == null ? null : file.id();
        this.fileTitle = file == null ? null : file.title();
        this.disclosure = disclosure;
        this.publicFileId = copy == null ? null : copy.id();
        this.publicFileTitle = copy == null ? null : copy.title();
    }

    /** Adds what is known of the paper to the facts of the record. */
    public Facts addTo(Facts facts) {
        return facts.add("Файл", fileTitle).add("Что увидят все", disclosure).add("Копия без имён", publicFileTitle);
    }

    /** The file itself, or {@code null}. */
    public Long fileId() {
        return fileId;
    }

    public Disclosure disclosure() {
        return disclosure;
    }

    /** The copy without names, or {@code null}. */
    public Long publicFileId() {
        return publicFileId;
    }

    /** The one file that the public may see, or {@code null} for none. */
    public Long disclosedFileId() {
        return switch (disclosure) {
            case NO_NAMES, CONSENTED -> fileId;
            case REDACTED_COPY -> publicFileId;
            case WITHHELD -> null;
        };
    }

    boolean namesNobody() {
        return disclosure == Disclosure.NO_NAMES;
    }

    /** Whether the public sees the document itself. */
    boolean open() {
        return disclosure == Disclosure.NO_NAMES || disclosure == Disclosure.CONSENTED;
    }
}
