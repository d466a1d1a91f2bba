package ru.smolensk.mentoring.mentorship;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A mentoring pair or group: one mentor with one mentee or several, named by an order, from a day to a day (P5.4, DOMAIN 3). Who has been in
 * it is never rewritten: it ends, somebody leaves or joins, another mentor takes over in a new one; a wrong entry is annulled.
 *
 * <p>The rows of its mentees follow its period in the database, and the database checks each statement by itself. So whatever moves a date
 * comes in steps that {@link Mentorships} writes one after another.
 */
@Entity
@DynamicUpdate
class Mentorship extends AnnullableEntity implements Audited {

    /** The reason that stands at a mentorship whose mentor was replaced (rule 5). */
    static final String MENTOR_REPLACED = "замена наставника";

    /** What stands where the date of the notice would (Labour code, article 351.8). */
    static final String NO_NOTICE_NEEDED = "не требовалось";

    private static final Russian RUSSIAN = new Russian();

    private String code;
    private long mentorId;
    @Formula("(select p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '') from participant p "
            + "where p.organisation_id = organisation_id and p.id = mentor_id)")
    private String mentorName;
    @Enumerated(EnumType.STRING)
    private MentoringForm form;
    @Enumerated(EnumType.STRING)
    private MentoringModel model;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] kinds;
    private Long orderId;
    /** Stands here too, so that the database itself can hold it against the start; follows the order's date by cascade. */
    private LocalDate orderDatedOn;
    @Formula("(select o.number from assignment_order o where o.organisation_id = organisation_id and o.id = order_id)")
    private String orderNumber;
    private LocalDate startsOn;
    private LocalDate plannedEnd;
    private LocalDate endedOn;
    private String endReason;
    private LocalDate noticeOn;
    private LocalDate lastDay;
    private LocalDate partiesConsentOn;
    private Long replacesId;

    @OneToMany(mappedBy = "mentorship", cascade = CascadeType.PERSIST)
    @OrderBy("joinedOn, menteeId")
    private List<Membership> members = new ArrayList<>();

    protected Mentorship() {
    }

    /** How a pair or group works, by which order, from when to when. */
    record Terms(String code, AssignmentOrder order, MentoringForm form, MentoringModel model, Set<MentoringKind> kinds,
                 LocalDate startsOn, LocalDate plannedEnd, LocalDate partiesConsentOn) {
    }

    Mentorship(long organisationId, Terms terms, Person mentor, List<Person> mentees) {
        super(organisationId);
        wrongWith(terms, mentees.stream().map(Person::student).toList())
                .when(mentees.isEmpty(), "mentees", "Отметьте хотя бы одного наставляемого")
                .and(MentorIsNotOwnMentee.refusal(mentor.id(), mentees.stream().map(Person::id).toList(), "mentees")).refuse();
        lead(mentor);
        take(terms);
        mentees.forEach(mentee -> members.add(new Membership(this, mentee, startsOn)));
    }

    /** Another mentor takes over those who are in the old mentorship on the first day of the new one. */
    private Mentorship(Mentorship before, Terms terms, Person newMentor) {
        super(before.organisationId());
        List<Membership> staying = before.membersFrom(terms.startsOn());
        wrongWith(terms, staying.stream().map(Membership::student).toList())
                .and(MentorIsNotOwnMentee.refusal(newMentor.id(), staying.stream().map(Membership::menteeId).toList(), "mentor")).refuse();
        lead(newMentor);
        take(terms);
        replacesId = before.id();
        staying.forEach(member -> members.add(member.goingOnIn(this)));
    }

    /**
     * The mentorship that goes on with another mentor.
     *
     * @throws Refusal if the day leaves the old mentor without a day, is after the end, or the mentor is the same
     */
    Mentorship replacedBy(Person newMentor, Terms terms) {
        expectGoingOn();
        Refusal.when(newMentor.id() == mentorId, "mentor", "Это и есть нынешний наставник. Выберите другого");
        Refusal.when(!terms.startsOn().isAfter(startsOn), "startsOn", "Новый наставник может начать не раньше "
                + RUSSIAN.date(startsOn.plusDays(1)) + ": прежний начал " + RUSSIAN.date(startsOn));
        Refusal.when(terms.startsOn().isAfter(plannedEnd), "startsOn", "По плану всё завершается " + RUSSIAN.date(plannedEnd)
                + ". Если наставничество продолжится дольше, внесите новую пару");
        expectNobodyJoinsAfter(terms.startsOn().minusDays(1), "startsOn");
        return new Mentorship(this, terms, newMentor);
    }

    // ---- Correcting: widen, let the members follow, then correct --------------------------------------------------------

    void expectCorrectable(Terms terms) {
        expectNotAnnulled();
        wrongWith(terms, members.stream().map(Membership::student).toList()).refuse();
        expectMembersWithin(terms.startsOn(), terms.plannedEnd());
    }

    /** The first step of {@link #correct}: room for both the old and the new dates. */
    void makeRoomFor(Terms terms) {
        if (terms.order().datedOn().isBefore(orderDatedOn)) {
            standOn(terms.order());
        }
        startsOn = earlier(startsOn, terms.startsOn());
        plannedEnd = later(plannedEnd, terms.plannedEnd());
        lastDay = endedOn == null ? plannedEnd : endedOn;
    }

    /** The second step: who was in it from the first day still is. */
    void membersFollow(LocalDate oldStart, LocalDate newStart) {
        members.stream().filter(member -> member.sinceTheStart(oldStart)).forEach(member -> member.joinOn(newStart));
    }

    void correct(Terms terms) {
        take(terms);
    }

    private void expectMembersWithin(LocalDate newStart, LocalDate newEnd) {
        Refusal.when(endedOn != null && newStart.isAfter(endedOn), "startsOn",
                "Завершено " + RUSSIAN.date(endedOn) + ": начало не может быть позже");
        Refusal.when(endedOn != null && newEnd.isBefore(endedOn), "plannedEnd",
                "Завершено " + RUSSIAN.date(endedOn) + ": плановое окончание не может быть раньше");
        for (Membership member : members) {
            boolean fromTheStart = member.sinceTheStart(startsOn);
            Refusal.when(!fromTheStart && member.joinedOn().isBefore(newStart), "startsOn",
                    member.menteeName() + " – здесь с " + RUSSIAN.date(member.joinedOn()) + ": начало не может быть позже");
            Refusal.when(member.leftOn() != null && member.leftOn().isBefore(newStart), "startsOn",
                    member.menteeName() + " – здесь до " + RUSSIAN.date(member.leftOn()) + ": начало не может быть позже");
            Refusal.when(!fromTheStart && member.joinedOn().isAfter(newEnd), "plannedEnd",
                    member.menteeName() + " – здесь с " + RUSSIAN.date(member.joinedOn()) + ": окончание не может быть раньше");
            Refusal.when(member.leftOn() != null && member.leftOn().isAfter(newEnd), "plannedEnd",
                    member.menteeName() + " – здесь до " + RUSSIAN.date(member.leftOn()) + ": окончание не может быть раньше");
        }
    }

    // ---- Ending early: the members step back, it ends, they end with it ---------------------------------------------------

    /** The first step of {@link #endEarly}: checks everything; who was to leave later leaves on the last day. */
    void stepBackTo(LocalDate on, LocalDate notice) {
        expectGoingOn();
        Refusal.when(on.isBefore(startsOn), "endedOn", "Завершить можно не раньше начала, а началось всё " + RUSSIAN.date(startsOn)
                + ". Если эта запись ошибочна, аннулируйте её");
        Refusal.when(on.isAfter(plannedEnd), "endedOn", "По плану всё завершается " + RUSSIAN.date(plannedEnd)
                + ": позже этого дня завершить досрочно нельзя");
        expectNobodyJoinsAfter(on, "endedOn");
        refuse(ThreeWorkingDaysNotice.refusal(notice, on));
        members.stream().filter(member -> member.leftOn() != null && member.leftOn().isAfter(on))
                .forEach(member -> member.leave(on, member.leavingReason()));
    }

    void endEarly(LocalDate on, String reason, LocalDate notice) {
        endedOn = on;
        endReason = reason;
        noticeOn = notice;
        lastDay = on;
    }

    /** The last step: who would leave on the very last day just ends with it. */
    void membersEndWithIt() {
        members.stream().filter(member -> lastDay.equals(member.leftOn())).forEach(Membership::stay);
    }

    /**
     * The early end was a mistake: it goes on to its planned end, and with it everybody who ended with it.
     *
     * @param continuation the code of what continues it with another mentor, or {@code null}
     */
    void goOn(String continuation) {
        expectNotAnnulled();
        Refusal.when(endedOn == null, null, "«" + code + "» досрочно не завершали: отменять нечего");
        Refusal.when(continuation != null, null, "«" + code + "» продолжает «" + continuation + "» с другим наставником. Если замена внесена по ошибке, "
                + "сначала аннулируйте «" + continuation + "»");
        endedOn = null;
        endReason = null;
        noticeOn = null;
        lastDay = plannedEnd;
    }

    private void expectNobodyJoinsAfter(LocalDate on, String field) {
        members.stream().filter(member -> member.joinedOn().isAfter(on)).findFirst().ifPresent(member -> {
            throw new Refusal(field, member.menteeName() + " – здесь только с " + RUSSIAN.date(member.joinedOn())
                    + ". Этот день не может быть раньше");
        });
    }

    // ---- Leaving and joining ----------------------------------------------------------------------------------------------

    void leave(long menteeId, LocalDate on, String reason) {
        expectGoingOn();
        Membership leaving = members.stream().filter(member -> member.menteeId() == menteeId).findFirst()
                .orElseThrow(() -> new Refusal("mentee", "Такого наставляемого здесь нет. Выберите из списка"));
        Refusal.when(leaving.leftOn() != null, "mentee", "Выход уже отмечен: " + RUSSIAN.date(leaving.leftOn()));
        Refusal.when(on.isBefore(leaving.joinedOn()), "leftOn", "Выйти можно не раньше, чем войти, а это было " + RUSSIAN.date(leaving.joinedOn()));
        Refusal.when(on.isAfter(lastDay), "leftOn", "По плану всё завершается " + RUSSIAN.date(lastDay) + ": выйти позже нельзя");
        refuse(LastMenteeStays.refusal(members.stream().filter(member -> member != leaving).toList(), on));
        leaving.leave(on, reason);
    }

    /** The leaving was a mistake: the mentee is in it to its end. */
    void stay(long menteeId) {
        expectGoingOn();
        Membership member = members.stream().filter(one -> one.menteeId() == menteeId && one.leftOn() != null).findFirst()
                .orElseThrow(() -> new Refusal("Выход этого наставляемого не отмечен: отменять нечего"));
        member.stay();
    }

    /**
     * A mentee joins later than it began.
     *
     * @param order the order that names the mentee
     * @param newKinds how they work from now on: a pair that becomes a group is no longer «один на один» (P5.4)
     */
    void join(Person mentee, LocalDate on, AssignmentOrder order, Set<MentoringKind> newKinds) {
        expectGoingOn();
        refuse(MentorIsNotOwnMentee.refusal(mentorId, List.of(mentee.id()), "mentee"));
        members.stream().filter(member -> member.menteeId() == mentee.id()).findFirst().ifPresent(member -> {
            throw new Refusal("mentee", member.leftOn() == null ? "Этот человек уже здесь. Выберите другого"
                    : "Этот человек уже был здесь и вышел " + RUSSIAN.date(member.leftOn()) + ". Чтобы вернуть его, внесите новую пару");
        });
        Refusal.when(mentee.student() != (form == MentoringForm.EMPLOYER_STUDENT), "mentee", mentee.student()
                ? "Студента можно включить только в форме «работодатель – студент»" : "В форме «работодатель – студент» могут быть только студенты");
        Refusal.when(on.isBefore(startsOn), "joinedOn", "Включить можно не раньше начала, а началось всё " + RUSSIAN.date(startsOn));
        Refusal.when(on.isAfter(lastDay), "joinedOn", "По плану всё завершается " + RUSSIAN.date(lastDay) + ": включить позже нельзя");
        Refusal.when(on.isBefore(order.datedOn()), "joinedOn", "Войти можно не раньше приказа, а приказ – от " + RUSSIAN.date(order.datedOn())
                + ". Исправьте дату или выберите приказ, который называет этого человека");
        members.add(new Membership(this, mentee, on, order));
        Refusals wrong = new Refusals();
        FormModelAndKindsFit.check(wrong, form, model, newKinds, members.stream().map(Membership::student).toList());
        wrong.refuse();
        work(newKinds);
    }

    private void expectGoingOn() {
        expectNotAnnulled();
        Refusal.when(endedOn != null, null, "«" + code + "» уже завершена " + RUSSIAN.date(endedOn));
    }

    // ---- What is known of it ------------------------------------------------------------------------------------------------

    private void lead(Person mentor) {
        mentorId = mentor.id();
        mentorName = mentor.name().full();
    }

    private void take(Terms terms) {
        code = terms.code();
        form = terms.form();
        model = terms.model();
        work(terms.kinds());
        standOn(terms.order());
        startsOn = terms.startsOn();
        plannedEnd = terms.plannedEnd();
        lastDay = endedOn == null ? plannedEnd : endedOn;
        partiesConsentOn = terms.partiesConsentOn();
    }

    private void work(Set<MentoringKind> newKinds) {
        String[] names = newKinds.stream().sorted().map(Enum::name).toArray(String[]::new);
        kinds = Arrays.equals(names, kinds) ? kinds : names;
    }

    /** When the other side was told of the early end, or that nobody had to be told. */
    private Object notice() {
        boolean notNeeded = endedOn != null && noticeOn == null && !MENTOR_REPLACED.equals(endReason);
        return notNeeded ? NO_NOTICE_NEEDED : noticeOn;
    }

    private void standOn(AssignmentOrder order) {
        orderId = order.id();
        orderDatedOn = order.datedOn();
        orderNumber = order.number();
    }

    private static Refusals wrongWith(Terms terms, Collection<Boolean> students) {
        Refusals wrong = new Refusals();
        PeriodInItsPlace.check(wrong, terms.order().datedOn(), terms.startsOn(), terms.plannedEnd());
        FormModelAndKindsFit.check(wrong, terms.form(), terms.model(), terms.kinds(), students);
        return wrong;
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw reason;
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Who is in it on that day or will be. */
    List<Membership> membersFrom(LocalDate day) {
        return members.stream().filter(member -> member.leftOn() == null || !member.leftOn().isBefore(day)).toList();
    }

    @Override
    public Subject subject() {
        return Subject.MENTORSHIP;
    }

    @Override
    public String title() {
        return code;
    }

    @Override
    public Facts facts() {
        Facts facts = new Facts().add("Код", code).add("Наставник", mentorName);
        for (Membership member : members) {
            // Namesakes are two facts.
            facts.add(facts.values().containsKey(member.menteeName()) ? member.menteeName() + " (" + member.menteeId() + ")"
                    : member.menteeName(), member.inWords(startsOn));
        }
        return facts.add("Приказ", RUSSIAN.paper(orderNumber, orderDatedOn))
                .add("Форма", form).add("Модель", model)
                .add("Виды", kinds().stream().map(Labelled::label).collect(Collectors.joining(", ")))
                .add("Начало", startsOn).add("Окончание по плану", plannedEnd)
                .add("Последний день", endedOn).add("Причина завершения", endReason).add("Предупреждение", notice())
                .add("Согласие сторон", partiesConsentOn).add("Аннулировано", annulledOn());
    }

    String code() {
        return code;
    }

    long mentorId() {
        return mentorId;
    }

    Long orderId() {
        return orderId;
    }

    Long replacesId() {
        return replacesId;
    }

    MentoringForm form() {
        return form;
    }

    MentoringModel model() {
        return model;
    }

    Set<MentoringKind> kinds() {
        return Arrays.stream(kinds).map(MentoringKind::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(MentoringKind.class)));
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate plannedEnd() {
        return plannedEnd;
    }

    LocalDate endedOn() {
        return endedOn;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    LocalDate partiesConsentOn() {
        return partiesConsentOn;
    }

    List<Membership> members() {
        return List.copyOf(members);
    }
}
