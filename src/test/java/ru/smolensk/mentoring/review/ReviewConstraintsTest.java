package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What the database itself holds of editions, submissions and remarks, whoever writes. */
@PortalTest
class ReviewConstraintsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Town town;

    Tenant school;
    long curator;
    long methodist;

    @BeforeEach
    void aSchoolWithItsPeople() {
        school = town.school();
        curator = town.curatorOf(school).accountId();
        methodist = town.methodologist().accountId();
    }

    /** A row of these columns beside the usual ones; the name of the constraint that stops it. */
    private String against(String table, Map<String, String> usual, String columns) {
        Map<String, String> row = new LinkedHashMap<>(usual);
        row.put("organisation_id", Long.toString(school.id()));
        for (String set : columns.split(";")) {
            if (!set.isBlank()) {
                String[] pair = set.split("=", 2);
                row.put(pair[0].strip(), pair[1].strip().replaceAll("\\bME\\b", Long.toString(methodist)).replaceAll("\\bCUR\\b", Long.toString(curator)));
            }
        }
        return constraintAgainst(jdbc, "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", row.values()) + ")");
    }

    private String edition(String columns) {
        return against("review_edition", Map.of("subject", "'REGULATION'", "number", "1", "state", "'DRAFT'"), columns);
    }

    private long editionOf(String columns) {
        assertThat(edition(columns)).isEqualTo("nothing");
        return last("review_edition");
    }

    private String submission(long edition, String columns) {
        return against("review_submission", Map.of("edition_id", Long.toString(edition), "number", "1", "submitted_at", "'2026-10-01 10:00+3'",
                "submitted_by", Long.toString(curator), "content", "'{}'"), columns);
    }

    private long submissionOf(long edition, String columns) {
        assertThat(submission(edition, columns)).isEqualTo("nothing");
        return last("review_submission");
    }

    private String remark(long submission, String columns) {
        return against("review_remark", Map.of("submission_id", Long.toString(submission), "words", "'Укажите срок'",
                "written_at", "now()", "written_by", Long.toString(methodist)), columns);
    }

    private long last(String table) {
        return jdbc.sql("select max(id) from " + table + " where organisation_id = ?").param(school.id()).query(Long.class).single();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            subject='OTHER'                                                             | review_edition_subject_known
            state='LOST'                                                                | review_edition_state_known
            academic_year=2026                                                          | review_edition_year_of_roadmap
            subject='ROADMAP'                                                           | review_edition_year_of_roadmap
            subject='ROADMAP'; academic_year=26                                         | review_edition_year_plausible
            number=0                                                                    | review_edition_number_positive
            state='APPROVED'                                                            | review_edition_state_and_approval
            approved_on='2026-10-01'; approved_by=ME                                    | review_edition_state_and_approval
            state='APPROVED'; approved_on='2026-10-01'                                  | review_edition_approved_by_somebody
            state='SUPERSEDED'; approved_on='2026-10-01'; approved_by=ME                | review_edition_state_and_superseding
            state='APPROVED'; approved_on='2026-10-01'; approved_by=ME; superseded_on='2026-10-02' | review_edition_state_and_superseding
            state='SUPERSEDED'; approved_on='2026-10-01'; approved_by=ME; superseded_on='2026-09-30' | review_edition_superseded_after_approval
            state='SUBMITTED'; claimed_by=ME                                            | review_edition_claimed_by_somebody
            claimed_by=ME; claimed_at=now()                                             | review_edition_claimed_in_review
            state='SUBMITTED'; claimed_by=-1; claimed_at=now()                          | review_edition_claimed_by_fk
            state='APPROVED'; approved_on='2026-10-01'; approved_by=-1                  | review_edition_approved_by_fk
            organisation_id=-1                                                          | review_edition_organisation_fk
            """)
    void theStateOfAnEditionAndItsDatesFitEachOther(String columns, String constraint) {
        assertThat(edition(columns)).isEqualTo(constraint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            state='DRAFT'
            state='SUBMITTED'
            state='SUBMITTED'; claimed_by=ME; claimed_at=now()
            state='RETURNED'; claimed_by=ME; claimed_at=now()
            state='WITHDRAWN'
            state='APPROVED'; approved_on='2026-10-01'; approved_by=ME
            state='SUPERSEDED'; approved_on='2026-10-01'; approved_by=ME; superseded_on='2026-10-01'
            subject='ROADMAP'; academic_year=2026
            """)
    void whatFitsGoesThrough(String columns) {
        assertThat(edition(columns)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, SUBMITTED", "SUBMITTED, DRAFT", "RETURNED, DRAFT", "WITHDRAWN, RETURNED", "DRAFT, DRAFT"})
    void oneEditionOfASubjectIsOpenAtMost(String first, String second) {
        editionOf("state='" + first + "'");
        assertThat(edition("number=2; state='" + second + "'")).isEqualTo("review_edition_one_open");
        assertThat(edition("subject='ORGANISATION_PROGRAMME'")).isEqualTo("nothing");
        editionOf("subject='ROADMAP'; academic_year=2026; state='" + first + "'");
        assertThat(edition("subject='ROADMAP'; academic_year=2026; number=2; state='" + second + "'")).isEqualTo("review_edition_one_open");
        assertThat(edition("subject='ROADMAP'; academic_year=2027; number=2; state='" + second + "'")).isEqualTo("nothing");
    }

    @Test
    void oneEditionOfASubjectIsApprovedAtMostAndNumbersDoNotRepeat() {
        editionOf("state='APPROVED'; approved_on='2026-10-01'; approved_by=ME");
        assertThat(edition("number=2; state='APPROVED'; approved_on='2026-10-02'; approved_by=ME")).isEqualTo("review_edition_one_approved");
        assertThat(edition("number=1")).isEqualTo("review_edition_number_unique");
        assertThat(edition("number=2")).isEqualTo("nothing");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            number=0                                                            | review_submission_number_positive
            outcome='LOST'; decided_at=now(); decided_by=ME                     | review_submission_outcome_known
            outcome='APPROVED'                                                  | review_submission_decided_by_somebody
            decided_at=now(); decided_by=ME                                     | review_submission_decided_by_somebody
            outcome='APPROVED'; decided_at='2026-09-30 10:00+3'; decided_by=ME  | review_submission_decided_after_submitting
            outcome='APPROVED'; decided_at=now(); decided_by=CUR                | review_submission_reviewer_not_submitter
            outcome='RETURNED'; decided_at=now(); decided_by=CUR                | review_submission_reviewer_not_submitter
            words='хорошо'                                                      | review_submission_words_of_decision
            outcome='WITHDRAWN'; decided_at=now(); decided_by=CUR; words='x'    | review_submission_words_of_decision
            submitted_by=-1                                                     | review_submission_submitted_by_fk
            outcome='APPROVED'; decided_at=now(); decided_by=-1                 | review_submission_decided_by_fk
            edition_id=-1                                                       | review_submission_edition_fk
            """)
    void aDecisionIsWholeAndTheReviewerIsNotTheSubmitter(String columns, String constraint) {
        String late = columns.replace("now()", "'2036-10-02 10:00+3'");
        assertThat(submission(editionOf(""), late)).isEqualTo(constraint);
    }

    @Test
    void oneSubmissionWaitsAndNumbersDoNotRepeat() {
        long edition = editionOf("");
        submissionOf(edition, "outcome='WITHDRAWN'; decided_at='2026-10-02 10:00+3'; decided_by=CUR");
        assertThat(submission(edition, "number=1")).isEqualTo("review_submission_number_unique");
        submissionOf(edition, "number=2");
        assertThat(submission(edition, "number=3")).isEqualTo("review_submission_one_waiting");
    }

    @Test
    void whatWasHandedInStaysAndIsDecidedOnce() {
        long submission = submissionOf(editionOf(""), "");
        assertThat(change(submission, "content = '{\"title\": \"другое\"}'")).isEqualTo("review_submission_stays");
        assertThat(change(submission, "submitted_by = " + methodist)).isEqualTo("review_submission_stays");
        assertThat(change(submission, "outcome = 'RETURNED', decided_at = '2036-10-02', decided_by = " + methodist)).isEqualTo("nothing");
        assertThat(change(submission, "outcome = 'APPROVED'")).isEqualTo("review_submission_stays");
        assertThat(constraintAgainst(jdbc, "delete from review_submission where organisation_id = ? and id = ?", school.id(), submission))
                .isEqualTo("review_submission_only_grows");
    }

    private String change(long submission, String set) {
        return constraintAgainst(jdbc, "update review_submission set " + set + " where organisation_id = ? and id = ?", school.id(), submission);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            item='a'                                                                    | review_remark_item_named
            item_name='2.3'                                                             | review_remark_item_named
            answer='MAYBE'; answered_at=now(); answered_by=CUR                          | review_remark_answer_known
            answer='HEEDED'                                                             | review_remark_answered_by_somebody
            answer='DECLINED'; answered_at=now(); answered_by=CUR                       | review_remark_declined_with_words
            answer_words='потому'                                                       | review_remark_words_of_answer
            written_by=-1                                                               | review_remark_written_by_fk
            answer='HEEDED'; answered_at=now(); answered_by=-1                          | review_remark_answered_by_fk
            submission_id=-1                                                            | review_remark_submission_fk
            """)
    void aRemarkNamesItsRowAndAnAnswerIsWhole(String columns, String constraint) {
        assertThat(remark(submissionOf(editionOf(""), ""), columns)).isEqualTo(constraint);
    }

    @Test
    void aRowHasOneRemarkAndSoHasTheWhole() {
        long submission = submissionOf(editionOf(""), "");
        assertThat(remark(submission, "")).isEqualTo("nothing");
        assertThat(remark(submission, "")).isEqualTo("review_remark_once");
        assertThat(remark(submission, "item='a'; item_name='2.3'")).isEqualTo("nothing");
        assertThat(remark(submission, "item='a'; item_name='2.4'")).isEqualTo("review_remark_once");
    }

    @Test
    void aRemarkThatWasSentStaysAndOnlyGetsItsAnswer() {
        long submission = submissionOf(editionOf(""), "");
        remark(submission, "");
        long remark = last("review_remark");
        assertThat(changeRemark(remark, "words = 'Укажите дату'")).isEqualTo("nothing");
        change(submission, "outcome = 'RETURNED', decided_at = '2036-10-02', decided_by = " + methodist);
        assertThat(changeRemark(remark, "words = 'Укажите срок'")).isEqualTo("review_remark_stays");
        assertThat(changeRemark(remark, "answer = 'HEEDED', answered_at = now(), answered_by = " + curator)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, "delete from review_remark where organisation_id = ? and id = ?", school.id(), remark))
                .isEqualTo("review_remark_stays");
    }

    private String changeRemark(long remark, String set) {
        return constraintAgainst(jdbc, "update review_remark set " + set + " where organisation_id = ? and id = ?", school.id(), remark);
    }

    @Test
    void anEditionHasOneDocumentAndOnlyReviewedKindsHaveEditions() {
        long edition = editionOf("");
        String act = "insert into local_act (organisation_id, kind, dated_on, title, link, disclosure, edition_id) values (?, ?, '2026-09-01', 'x',"
                + " 'https://school.example', 'NO_NAMES', ?)";
        assertThat(constraintAgainst(jdbc, act, school.id(), "CURATOR_ORDER", edition)).isEqualTo("local_act_edition_of_reviewed_kind");
        assertThat(constraintAgainst(jdbc, act, school.id(), "REGULATION", -1)).isEqualTo("local_act_edition_fk");
        assertThat(constraintAgainst(jdbc, act, school.id(), "REGULATION", edition)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, act, school.id(), "REGULATION", edition)).isEqualTo("local_act_one_of_edition");
        assertThat(constraintAgainst(jdbc, act, town.school().id(), "REGULATION", edition)).isEqualTo("local_act_edition_fk");
    }
}
