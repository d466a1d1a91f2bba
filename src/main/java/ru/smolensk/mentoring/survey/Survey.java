package ru.smolensk.mentoring.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/** A survey of the city: who is asked, when, and by which versions. */
@Entity
class Survey implements Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private String title;
    private short academicYear;
    private short wave;
    private LocalDate opensOn;
    private LocalDate closesOn;
    private LocalDate closedEarlyOn;
    private LocalDate lastDayMovedOn;
    @Enumerated(EnumType.STRING)
    private SurveyScope scope;
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;
    @Column(updatable = false)
    private long menteeQuestionnaire;
    @Column(updatable = false)
    private long mentorQuestionnaire;
    private LocalDate annulledOn;
    private String annulmentReason;
    @Version
    private int version;

    protected Survey() {
    }

    Survey(Surveys.Description said, Questionnaire forMentees, Questionnaire forMentors) {
        AcademicYear year = said.year();
        Russian russian = new Russian();
        new Refusals()
                .when(said.opensOn().isBefore(year.firstDay()) || said.opensOn().isAfter(year.lastDay()), "opensOn", "Опрос начинается внутри " + year
                        + " учебного года: с " + russian.date(year.firstDay()) + " по " + russian.date(year.lastDay()))
                .when(said.closesOn().isBefore(said.opensOn()), "closesOn", "Последний день не может быть раньше первого")
                .when(said.closesOn().isAfter(year.lastDay()), "closesOn", endsWithin(year))
                .when(said.scope() == SurveyScope.KIND && said.kind() == null, "kind", "Выберите вид организаций")
                .when(said.scope() == SurveyScope.LISTED && said.organisations().isEmpty(), "organisations", "Отметьте хотя бы одну организацию")
                .when(!fits(forMentees, Audience.MENTEE, said.wave()), "menteeQuestionnaire", "Эта версия – для другого этапа. Выберите версию этапа "
                        + said.wave().number())
                .when(!fits(forMentors, Audience.MENTOR, said.wave()), "mentorQuestionnaire", "Эта версия – для другого этапа. Выберите версию этапа "
                        + said.wave().number())
                .refuse();
        title = said.title() == null ? said.wave().label() + ", " + year : said.title();
        academicYear = (short) year.start();
        wave = (short) said.wave().number();
        opensOn = said.opensOn();
        closesOn = said.closesOn();
        scope = said.scope();
        kind = scope == SurveyScope.KIND ? said.kind() : null;
        menteeQuestionnaire = forMentees.id();
        mentorQuestionnaire = forMentors.id();
    }

    private static String endsWithin(AcademicYear year) {
        return "Опрос " + year + " учебного года заканчивается не позже " + new Russian().date(year.lastDay());
    }

    private static boolean fits(Questionnaire one, Audience audience, Wave wave) {
        return one.audience() == audience && one.wave() == wave && one.published();
    }

    /** Ends it before its time; who has begun may finish until the day is over. */
    void close(LocalDate today) {
        expectNotAnnulled();
        Refusal.when(today.isBefore(opensOn), null, "Опрос ещё не начался. Если он не нужен, отмените его");
        Refusal.when(closedEarlyOn != null || today.isAfter(closesOn), null, "Опрос уже закрыт");
        closedEarlyOn = today;
    }

    /**
     * Moves its last day: later always, earlier while nobody has answered. What is closed stays closed, for its results have been told.
     *
     * @param answered whether somebody has answered, by a link or on paper
     */
    void moveLastDay(LocalDate day, boolean answered, LocalDate today) {
        expectMovable(today);
        new Refusals()
                .when(day.isEqual(closesOn), "closesOn", "Этот день уже последний. Введите другой")
                .when(day.isAfter(new AcademicYear(academicYear).lastDay()), "closesOn", endsWithin(new AcademicYear(academicYear)))
                .when(day.isBefore(opensOn), "closesOn", "Последний день не может быть раньше первого, " + new Russian().date(opensOn))
                .when(!day.isBefore(opensOn) && day.isBefore(today), "closesOn", "Этот день уже прошёл. Чтобы закончить опрос сегодня, закройте его")
                .when(!day.isBefore(today) && day.isBefore(closesOn) && answered, "closesOn",
                        "На опрос уже отвечают, поэтому последний день можно только отодвинуть. Закрыть опрос можно в любой день")
                .refuse();
        closesOn = day;
        lastDayMovedOn = today;
    }

    private void expectMovable(LocalDate today) {
        expectNotAnnulled();
        Refusal.when(closedEarlyOn != null || today.isAfter(closesOn), null,
                "Опрос уже закрыт: его итоги видны, и продлить его нельзя. Объявите новый");
    }

    void annul(LocalDate today, String reason) {
        expectNotAnnulled();
        annulledOn = today;
        annulmentReason = reason;
    }

    private void expectNotAnnulled() {
        Refusal.when(annulledOn != null, null, "Этот опрос уже отменён");
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
        return Subject.SURVEY;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Название", title).add("Учебный год", new AcademicYear(academicYear)).add("Этап", wave)
                .add("Первый день", opensOn).add("Последний день", closesOn).add("Закрыт досрочно", closedEarlyOn).add("Кто участвует", scope)
                .add("Вид", kind).add("Отменён", annulledOn);
    }

    @Override
    public int version() {
        return version;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate closesOn() {
        return closesOn;
    }

    public String annulmentReason() {
        return annulmentReason;
    }

    /** «Все организации», «Детские сады», «Отдельные организации». */
    public String concerns() {
        return scope == SurveyScope.KIND ? kind.plural() : scope.label();
    }
}
