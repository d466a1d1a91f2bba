package ru.smolensk.mentoring.organisation;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/** A curator works for an organisation by its order, from a day to a day (O4.1, P6.1). Access ends with the appointment. */
@Entity
class CuratorAppointment extends AnnullableEntity implements Audited {

    private long accountId;
    @Formula("(select a.display_name from account a where a.id = account_id)")
    private String curator;
    private String orderNumber;
    private LocalDate orderDatedOn;
    private LocalDate startsOn;
    private LocalDate endsOn;

    protected CuratorAppointment() {
    }

    CuratorAppointment(long organisationId, long accountId, String curator, String orderNumber, LocalDate orderDatedOn,
                       LocalDate startsOn, LocalDate endsOn) {
        super(organisationId);
        Refusal.when(startsOn.isBefore(orderDatedOn), "startsOn", "Назначение не может начаться раньше даты приказа");
        expectEndNotBeforeStart(startsOn, endsOn);
        this.accountId = accountId;
        this.curator = curator;
        this.orderNumber = orderNumber;
        this.orderDatedOn = orderDatedOn;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }

    /** The appointment ends with this day, its last one; said again it moves the end. */
    void end(LocalDate lastDay) {
        expectNotAnnulled();
        expectEndNotBeforeStart(startsOn, lastDay);
        endsOn = lastDay;
    }

    /** Whether it opens the workspace on that day. */
    public boolean inForce(LocalDate day) {
        return !annulled() && !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    /** Whether it opens the workspace on that day or will on a later one. */
    public boolean inForceFrom(LocalDate day) {
        return !annulled() && (endsOn == null || !endsOn.isBefore(day));
    }

    private static void expectEndNotBeforeStart(LocalDate startsOn, LocalDate endsOn) {
        Refusal.when(endsOn != null && endsOn.isBefore(startsOn), "endsOn", "Последний день не может быть раньше первого");
    }

    @Override
    public Subject subject() {
        return Subject.CURATOR_APPOINTMENT;
    }

    @Override
    public String title() {
        return curator + ", приказ " + new Russian().paper(orderNumber, orderDatedOn);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Куратор", curator).add("Приказ", new Russian().paper(orderNumber, orderDatedOn)).add("Первый день", startsOn)
                .add("Последний день", endsOn).add("Аннулировано", annulledOn());
    }

    public long accountId() {
        return accountId;
    }

    public String curator() {
        return curator;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public LocalDate orderDatedOn() {
        return orderDatedOn;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }
}
