package ru.smolensk.mentoring.duty;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/** The mentors' methodological association of an organisation, or of the city (O4.7). There is one of each. */
@Entity
class MentorAssociation implements Audited {

    private static final String FILE = "(select f.name from stored_file f where f.id = ";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private Long ownerId;
    private String name;
    private String head;
    private Long orderActId;
    private String orderNumber;
    private LocalDate orderDatedOn;
    private Long orderFileId;
    private String plan;
    private Long planFileId;
    // For the history.
    @Formula("(select a.number from local_act a where a.id = order_act_id)")
    private String actNumber;
    @Formula("(select a.dated_on from local_act a where a.id = order_act_id)")
    private LocalDate actDatedOn;
    @Formula(FILE + "order_file_id)")
    private String orderFile;
    @Formula(FILE + "plan_file_id)")
    private String planFile;
    @Formula("(select string_agg(p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, ''), ', '"
            + " order by p.last_name, p.first_name) from association_member m"
            + " join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id"
            + " where m.association_id = id and m.left_on is null)")
    private String members;
    @Version
    private int version;

    protected MentorAssociation() {
    }

    /** @param ownerId the organisation, or {@code null} for the city */
    MentorAssociation(Long ownerId, Associations.Description said, Associations.Order order, StoredFile orderScan, StoredFile planScan) {
        this.ownerId = ownerId;
        describe(said, order, orderScan, planScan);
    }

    void change(Associations.Description said, Associations.Order order, StoredFile orderScan, StoredFile planScan) {
        describe(said, order, orderScan, planScan);
    }

    /** Notes who is in it from now on. */
    void members(String names) {
        members = names;
    }

    /** ◆ It has neither members nor meetings before the day of the order that created it. */
    void expectNotBefore(LocalDate day, String field) {
        LocalDate created = ownerId == null ? orderDatedOn : actDatedOn;
        Refusal.when(created != null && day.isBefore(created), field, "Раньше приказа о создании объединения, он от " + new Russian().date(created)
                + ". Проверьте дату");
    }

    /** @param order the organisation's document, or {@code null} */
    private void describe(Associations.Description said, Associations.Order order, StoredFile orderScan, StoredFile planScan) {
        name = said.name();
        head = said.head();
        plan = said.plan();
        planFileId = planScan == null ? null : planScan.id();
        planFile = planScan == null ? null : planScan.name();
        if (ownerId == null) {
            Refusal.when((said.orderNumber() == null) != (said.orderDatedOn() == null),
                    said.orderNumber() == null ? "orderNumber" : "orderDatedOn",
                    "Укажите и номер, и дату приказа");
            Refusal.when(orderScan != null && said.orderNumber() == null, "orderNumber", "Укажите номер и дату приложенного приказа");
            orderNumber = said.orderNumber();
            orderDatedOn = said.orderDatedOn();
            orderFileId = orderScan == null ? null : orderScan.id();
            orderFile = orderScan == null ? null : orderScan.name();
        } else {
            orderActId = order == null ? null : order.id();
            actNumber = order == null ? null : order.number();
            actDatedOn = order == null ? null : order.datedOn();
        }
    }

    @Override
    public Long id() {
        return id;
    }

    @Override
    public Long organisationId() {
        return ownerId;
    }

    @Override
    public Subject subject() {
        return Subject.MENTOR_ASSOCIATION;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Название", name).add("Руководитель", head).add("Приказ о создании", order()).add("Файл приказа",
                orderFile).add("План", plan)
                .add("Файл плана", planFile).add("Наставники", members);
    }

    @Override
    public int version() {
        return version;
    }

    /** «№ 14-а от 01.09.2026»; empty if there is none. */
    public String order() {
        return ownerId == null ? new Russian().paper(orderNumber, orderDatedOn) : new Russian().paper(actNumber, actDatedOn);
    }

    public String head() {
        return head;
    }

    public Long orderActId() {
        return orderActId;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public LocalDate orderDatedOn() {
        return orderDatedOn;
    }

    public Long orderFileId() {
        return orderFileId;
    }

    public String plan() {
        return plan;
    }

    public Long planFileId() {
        return planFileId;
    }
}
