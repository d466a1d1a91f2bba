package ru.smolensk.mentoring.monitoring;

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
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/** The city asks for the reports of an academic year: for which days, by when, of whom (R6.2, R6.3). */
@Entity
class MonitoringCampaign implements Audited {

    /** ◆ The city may ask as late as the end of the calendar year after the academic year. */
    private static final int LATEST_MONTH = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private String title;
    private short academicYear;
    private LocalDate since;
    private LocalDate until;
    private LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    private Scope scope;
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;
    @ElementCollection
    @CollectionTable(name = "monitoring_campaign_organisation", joinColumns = @JoinColumn(name = "campaign_id"))
    @Column(name = "organisation_id")
    private Set<Long> organisations = new HashSet<>();
    // For the history.
    @Formula("(select string_agg(o.short_name, ', ' order by o.short_name) from monitoring_campaign_organisation l"
            + " join organisation o on o.id = l.organisation_id where l.campaign_id = id)")
    private String names;
    private LocalDate annulledOn;
    private String annulmentReason;
    @Version
    private int version;

    protected MonitoringCampaign() {
    }

    /** @param listed the organisations that are named one by one, by identifier */
    MonitoringCampaign(MonitoringCampaigns.Description said, Map<Long, String> listed) {
        describe(said, listed);
    }

    void change(MonitoringCampaigns.Description said, Map<Long, String> listed) {
        Refusal.when(annulled(), null, "Эта кампания отменена, изменить её нельзя");
        describe(said, listed);
    }

    void annul(LocalDate today, String reason) {
        Refusal.when(annulled(), null, "Эта кампания уже отменена");
        annulledOn = today;
        annulmentReason = reason;
    }

    private void describe(MonitoringCampaigns.Description said, Map<Long, String> listed) {
        check(said, listed).refuse();
        academicYear = (short) said.year().start();
        title = said.title() == null ? "Внутренний мониторинг " + said.year() : said.title();
        since = said.since();
        until = said.until();
        dueOn = said.dueOn();
        scope = said.scope();
        kind = scope == Scope.KIND ? said.kind() : null;
        organisations.clear();
        names = null;
        if (scope == Scope.LISTED) {
            organisations.addAll(listed.keySet());
            names = String.join(", ", listed.values());
        }
    }

    private static Refusals check(MonitoringCampaigns.Description said, Map<Long, String> listed) {
        Russian russian = new Russian();
        AcademicYear year = said.year();
        String within = "Внутри " + year + " учебного года: с " + russian.date(year.firstDay()) + " по " + russian.date(year.lastDay());
        LocalDate latest = LocalDate.of(year.start() + 1, LATEST_MONTH, 31);
        return new Refusals()
                .when(said.since().isBefore(year.firstDay()) || said.since().isAfter(year.lastDay()), "since", within)
                .when(said.until().isBefore(year.firstDay()) || said.until().isAfter(year.lastDay()), "until", within)
                .when(said.until().isBefore(said.since()), "until", "Период не может закончиться раньше, чем начался")
                .when(said.dueOn().isBefore(said.since()), "dueOn", "Сдать отчёт нельзя раньше, чем начался период")
                .when(said.dueOn().isAfter(latest), "dueOn", "Срок не позже " + russian.date(latest))
                .when(said.scope() == Scope.KIND && said.kind() == null, "kind", "Выберите вид организаций")
                .when(said.scope() == Scope.LISTED && listed.isEmpty(), "organisations", "Отметьте хотя бы одну организацию");
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
        return Subject.MONITORING_CAMPAIGN;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Название", title).add("Учебный год", year()).add("Период", new Russian().period(since, until)).add("Срок", dueOn)
                .add("Кого касается", scope).add("Вид", kind).add("Организации", names).add("Отменена", annulledOn);
    }

    @Override
    public int version() {
        return version;
    }

    public AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    public LocalDate since() {
        return since;
    }

    public LocalDate until() {
        return until;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Scope scope() {
        return scope;
    }

    public OrganisationKind kind() {
        return kind;
    }

    /** «Все организации», «Детские сады», or the names of those it asks. */
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
