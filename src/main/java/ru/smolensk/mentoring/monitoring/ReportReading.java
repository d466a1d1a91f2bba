package ru.smolensk.mentoring.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.ReviewState;
import ru.smolensk.mentoring.review.ReviewSubject;
import tools.jackson.core.type.TypeReference;

/** Reads reports for their pages. */
@Component
@Transactional(readOnly = true)
class ReportReading {

    /** A report with what it keeps in rows, in one statement. */
    private static final String SHEETS = """
            select r.*, e.number, e.state, e.approved_on, o.slug, o.short_name, o.full_name, o.kind,
                   (select max(s.submitted_at) from review_submission s
                     where s.organisation_id = e.organisation_id and s.edition_id = e.id) as submitted_at,
                   (select coalesce(jsonb_agg(jsonb_build_object('effect', f.effect, 'assessment', f.assessment, 'words', f.words)), '[]')
                      from monitoring_effect f where f.organisation_id = r.organisation_id and f.report_id = r.id) as effects,
                   (select coalesce(jsonb_agg(jsonb_build_object('risk', k.risk, 'likelihood', k.likelihood, 'impact', k.impact,
                                                                 'measure', k.measure)), '[]')
                      from monitoring_risk k where k.organisation_id = r.organisation_id and k.report_id = r.id) as risks,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by a.number), '[]')
                      from monitoring_attachment a join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id
                     where a.organisation_id = r.organisation_id and a.report_id = r.id) as attachments
              from monitoring_report r
              join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
              join organisation o on o.id = r.organisation_id
            """;

    private final JdbcClient jdbc;
    private final ReportFigures figures;
    private final IndicatorReport indicators;
    private final PortalClock clock;

