package ru.smolensk.mentoring.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AcademicYear;

/** What the methodologists write in the city's analytical note of an academic year (R6.4); the figures beside it are counted anew each time. */
@Entity
class AnalyticalNote implements Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private short academicYear;
    private String assessment;
    private String conclusions;
    private String proposals;
    @Version
    private int version;

    protected AnalyticalNote() {
    }

    /** A note without words. */
    AnalyticalNote(AcademicYear year) {
        academicYear = (short) year.start();
    }

    /** Any of the words may be {@code null}: then the note goes without them. */
    void write(AnalyticalNotes.Words words) {
        assessment = words.assessment();
        conclusions = words.conclusions();
        proposals = words.proposals();
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
        return Subject.ANALYTICAL_NOTE;
    }

    @Override
    public String title() {
        return "Аналитическая справка за " + year() + " учебный год";
    }

    @Override
    public Facts facts() {
        return new Facts().add("Общая оценка", assessment).add("Выводы", conclusions).add("Предложения", proposals);
    }

    @Override
    public int version() {
        return version;
    }

    public AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    /** What the figures mean, in a few sentences: stands before them. */
    public String assessment() {
        return assessment;
    }

    public String conclusions() {
        return conclusions;
    }

    /** What the city and the organisations should do next. */
    public String proposals() {
        return proposals;
    }
}
