package ru.smolensk.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What must always hold for orders, pairs and groups is refused by the database itself. */
@PortalTest
class MentorshipConstraintsTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mentorships mentorships;

    Base base;
    Base other;
    long order;
    long mentor;
    long mentee;
    long second;
    long group;

    @BeforeEach
    void aGroupOfTwo() {
        base = new Base(town.school(), jdbc);
        other = new Base(town.school(), jdbc);
        order = base.order("14-а", Base.ORDER_DATE);
        mentor = base.mentor("Ткаченко");
        mentee = base.mentee("Лебедева");
        second = base.mentee("Бойко");
        group = mentorships.start(base.school(), Base.together("Г-1", order, mentor, mentee, second));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            assignment_order_redacted_copy         | disclosure = 'REDACTED_COPY'
            assignment_order_disclosure_known      | disclosure = 'EVERYBODY'
            assignment_order_annulled_with_reason  | annulled_on = '2026-10-01'
            assignment_order_organisation_fk       | organisation_id = -1
            assignment_order_file_fk               | file_id = -1
            assignment_order_public_file_fk        | disclosure = 'REDACTED_COPY', public_file_id = -1
            """)
    void anOrderKeepsItsRules(String constraint, String change) {
        long free = base.order();
        assertThat(constraintAgainst(jdbc, "update assignment_order set " + change + " where id = ?", free)).isEqualTo(constraint);
    }

    @Test
    void twoOrdersInForceHaveNotTheSameNumberAndDateInAnyCase() {
        String sql = "insert into assignment_order (organisation_id, number, dated_on, title, disclosure) values (?, '14-А', ?, 'О', 'WITHHELD')";
        assertThat(constraintAgainst(jdbc, sql, base.school().id(), Base.ORDER_DATE)).isEqualTo("assignment_order_number_unique");
        assertThat(constraintAgainst(jdbc, sql, base.school().id(), Base.ORDER_DATE.plusDays(1))).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, sql, other.school().id(), Base.ORDER_DATE)).isEqualTo("nothing");
    }

    @Test
    void anOrderDoesNotOvertakeWhatStandsOnItAndTakesItsDateAlong() {
        assertThat(constraintAgainst(jdbc, "update assignment_order set dated_on = '2026-09-03' where id = ?", order))
                .isEqualTo("mentorship_not_before_order");
        jdbc.sql("update assignment_order set dated_on = '2026-09-01' where id = ?").param(order).update();
        assertThat(base.row(group, "order_dated_on")).isEqualTo("2026-09-01");
    }

    @Test
    void anOrderThatNamesSomebodyIsNotDeleted() {
        assertThat(constraintAgainst(jdbc, "delete from assignment_order where id = ?", order)).isEqualTo("mentorship_order_fk");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            mentorship_form_known            | form = 'FRIENDS'
            mentorship_model_known           | model = 'FRIENDS'
            mentorship_model_of_teachers     | form = 'HEAD_TEACHER', model = 'SUBJECT_EXPERT'
            mentorship_kinds_known           | kinds = array['GROUP', 'LAZY']
            mentorship_not_before_order      | starts_on = '2026-09-01'
            mentorship_planned_period        | planned_end = '2026-09-01', last_day = '2026-09-01'
            mentorship_ended_within          | ended_on = '2027-06-01', end_reason = 'поздно', last_day = '2027-06-01'
            mentorship_ended_within          | ended_on = '2026-09-01', end_reason = 'рано', last_day = '2026-09-01'
            mentorship_ended_with_reason     | ended_on = '2027-01-01', last_day = '2027-01-01'
            mentorship_ended_with_reason     | end_reason = 'без даты'
            mentorship_noticed_before_end    | ended_on = '2027-01-01', end_reason = 'да', last_day = '2027-01-01', notice_on = '2027-01-02'
            mentorship_last_day_follows      | last_day = '2027-05-30'
            mentorship_annulled_with_reason  | annulled_on = '2026-10-01'
            mentorship_annulled_with_reason  | annulment_reason = 'без даты'
            mentorship_organisation_fk       | organisation_id = -1
            mentorship_mentor_fk             | mentor_id = -1
            mentorship_order_fk              | order_dated_on = '2026-08-01'
            mentorship_replaces_fk           | replaces_id = -1
            """)
    void aMentorshipKeepsItsRules(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update mentorship set " + change + " where id = ?", alone())).isEqualTo(constraint);
    }

    /** A mentorship without rows of mentees, so that only its own constraints are met. */
    private long alone() {
        return jdbc.sql("""
                insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                values (?, 'П-одна', ?, 'TEACHER_TEACHER', ?, ?, '2026-09-02', '2027-05-31', '2027-05-31') returning id
                """).params(base.school().id(), mentor, order, Base.ORDER_DATE).query(Long.class).single();
    }

    @Test
    void aCodeIsOneForAllTimeInAnyCase() {
        assertThat(constraintAgainst(jdbc, "update mentorship set code = 'г-1' where id = ?", alone())).isEqualTo("mentorship_code_unique");
    }

    @Test
    void theMentorTheOrderAndThePredecessorAreTheOrganisationsOwn() {
        long foreignMentor = other.mentor("Чужая");
        long foreignOrder = other.order("1", Base.ORDER_DATE);
        long foreignGroup = mentorships.start(other.school(), Base.together("П-1", foreignOrder, foreignMentor, other.mentee("Чужой")));
        long own = alone();

        assertThat(constraintAgainst(jdbc, "update mentorship set mentor_id = ? where id = ?", foreignMentor, own)).isEqualTo("mentorship_mentor_fk");
        assertThat(constraintAgainst(jdbc, "update mentorship set order_id = ? where id = ?", foreignOrder, own)).isEqualTo("mentorship_order_fk");
        assertThat(constraintAgainst(jdbc, "update mentorship set replaces_id = ? where id = ?", foreignGroup, own))
                .isEqualTo("mentorship_replaces_fk");
        assertThat(constraintAgainst(jdbc, "update mentorship_mentee set mentee_id = ? where mentorship_id = ? and mentee_id = ?",
                other.mentee("Чужих"), group, mentee)).isEqualTo("mentorship_mentee_mentee_fk");
    }

    @Test
    void aMentorWhoIsNotInTheBaseOfMentorsMentorsNobody() {
        assertThat(constraintAgainst(jdbc, "update mentorship set mentor_id = ? where id = ?", mentee, alone())).isEqualTo("mentorship_mentor_fk");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            mentorship_mentee_within           | joined_on = '2026-09-01'
            mentorship_mentee_within           | joined_on = '2027-06-01'
            mentorship_mentee_within           | joined_on = '2027-01-02', left_on = '2027-01-01', leaving_reason = 'раньше'
            mentorship_mentee_within           | left_on = '2027-06-01', leaving_reason = 'позже'
            mentorship_mentee_left_with_reason | left_on = '2027-01-01'
            mentorship_mentee_left_with_reason | leaving_reason = 'без даты'
            mentorship_mentee_mentorship_fk    | mentorship_id = -1
            mentorship_mentee_mentorship_fk    | last_day = '2027-05-30'
            mentorship_mentee_mentee_fk        | mentee_id = -1
            mentorship_mentee_order_fk         | order_id = -1, order_dated_on = '2026-09-02'
            mentorship_mentee_order_dated      | order_dated_on = '2026-09-02'
            mentorship_mentee_not_before_order | order_id = -1, order_dated_on = '2026-09-03'
            """)
    void aMenteeInAMentorshipKeepsTheRules(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update mentorship_mentee set " + change + " where mentorship_id = ? and mentee_id = ?", group, mentee))
                .isEqualTo(constraint);
    }

    @Test
    void aMentorIsNotTheirOwnMenteeInTheDatabaseEither() {
        base.alsoMentee(mentor, "EXPERIENCED");
        assertThat(constraintAgainst(jdbc, "update mentorship_mentee set mentee_id = ? where mentorship_id = ? and mentee_id = ?", mentor, group, mentee))
                .isEqualTo("mentorship_mentee_not_self");
    }

    @Test
    void aMenteeIsInAMentorshipOnce() {
        assertThat(constraintAgainst(jdbc, "update mentorship_mentee set mentee_id = ? where mentorship_id = ? and mentee_id = ?", mentee, group, second))
                .isEqualTo("mentorship_mentee_pk");
    }

    @Test
    void theSameTwoAreNotTogetherTwiceOnOneDay() {
        long another = alone();
        String together = """
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                values (?, ?, ?, ?, ?, '2026-09-02', '2027-05-31')""";
        LocalDate lastDay = LocalDate.of(2027, 5, 31);

        assertThat(constraintAgainst(jdbc, together, base.school().id(), another, mentee, lastDay, mentor)).isEqualTo("mentorship_mentee_no_overlap");
        jdbc.sql("update mentorship_mentee set left_on = '2027-05-30', leaving_reason = 'накануне' where mentorship_id = ? and mentee_id = ?")
                .params(group, mentee).update();
        assertThat(constraintAgainst(jdbc, together, base.school().id(), another, mentee, lastDay, mentor)).isEqualTo("nothing");
    }

    @Test
    void annulmentFreesThePeopleWhoeverWritesIt() {
        jdbc.sql("update mentorship set annulled_on = '2026-10-01', annulment_reason = 'ошибка' where id = ?").param(group).update();
        assertThat(base.member(group, mentee, "annulled")).isEqualTo("true");
        assertThat(mentorships.start(base.school(), Base.together("П-1", order, mentor, mentee))).isPositive();
        assertThat(constraintAgainst(jdbc, "update mentorship set annulled_on = null, annulment_reason = null where id = ?", group))
                .isEqualTo("mentorship_mentee_no_overlap");
    }

    @Test
    void aMentorshipThatPeopleAreInIsNotDeleted() {
        assertThat(constraintAgainst(jdbc, "delete from mentorship where id = ?", group)).isEqualTo("mentorship_mentee_mentorship_fk");
    }
}
