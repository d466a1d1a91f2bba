package ru.smolensk.mentoring.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.AcademicYear;
import tools.jackson.core.type.TypeReference;

/** Reads the accepted reports of an organisation: as everybody may know them, and their figures over the years. */
@Component
@Transactional(readOnly = true)
public class AcceptedReports {

    /** ◆ The section shows the reports of these last years. */
    private static final int SHOWN = 3;

    private final JdbcClient jdbc;
    private final ReportFigures figures;

    AcceptedReports(JdbcClient jdbc, ReportFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /**
     * The accepted report of a year in the row of years.
     *
     * @param before the figures of the accepted report before it; {@code null} for the first
     */
    public record OfYear(long id, AcademicYear year, LocalDate acceptedOn, FrozenFigures figures, AcademicYear yearBefore, FrozenFigures before) {
    }

    /** The accepted reports of all years, the newest first, each beside the one before it: one statement. */
    public List<OfYear> years(long organisationId) {
        List<OfYear> years = new ArrayList<>();
        jdbc.sql("""
                select r.id, r.academic_year, r.figures, e.approved_on
                  from monitoring_report r join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
                 where r.organisation_id = ? and e.state = 'APPROVED' order by r.academic_year
                """).param(organisationId).query(row -> {
                    OfYear last = years.isEmpty() ? null : years.get(0);
                    years.add(0, new OfYear(row.getLong("id"), new AcademicYear(row.getInt("academic_year")), row.getObject("approved_on", LocalDate.class),
                            figures.read(row.getString("figures")), last == null ? null : last.year(), last == null ? null : last.figures()));
                });
        return List.copyOf(years);
    }

    /** Those in force on a day, the newest year first: one statement. */
    public List<AcceptedReport> of(long organisationId, LocalDate date) {
        return jdbc.sql("""
                select r.*, e.approved_on,
                       (select coalesce(jsonb_agg(jsonb_build_object('effect', f.effect, 'assessment', f.assessment, 'words', f.words)), '[]')
                          from monitoring_effect f where f.organisation_id = r.organisation_id and f.report_id = r.id) as effects,
                       (select coalesce(jsonb_agg(jsonb_build_object('risk', k.risk, 'likelihood', k.likelihood, 'impact', k.impact,
                                                                     'measure', k.measure)), '[]')
                          from monitoring_risk k where k.organisation_id = r.organisation_id and k.report_id = r.id) as risks
                  from monitoring_report r join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
                 where r.organisation_id = :organisation and e.approved_on <= :date and (e.superseded_on is null or e.superseded_on > :date)
                 order by r.academic_year desc, e.number desc limit :shown
                """).param("organisation", organisationId).param("date", date).param("shown", SHOWN)
                .query((row, number) -> new AcceptedReport(new AcademicYear(row.getInt("academic_year")).toString(), row.getInt("academic_year"),
                        row.getObject("approved_on", LocalDate.class), row.getObject("since", LocalDate.class),
                        row.getObject("dated_on", LocalDate.class), figures.read(row.getString("figures")),
                        ReportReading.everyEffect(figures.readList(row.getString("effects"), new TypeReference<List<Assessed>>() { })),
                        row.getObject("future_mentors", Integer.class), row.getObject("future_mentees", Integer.class),
                        ReportReading.everyRisk(figures.readList(row.getString("risks"), new TypeReference<List<RiskAssessed>>() { })),
                        row.getString("conclusions"))).list();
    }
}
