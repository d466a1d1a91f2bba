package ru.smolensk.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** Pairs and groups through the services and down to the rows. */
@PortalTest
@RecordApplicationEvents
class MentorshipsTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mentorships mentorships;

    @Autowired
    AssignmentOrders orders;

    @Autowired
    ApplicationEvents events;

    Base base;
    long order;
    long mentor;
    long mentee;
    long second;

    @BeforeEach
    void aBase() {
        base = new Base(town.school(), jdbc);
        order = base.order();
        mentor = base.mentor("Ткаченко");
        mentee = base.mentee("Лебедева");
        second = base.mentee("Бойко");
    }

    @Test
    void codesFollowEachOtherPairsAndGroupsApart() {
        long first = start(null, mentor, mentee);
        long next = start(null, base.mentor("Громов"), mentee);
        long group = start(null, base.mentor("Щербакова"), mentee, second);
        start("П-41", base.mentor("Седова"), mentee);
        long last = start(null, base.mentor("Юдина"), mentee);

        assertThat(List.of(code(first), code(next), code(group), code(last))).containsExactly("П-1", "П-2", "Г-1", "П-42");
    }

    @Test
    void theSamePairIsRefusedWithTheCodeAndTheDaysOfTheOneInTheWay() {
        start("П-1", mentor, mentee);
        assertThatThrownBy(() -> start("П-2", mentor, second, mentee)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Лебедева").hasMessageContaining("«П-1»").hasMessageContaining("02.09.2026")
                .extracting("field").isEqualTo("mentees");
    }

    @Test
    void reverseMentoringAndTwoMentorsOfOneMenteeAreAllowed() {
        base.alsoMentee(mentor, "EXPERIENCED");
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2024-09-01')")
                .params(base.school().id(), mentee).update();
        start("П-1", mentor, mentee);

        assertThat(start("П-2", mentee, mentor)).isPositive();
        assertThat(start("П-3", base.mentor("Громов"), mentee)).isPositive();
    }

    @Test
    void twoAtTheSameMomentMakeOnePairAndTheOtherIsTold() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService curators = Executors.newFixedThreadPool(2);
        List<Future<Long>> answers = new ArrayList<>();
        for (String code : List.of("П-1", "П-2")) {
            Callable<Long> curator = () -> {
                together.await();
                return start(code, mentor, mentee);
            };
            answers.add(curators.submit(curator));
        }

        List<String> refusals = new ArrayList<>();
        for (Future<Long> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException refused) {
                assertThat(refused.getCause()).isInstanceOf(Refusal.class);
                refusals.add(refused.getCause().getMessage());
            }
        }
        curators.shutdown();

        assertThat(refusals).singleElement().asString().contains("уже вместе");
        assertThat(jdbc.sql("select count(*) from mentorship where organisation_id = ?").param(base.school().id())
                .query(Integer.class).single()).isOne();
    }

    @Test
    void theLastTwoMenteesWhoLeaveAtTheSameMomentDoNotLeaveTheMentorAlone() throws Exception {
        long group = start("Г-1", mentor, mentee, second);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService curators = Executors.newFixedThreadPool(2);
        List<Future<?>> answers = new ArrayList<>();
        for (long leaving : List.of(mentee, second)) {
            answers.add(curators.submit(() -> {
                together.await();
                mentorships.leave(base.school(), group, leaving, day(2027, 3, 1), "Переезд");
                return null;
            }));
        }
        int refused = 0;
        for (Future<?> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException failure) {
                assertThat(failure.getCause()).isInstanceOf(Refusal.class);
                refused++;
            }
        }
        curators.shutdown();
        assertThat(refused).isOne();
    }

    @Test
    void anEarlyEndReachesEveryRowAndForgetsLeavingsThatNeverHappened() {
        long group = start("Г-1", mentor, mentee, second);
        mentorships.leave(base.school(), group, second, day(2027, 3, 1), "Переезд");
        // From the day after the leaving they are a pair of their own.
        mentorships.start(base.school(), new Mentorships.NewMentorship("П-1", order, mentor, List.of(second), MentoringForm.TEACHER_TEACHER,
                null, Set.of(), day(2027, 3, 2), day(2027, 5, 31), null));

        mentorships.endEarly(base.school(), group, new Mentorships.EarlyEnd(day(2027, 2, 15), "Цель достигнута", null));

        assertThat(base.row(group, "ended_on, end_reason, last_day")).isEqualTo("2027-02-15 Цель достигнута 2027-02-15");
        assertThat(base.member(group, second, "left_on, leaving_reason, last_day")).isEqualTo("null null 2027-02-15");
        assertThat(base.member(group, mentee, "left_on, last_day")).isEqualTo("null 2027-02-15");
    }

    @Test
    void aNewMentorTakesTheMenteesOverTheNextDay() {
        long group = start("Г-1", mentor, mentee, second);
        mentorships.leave(base.school(), group, second, day(2026, 10, 31), "Переезд");
        long newMentor = base.mentor("Громов");
        long newOrder = base.order("20", day(2026, 11, 20));

        long next = mentorships.replaceMentor(base.school(), group,
                new Mentorships.Replacement(null, newMentor, newOrder, day(2026, 12, 1), day(2027, 5, 31), null));

        assertThat(base.row(group, "ended_on, end_reason")).isEqualTo("2026-11-30 замена наставника");
        assertThat(base.row(next, "code, mentor_id, starts_on, last_day, replaces_id, order_id"))
                .isEqualTo("П-1 " + newMentor + " 2026-12-01 2027-05-31 " + group + " " + newOrder);
        assertThat(base.member(next, mentee, "joined_on, left_on")).isEqualTo("2026-12-01 null");
        assertThat(jdbc.sql("select count(*) from mentorship_mentee where mentorship_id = ?").param(next).query(Integer.class).single()).isOne();
    }

    @Test
    void whoIsReplacedMayMentorTheSameMenteeFromAnotherDayOn() {
        long pair = start("П-1", mentor, mentee);
        long next = mentorships.replaceMentor(base.school(), pair,
                new Mentorships.Replacement("П-2", base.mentor("Громов"), order, day(2026, 12, 1), day(2027, 5, 31), null));
        long back = mentorships.replaceMentor(base.school(), next,
                new Mentorships.Replacement("П-3", mentor, order, day(2027, 2, 1), day(2027, 5, 31), null));
        assertThat(base.member(back, mentee, "joined_on")).isEqualTo("2027-02-01");
    }

    @Test
    void aReplacementThatOverlapsIsRefusedAndTheOldPairGoesOn() {
        long pair = start("П-1", mentor, mentee);
        long busy = base.mentor("Громов");
        start("П-2", busy, mentee);

        assertThatThrownBy(() -> mentorships.replaceMentor(base.school(), pair,
                new Mentorships.Replacement("П-3", busy, order, day(2026, 12, 1), day(2027, 5, 31), null)))
                .isInstanceOf(Refusal.class).hasMessageContaining("«П-2»").extracting("field").isEqualTo("mentor");
        assertThat(base.row(pair, "ended_on")).isEqualTo("null");
    }

    @Test
    void aGroupThatFallsToOneMenteeIsHandedOverAsAPair() {
        long group = mentorships.start(base.school(), new Mentorships.NewMentorship("Г-1", order, mentor, List.of(mentee, second),
                MentoringForm.TEACHER_TEACHER, null, Set.of(MentoringKind.GROUP, MentoringKind.VIRTUAL), Base.ORDER_DATE, day(2027, 5, 31), null));
        mentorships.leave(base.school(), group, second, day(2026, 10, 31), "Переезд");
        long next = mentorships.replaceMentor(base.school(), group,
                new Mentorships.Replacement(null, base.mentor("Громов"), order, day(2026, 12, 1), day(2027, 5, 31), null));
        assertThat(base.row(group, "array_to_string(kinds, ',')")).isEqualTo("GROUP,VIRTUAL");
        assertThat(base.row(next, "array_to_string(kinds, ',')")).isEqualTo("VIRTUAL");
    }

    @Test
    void correctedDatesMoveEverybodyWhoWasThereFromTheStart() {
        long group = start("Г-1", mentor, mentee);
        mentorships.join(base.school(), group, new Mentorships.Joining(second, order, day(2026, 10, 1), Set.of()));

        correct(group, 0, day(2026, 9, 14), day(2027, 6, 30));
        assertThat(base.member(group, mentee, "joined_on, starts_on, last_day")).isEqualTo("2026-09-14 2026-09-14 2027-06-30");
        assertThat(base.member(group, second, "joined_on, starts_on, last_day")).isEqualTo("2026-10-01 2026-09-14 2027-06-30");

        correct(group, null, Base.ORDER_DATE, day(2026, 12, 31));
        assertThat(base.member(group, mentee, "joined_on, starts_on, last_day")).isEqualTo("2026-09-02 2026-09-02 2026-12-31");
    }

    @Test
    void aPairEnteredAYearTooEarlyIsMovedAsAWhole() {
        long old = base.order("5", day(2025, 9, 1));
        long pair = mentorships.start(base.school(), new Mentorships.NewMentorship("П-1", old, mentor, List.of(mentee),
                MentoringForm.TEACHER_TEACHER, null, Set.of(), day(2025, 9, 1), day(2026, 5, 31), null));
        correct(pair, null, Base.ORDER_DATE, day(2027, 5, 31));
        assertThat(base.member(pair, mentee, "joined_on, starts_on, last_day")).isEqualTo("2026-09-02 2026-09-02 2027-05-31");
        mentorships.correct(base.school(), pair, version(pair), new Mentorships.Correction("П-1", old, MentoringForm.TEACHER_TEACHER, null,
                Set.of(), day(2025, 9, 1), day(2026, 5, 31), null));
        assertThat(base.member(pair, mentee, "joined_on, starts_on, last_day")).isEqualTo("2025-09-01 2025-09-01 2026-05-31");
    }

    @Test
    void aCorrectionThatWouldOverlapNamesThePairInTheWay() {
        long first = start("П-1", mentor, mentee);
        mentorships.endEarly(base.school(), first, new Mentorships.EarlyEnd(day(2026, 12, 31), "Отпуск", null));
        long next = mentorships.start(base.school(), new Mentorships.NewMentorship("П-2", order, mentor, List.of(mentee),
                MentoringForm.TEACHER_TEACHER, null, Set.of(), day(2027, 2, 1), day(2027, 5, 31), null));
        assertThatThrownBy(() -> correct(next, null, day(2026, 12, 31), day(2027, 5, 31))).isInstanceOf(Refusal.class)
                .hasMessageContaining("«П-1»");
        correct(next, null, day(2027, 1, 1), day(2027, 5, 31));
        assertThat(base.member(next, mentee, "joined_on")).isEqualTo("2027-01-01");
    }

    @Test
    void anAnnulmentFreesThePeopleAndIsPublished() {
        long pair = start("П-1", mentor, mentee);
        mentorships.annul(base.school(), pair, "Не тот наставник");

        assertThat(events.stream(MentorshipAnnulled.class))
                .containsExactly(new MentorshipAnnulled(base.school().id(), pair, "Не тот наставник"));
        assertThat(base.member(pair, mentee, "annulled")).isEqualTo("true");
        assertThat(start("П-2", mentor, mentee)).isPositive();
    }

    @Test
    void peopleAndOrdersOfAnotherOrganisationAreNotInTheList() {
        Base other = new Base(town.school(), jdbc);
        assertRefused("mentor", Base.together("П-1", order, other.mentor("Чужая"), mentee));
        assertRefused("mentees", Base.together("П-1", order, mentor, other.mentee("Чужой")));
        assertRefused("mentees", Base.together("П-1", order, mentor, mentee, other.mentee("Чужих")));
        assertRefused("order", Base.together("П-1", other.order(), mentor, mentee));
        assertRefused("mentor", Base.together("П-1", order, mentee, second));
        assertRefused("mentees", Base.together("П-1", order, mentor, base.mentor("Громов")));
        assertRefused("order", Base.together("П-1", -1, mentor, mentee));
    }

    @Test
    void whoHasLeftTheOrganisationIsNotInTheListEither() {
        jdbc.sql("update participant set left_on = '2020-01-01' where id = ?").param(second).update();
        assertRefused("mentees", Base.together("П-1", order, mentor, second));
    }

    @Test
    void nothingIsPutOnAnAnnulledOrderAndAnOrderInUseIsNotAnnulled() {
        start("П-1", mentor, mentee);
        assertThatThrownBy(() -> orders.annul(base.school(), order, "Ошибка")).isInstanceOf(Refusal.class).hasMessageContaining("«П-1»");

        long unused = base.order();
        orders.annul(base.school(), unused, "Ошибка");
        assertRefused("order", Base.together("П-2", unused, base.mentor("Громов"), mentee));
    }

    @Test
    void theConsentOfBothSidesIsNotOfTomorrow() {
        assertRefused("partiesConsentOn", new Mentorships.NewMentorship("П-1", order, mentor, List.of(mentee), MentoringForm.TEACHER_TEACHER,
                null, Set.of(), Base.ORDER_DATE, day(2027, 5, 31), LocalDate.now().plusDays(2)));
    }

    @Test
    void anOrderThatNamesWhoJoinedLaterStaysAndKeepsItsDate() {
        long pair = start("П-1", mentor, mentee);
        long later = base.order("21-а", day(2026, 9, 20));
        mentorships.join(base.school(), pair, new Mentorships.Joining(second, later, day(2026, 10, 1), Set.of(MentoringKind.GROUP)));
        assertThat(base.row(pair, "array_to_string(kinds, ',')")).isEqualTo("GROUP");
        assertThat(base.member(pair, second, "order_id, order_dated_on")).isEqualTo(later + " 2026-09-20");
        assertThatThrownBy(() -> orders.annul(base.school(), later, "Ошибка")).isInstanceOf(Refusal.class).hasMessageContaining("«П-1»");
        assertThatThrownBy(() -> orders.correct(base.school(), later, 0, Base.text("21-а", day(2026, 10, 2))))
                .isInstanceOf(Refusal.class).hasMessageContaining("01.10.2026");
        orders.correct(base.school(), later, 0, Base.text("21-а", day(2026, 10, 1)));
        assertThat(base.member(pair, second, "order_dated_on")).isEqualTo("2026-10-01");
    }

    @Test
    void anotherOrganisationsMentorshipIsNotThere() {
        long pair = start("П-1", mentor, mentee);
        var stranger = town.school();
        assertThatThrownBy(() -> mentorships.annul(stranger, pair, "Чужое")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mentorships.join(stranger, pair, new Mentorships.Joining(second, order, day(2026, 12, 1), Set.of()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.annul(stranger, order, "Чужое")).isInstanceOf(NotFound.class);
    }

    private void correct(long id, Integer version, LocalDate from, LocalDate until) {
        mentorships.correct(base.school(), id, version == null ? version(id) : version,
                new Mentorships.Correction(code(id), order, MentoringForm.TEACHER_TEACHER, null, Set.of(), from, until, null));
    }

    private int version(long id) {
        return jdbc.sql("select version from mentorship where id = ?").param(id).query(Integer.class).single();
    }

    private String code(long id) {
        return base.row(id, "code");
    }

    private long start(String code, long mentorId, Long... mentees) {
        return mentorships.start(base.school(), Base.together(code, order, mentorId, mentees));
    }

    private void assertRefused(String field, Mentorships.NewMentorship said) {
        assertThatThrownBy(() -> mentorships.start(base.school(), said)).isInstanceOf(Refusal.class).extracting("field").isEqualTo(field);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
