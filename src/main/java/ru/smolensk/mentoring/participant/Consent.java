package ru.smolensk.mentoring.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.TenantEntity;

/** A written consent of a person. Withdrawing it keeps the row: the time between was lawful. */
@Entity
class Consent extends TenantEntity {

    private long participantId;
    @Enumerated(EnumType.STRING)
    private ConsentKind kind;
    private LocalDate givenOn;
    private LocalDate withdrawnOn;
    private Long fileId;
    @Formula("(select f.name from stored_file f where f.organisation_id = organisation_id and f.id = file_id)")
    private String fileName;
    @Formula("(select f.size from stored_file f where f.organisation_id = organisation_id and f.id = file_id)")
    private Long fileSize;

    protected Consent() {
    }

    Consent(long organisationId, long participantId, ConsentKind kind, LocalDate givenOn, Long fileId, LocalDate today) {
        super(organisationId);
        Refusal.when(givenOn.isAfter(today), "givenOn", "Дата ещё не наступила. Укажите день, когда согласие подписано");
        this.participantId = participantId;
        this.kind = kind;
        this.givenOn = givenOn;
        this.fileId = fileId;
    }

    void withdraw(LocalDate on, LocalDate today) {
        Refusal.when(withdrawnOn != null, null, "Это согласие уже отозвано " + new Russian().date(withdrawnOn));
        Refusal.when(on.isAfter(today), "withdrawnOn", "Дата ещё не наступила. Укажите день, когда согласие отозвано");
        Refusal.when(on.isBefore(givenOn), "withdrawnOn", "Согласие дано " + new Russian().date(givenOn) + ": отозвать его раньше нельзя");
        withdrawnOn = on;
    }

    /** The paper with the signature came later than the date, or was scanned anew. */
    void scanned(Long scan) {
        Refusal.when(withdrawnOn != null, null, "Это согласие отозвано " + new Russian().date(withdrawnOn) + ": внесите новое");
        fileId = scan;
    }

    String words() {
        String given = "от " + new Russian().date(givenOn) + (fileId == null ? "" : " (приложен файл)");
        return withdrawnOn == null ? given : given + ", отозвано " + new Russian().date(withdrawnOn);
    }

    public ConsentKind kind() {
        return kind;
    }

    public LocalDate givenOn() {
        return givenOn;
    }

    public LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    public Long fileId() {
        return fileId;
    }

    public String fileName() {
        return fileName;
    }

    public Long fileSize() {
        return fileSize;
    }
}
