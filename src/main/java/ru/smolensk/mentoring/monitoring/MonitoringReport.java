package ru.smolensk.mentoring.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.TenantEntity;

/**
 * The report of an organisation on the internal monitoring of an academic year: one edition of it (P8.2, DOMAIN 8). Its parts are written
 * one by one; stage 1 are {@link Course}s, the results of stage 2 and the risks are kept by {@link ReportParts}.
 */
@Entity
class MonitoringReport extends TenantEntity implements Audited {

    @Column(updatable = false)
    private long editionId;
    @Column(updatable = false)
    private short academicYear;
    private LocalDate since;
    private LocalDate until;
    // Written with the figures, when the report is handed in.
    @Column(insertable = false, updatable = false)
    private LocalDate datedOn;
    private Integer futureMentors;
    private Integer futureMentees;
    private String conclusions;
    private int periodVersion;
    private int influenceVersion;
    private int risksVersion;
    private int conclusionsVersion;
    @Formula("(select e.number from review_edition e where e.organisation_id = organisation_id and e.id = edition_id)")
    private Integer edition;

    protected MonitoringReport() {
    }

    MonitoringReport(long organisationId, long editionId, AcademicYear year, Period period) {
        super(organisationId);
        this.editionId = editionId;
        this.academicYear = (short) year.start();
        cover(period.since(), period.until());
        periodVersion = 0;
    }

    /** The same report as the beginning of its next edition. */
    MonitoringReport(MonitoringReport accepted, long editionId) {
        this(accepted.organisationId(), editionId, accepted.year(), new Period(accepted.since, accepted.until));
        futureMentors = accepted.futureMentors;
        futureMentees = accepted.futureMentees;
        conclusions = accepted.conclusions;
    }

    /** Says which days the report is about. */
    void cover(LocalDate first, LocalDate last) {
        Russian russian = new Russian();
        AcademicYear year = year();
        Refusal.when(first.isBefore(year.firstDay()) || first.isAfter(year.lastDay()), "since", "Отчёт – за " + year
                + " учебный год: укажите день с " + russian.date(year.firstDay()) + " по " + russian.date(year.lastDay()));
        Refusal.when(last.isAfter(year.lastDay()) || last.isBefore(year.firstDay()), "until", "Отчёт – за " + year
                + " учебный год: укажите день с " + russian.date(year.firstDay()) + " по " + russian.date(year.lastDay()));
        Refusal.when(last.isBefore(first), "until", "Период не может закончиться раньше, чем начался");
        since = first;
        until = last;
        periodVersion++;
    }

    /** Says how many teachers want to become mentors and mentees (P8.2). */
    void foresee(Integer mentors, Integer mentees) {
        futureMentors = mentors;
        futureMentees = mentees;
        influenceVersion++;
    }

    void assessRisks() {
        risksVersion++;
    }

    void conclude(String words) {
        conclusions = words;
        conclusionsVersion++;
    }

    /** The day for which figures are counted today: within the period, and never one to come. */
    static LocalDate countedAt(LocalDate since, LocalDate until, LocalDate today) {
        return today.isBefore(since) ? since : today.isBefore(until) ? today : until;
    }

    @Override
    public Subject subject() {
        return Subject.MONITORING_REPORT;
    }

    @Override
    public String title() {
        return "за " + year() + " учебный год";
    }

    @Override
    public Facts facts() {
        return new Facts().add("Учебный год", year()).add("Редакция", edition).add("Период", new Russian().period(since, until))
                .add("Планируют стать наставниками", futureMentors).add("Планируют стать наставляемыми", futureMentees)
                .add("Выводы", conclusions);
    }

    long editionId() {
        return editionId;
    }

    AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    LocalDate since() {
        return since;
    }

    LocalDate until() {
        return until;
    }

    int periodVersion() {
        return periodVersion;
    }

    int influenceVersion() {
        return influenceVersion;
    }

    int risksVersion() {
        return risksVersion;
    }

    int conclusionsVersion() {
        return conclusionsVersion;
    }
}
