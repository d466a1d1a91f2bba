package ru.smolensk.mentoring.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.TenantEntity;

/** What the reviewer says of a row or of the whole, and what the organisation answers. */
@Entity(name = "ReviewRemark")
@Table(name = "review_remark")
class Remark extends TenantEntity implements Audited {

    static final int LONGEST = 2000;

    private long submissionId;
    private String item;
    private String itemName;
    private String words;
    private Instant writtenAt;
    private long writtenBy;
    @Enumerated(EnumType.STRING)
    private Answer answer;
    private String answerWords;
    private Instant answeredAt;
    private Long answeredBy;

    protected Remark() {
    }

    /**
     * A remark.
     *
     * @param item the row, or {@code null} for the whole
     * @param itemName what the row is called; {@code null} for the whole
     */
    Remark(long organisationId, long submissionId, Handed.Item item, String itemName, String words, SignedIn reviewer, Instant at) {
        super(organisationId);
        this.submissionId = submissionId;
        this.item = item == null ? null : item.key();
        this.itemName = itemName;
        this.writtenBy = reviewer.accountId();
        write(words, reviewer, at);
    }

    void write(String newWords, SignedIn reviewer, Instant at) {
        words = newWords;
        writtenBy = reviewer.accountId();
        writtenAt = at;
    }

    /** Answers it, or answers it otherwise, until the edition is handed in again. */
    void answer(Answer given, String because, SignedIn curator, Instant at) {
        Refusal.when(given == Answer.DECLINED && because == null, null,
                "Напишите, почему замечание не учтено: методист прочитает это рядом со строкой");
        answer = given;
        answerWords = because;
        answeredAt = at;
        answeredBy = curator.accountId();
    }

    @Override
    public Subject subject() {
        return Subject.REVIEW_REMARK;
    }

    @Override
    public String title() {
        return item == null ? "ко всему документу" : "к строке «" + itemName + "»";
    }

    @Override
    public Facts facts() {
        return new Facts().add("Замечание", words).add("Ответ", answer == null ? null : answer == Answer.HEEDED ? "учтено" : "не учтено")
                .add("Пояснение", answerWords);
    }

    public long submissionId() {
        return submissionId;
    }

    /** The key of the row, or {@code null} for the whole. */
    public String item() {
        return item;
    }

    /** What the row was called when the remark was written; {@code null} for the whole. */
    public String itemName() {
        return itemName;
    }

    public String words() {
        return words;
    }

    public Answer answer() {
        return answer;
    }

    public String answerWords() {
        return answerWords;
    }
}
