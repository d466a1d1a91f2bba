package ru.smolensk.mentoring.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.ReviewState;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.Reviews;
import ru.smolensk.mentoring.review.Submitted;

/**
 * Writes the reports of an organisation, part by part (P8.2, P8.3). Whether one may be changed is said by the state of its edition; handing
 * it in freezes the figures of the section.
 */
@Service
@Transactional
public class MonitoringReports {

    /** ◆ More files than this are no appendix. */
    static final int MOST_ATTACHMENTS = 10;

    private static final List<String> PARTS = List.of("monitoring_course", "monitoring_effect", "monitoring_risk", "monitoring_attachment");

    private final MonitoringReportRepository reports;
    private final CourseRepository courses;
    private final ReportParts parts;
    private final ReportFigures figures;
    private final Reviews reviews;
    private final IndicatorReport indicators;
    private final Files files;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    MonitoringReports(MonitoringReportRepository reports, CourseRepository courses, ReportParts parts, ReportFigures figures, Reviews reviews,
                      IndicatorReport indicators, Files files, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.reports = reports;
        this.courses = courses;
        this.parts = parts;
        this.figures = figures;
        this.reviews = reviews;
        this.indicators = indicators;
        this.files = files;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * How a programme went (P8.2, stage 1). Everything may be {@code null} while the report is being written.
     *
     * @param examsPercent of the mentee's pupils who passed ВПР/ОГЭ/ЕГЭ, 0 to 100; schools only
     */
    public record HowItWent(String result, String risks, String projects, Integer examsPercent, Trend achievement, Trend olympiads,
                            String activity) {
    }

    /**
     * Starts the report of an academic year. Its period is the one that the city asks for, else the whole year.
     *
     * @return its identifier
     * @throws Refusal at {@code year} if the year has a report
     */
    public long begin(Tenant tenant, AcademicYear year) {
        Refusal.when(reviews.open(tenant, ReviewSubject.MONITORING_REPORT, year).isPresent(), "year",
                "Отчёт за " + year + " учебный год уже составляется. Откройте его и продолжите");
        Refusal.when(reviews.approved(tenant, ReviewSubject.MONITORING_REPORT, year).isPresent(), "year",
                "Отчёт за " + year + " учебный год уже принят. Чтобы изменить его, начните новую редакцию на его странице");
        long edition = reviews.draft(tenant, ReviewSubject.MONITORING_REPORT, year);
        MonitoringReport report = reports.save(new MonitoringReport(tenant.id(), edition, year,
                asked(tenant, year).orElseGet(() -> new Period(year.firstDay(), year.lastDay()))));
        reports.flush();
        journal.entered(report);
        return report.id();
    }

    /** The period that the city's campaign of the year asks this organisation for. */
    @Transactional(readOnly = true)
    Optional<Period> asked(Tenant tenant, AcademicYear year) {
        return jdbc.sql("""
                select c.since, c.until from monitoring_standing(:year, :day, :organisation) s join monitoring_campaign c on c.id = s.campaign_id
                """).param("year", year.start()).param("day", clock.today()).param("organisation", tenant.id())
                .query((row, number) -> new Period(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class))).optional();
    }

    /**
     * Starts the next edition of an accepted report: a draft that says the same.
     *
     * @return its identifier
     * @throws Refusal if the report is not accepted or its next edition is there already
     */
    public long amend(Tenant tenant, long id) {
        MonitoringReport accepted = one(tenant, id);
        Refusal.when(reviews.stateOf(tenant, accepted.editionId()) != ReviewState.APPROVED, null, "Новую редакцию начинают с принятого отчёта");
        Refusal.when(reviews.open(tenant, ReviewSubject.MONITORING_REPORT, accepted.year()).isPresent(), null,
                "Новая редакция уже составляется. Откройте её и продолжите");
        long edition = reviews.draft(tenant, ReviewSubject.MONITORING_REPORT, accepted.year());
        MonitoringReport next = reports.save(new MonitoringReport(accepted, edition));
        reports.flush();
        parts.copy(accepted, next);
        journal.entered(next);
        return next.id();
    }

    /**
     * Throws away a draft that was never handed in, with everything written in it; the journal remembers that there was one.
     *
     * @throws Refusal if it was handed in once
     */
    void discard(Tenant tenant, long id) {
        MonitoringReport draft = editable(tenant, id);
        journal.note(draft, Action.DISCARDED);
        for (String part : PARTS) {
            jdbc.sql("delete from " + part + " where organisation_id = ? and report_id = ?").params(tenant.id(), id).update();
        }
        reports.delete(draft);
        reports.flush();
        reviews.discard(tenant, draft.editionId());
    }

    void cover(Tenant tenant, long id, Integer version, LocalDate since, LocalDate until) {
        MonitoringReport report = editable(tenant, id);
        new ReportParts.Part(report, "период", report::facts).expectVersion(version, report.periodVersion());
        journal.change(report, Action.CHANGED, () -> report.cover(since, until));
    }

    /**
     * Writes how a programme went.
     *
     * @param programmeId of the programme's first edition
     * @throws NotFound if the programme is not in force on any day of the report's period
     */
    public void write(Tenant tenant, long id, long programmeId, HowItWent said) {
        MonitoringReport report = editable(tenant, id);
        String title = inForce(report, programmeId);
        Course course = courses.findByOrganisationIdAndReportIdAndProgrammeId(tenant.id(), id, programmeId)
                .orElseGet(() -> courses.save(new Course(tenant.id(), id, programmeId, title)));
        journal.change(course, Action.CHANGED, () -> course.write(said, tenant.general()));
    }

