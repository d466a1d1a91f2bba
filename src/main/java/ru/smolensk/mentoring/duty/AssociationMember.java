package ru.smolensk.mentoring.duty;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.TenantEntity;

/** A mentor in an association, from a day to a day. The organisation is the mentor's own. */
@Entity
class AssociationMember extends TenantEntity {

    private long associationId;
    private long mentorId;
    private boolean ofCity;
    private LocalDate joinedOn;
    private LocalDate leftOn;

    protected AssociationMember() {
    }

    AssociationMember(long organisationId, MentorAssociation association, long mentorId, LocalDate joinedOn) {
        super(organisationId);
        this.associationId = association.id();
        this.ofCity = association.organisationId() == null;
        this.mentorId = mentorId;
        this.joinedOn = joinedOn;
    }

    void leave(LocalDate day) {
        Refusal.when(leftOn != null, null, "Этот наставник уже вышел из объединения");
        Refusal.when(day.isBefore(joinedOn), "leftOn", "Последний день не может быть раньше первого");
        leftOn = day;
    }

    long associationId() {
        return associationId;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public LocalDate leftOn() {
        return leftOn;
    }
}
