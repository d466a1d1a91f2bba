package ru.smolensk.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;

/** DOMAIN 3 without a database: what the aggregates and the policies refuse, and where. */
class MentorshipRulesTest {

    private static final LocalDate ORDER = day("02.09.2026");
    private static final LocalDate END = day("31.05.2027");
    private static final Person MENTOR = person(1, "Ткаченко", null);
    private static final Person IRINA = person(2, "Лебедева", MenteeCategory.YOUNG);
    private static final Person SEMYON = person(3, "Бойко", MenteeCategory.NEWCOMER);
    private static final Person STUDENT = person(4, "Ёлкин", MenteeCategory.STUDENT);

    @ParameterizedTest(name = "{5}")
    @CsvSource(nullValues = "-", textBlock = """
            TEACHER_TEACHER,  EXPERIENCED_YOUNG, TRADITIONAL, teacher,         -,     a model belongs to teachers
            TEACHER_TEACHER,  -,                 -,           teacher,         -,     the model may be unknown
            HEAD_TEACHER,     -,                 VIRTUAL,     teacher,         -,     a head has no model
            HEAD_TEACHER,     EXPERIENCED_YOUNG, -,           teacher,         model, a head with a model is refused
            EMPLOYER_STUDENT, SUBJECT_EXPERT,    -,           student,         model, an employer with a model is refused
            TEACHER_TEACHER,  -,                 GROUP,       teacher,         kinds, one mentee is no group
            TEACHER_TEACHER,  -,                 GROUP,       teacher teacher, -,     two mentees are a group
            EMPLOYER_STUDENT, -,                 -,           student,         -,     a student needs the form of students
            EMPLOYER_STUDENT, -,                 GROUP,       student student, -,     several students are a group too
            TEACHER_TEACHER,  -,                 -,           student,         form,  a student among teachers is refused
            HEAD_TEACHER,     -,                 -,           teacher student, form,  one student among teachers is refused too
            EMPLOYER_STUDENT, -,                 -,           teacher,         form,  the form of students is for students alone
            EMPLOYER_STUDENT, -,                 -,           student teacher, form,  and for all of them
            """)
    void theFormTheModelTheKindsAndThePeopleFitEachOther(MentoringForm form, MentoringModel model, MentoringKind kind, String people,
                                                         String field, String rule) {
        Set<MentoringKind> kinds = kind == null ? Set.of() : EnumSet.of(kind);
        List<Boolean> students = Stream.of(people.split(" ")).map("student"::equals).toList();

        Refusals wrong = new Refusals();
        FormModelAndKindsFit.check(wrong, form, model, kinds, students);
        assertThat(wrong.found()).extracting(Refusal::field).isEqualTo(field == null ? List.of() : List.of(field));
    }