    /** The same from a form, which may have become stale. */
    void write(Tenant tenant, long id, long programmeId, Integer version, HowItWent said) {
        editable(tenant, id);
        courses.findByOrganisationIdAndReportIdAndProgrammeId(tenant.id(), id, programmeId).ifPresent(course -> course.expectVersion(version));
        write(tenant, id, programmeId, said);
    }

    /** The version of what is written of a programme, or {@code null}. */
    @Transactional(readOnly = true)
    Integer versionOf(Tenant tenant, long id, long programmeId) {
        return courses.findByOrganisationIdAndReportIdAndProgrammeId(tenant.id(), id, programmeId).map(Course::version).orElse(null);
    }

    /** The title of a programme that is in force on some day of the report's period. */
    private String inForce(MonitoringReport report, long programmeId) {
        return jdbc.sql("""
                select p.title from monitoring_programmes(:since, :until, :organisation) g
                  join programme p on p.organisation_id = g.organisation_id and p.id = g.edition_id
                 where g.programme_id = :programme
                """).param("since", report.since()).param("until", MonitoringReport.countedAt(report.since(), report.until(), clock.today()))
                .param("organisation", report.organisationId()).param("programme", programmeId).query(String.class).optional()
                .orElseThrow(NotFound::new);
    }

    /** Writes stage 2: the results and how many teachers want to become mentors and mentees. */
    public void influence(Tenant tenant, long id, List<Assessed> effects, Integer futureMentors, Integer futureMentees) {
        MonitoringReport report = editable(tenant, id);
        journal.change(parts.influence(report), Action.CHANGED, () -> {
            parts.write(report, effects);
            report.foresee(futureMentors, futureMentees);
        });
    }

    void influence(Tenant tenant, long id, Integer version, List<Assessed> effects, Integer futureMentors, Integer futureMentees) {
        MonitoringReport report = editable(tenant, id);
        parts.influence(report).expectVersion(version, report.influenceVersion());
        influence(tenant, id, effects, futureMentors, futureMentees);
    }

    /** Writes what the organisation thinks of the risks. */
    public void risks(Tenant tenant, long id, List<RiskAssessed> risks) {
        MonitoringReport report = editable(tenant, id);
        journal.change(parts.risks(report), Action.CHANGED, () -> {
            parts.writeRisks(report, risks);
            report.assessRisks();
        });
    }

    void risks(Tenant tenant, long id, Integer version, List<RiskAssessed> risks) {
        MonitoringReport report = editable(tenant, id);
        parts.risks(report).expectVersion(version, report.risksVersion());
        risks(tenant, id, risks);
    }

    /** Writes the conclusions; {@code null} takes them away. */
    public void conclude(Tenant tenant, long id, String words) {
        MonitoringReport report = editable(tenant, id);
        journal.change(report, Action.CHANGED, () -> report.conclude(words));
    }

    void conclude(Tenant tenant, long id, Integer version, String words) {
        MonitoringReport report = editable(tenant, id);
        new ReportParts.Part(report, "выводы", report::facts).expectVersion(version, report.conclusionsVersion());
        conclude(tenant, id, words);
    }

    /**
     * Adds a file.
     *
     * @throws Refusal at {@code file} if there are enough of them
     */
    public void attach(Tenant tenant, long id, long fileId) {
        MonitoringReport report = editable(tenant, id);
        files.attach(tenant, fileId);
        journal.change(parts.attachments(report), Action.CHANGED, () -> Refusal.when(!parts.attach(report, fileId, MOST_ATTACHMENTS), "file",
                "К отчёту уже приложено " + MOST_ATTACHMENTS + " файлов. Уберите лишний, чтобы приложить этот"));
    }

    void detach(Tenant tenant, long id, long fileId) {
        MonitoringReport report = editable(tenant, id);
        journal.change(parts.attachments(report), Action.CHANGED, () -> {
            if (!parts.detach(report, fileId)) {
                throw new NotFound();
            }
        });
    }

    /** The figures of the section as they are at this moment become the report's; what of stage 1 was in force goes with them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Submitted submitted) {
        if (submitted.subject() != ReviewSubject.MONITORING_REPORT) {
            return;
        }
        MonitoringReport report = reports.findByOrganisationIdAndEditionId(submitted.tenant().id(), submitted.edition()).orElseThrow();
        LocalDate datedOn = MonitoringReport.countedAt(report.since(), report.until(), clock.today());
        figures.freeze(report, datedOn, FrozenFigures.of(indicators.of(report.organisationId(), datedOn)));
        jdbc.sql("""
                update monitoring_course c set handed = exists (select from monitoring_programmes(:since, :until, :organisation) p
                                                                 where p.programme_id = c.programme_id)
                 where c.organisation_id = :organisation and c.report_id = :report
                """).param("since", report.since()).param("until", datedOn).param("organisation", report.organisationId())
                .param("report", report.id()).update();
    }

    @Transactional(readOnly = true)
    MonitoringReport one(Tenant tenant, long id) {
        return reports.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    /** The edition of the review that a report is. */
    @Transactional(readOnly = true)
    public long editionOf(Tenant tenant, long id) {
        return one(tenant, id).editionId();
    }

    /** A report that may be changed now; its edition is held until the change is written, so that nobody hands it in meanwhile. */
    private MonitoringReport editable(Tenant tenant, long id) {
        MonitoringReport report = one(tenant, id);
        reviews.expectEditable(tenant, report.editionId());
        return report;
    }
}
