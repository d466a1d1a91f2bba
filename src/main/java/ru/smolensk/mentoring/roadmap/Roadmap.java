package ru.smolensk.mentoring.roadmap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.TenantEntity;

/** The roadmap of an organisation for an academic year: one edition of it (order 4.3). Its rows are {@link RoadmapLine}s. */
@Entity
class Roadmap extends TenantEntity implements Audited {

    /** ◆ More rows than this are not one roadmap. */
    static final int MOST_LINES = 300;

    @Column(updatable = false)
    private long editionId;
    @Column(updatable = false)
    private short academicYear;
    @Formula("(select e.number from review_edition e where e.organisation_id = organisation_id and e.id = edition_id)")
    private Integer edition;

    protected Roadmap() {
    }

    Roadmap(long organisationId, long editionId, AcademicYear year) {
        super(organisationId);
        this.editionId = editionId;
        this.academicYear = (short) year.start();
    }

    /** ◆ A measure is due within its academic year. */
    void expectDueWithin(LocalDate dueOn) {
        AcademicYear year = year();
        Russian russian = new Russian();
        Refusal.when(dueOn != null && dueOn.isBefore(year.firstDay()), "dueOn", "Раньше учебного года " + year + ": он начинается "
                + russian.date(year.firstDay()) + ". Проверьте дату");
        Refusal.when(dueOn != null && dueOn.isAfter(year.lastDay()), "dueOn", "Позже учебного года " + year + ": он заканчивается "
                + russian.date(year.lastDay()) + ". Проверьте дату");
    }

    @Override
    public Subject subject() {
        return Subject.ROADMAP;
    }

    @Override
    public String title() {
        return "на " + year() + " учебный год";
    }

    @Override
    public Facts facts() {
        return new Facts().add("Учебный год", year()).add("Редакция", edition);
    }

    long editionId() {
        return editionId;
    }

    AcademicYear year() {
        return new AcademicYear(academicYear);
    }
}
