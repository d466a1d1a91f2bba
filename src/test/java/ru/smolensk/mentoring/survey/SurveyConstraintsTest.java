package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What must hold of surveys, links, answers and tallies, against whoever goes round the portal. */
@PortalTest
class SurveyConstraintsTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    Asked asked;

    @BeforeEach
    void aSurveyOfTwoPairs() {
        asked = Asked.openFor(2, town.school(), jdbc, clock.today());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            survey_questionnaire_published | wave = 1
            survey_year_plausible          | academic_year = 2099
            survey_ends_within_year        | closes_on = make_date(academic_year + 1, 9, 1), last_day_moved_on = opens_on
            survey_period                  | closes_on = opens_on - 1, last_day_moved_on = opens_on - 1
            survey_last_day_moved_in_time  | closes_on = opens_on, last_day_moved_on = opens_on + 1
            survey_last_day_settled        | closes_on = closes_on + 1
            survey_last_day_settled        | closes_on = closes_on + 9, last_day_moved_on = closes_on + 1
            survey_closed_early_within     | closed_early_on = closes_on + 1
            survey_scope_known             | scope = 'SOME'
            survey_kind_of_scope           | scope = 'KIND'
            survey_kind_known              | scope = 'KIND', kind = 'PALACE'
            survey_annulled_with_reason    | annulled_on = '2026-09-01'
            survey_questionnaire_published | mentee_questionnaire = 1
            """)
    void aSurvey(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update survey set " + change + " where id = ?", asked.survey())).isEqualTo(constraint);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            survey_mentee_questionnaire_fk | 2, 4, 4
            survey_mentor_questionnaire_fk | 2, 3, 3
            survey_mentee_questionnaire_fk | 1, 3, 2
            survey_wave_known              | 3, 3, 4
            """)
    void aSurveyAsksByQuestionnairesOfItsAudienceAndWave(String constraint, String values) {
        assertThat(constraintAgainst(jdbc, "insert into survey (title, academic_year, opens_on, closes_on, scope, wave, mentee_questionnaire,"
                + " mentor_questionnaire) values ('О', 2026, '2026-09-01', '2026-09-02', 'ALL', " + values + ")")).isEqualTo(constraint);
    }

    @Test
    void aDraftOfAQuestionnaireAsksNobody() {
        long draft = jdbc.sql("""
                insert into questionnaire (audience, wave, number, title, instruction, unverified) values ('MENTOR', 2, 950, 'А', 'О', false) returning id
                """).query(Long.class).single();
        assertThat(constraintAgainst(jdbc, "insert into survey (title, academic_year, opens_on, closes_on, scope, wave, mentee_questionnaire,"
                + " mentor_questionnaire) values ('О', 2026, '2026-09-01', '2026-09-02', 'ALL', 2, 3, ?)", draft))
                .isEqualTo("survey_questionnaire_published");
        jdbc.sql("delete from questionnaire where id = ?").param(draft).update();
    }

    @Test
    void theLastDayOfASurveyMovesUntilItIsOver() {
        String later = "update survey set closes_on = closes_on + 1, last_day_moved_on = opens_on where id = ?";
        String earlier = "update survey set closes_on = closes_on - 1, last_day_moved_on = opens_on where id = ?";
        assertThat(jdbc.sql(earlier).param(asked.survey()).update()).isEqualTo(1);
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 7}");
        assertThat(constraintAgainst(jdbc, earlier, asked.survey())).as("somebody has answered").isEqualTo("survey_last_day_not_earlier");
        assertThat(jdbc.sql(later).param(asked.survey()).update()).isEqualTo(1);
        jdbc.sql("update survey set closed_early_on = opens_on where id = ?").param(asked.survey()).update();
        assertThat(constraintAgainst(jdbc, later, asked.survey())).as("closed by hand").isEqualTo("survey_last_day_settled");

        Asked annulled = Asked.openFor(1, town.school(), jdbc, clock.today());
        jdbc.sql("update survey set annulled_on = opens_on, annulment_reason = 'ошибка' where id = ?").param(annulled.survey()).update();
        assertThat(constraintAgainst(jdbc, later, annulled.survey())).isEqualTo("survey_last_day_settled");
        Asked counted = Asked.openFor(1, town.school(), jdbc, clock.today());
        jdbc.sql("""
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                values (?, ?, 'MENTEE', 5, 4, 3, '2026-09-01', ?)""").params(counted.school().id(), counted.survey(), counted.file()).update();
        assertThat(constraintAgainst(jdbc, earlier, counted.survey())).as("on paper").isEqualTo("survey_last_day_not_earlier");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            survey_invitation_audience_known    | audience = 'CURATOR'
            survey_invitation_token_form        | token = 'short'
            survey_invitation_used_or_cancelled | used = true, cancelled_on = '2026-09-01'
            survey_invitation_participant_fk    | participant_id = 1
            survey_invitation_survey_fk         | survey_id = 1
            """)
    void aLink(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update survey_invitation set " + change + " where organisation_id = ? and id = ?", asked.school().id(),
                asked.invitations(Audience.MENTEE).get(0))).isEqualTo(constraint);
    }

    @Test
    void aPersonHasOneLinkInARoleAndNoTwoLinksAreTheSame() {
        long first = asked.invitations(Audience.MENTEE).get(0);
        assertThat(constraintAgainst(jdbc, """
                insert into survey_invitation (organisation_id, survey_id, audience, participant_id, token)
                select organisation_id, survey_id, audience, participant_id, repeat('y', 43) from survey_invitation where id = ?""", first))
                .isEqualTo("survey_invitation_once");
        assertThat(constraintAgainst(jdbc, """
                insert into survey_invitation (organisation_id, survey_id, audience, participant_id, token)
                select organisation_id, survey_id, 'MENTOR', participant_id, token from survey_invitation where id = ?""", first))
                .isEqualTo("survey_invitation_token_unique");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            survey_draft_fits          | {"43": 11}     | 1
            survey_draft_fits          | {"43": 0}      | 1
            survey_draft_fits          | {"43": "7"}    | 1
            survey_draft_fits          | {"43": 7.5}    | 1
            survey_draft_fits          | {"1": true}    | 1
            survey_draft_fits          | {"32": 1}      | 1
            survey_draft_fits          | {"48": 6}      | 1
            survey_draft_fits          | {"46": ""}     | 1
            survey_draft_fits          | [1]            | 1
            survey_draft_step_positive | {"43": 7}      | 0
            """)
    void whatIsNotSentYet(String constraint, String answers, int step) {
        assertThat(constraintAgainst(jdbc, """
                insert into survey_draft (organisation_id, invitation_id, answers, begun_on, step) values (?, ?, cast(? as jsonb), '2026-09-01', ?)""",
                asked.school().id(), asked.invitations(Audience.MENTEE).get(0), answers, step)).isEqualTo(constraint);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            survey_response_fits           | 3 | {"43": 11}
            survey_response_fits           | 1 | {"3": 7}
            survey_response_fits           | 4 | {"68": 7}
            survey_response_measures       | 3 | {"34": 7}
            """)
    void whatWasSent(String constraint, long questionnaire, String answers) {
        assertThat(constraintAgainst(jdbc, """
                insert into survey_response (organisation_id, survey_id, audience, questionnaire_id, answered_on, answers)
                values (?, ?, 'MENTEE', ?, '2026-09-01', cast(? as jsonb))""", asked.school().id(), asked.survey(), questionnaire, answers))
                .isEqualTo(constraint);
    }

    @Test
    void anAnswerBelongsToASurveyOfTheOrganisationAndToAnAudience() {
        String insert = """
                insert into survey_response (organisation_id, survey_id, audience, questionnaire_id, answered_on, answers)
                values (?, ?, ?, ?, '2026-09-01', '{"43": 7}')""";
        assertThat(constraintAgainst(jdbc, insert, town.school().id(), asked.survey(), "MENTEE", 3)).isEqualTo("survey_response_survey_fk");
        assertThat(constraintAgainst(jdbc, insert.replace("\"43\"", "\"68\""), asked.school().id(), asked.survey(), "CURATOR", 4))
                .isEqualTo("survey_response_audience_known");
    }

    @Test
    void whatWasSentStaysAsItIs() {
        assertThat(asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 7}")).isTrue();
        assertThat(constraintAgainst(jdbc, "update survey_response set answered_on = '2026-01-01' where survey_id = ?", asked.survey()))
                .isEqualTo("survey_response_only_grows");
        assertThat(constraintAgainst(jdbc, "delete from survey_response where survey_id = ?", asked.survey())).isEqualTo("survey_response_only_grows");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            survey_tally_asked                | asked = 2001
            survey_tally_answered             | answered = 6
            survey_tally_answered             | answered = 0, satisfied = 0
            survey_tally_satisfied            | satisfied = 5
            survey_tally_of_wave              | satisfied = null
            survey_tally_annulled_with_reason | annulled_on = '2026-09-01'
            survey_tally_protocol_fk          | protocol_file_id = 1
            survey_tally_audience_known       | audience = 'CURATOR'
            survey_tally_survey_fk            | survey_id = 1
            """)
    void aTally(String constraint, String change) {
        long tally = tally("MENTEE");
        assertThat(constraintAgainst(jdbc, "update survey_tally set " + change + " where organisation_id = ? and id = ?", asked.school().id(), tally))
                .isEqualTo(constraint);
    }

    private long tally(String audience) {
        return jdbc.sql("""
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                values (?, ?, ?, 5, 4, 3, '2026-09-01', ?) returning id""").params(asked.school().id(), asked.survey(), audience, asked.file())
                .query(Long.class).single();
    }

    @Test
    void paperAndLinksNeverCountTogether() {
        tally("MENTEE");
        assertThat(constraintAgainst(jdbc, """
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                values (?, ?, 'MENTEE', 5, 4, 3, '2026-09-01', ?)""", asked.school().id(), asked.survey(), asked.file())).isEqualTo("survey_tally_one");
        assertThat(asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 7}")).as("the link lets nobody in").isFalse();
        assertThat(constraintAgainst(jdbc, """
                insert into survey_response (organisation_id, survey_id, audience, questionnaire_id, answered_on, answers)
                values (?, ?, 'MENTEE', 3, '2026-09-01', '{"43": 7}')""", asked.school().id(), asked.survey())).isEqualTo("survey_response_or_tally");
        assertThat(asked.answer(asked.tokens(Audience.MENTOR).get(0), "{\"68\": 7}")).as("mentors are apart").isTrue();
        assertThat(constraintAgainst(jdbc, """
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                values (?, ?, 'MENTOR', 5, 4, 3, '2026-09-01', ?)""", asked.school().id(), asked.survey(), asked.file()))
                .isEqualTo("survey_response_or_tally");
    }
}
