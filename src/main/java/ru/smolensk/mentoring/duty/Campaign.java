package ru.smolensk.mentoring.duty;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/** A due date that a methodologist has set for one duty of an academic year. */
@Entity
class Campaign implements Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private String title;
    @Enumerated(EnumType.STRING)
    private Duty duty;
    private short academicYear;
    private LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    private CampaignScope scope;
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;
    @ElementCollection
    @CollectionTable(name = "campaign_organisation", joinColumns = @JoinColumn(name = "campaign_id"))
    @Column(name = "organisation_id")
    private Set<Long> organisations = new HashSet<>();
    // For the history.
    @Formula("(select string_agg(o.short_name, ', ' order by o.short_name) from campaign_organisation l"
            + " join organisation o on o.id = l.organisation_id where l.campaign_id = id)")
    private String names;
    private LocalDate annulledOn;
    private String annulmentReason;
    @Version
    private int version;

    protected Campaign() {
    }

    /** @param listed the organisations that are named one by one, by identifier */
    Campaign(Campaigns.Description said, Map<Long, String> listed) {
        describe(said, listed);
    }

    void change(Campaigns.Description said, Map<Long, String> listed) {
        Refusal.when(annulled(), null, "Этот срок отменён, изменить его нельзя");
        describe(said, listed);
    }

    void annul(LocalDate today, String reason) {
        Refusal.when(annulled(), null, "Этот срок уже отменён");
        annulledOn = today;
        annulmentReason = reason;
    }

    private void describe(Campaigns.Description said, Map<Long, String> listed) {
        Russian russian = new Russian();
        AcademicYear year = said.year();
        Refusal.when(said.dueOn().isBefore(year.firstDay()) || said.dueOn().isAfter(year.lastDay()), "dueOn", "Срок должен быть внутри "
                + year
                + " учебного года: с " + russian.date(year.firstDay()) + " по " + russian.date(year.lastDay()));
        Refusal.when(said.scope() == CampaignScope.KIND && said.kind() == null, "kind", "Выберите вид организаций");
        Refusal.when(said.scope() == CampaignScope.LISTED && listed.isEmpty(), "organisations", "Отметьте хотя бы одну организацию");
        duty = said.duty();
        academicYear = (short) year.start();
        dueOn = said.dueOn();
        title = said.title() == null ? duty.spoken() + " " + year : said.title();
        scope = said.scope();
        kind = scope == CampaignScope.KIND ? said.kind() : null;
        organisations.clear();
        names = null;
        if (scope == CampaignScope.LISTED) {
            organisations.addAll(listed.keySet());
            names = String.join(", ", listed.values());
        }
    }

    @Override
    public Long id() {
        return id;
    }

    @Override
    public Long organisationId() {
        return null;
    }

    @Override
    public Subject subject() {
        return Subject.CAMPAIGN;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Название", title).add("Обязанность", duty.item() + " " + duty.label()).add("Учебный год", year())
                .add("Срок", dueOn)
                .add("Кого касается", scope).add("Вид", kind).add("Организации", names).add("Отменён", annulledOn);
    }

    @Override
    public int version() {
        return version;
    }

    public Duty duty() {
        return duty;
    }

    public AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public CampaignScope scope() {
        return scope;
    }

    public OrganisationKind kind() {
        return kind;
    }

    Set<Long> organisations() {
        return organisations;
    }

    /** «Все организации», «Детские сады», or the names of those it concerns. */
    public String concerns() {
        return switch (scope) {
            case ALL -> scope.label();
            case KIND -> kind.plural();
            case LISTED -> names;
        };
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
