package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.StaleVersion;
import ru.smolensk.mentoring.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** Takes the curator's word, at least once a year, that the data are up to date (P6.1, O4.8). */
@Service
@Transactional
public class Confirmations {

    private final JdbcClient jdbc;
    private final IndicatorReport report;
    private final Journal journal;
    private final PortalClock clock;
    private final JsonMapper json;

    Confirmations(JdbcClient jdbc, IndicatorReport report, Journal journal, PortalClock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.report = report;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
    }

    /** Confirms what there is now. */
    public void confirm(Tenant tenant) {
        confirm(tenant, now(tenant));
    }

    /**
     * Confirms the figures that the curator has looked at.
     *
     * @throws StaleVersion if they are others by now
     * @throws Refusal if the data contradict themselves
     */
    void confirm(Tenant tenant, Integer version) {
        Bases bases = now(tenant);
        if (version == null || version != bases.version()) {
            Map<String, String> saved = new LinkedHashMap<>();
            bases.lines().forEach(line -> saved.put(line.name(), line.value()));
            throw new StaleVersion(bases.version(), saved);
        }
        confirm(tenant, bases);
    }

    private void confirm(Tenant tenant, Bases bases) {
        LocalDate today = clock.today();
        Refusal.when(report.of(tenant.id(), today).contradicts(), null,
                "В программах больше людей, чем педагогов в записи о численности. Сначала исправьте численность или место работы "
                        + "участников");
        SignedIn curator = (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        AcademicYear year = AcademicYear.of(today);
        OffsetDateTime at = OffsetDateTime.now(clock);
        long id = jdbc.sql("""
                insert into data_confirmation (organisation_id, academic_year, confirmed_at, confirmed_on, confirmed_by, content)
                values (:organisation, :year, :at, :on, :by, cast(:content as jsonb)) returning id
                """).param("organisation", tenant.id()).param("year", year.start()).param("at", at).param("on", today)
                .param("by", curator.accountId()).param("content", json.writeValueAsString(bases)).query(Long.class).single();
        journal.entered(new DataConfirmation(id, tenant.id(), year, at.toInstant(), today, curator.displayName(), bases));
    }

    /** What there is to confirm today: one statement. */
    @Transactional(readOnly = true)
    Bases now(Tenant tenant) {
        return jdbc.sql("""
                select (select count(*) from mentor r
                          join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                         where r.organisation_id = :organisation and (p.left_on is null or p.left_on >= :day)) as mentors,
                       (select count(*) from mentee e
                          join participant p on p.organisation_id = e.organisation_id and p.id = e.participant_id
                         where e.organisation_id = :organisation and (p.left_on is null or p.left_on >= :day)) as mentees,
                       (select count(*) from mentorship_standing(:day, :day, :organisation) where reason is null) as mentorships,
                       (select count(*) from programme_standing(:day, :day, :organisation) where reason is null) as programmes,
                       (select count(*) from partner_organisation
                         where organisation_id = :organisation and annulled_on is null) as partners,
                       (select count(*) from local_act where organisation_id = :organisation and annulled_on is null) as documents,
                       s.teaching_staff, s.young_specialists, s.counted_on
                  from (values (1)) one
                  left join (select * from staff_count where organisation_id = :organisation and annulled_on is null and counted_on <= :day
                              order by counted_on desc limit 1) s on true
                """).param("organisation", tenant.id()).param("day", clock.today())
                .query((row, number) -> new Bases(row.getInt("mentors"), row.getInt("mentees"), row.getInt("mentorships"),
                row.getInt("programmes"),
                        row.getInt("partners"), row.getInt("documents"), row.getObject("teaching_staff", Integer.class),
                        row.getObject("young_specialists", Integer.class), row.getObject("counted_on", LocalDate.class))).single();
    }

    /** Every confirmation of the organisation, the newest first. */
    @Transactional(readOnly = true)
    List<DataConfirmation> all(long organisationId) {
        return jdbc.sql("""
                select c.*, a.display_name from data_confirmation c join account a on a.id = c.confirmed_by
                 where c.organisation_id = ? order by c.confirmed_on desc, c.id desc
                """).param(organisationId)
                .query((row, number) -> new DataConfirmation(row.getLong("id"), row.getLong("organisation_id"),
                new AcademicYear(row.getInt("academic_year")),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(), row.getObject("confirmed_on", LocalDate.class),
                        row.getString("display_name"), json.readValue(row.getString("content"), Bases.class))).list();
    }
}
