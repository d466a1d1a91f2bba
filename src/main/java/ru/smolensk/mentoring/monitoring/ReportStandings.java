package ru.smolensk.mentoring.monitoring;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;

/** How reports stand: of one organisation, and of all that the city asks. */
@Component
@Transactional(readOnly = true)
public class ReportStandings {

    /** ◆ What the campaigns of this year and of the two before asked can still be owed; what came back is owed always. */
    private static final String ASKED = """
            select s.*, y.academic_year
              from (select c.academic_year from monitoring_campaign c where c.annulled_on is null and c.academic_year > :year - 3 and c.since <= :day
                    union
                    select e.academic_year from review_edition e where e.subject = 'MONITORING_REPORT' and e.state = 'RETURNED'
                       and (cast(:organisation as bigint) is null or e.organisation_id = :organisation)) y
              cross join lateral monitoring_standing(y.academic_year, :day, cast(:organisation as bigint)) s
             where s.campaign_id is not null or s.state = 'RETURNED'
            """;

    private final JdbcClient jdbc;
    private final PortalClock clock;

    ReportStandings(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The standing of one organisation's report. */
    public ReportStanding of(long organisationId, AcademicYear year) {
        return jdbc.sql("select * from monitoring_standing(:year, :day, :organisation)").param("year", year.start()).param("day", clock.today())
                .param("organisation", organisationId).query((row, number) -> ReportStanding.of(row, year)).single();
    }

    /** What the city asks of an organisation now, the newest year first. */
    public List<ReportStanding> asked(long organisationId) {
        return asked(Long.valueOf(organisationId));
    }

    /** What the city asks of all organisations now: one statement. */
    public List<ReportStanding> ofCity() {
        return asked((Long) null);
    }

    private List<ReportStanding> asked(Long organisationId) {
        return jdbc.sql(ASKED + " order by y.academic_year desc, s.organisation_id").param("day", clock.today())
                .param("year", AcademicYear.of(clock.today()).start()).param("organisation", organisationId, java.sql.Types.BIGINT)
                .query((row, number) -> ReportStanding.of(row, new AcademicYear(row.getInt("academic_year")))).list();
    }
}