    ReportReading(JdbcClient jdbc, ReportFigures figures, IndicatorReport indicators, PortalClock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** A report in a list. */
    record Line(long id, AcademicYear year, int number, ReviewState state, LocalDate approvedOn, LocalDate supersededOn) {

        public String name() {
            return "Отчёт за " + year + " учебный год" + (number > 1 ? ", редакция " + number : "");
        }

        public String word() {
            return ReviewSubject.MONITORING_REPORT.word(state);
        }
    }

    /** A file that belongs to a report. */
    record Attachment(long id, String name, long size) {
    }

    /** What a reviewer said of a row or of the whole, and what was answered. */
    record Remark(String item, String itemName, String words, String answer, String answerWords) {
    }

    /**
     * A report without its first stage.
     *
     * @param countedAt the day of the figures: of those frozen, or of those that would be frozen today
     * @param figures as they were frozen; {@code null} while it was never handed in
     * @param submittedAt when it was handed in last, or {@code null}
     */
    record Sheet(long id, long editionId, String slug, String shortName, String fullName, boolean general, AcademicYear year, int number,
                 ReviewState state, LocalDate approvedOn, Instant submittedAt, LocalDate since, LocalDate until, LocalDate countedAt,
                 FrozenFigures figures, List<Assessed> effects, Integer futureMentors, Integer futureMentees, List<RiskAssessed> risks,
                 String conclusions, List<Attachment> attachments, int periodVersion, int influenceVersion, int risksVersion,
                 int conclusionsVersion) {

        public String name() {
            return "Отчёт внутреннего мониторинга за " + year + " учебный год" + (number > 1 ? ", редакция " + number : "");
        }

        public boolean editable() {
            return state.editable();
        }

        public String word() {
            return ReviewSubject.MONITORING_REPORT.word(state);
        }

        public boolean accepted() {
            return state == ReviewState.APPROVED;
        }

        public long assessedEffects() {
            return effects.stream().filter(one -> one.assessment() != null).count();
        }

        public long assessedRisks() {
            return risks.stream().filter(RiskAssessed::assessed).count();
        }

        /** How many risks stand at a place of the map, gravest first by both sides. */
        public List<RiskAssessed> at(Level likelihood, Level impact) {
            return risks.stream().filter(one -> one.likelihood() == likelihood && one.impact() == impact).toList();
        }

        public List<RiskAssessed> gravestFirst() {
            return risks.stream().sorted(Comparator.comparingInt(RiskAssessed::weight).reversed()).toList();
        }
    }

    /**
     * Stage 1 of a report for one programme.
     *
     * @param programmeId of its first edition
     * @param editionId of the edition to be opened
     * @param people «Ткаченко В. О. – Орлова А. В.»
     * @param version of what was written, 0 for nothing
     */
    record CourseLine(long programmeId, long editionId, String title, String code, String people, LocalDate startsOn, LocalDate endsOn,
                      String result, String risks, String projects, Integer examsPercent, Trend achievement, Trend olympiads, String activity,
                      int version) {

        /** ◆ Nothing but the result is asked of everybody; of a school also how the pupils did. */
        public boolean finished(boolean general) {
            return result != null && (!general || achievement != null && olympiads != null);
        }

        public boolean begun() {
            return result != null || risks != null || projects != null || examsPercent != null || achievement != null || olympiads != null
                    || activity != null;
        }

        /** «успеваемость выросла, участие в олимпиадах не изменилось, экзамены 92 %». */
        public String pupils() {
            return Stream.of(said("успеваемость", achievement), said("результативность олимпиад", olympiads),
                    examsPercent == null ? null : "ВПР/ОГЭ/ЕГЭ прошли " + examsPercent + "\u00a0%")
                    .filter(Objects::nonNull).collect(Collectors.joining("; "));
        }

        private static String said(String what, Trend trend) {
            return trend == null || trend == Trend.NOT_APPLICABLE ? null : what + " " + trend.label();
        }
    }

    /** All reports of an organisation, the newest year and edition first. */
    List<Line> all(Tenant tenant) {
        return jdbc.sql("""
                select r.id, r.academic_year, e.number, e.state, e.approved_on, e.superseded_on
                  from monitoring_report r join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
                 where r.organisation_id = ? order by r.academic_year desc, e.number desc
                """).param(tenant.id()).query((row, number) -> new Line(row.getLong("id"), new AcademicYear(row.getInt("academic_year")),
                row.getInt("number"), ReviewState.valueOf(row.getString("state")), row.getObject("approved_on", LocalDate.class),
                row.getObject("superseded_on", LocalDate.class))).list();
    }

    Sheet sheet(Tenant tenant, long id) {
        return jdbc.sql(SHEETS + " where r.organisation_id = ? and r.id = ?").params(tenant.id(), id).query(this::sheet).optional()
                .orElseThrow(NotFound::new);
    }

    /** A report that was handed in once at least, of whatever organisation: for the department. */
    Sheet handedIn(long id) {
        return jdbc.sql(SHEETS + " where r.id = ?").param(id).query(this::sheet).optional().filter(sheet -> sheet.submittedAt() != null)
                .orElseThrow(NotFound::new);
    }

    /** The newest accepted report of an earlier year: what stands beside the one that is being written. */
    Optional<Sheet> before(Sheet sheet) {
        return jdbc.sql(SHEETS + """
                 where o.slug = ? and r.academic_year < ? and e.state = 'APPROVED' order by r.academic_year desc limit 1
                """).params(sheet.slug(), sheet.year().start()).query(this::sheet).optional();
    }

    /** The figures of a report: while it is being written those of today, afterwards the frozen ones. */
    FrozenFigures figures(long organisationId, Sheet sheet) {
        return sheet.editable() || sheet.figures() == null ? FrozenFigures.of(indicators.of(organisationId, Period.on(sheet.countedAt())))
                : sheet.figures();
    }

    /**
     * Stage 1: while the report is being written the programmes in force in its period, with what was written; afterwards what was handed in.
     */
    List<CourseLine> courses(long organisationId, Sheet sheet) {
        return jdbc.sql("""
                with chosen as materialized (
                  select g.programme_id, g.edition_id from monitoring_programmes(:since, :until, :organisation) g where :live
                  union all
                  select c.programme_id, coalesce((select p.id from programme p where p.organisation_id = c.organisation_id
                                                      and p.series_id = c.programme_id and p.status <> 'DRAFT'
                                                    order by p.edition desc limit 1), c.programme_id)
                    from monitoring_course c where not :live and c.organisation_id = :organisation and c.report_id = :report and c.handed)
                select g.programme_id, p.id as edition_id, p.title, m.code, p.starts_on, coalesce(p.closed_on, p.ends_on) as ends_on,
                       r.last_name || ' ' || left(r.first_name, 1) || '.' || coalesce(' ' || left(r.patronymic, 1) || '.', '') as mentor,
                       (select string_agg(s.last_name || ' ' || left(s.first_name, 1) || '.' || coalesce(' ' || left(s.patronymic, 1) || '.', ''),
                                          ', ' order by s.last_name, s.first_name)
                          from programme_mentee x join participant s on s.organisation_id = x.organisation_id and s.id = x.mentee_id
                         where x.organisation_id = p.organisation_id and x.programme_id = p.id) as mentees,
                       c.result, c.risks, c.projects, c.exams_percent, c.achievement, c.olympiads, c.activity, coalesce(c.version, 0) as version
                  from chosen g
                  join programme p on p.organisation_id = :organisation and p.id = g.edition_id
                  join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id
                  join participant r on r.organisation_id = m.organisation_id and r.id = m.mentor_id
                  left join monitoring_course c on c.organisation_id = p.organisation_id and c.report_id = :report
                        and c.programme_id = g.programme_id
                 order by r.last_name, r.first_name, m.code, p.title, p.id
                """).param("organisation", organisationId).param("report", sheet.id()).param("live", sheet.editable())
                .param("since", sheet.since()).param("until", sheet.countedAt()).query(ReportReading::course).list();
    }

    /** What was said of the newest submission that came back. */
    List<Remark> remarks(long organisationId, long edition) {
        return jdbc.sql("""
                select m.item, m.item_name, m.words, m.answer, m.answer_words from review_remark m
                 where m.organisation_id = :organisation
                   and m.submission_id = (select s.id from review_submission s where s.organisation_id = :organisation and s.edition_id = :edition
                                             and s.outcome = 'RETURNED' order by s.number desc limit 1)
                 order by m.id
                """).param("organisation", organisationId).param("edition", edition).query(Remark.class).list();
    }

    private Sheet sheet(ResultSet row, int number) throws SQLException {
        ReviewState state = ReviewState.valueOf(row.getString("state"));
        LocalDate since = row.getObject("since", LocalDate.class);
        LocalDate until = row.getObject("until", LocalDate.class);
        LocalDate datedOn = row.getObject("dated_on", LocalDate.class);
        OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new Sheet(row.getLong("id"), row.getLong("edition_id"), row.getString("slug"), row.getString("short_name"),
                row.getString("full_name"), "GENERAL".equals(row.getString("kind")), new AcademicYear(row.getInt("academic_year")),
                row.getInt("number"), state, row.getObject("approved_on", LocalDate.class), submitted == null ? null : submitted.toInstant(),
                since, until, state.editable() || datedOn == null ? MonitoringReport.countedAt(since, until, clock.today()) : datedOn,
                figures.read(row.getString("figures")),
                everyEffect(figures.readList(row.getString("effects"), new TypeReference<List<Assessed>>() { })),
                row.getObject("future_mentors", Integer.class), row.getObject("future_mentees", Integer.class),
                everyRisk(figures.readList(row.getString("risks"), new TypeReference<List<RiskAssessed>>() { })), row.getString("conclusions"),
                figures.readList(row.getString("attachments"), new TypeReference<List<Attachment>>() { }), row.getInt("period_version"),
                row.getInt("influence_version"), row.getInt("risks_version"), row.getInt("conclusions_version"));
    }

    /** The five in the order's order, those without a word too. */
    static List<Assessed> everyEffect(List<Assessed> written) {
        Map<Effect, Assessed> all = new EnumMap<>(Effect.class);
        written.forEach(one -> all.put(one.effect(), one));
        return Arrays.stream(Effect.values()).map(one -> all.getOrDefault(one, new Assessed(one, null, null))).toList();
    }

    static List<RiskAssessed> everyRisk(List<RiskAssessed> written) {
        Map<Risk, RiskAssessed> all = new EnumMap<>(Risk.class);
        written.forEach(one -> all.put(one.risk(), one));
        return Arrays.stream(Risk.values()).map(one -> all.getOrDefault(one, new RiskAssessed(one, null, null, null))).toList();
    }

    private static CourseLine course(ResultSet row, int number) throws SQLException {
        String mentees = row.getString("mentees");
        return new CourseLine(row.getLong("programme_id"), row.getLong("edition_id"), row.getString("title"), row.getString("code"),
                row.getString("mentor") + "\u00a0– " + (mentees == null ? "наставляемые не выбраны" : mentees),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getString("result"),
                row.getString("risks"), row.getString("projects"), row.getObject("exams_percent", Integer.class), trend(row, "achievement"),
                trend(row, "olympiads"), row.getString("activity"), row.getInt("version"));
    }

    private static Trend trend(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Trend.valueOf(name);
    }
}
