package ru.smolensk.mentoring.organisation;

import jakarta.persistence.Entity;
import java.time.LocalDate;
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
    private String orderNumber;
    private LocalDate orderDatedOn;
    private LocalDate startsOn;
    private LocalDate endsOn;

    protected CuratorAppointment() {
    }

    CuratorAppointment(long organisationId, long accountId, String orderNumber, LocalDate orderDatedOn, LocalDate startsOn, LocalDate endsOn) {
        super(organisationId);
        Refusal.when(startsOn.isBefore(orderDatedOn), "startsOn", "Назначение не может начаться раньше даты приказа");
        Refusal.when(endsOn != null && endsOn.isBefore(startsOn), "endsOn", "Окончание не может быть раньше начала");
        this.accountId = accountId;
        this.orderNumber = orderNumber;
        this.orderDatedOn = orderDatedOn;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }

    void end(LocalDate on) {
        expectNotAnnulled();
        Refusal.when(on.isBefore(startsOn), "endsOn", "Окончание не может быть раньше начала");
        endsOn = on;
    }

    @Override
    public Subject subject() {
        return Subject.CURATOR_APPOINTMENT;
    }

    @Override
    public String title() {
        return "приказ " + new Russian().paper(orderNumber, orderDatedOn);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Приказ", new Russian().paper(orderNumber, orderDatedOn)).add("С", startsOn).add("По", endsOn)
                .add("Аннулировано", annulledOn());
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }
}
