package ru.smolensk.mentoring.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.TenantEntity;

/** Stage 1 of a report for one programme: how it went (P8.2). The programme is named by its first edition. */
@Entity
@Table(name = "monitoring_course")
class Course extends TenantEntity implements Audited {

    @Column(updatable = false)
    private long reportId;
    @Column(updatable = false)
    private long programmeId;
    private String result;
    private String risks;
    private String projects;
    private Short examsPercent;
    @Enumerated(EnumType.STRING)
    private Trend achievement;
    @Enumerated(EnumType.STRING)
    private Trend olympiads;
    private String activity;
    @Formula("(select p.title from programme p where p.organisation_id = organisation_id and p.id = programme_id)")
    private String programme;

    protected Course() {
    }

    /** @param programme what the programme is called, for the history */
    Course(long organisationId, long reportId, long programmeId, String programme) {
        super(organisationId);
        this.reportId = reportId;
        this.programmeId = programmeId;
        this.programme = programme;
    }

    /**
     * Writes it anew.
     *
     * @param general whether the organisation is a school: only there pupils sit examinations
     */
    void write(MonitoringReports.HowItWent said, boolean general) {
        Refusal.when(!general && said.examsPercent() != null, "examsPercent", "Экзамены бывают только в общеобразовательных организациях");
        Refusal.when(said.examsPercent() != null && (said.examsPercent() < 0 || said.examsPercent() > 100), "examsPercent",
                "Введите целое число от 0 до 100");
        result = said.result();
        risks = said.risks();
        projects = said.projects();
        examsPercent = said.examsPercent() == null ? null : said.examsPercent().shortValue();
        achievement = said.achievement();
        olympiads = said.olympiads();
        activity = said.activity();
    }

    @Override
    public Subject subject() {
        return Subject.MONITORING_REPORT;
    }

    /** Its history belongs to the report's. */
    @Override
    public Long id() {
        return reportId;
    }

    @Override
    public String title() {
        return "этап 1: «" + programme + "»";
    }

    @Override
    public Facts facts() {
        return new Facts().add("Результат", result).add("Риски", risks).add("Проекты", projects).add("Прошли ВПР/ОГЭ/ЕГЭ, %", examsPercent)
                .add("Динамика успеваемости", achievement).add("Динамика участия в олимпиадах", olympiads)
                .add("Социально-профессиональная активность", activity);
    }
}
