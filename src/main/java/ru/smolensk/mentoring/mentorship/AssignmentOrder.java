package ru.smolensk.mentoring.mentorship;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.document.Paper;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/** An order of the organisation that names pairs and groups (F7). */
@Entity
class AssignmentOrder extends AnnullableEntity implements Audited {

    /** ◆ No order on mentoring is older than this, and none is dated further ahead than a year. */
    private String number;
    private LocalDate datedOn;
    private String title;
    @Embedded
    private Paper paper;

    protected AssignmentOrder() {
    }

    AssignmentOrder(long organisationId, AssignmentOrders.Text text, Paper paper, LocalDate today) {
        super(organisationId);
        take(text, paper, today);
    }

    void correct(AssignmentOrders.Text text, Paper newPaper, LocalDate today) {
        expectNotAnnulled();
        take(text, newPaper, today);
    }

    private void take(AssignmentOrders.Text text, Paper newPaper, LocalDate today) {
        Refusals wrong = new Refusals();
        checkDate(wrong, text.datedOn(), today);
        wrong.refuse();
        number = text.number();
        datedOn = text.datedOn();
        title = text.title();
        paper = newPaper;
    }

    static void checkDate(Refusals wrong, LocalDate datedOn, LocalDate today) {
        wrong.whenLongAgo(datedOn, "datedOn");
        wrong.when(datedOn != null && datedOn.isAfter(today.plusYears(1)), "datedOn", "До этой даты больше года. Проверьте год");
    }

    @Override
    public Subject subject() {
        return Subject.ASSIGNMENT_ORDER;
    }

    @Override
    public String title() {
        return new Russian().paper(number, datedOn);
    }

    @Override
    public Facts facts() {
        return paper.addTo(new Facts().add("Номер", number).add("Дата", datedOn).add("Название", title)).add("Аннулировано", annulledOn());
    }

    public String number() {
        return number;
    }

    public LocalDate datedOn() {
        return datedOn;
    }

    public String name() {
        return title;
    }

    public Paper paper() {
        return paper;
    }
}
