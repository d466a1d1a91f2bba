package ru.smolensk.mentoring.monitoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;

/** Opens, moves and cancels the city's campaigns of monitoring, and reads who has handed in. */
@Service
@Transactional
public class MonitoringCampaigns {

    private final MonitoringCampaignRepository campaigns;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    MonitoringCampaigns(MonitoringCampaignRepository campaigns, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is said of a campaign.
     *
     * @param title may be {@code null}: then it is called after its year
     * @param since the first day that reports are about
     * @param until the last day that reports are about
     * @param dueOn the last day to hand in
     * @param slugs of the organisations that are named one by one
     */
    record Description(String title, AcademicYear year, LocalDate since, LocalDate until, LocalDate dueOn, Scope scope, OrganisationKind kind,
                       Collection<String> slugs) {
    }

    /**
     * Asks all organisations for the reports of a year.
     *
     * @return the campaign's identifier
     * @throws ru.smolensk.mentoring.platform.Refusal at the field that is wrong
     */
    public long askAll(AcademicYear year, LocalDate since, LocalDate until, LocalDate dueOn) {
        return open(new Description(null, year, since, until, dueOn, Scope.ALL, null, Set.of()));
    }

    long open(Description said) {
        MonitoringCampaign campaign = campaigns.save(new MonitoringCampaign(said, listed(said)));
        journal.entered(campaign);
        return campaign.id();
    }

    void change(long id, Integer version, Description said) {
        MonitoringCampaign campaign = one(id);
        campaign.expectVersion(version);
        journal.change(campaign, Action.CHANGED, () -> campaign.change(said, listed(said)));
    }

    void annul(long id, String reason) {
        MonitoringCampaign campaign = one(id);
        journal.change(campaign, Action.CANCELLED, reason, () -> campaign.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    MonitoringCampaign one(long id) {
        return campaigns.findById(id).orElseThrow(NotFound::new);
    }

    /** The slugs of the organisations that are named one by one. */
    @Transactional(readOnly = true)
    Set<String> slugs(MonitoringCampaign campaign) {
        return Set.copyOf(jdbc.sql("select o.slug from monitoring_campaign_organisation l join organisation o on o.id = l.organisation_id"
                + " where l.campaign_id = ?").param(campaign.id()).query(String.class).list());
    }

    private Map<Long, String> listed(Description said) {
        Map<Long, String> listed = new LinkedHashMap<>();
        if (said.scope() == Scope.LISTED && !said.slugs().isEmpty()) {
            jdbc.sql("select id, short_name from organisation where slug in (:slugs) order by short_name, id").param("slugs", said.slugs())
                    .query(row -> {
                        listed.put(row.getLong("id"), row.getString("short_name"));
                    });
            if (listed.size() != Set.copyOf(said.slugs()).size()) {
                throw new NotFound();
            }
        }
        return listed;
    }

    // ---- Lists ---------------------------------------------------------------------------------------------------------------

    /** A campaign and how many organisations stand how. */
    record Row(long id, String title, AcademicYear year, LocalDate since, LocalDate until, LocalDate dueOn, LocalDate annulledOn, int asked,
               int handedIn, int accepted, int late, int overdue) {

        public boolean annulled() {
            return annulledOn != null;
        }

        /** Per cent of those asked that have handed in, for the bar. */
        public int percent() {
            return asked == 0 ? 0 : 100 * handedIn / asked;
        }
    }

    /** An organisation that is asked. */
    record Asked(String slug, String shortName, OrganisationKind kind, ReportStanding standing) {
    }

    /** All campaigns, the newest year first: one statement. */
    @Transactional(readOnly = true)
    List<Row> all() {
        return jdbc.sql("""
                select c.id, c.title, c.academic_year, c.since, c.until, c.due_on, c.annulled_on, count(s.campaign_id) as asked,
                       count(s.handed_on) as handed_in, count(*) filter (where s.state = 'ACCEPTED') as accepted,
                       count(*) filter (where s.punctuality = 'LATE') as late, count(*) filter (where s.punctuality = 'OVERDUE') as overdue
                  from monitoring_campaign c
                  left join lateral monitoring_standing(c.academic_year, :day, null) s on s.campaign_id = c.id
                 group by c.id order by c.annulled_on is not null, c.academic_year desc, c.id desc
                """).param("day", clock.today()).query((row, number) -> new Row(row.getLong("id"), row.getString("title"),
                new AcademicYear(row.getInt("academic_year")), row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class),
                row.getObject("due_on", LocalDate.class), row.getObject("annulled_on", LocalDate.class), row.getInt("asked"),
                row.getInt("handed_in"), row.getInt("accepted"), row.getInt("late"), row.getInt("overdue"))).list();
    }

    /** Everybody whom the campaign asks, those who owe first: one statement. */
    @Transactional(readOnly = true)
    List<Asked> asked(MonitoringCampaign campaign) {
        return jdbc.sql("""
                select o.slug, o.short_name, o.kind, s.* from monitoring_standing(:year, :day, null) s join organisation o on o.id = s.organisation_id
                 where s.campaign_id = :campaign
                 order by array_position(array['OVERDUE', 'AHEAD', 'LATE', 'ON_TIME'], s.punctuality),
                          array_position(array['RETURNED', 'WAITING', 'IN_WORK', 'NOT_STARTED', 'ACCEPTED'], s.state), o.short_name, o.id
                """).param("year", campaign.year().start()).param("day", clock.today()).param("campaign", campaign.id())
                .query((row, number) -> new Asked(row.getString("slug"), row.getString("short_name"),
                        OrganisationKind.valueOf(row.getString("kind")), ReportStanding.of(row, campaign.year()))).list();
    }

    /** Open organisations, by slug. */
    @Transactional(readOnly = true)
    List<Choice> organisations() {
        return jdbc.sql("select slug, short_name from organisation where closed_on is null or closed_on > ? order by short_name, id")
                .param(clock.today()).query((row, number) -> new Choice(row.getString(1), row.getString(2))).list();
    }
}
