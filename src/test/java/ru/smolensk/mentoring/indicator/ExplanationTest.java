package ru.smolensk.mentoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.BEGAN_TEACHING;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.END;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.START;
import static ru.smolensk.mentoring.indicator.CountingRulesTest.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.Explanation.Line;
import ru.smolensk.mentoring.indicator.Explanation.Unmet;
import ru.smolensk.mentoring.indicator.Facts.Member;
import ru.smolensk.mentoring.indicator.Facts.Mentorship;
import ru.smolensk.mentoring.indicator.Facts.Partner;
import ru.smolensk.mentoring.indicator.Facts.Person;
import ru.smolensk.mentoring.indicator.Facts.Programme;
import ru.smolensk.mentoring.indicator.Facts.Status;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;

@PortalTest
@Transactional
class ExplanationTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IndicatorReport report;

    final Facts facts = new Facts();

    private Explanation explain(Figure figure) {
        facts.save(jdbc);
        return report.explain(figure, facts.id, Period.on(TODAY));
    }

    private static List<Unmet> unmet(Explanation explanation, long id) {
        return explanation.notCounted().stream().filter(line -> line.id() == id).findFirst().orElseThrow().unmet();
    }

    private void rename(Person person, String lastName, String firstName, String patronymic) {
        jdbc.update("update participant set last_name = ?, first_name = ?, patronymic = ? where organisation_id = ? and id = ?",
                lastName, firstName, patronymic, facts.id, person.id());
    }

    @Test
    void whoIsCountedIsShownWithTheOrderAndTheProgramme() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        Mentorship pair = facts.mentorship(START, END, facts.mentor(), mentee);
        Programme programme = facts.approved(pair, START);

        Explanation explanation = explain(Figure.YOUNG_SPECIALISTS);

        assertThat(explanation.notCounted()).isEmpty();
        Line line = explanation.counted().get(0);
        assertThat(line.address()).isEqualTo("/workspace/mentees/" + mentee.id());
        assertThat(line.orders()).containsExactly(new Explanation.Order(pair.order().id(), pair.order().id() + "-а", START));
        assertThat(line.programmes()).containsExactly(
                new Explanation.Programme(programme.id(), "Программа " + programme.id(), programme.id() + "-п", START));
        assertThat(line.programmes().get(0).address()).isEqualTo("/workspace/programmes/" + programme.id());
    }

    @Test
    void peopleStandInTheOrderOfRussianNames() {
        Person first = facts.mentor();
        Person second = facts.mentor();
        facts.save(jdbc);
        rename(first, "Ёлкина", "Анна", null);
        rename(second, "Егорова", "Яна", "Ильинична");

        Explanation explanation = report.explain(Figure.MENTORS, facts.id, Period.on(TODAY));

        assertThat(explanation.notCounted()).extracting(Line::title).containsExactly("Егорова Яна Ильинична", "Ёлкина Анна");
    }

    @Test
    void oneWithoutAnOrderAndAProgrammeIsSentToTheOrderFirst() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        Person mentor = facts.mentor();

        assertThat(unmet(explain(Figure.YOUNG_SPECIALISTS), mentee.id())).containsExactly(
                new Unmet(Obstacle.NO_ORDER, null, "/workspace/mentorships/new?mentee=" + mentee.id()),
                new Unmet(Obstacle.NO_PROGRAMME, null, null));
        assertThat(unmet(report.explain(Figure.MENTORS, facts.id, Period.on(TODAY)), mentor.id()))
                .extracting(Unmet::address).containsExactly("/workspace/mentorships/new?mentor=" + mentor.id(), null);
    }

    @Test
    void oneWithoutAProgrammeIsSentToWriteIt() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        Mentorship pair = facts.mentorship(START, END, facts.mentor(), mentee);

        assertThat(unmet(explain(Figure.YOUNG_SPECIALISTS), mentee.id())).containsExactly(
                new Unmet(Obstacle.NO_PROGRAMME, null, "/workspace/programmes/new?mentorship=" + pair.id()));
    }

    @Test
    void aDraftIsShownToBeFinishedAndThenApproved() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        Person mentor = facts.mentor();
        Programme draft = facts.draft(facts.mentorship(START, END, mentor, mentee));
        facts.save(jdbc);

        String address = "/workspace/programmes/" + draft.id();
        assertThatAllSay(new Unmet(Obstacle.PROGRAMME_UNFINISHED, null, address), mentee, mentor, draft);

        jdbc.update("update programme set goal = 'Учиться слышать' where organisation_id = ? and id = ?", facts.id, draft.id());
        assertThatAllSay(new Unmet(Obstacle.PROGRAMME_UNFINISHED, null, address), mentee, mentor, draft);

        jdbc.update("insert into programme_activity (organisation_id, programme_id, position, what) values (?, ?, 1, 'Уроки')", facts.id,
                draft.id());
        assertThatAllSay(new Unmet(Obstacle.PROGRAMME_NOT_APPROVED, null, address), mentee, mentor, draft);
    }

    @Test
    void whoHasComeToAnotherMentorIsNotSentToTheDraftThatWasLeftBehind() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        facts.draft(facts.mentorship(START, LocalDate.of(2026, 9, 30), facts.mentor(), mentee));
        Mentorship now = facts.mentorship(LocalDate.of(2026, 10, 1), END, facts.mentor(), mentee);

        assertThat(unmet(explain(Figure.YOUNG_SPECIALISTS), mentee.id())).containsExactly(
                new Unmet(Obstacle.NO_PROGRAMME, null, "/workspace/programmes/new?mentorship=" + now.id()));
    }

    private void assertThatAllSay(Unmet expected, Person mentee, Person mentor, Programme draft) {
        assertThat(unmet(report.explain(Figure.YOUNG_SPECIALISTS, facts.id, Period.on(TODAY)), mentee.id())).containsExactly(expected);
        assertThat(unmet(report.explain(Figure.MENTORS, facts.id, Period.on(TODAY)), mentor.id())).containsExactly(expected);
        assertThat(unmet(report.explain(Figure.APPROVED_PROGRAMMES, facts.id, Period.on(TODAY)), draft.id())).containsExactly(expected);
    }

    @Test
    void aProgrammeApprovedLaterWasNotApprovedOnThatDay() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        facts.approved(facts.mentorship(START, END, facts.mentor(), mentee), LocalDate.of(2026, 10, 15));

        assertThat(unmet(explain(Figure.YOUNG_SPECIALISTS), mentee.id())).extracting(Unmet::sentence)
                .containsExactly("программа не утверждена (15.10.2026)");
    }

    @Test
    void anEndedMentorshipAndProgrammeAskForNewOnes() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        facts.approved(facts.mentorship(START, LocalDate.of(2026, 9, 30), facts.mentor(), mentee), START);

        assertThat(unmet(explain(Figure.YOUNG_SPECIALISTS), mentee.id())).containsExactly(
                new Unmet(Obstacle.MENTORSHIP_OVER, LocalDate.of(2026, 9, 30), "/workspace/mentorships/new?mentee=" + mentee.id()),
                new Unmet(Obstacle.PROGRAMME_OVER, LocalDate.of(2026, 9, 30), null));
    }

    @Test
    void oneWhoJoinsAGroupLaterIsToldWhen() {
        Person mentee = facts.mentee(BEGAN_TEACHING);
        Mentorship group = Facts.added(facts.mentorships, new Mentorship(Facts.nextId(), facts.mentor(), facts.order(START), START, END,
                null, false, List.of(new Member(mentee, LocalDate.of(2026, 11, 1), null))));
        facts.approved(group, START);

        assertThat(unmet(explain(Figure.YOUNG_SPECIALISTS), mentee.id())).containsExactly(
                new Unmet(Obstacle.MENTORSHIP_NOT_STARTED, LocalDate.of(2026, 11, 1), "/workspace/mentorships/" + group.id()));
    }

    @Test
    void longExperienceIsAReasonWithoutANextStepAndUnknownExperienceIsOneWithIt() {
        Person experienced = facts.mentee(TODAY.minusYears(3).minusDays(1));
        Person unknown = facts.mentee(null);
        facts.approved(facts.mentorship(START, END, facts.mentor(), experienced, unknown), START);

        Explanation explanation = explain(Figure.YOUNG_SPECIALISTS);

        assertThat(unmet(explanation, experienced.id())).containsExactly(new Unmet(Obstacle.EXPERIENCE_OVER_THREE_YEARS, null, null));
        assertThat(unmet(explanation, unknown.id())).containsExactly(
                new Unmet(Obstacle.EXPERIENCE_UNKNOWN, null, "/workspace/mentees/" + unknown.id() + "/edit"));
        assertThat(explanation.notCounted()).extracting(Line::id).as("what can be done comes first")
                .containsExactly(unknown.id(), experienced.id());
    }

    @Test
    void oneWhoHasLeftIsListedOnlyWhileAMentorshipInForceNamesThem() {
        Person gone = person(TODAY.minusDays(1));
        Person named = person(TODAY.minusDays(1));
        Person leavesToday = person(TODAY);
        Mentorship pair = facts.mentorship(START, END, facts.mentor(), named);

        Explanation explanation = explain(Figure.YOUNG_SPECIALISTS);

        assertThat(explanation.notCounted()).extracting(Line::id)
                .containsExactlyInAnyOrder(named.id(), leavesToday.id()).doesNotContain(gone.id());
        assertThat(unmet(explanation, named.id())).contains(
                new Unmet(Obstacle.LEFT, TODAY.minusDays(1), "/workspace/mentorships/" + pair.id()));
    }

    @Test
    void mentorshipsNotInForceSayWhy() {
        Mentorship later = facts.mentorship(facts.order(START), TODAY.plusDays(1), END, facts.mentor(), facts.mentee(null));
        Mentorship orderLater = facts.mentorship(TODAY.plusDays(1), END, facts.mentor(), facts.mentee(null));
        Mentorship over = facts.mentorship(START, TODAY.minusDays(1), facts.mentor(), facts.mentee(null));
        Mentorship annulled = facts.annulledMentorship(START, END);
        Mentorship byAnnulledOrder = facts.mentorship(Facts.added(facts.orders, new Facts.Order(Facts.nextId(), START, true)), START, END,
                facts.mentor(), facts.mentee(null));
        Mentorship group = facts.mentorship(START, END, facts.mentor(), facts.mentee(null), facts.mentee(null));

        Explanation explanation = explain(Figure.MENTORSHIPS);

        assertThat(explanation.counted()).extracting(Line::id).containsExactly(group.id());
        assertThat(unmet(explanation, later.id())).containsExactly(
                new Unmet(Obstacle.MENTORSHIP_NOT_STARTED, TODAY.plusDays(1), "/workspace/mentorships/" + later.id()));
        assertThat(unmet(explanation, orderLater.id())).extracting(Unmet::obstacle).containsExactly(Obstacle.ORDER_LATER);
        assertThat(unmet(explanation, over.id())).containsExactly(new Unmet(Obstacle.MENTORSHIP_OVER, TODAY.minusDays(1), null));
        assertThat(unmet(explanation, annulled.id())).extracting(Unmet::obstacle).containsExactly(Obstacle.MENTORSHIP_ANNULLED);
        assertThat(unmet(explanation, byAnnulledOrder.id())).extracting(Unmet::obstacle).containsExactly(Obstacle.ORDER_ANNULLED);
        assertThat(report.explain(Figure.GROUPS, facts.id, Period.on(TODAY)).notCounted()).isEmpty();
        assertThat(report.explain(Figure.PAIRS, facts.id, Period.on(TODAY)).notCounted()).hasSize(5);
    }

    @Test
    void aMentorshipIsTitledByThoseWhoAreInIt() {
        Person mentor = facts.mentor();
        Person stays = facts.mentee(null);
        Person left = facts.mentee(null);
        facts.mentorships.add(new Mentorship(Facts.nextId(), mentor, facts.order(START), START, END, null, false,
                List.of(new Member(stays, START, null), new Member(left, START, TODAY.minusDays(1)))));
        facts.save(jdbc);
        rename(mentor, "Орлова", "Анна", "Викторовна");
        rename(stays, "Петров", "Пётр", "Петрович");

        assertThat(report.explain(Figure.PAIRS, facts.id, Period.on(TODAY)).counted()).extracting(Line::title, Line::detail)
                .containsExactly(tuple(
                        "Орлова\u00a0А.\u00a0В. – Петров\u00a0П.\u00a0П.", "01.09.2026\u00a0– 31.05.2027"));
    }

    @Test
    void programmesNotInForceSayWhy() {
        Mentorship pair = facts.mentorship(START, END, facts.mentor(), facts.mentee(null));
        Programme inForce = facts.approved(pair, START);
        Programme approvedLater = facts.approved(pair, TODAY.plusDays(1));
        Programme completed = facts.programme(pair, Status.COMPLETED, START, null, TODAY.minusDays(1));
        Programme cancelled = facts.programme(pair, Status.CANCELLED, START, null, TODAY.minusDays(1));
        Programme superseded = facts.programme(pair, Status.SUPERSEDED, START, TODAY, null);
        Programme annulled = facts.programme(pair, Status.ANNULLED, START, null, null);

        Explanation explanation = explain(Figure.APPROVED_PROGRAMMES);

        assertThat(explanation.counted()).extracting(Line::id).containsExactly(inForce.id());
        assertThat(explanation.counted().get(0).orders()).extracting(Explanation.Order::id).containsExactly(pair.order().id());
        assertThat(unmet(explanation, approvedLater.id())).containsExactly(
                new Unmet(Obstacle.PROGRAMME_APPROVED_LATER, TODAY.plusDays(1), "/workspace/programmes/" + approvedLater.id()));
        assertThat(unmet(explanation, completed.id())).containsExactly(new Unmet(Obstacle.PROGRAMME_COMPLETED, TODAY.minusDays(1), null));
        assertThat(unmet(explanation, cancelled.id())).containsExactly(new Unmet(Obstacle.PROGRAMME_CANCELLED, TODAY.minusDays(1), null));
        assertThat(unmet(explanation, superseded.id())).containsExactly(new Unmet(Obstacle.PROGRAMME_SUPERSEDED, TODAY, null));
        assertThat(unmet(explanation, annulled.id())).extracting(Unmet::obstacle).containsExactly(Obstacle.PROGRAMME_ANNULLED);
    }

    @Test
    void aPartnerIsExplainedByItsMentors() {
        Partner entered = facts.partner("Завод");
        Partner waiting = facts.partner("Фабрика");
        Partner alone = facts.partner("Музей");
        facts.approved(facts.mentorship(START, END, facts.mentorOf(entered), facts.mentee(null)), START);
        facts.mentorOf(entered);
        Person waitingMentor = facts.mentorOf(waiting);

        Explanation explanation = explain(Figure.PARTNER_ORGANISATIONS);

        assertThat(explanation.counted()).extracting(Line::title).containsExactly("Завод");
        assertThat(explanation.counted().get(0).orders()).hasSize(1);
        assertThat(unmet(explanation, waiting.id())).extracting(Unmet::address)
                .containsExactly("/workspace/mentorships/new?mentor=" + waitingMentor.id(), null);
        assertThat(unmet(explanation, alone.id())).extracting(Unmet::obstacle).containsExactly(Obstacle.NO_MENTOR_OF_PARTNER);
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfStatementsDoesNotGrowWithTheRows(Figure figure) {
        for (int i = 0; i < 20; i++) {
            facts.approved(facts.mentorship(START, END, facts.mentor(), facts.mentee(null), facts.mentee(null)), START);
            facts.draft(facts.mentorship(START, END, facts.mentorOf(facts.partner("Завод " + i)), facts.mentee(BEGAN_TEACHING)));
        }
        facts.save(jdbc);

        assertThat(Statements.during(() -> report.explain(figure, facts.id, Period.on(TODAY)))).isLessThanOrEqualTo(3);
    }

    private Person person(LocalDate leftOn) {
        return Facts.added(facts.people, new Person(Facts.nextId(), true, null, BEGAN_TEACHING, leftOn, false, true));
    }
}
