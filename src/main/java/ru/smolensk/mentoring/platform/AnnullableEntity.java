package ru.smolensk.mentoring.platform;

import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

/** An aggregate that is never deleted: a wrong entry is annulled, with a reason, and stays in the history (DOMAIN 3, rule 5). */
@MappedSuperclass
public abstract class AnnullableEntity extends TenantEntity {

    private LocalDate annulledOn;
    private String annulmentReason;

    protected AnnullableEntity() {
    }

    protected AnnullableEntity(long organisationId) {
        super(organisationId);
    }

    /**
     * Takes the entry out of everything that counts.
     *
     * @throws Refusal if it is annulled already
     */
    public void annul(LocalDate today, String reason) {
        expectNotAnnulled();
        annulledOn = today;
        annulmentReason = reason;
    }

    protected void expectNotAnnulled() {
        Refusal.when(annulled(), null, "Эта запись аннулирована, изменить её нельзя");
    }

    public boolean annulled() {
        return annulledOn != null;
    }

    public LocalDate annulledOn() {
        return annulledOn;
    }

    public String annulmentReason() {
        return annulmentReason;
    }
}