    @ParameterizedTest(name = "{0} – {1}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            02.09.2026, 31.05.2027, -,          the day of the order is early enough
            01.09.2026, 31.05.2027, startsOn,   a day before the order is too early
            02.09.2026, 02.09.2026, -,          one day is a period
            02.09.2026, 01.09.2026, plannedEnd, the end is not before the start
            02.09.2026, 02.09.2031, -,          five years are possible
            02.09.2026, 03.09.2031, plannedEnd, more than five years are a slip
            02.09.2028, 31.05.2029, -,          two years after the order are possible
            03.09.2028, 31.05.2029, startsOn,   more than two years after the order are a slip
            """)
    void thePeriodStandsAfterTheOrderAndIsNotAbsurd(String from, String until, String field, String rule) {
        Refusals wrong = new Refusals();
        PeriodInItsPlace.check(wrong, ORDER, day(from), day(until));
        assertThat(wrong.found()).extracting(Refusal::field).isEqualTo(field == null ? List.of() : List.of(field));
    }

    @ParameterizedTest(name = "told on {0}: the last day may be {1}")
    @CsvSource({
        "16.11.2026, 19.11.2026", // Monday – Thursday
        "19.11.2026, 24.11.2026", // Thursday, over a weekend
        "21.11.2026, 25.11.2026", // Saturday counts from Monday
        "02.11.2026, 06.11.2026", // 4 November is a holiday
        "30.12.2026, 12.01.2027", // the January holidays and their weekend
        "30.04.2026, 06.05.2026", // 1 May
        "08.06.2026, 11.06.2026", // before 12 June
        "10.06.2026, 16.06.2026", // over 12 June
    })
    void threeWorkingDaysAreCountedFromTheDayAfterTheNotice(String notice, String earliest) {
        assertThat(ThreeWorkingDaysNotice.earliestEnd(day(notice))).isEqualTo(day(earliest));
        assertThat(ThreeWorkingDaysNotice.refusal(day(notice), day(earliest))).isEmpty();
        assertThat(ThreeWorkingDaysNotice.refusal(day(notice), day(earliest).minusDays(1))).get()
                .extracting(Refusal::field, Refusal::getMessage).asString().contains("endedOn", "351.8", earliest);
    }

    @Test
    void aNoticeAfterTheEndIsSenselessAndNoNoticeIsForTheCuratorToAnswerFor() {
        assertThat(ThreeWorkingDaysNotice.refusal(day("20.11.2026"), day("19.11.2026"))).get().extracting(Refusal::field).isEqualTo("noticeOn");
        assertThat(ThreeWorkingDaysNotice.refusal(null, day("19.11.2026"))).isEmpty();
    }

    @Test
    void beforeTheArticleWasInForceNobodyOwedThreeDays() {
        assertThat(ThreeWorkingDaysNotice.refusal(day("28.02.2025"), day("01.03.2025"))).isEmpty();
        assertThat(ThreeWorkingDaysNotice.refusal(day("03.03.2025"), day("04.03.2025"))).isPresent();
    }

    @Test
    void aMentorIsNotTheirOwnMentee() {
        assertThatThrownBy(() -> pair(MENTOR, IRINA, person(1, "Ткаченко", MenteeCategory.EXPERIENCED)))
                .hasMessageContaining("у самого себя").extracting("field").isEqualTo("mentees");
    }

    @Test
    void aMentorshipWithoutMenteesIsNone() {
        assertThatThrownBy(() -> pair(MENTOR)).extracting("field").isEqualTo("mentees");
    }

    @Test
    void everybodyIsInItFromTheFirstDay() {
        assertThat(pair(MENTOR, IRINA, SEMYON).members()).extracting(Membership::joinedOn).containsExactly(ORDER, ORDER);
    }

    @Test
    void itEndsEarlyOnceWithinItsPeriodAndFreesThoseWhoWereToLeaveLater() {
        Mentorship group = pair(MENTOR, IRINA, SEMYON);
        group.leave(3, day("01.03.2027"), "Переезд");

        assertRefused("endedOn", () -> group.stepBackTo(day("01.09.2026"), null));
        assertRefused("endedOn", () -> group.stepBackTo(day("01.06.2027"), null));
        end(group, day("15.02.2027"));

        assertThat(group.lastDay()).isEqualTo(day("15.02.2027"));
        assertThat(group.members()).extracting(Membership::leftOn).containsOnlyNulls();
        assertRefused(null, () -> group.stepBackTo(day("10.02.2027"), null));
    }

    @Test
    void whoHasLeftBeforeTheEarlyEndStaysGone() {
        Mentorship group = pair(MENTOR, IRINA, SEMYON);
        group.leave(3, day("01.02.2027"), "Переезд");
        end(group, day("15.02.2027"));
        assertThat(group.members()).extracting(Membership::leftOn).containsExactlyInAnyOrder(null, day("01.02.2027"));
    }

    @Test
    void itCannotEndBeforeSomebodyJoins() {
        Mentorship group = pair(MENTOR, IRINA);
        join(group, SEMYON, day("01.03.2027"));
        assertRefused("endedOn", () -> group.stepBackTo(day("28.02.2027"), null));
        assertThatNoException().isThrownBy(() -> group.stepBackTo(day("01.03.2027"), null));
    }

    @Test
    void theLastMenteeDoesNotLeave() {
        Mentorship group = pair(MENTOR, IRINA, SEMYON);
        group.leave(2, day("01.03.2027"), "Переезд");
        assertRefused("leftOn", () -> group.leave(3, day("01.04.2027"), "Переезд"));
    }

    @Test
    void nobodyIsLeftWithAGapUntilTheNextOneJoins() {
        Mentorship group = pair(MENTOR, IRINA);
        join(group, SEMYON, day("01.03.2027"));
        assertRefused("leftOn", () -> group.leave(2, day("27.02.2027"), "Переезд"));
        assertThatNoException().isThrownBy(() -> group.leave(2, day("28.02.2027"), "Переезд"));
    }

    @Test
    void aMenteeLeavesOnceAfterJoiningAndBeforeTheEnd() {
        Mentorship group = pair(MENTOR, IRINA, SEMYON);
        assertRefused("leftOn", () -> group.leave(2, day("01.09.2026"), "Рано"));
        assertRefused("leftOn", () -> group.leave(2, day("01.06.2027"), "Поздно"));
        assertRefused("mentee", () -> group.leave(99, day("01.03.2027"), "Кто это"));
        group.leave(2, day("01.03.2027"), "Переезд");
        assertRefused("mentee", () -> group.leave(2, day("01.04.2027"), "Ещё раз"));
    }

    @Test
    void aMenteeJoinsOnceWithinThePeriodAndFitsTheForm() {
        Mentorship pair = pair(MENTOR, IRINA);
        assertRefused("mentee", () -> join(pair, IRINA, day("01.10.2026")));
        assertRefused("mentee", () -> join(pair, STUDENT, day("01.10.2026")));
        assertRefused("mentee", () -> join(pair, MENTOR, day("01.10.2026")));
        assertRefused("joinedOn", () -> join(pair, SEMYON, day("01.09.2026")));
        assertRefused("joinedOn", () -> join(pair, SEMYON, day("01.06.2027")));
        join(pair, SEMYON, day("01.10.2026"));
        assertThat(pair.members()).hasSize(2);
    }

    @Test
    void anotherMentorTakesOverWhoIsStillThere() {
        Mentorship group = pair(MENTOR, IRINA, SEMYON);
        group.leave(3, day("01.11.2026"), "Переезд");
        Mentorship next = group.replacedBy(person(9, "Громов", null), terms(MentoringForm.TEACHER_TEACHER, day("01.12.2026"), END));
        assertThat(next.members()).extracting(Membership::menteeName).containsExactly("Лебедева Анна Петровна");
        assertThat(next.members()).extracting(Membership::joinedOn).containsExactly(day("01.12.2026"));
    }

    @Test
    void aMentorIsReplacedBySomebodyElseOnADayInside() {
        Mentorship pair = pair(MENTOR, IRINA);
        Person other = person(9, "Громов", null);
        assertRefused("mentor", () -> pair.replacedBy(MENTOR, terms(MentoringForm.TEACHER_TEACHER, day("01.12.2026"), END)));
        assertRefused("mentor", () -> pair.replacedBy(IRINA, terms(MentoringForm.TEACHER_TEACHER, day("01.12.2026"), END)));
        assertRefused("startsOn", () -> pair.replacedBy(other, terms(MentoringForm.TEACHER_TEACHER, ORDER, END)));
        assertRefused("startsOn", () -> pair.replacedBy(other, terms(MentoringForm.TEACHER_TEACHER, day("01.06.2027"), END)));
        assertThatNoException().isThrownBy(() -> pair.replacedBy(other, terms(MentoringForm.TEACHER_TEACHER, day("03.09.2026"), END)));
    }

    @Test
    void datesAreCorrectedWithinWhatHasHappened() {
        Mentorship group = pair(MENTOR, IRINA, SEMYON);
        join(group, person(5, "Орлова", MenteeCategory.NEWCOMER), day("01.10.2026"));
        group.leave(3, day("01.03.2027"), "Переезд");

        assertRefused("startsOn", () -> group.expectCorrectable(terms(MentoringForm.TEACHER_TEACHER, day("02.10.2026"), END)));
        assertRefused("plannedEnd", () -> group.expectCorrectable(terms(MentoringForm.TEACHER_TEACHER, ORDER, day("28.02.2027"))));
        assertRefused("form", () -> group.expectCorrectable(terms(MentoringForm.EMPLOYER_STUDENT, ORDER, END)));
        assertThatNoException().isThrownBy(() -> group.expectCorrectable(
                terms(MentoringForm.TEACHER_TEACHER, day("01.10.2026"), day("01.03.2027"))));
    }

    @Test
    void whatIsAnnulledOnlyStays() {
        Mentorship pair = pair(MENTOR, IRINA);
        pair.annul(day("22.11.2026"), "Ошибка");
        assertRefused(null, () -> pair.stepBackTo(day("01.12.2026"), null));
        assertRefused(null, () -> join(pair, SEMYON, day("01.12.2026")));
        assertRefused(null, () -> pair.expectCorrectable(terms(MentoringForm.TEACHER_TEACHER, ORDER, END)));
        assertRefused(null, () -> pair.annul(day("23.11.2026"), "Ещё раз"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"31.12.1999, datedOn", "01.01.2000, -", "22.11.2027, -", "23.11.2027, datedOn"})
    void anOrderIsNeitherAncientNorOfAFarFuture(String dated, String field) {
        Refusal refusal = null;
        try {
            new AssignmentOrder(1, Base.text("14-а", day(dated)), null, day("22.11.2026"));
        } catch (Refusal refused) {
            refusal = refused;
        }
        assertThat(refusal == null ? null : refusal.field()).isEqualTo(field);
    }

    @Test
    void allThatIsWrongWithANewPairIsRefusedTogether() {
        AssignmentOrder order = new AssignmentOrder(1, Base.text("14-а", ORDER), null, ORDER);
        var terms = new Mentorship.Terms("П-1", order, MentoringForm.HEAD_TEACHER, MentoringModel.SUBJECT_EXPERT, Set.of(MentoringKind.GROUP),
                day("01.09.2026"), day("31.08.2026"), null);
        assertThatThrownBy(() -> new Mentorship(1, terms, MENTOR, List.of(IRINA))).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.all()).extracting(Refusal::field).containsExactly("startsOn", "plannedEnd", "model", "kinds"));
    }

    @Test
    void whoJoinsLaterIsNamedByAnOrderThatIsNotLaterAndMakesThePairAGroup() {
        Mentorship pair = pair(MENTOR, IRINA);
        AssignmentOrder second = new AssignmentOrder(1, Base.text("21-а", day("20.11.2026")), null, day("22.11.2026"));
        assertRefused("joinedOn", () -> pair.join(SEMYON, day("19.11.2026"), second, Set.of()));
        pair.join(SEMYON, day("20.11.2026"), second, Set.of(MentoringKind.GROUP));
        assertThat(pair.kinds()).containsExactly(MentoringKind.GROUP);
        assertThat(pair.facts().values()).containsValue("наставляемый с 20.11.2026, приказ №\u00a021-а от\u00a020.11.2026");
    }

    private static void join(Mentorship mentorship, Person mentee, LocalDate on) {
        mentorship.join(mentee, on, new AssignmentOrder(1, Base.text("14-а", ORDER.minusDays(2)), null, ORDER), mentorship.kinds());
    }

    private static void end(Mentorship mentorship, LocalDate on) {
        mentorship.stepBackTo(on, null);
        mentorship.endEarly(on, "Причина", null);
        mentorship.membersEndWithIt();
    }

    private static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(Refusal.class).extracting("field").isEqualTo(field);
    }

    private static Mentorship pair(Person mentor, Person... mentees) {
        return new Mentorship(1, terms(MentoringForm.TEACHER_TEACHER, ORDER, END), mentor, List.of(mentees));
    }

    private static Mentorship.Terms terms(MentoringForm form, LocalDate from, LocalDate until) {
        AssignmentOrder order = new AssignmentOrder(1, Base.text("14-а", ORDER), null, ORDER);
        return new Mentorship.Terms("П-1", order, form, null, Set.of(), from, until, null);
    }

    private static Person person(long id, String lastName, MenteeCategory category) {
        return new Person(id, new PersonName(lastName, "Анна", "Петровна"), null, category);
    }

    private static LocalDate day(String text) {
        return ru.smolensk.mentoring.platform.Typed.date(text);
    }
}
