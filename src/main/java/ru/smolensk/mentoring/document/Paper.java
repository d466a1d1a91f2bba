package ru.smolensk.mentoring.document;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.platform.Refusals;

/**
 * The paper behind a record: its file, what the public may see of it, and the copy without names where the public sees that. Part of local
 * acts and of assignment orders (columns {@code file_id}, {@code disclosure}, {@code public_file_id}); made by {@link Papers}.
 */
@Embeddable
public class Paper {

    private Long fileId;
    @Enumerated(EnumType.STRING)
    private Disclosure disclosure;
    private Long publicFileId;

    // For the history.
    @Formula("(select f.name from stored_file f where f.id = file_id)")
    private String fileName;
    @Formula("(select f.size from stored_file f where f.id = file_id)")
    private Long fileSize;
    @Formula("(select f.name from stored_file f where f.id = public_file_id)")
    private String publicFileName;
    @Formula("(select f.size from stored_file f where f.id = public_file_id)")
    private Long publicFileSize;

    protected Paper() {
    }

    Paper(StoredFile file, Disclosure disclosure, StoredFile copyWithoutNames) {
        Refusals wrong = new Refusals();
        check(wrong, disclosure, copyWithoutNames != null);
        wrong.refuse();
        StoredFile copy = disclosure == Disclosure.REDACTED_COPY ? copyWithoutNames : null;
        this.fileId = file == null ? null : file.id();
        this.fileName = file == null ? null : file.name();
        this.fileSize = file == null ? null : file.size();
        this.disclosure = disclosure;
        this.publicFileId = copy == null ? null : copy.id();
        this.publicFileName = copy == null ? null : copy.name();
        this.publicFileSize = copy == null ? null : copy.size();
    }

    /** Whether it is said what the public may see, and what the answer needs is there. */
    static void check(Refusals wrong, Disclosure disclosure, boolean copyWithoutNames) {
        wrong.when(disclosure == null, "disclosure", "Выберите, что из документа увидят все");
        wrong.when(disclosure == Disclosure.REDACTED_COPY && !copyWithoutNames, "publicFile",
                "Приложите копию, в которой закрыты имена, или выберите другой ответ выше");
    }

    /** Adds what is known of the paper to the facts of the record. */
    public Facts addTo(Facts facts) {
        return facts.add("Файл", StoredFile.title(fileName, fileSize)).add("Что увидят все", disclosure)
                .add("Копия без имён", StoredFile.title(publicFileName, publicFileSize));
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

    boolean discloses(StoredFile file) {
        return disclosedFileId() != null && disclosedFileId() == file.id();
    }

    boolean namesNobody() {
        return disclosure == Disclosure.NO_NAMES;
    }

    /** Whether the public sees the document itself. */
    boolean open() {
        return disclosure == Disclosure.NO_NAMES || disclosure == Disclosure.CONSENTED;
    }
}
