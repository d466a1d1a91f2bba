package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What must hold of monitoring reports and their campaign, against whoever goes round the portal. */
@PortalTest
class MonitoringConstraintsTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Tenant school;
    long report;
    long programme;
    long file;

    @BeforeEach
    void aReport() {
        school = town.school();
        report = report(school);
        programme = Running.programme(jdbc, school, "2026-09-01", "2027-05-31");
        file = file(school);
    }

    private long report(Tenant whose) {
        return jdbc.sql("""
                with edition as (insert into review_edition (organisation_id, subject, academic_year, number, state)
                  values (:school, 'MONITORING_REPORT', 2026, 1, 'DRAFT') returning organisation_id, id)
                insert into monitoring_report (organisation_id, edition_id, academic_year, since, until)
                select organisation_id, id, 2026, '2026-09-01', '2027-05-31' from edition returning id
                """).param("school", whose.id()).query(Long.class).single();
    }

    private long file(Tenant whose) {
        return jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                values (?, 'справка.png', 'image/png', 1, repeat('a', 64), now(), true) returning id""").param(whose.id()).query(Long.class).single();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            monitoring_report_period                   | since = '2027-06-01'
            monitoring_report_within_year              | since = '2026-08-31'
            monitoring_report_within_year              | until = '2027-09-01'
            monitoring_report_dated_within             | dated_on = '2027-06-01', figures = '{}'
            monitoring_report_figures_of_a_day         | figures = '{"date": "2026-10-01"}'
            monitoring_report_figures_of_a_day         | dated_on = '2026-10-01'
            monitoring_report_figures_named            | dated_on = '2026-10-01', figures = '[]'
            monitoring_report_figures_named            | dated_on = '2026-10-01', figures = '{"pairs": 1}'
            monitoring_report_future_mentors_plausible | future_mentors = -1
            monitoring_report_future_mentees_plausible | future_mentees = 2001
            monitoring_report_edition_fk               | edition_id = 1
            """)
    void ofAReport(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update monitoring_report set " + change + " where organisation_id = ? and id = ?", school.id(), report))
                .isEqualTo(constraint);
    }

    @Test
    void anEditionHasOneReport() {
        assertThat(constraintAgainst(jdbc, """
                insert into monitoring_report (organisation_id, edition_id, academic_year, since, until)
                select organisation_id, edition_id, academic_year, since, until from monitoring_report where id = ?""", report))
                .isEqualTo("monitoring_report_one_of_edition");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            monitoring_course_exams_percent     | exams_percent = 101
            monitoring_course_exams_percent     | exams_percent = -1
            monitoring_course_achievement_known | achievement = 'BETTER'
            monitoring_course_olympiads_known   | olympiads = 'BETTER'
            monitoring_course_report_fk         | report_id = 1
            monitoring_course_programme_fk      | programme_id = 1
            """)
    void ofACourse(String constraint, String change) {
        long course = course(programme);
        assertThat(constraintAgainst(jdbc, "update monitoring_course set " + change + " where id = ?", course)).isEqualTo(constraint);
    }

    @Test
    void aProgrammeIsDescribedOnceAndIsTheOrganisationsOwn() {
        course(programme);
        assertThat(constraintAgainst(jdbc, "insert into monitoring_course (organisation_id, report_id, programme_id) values (?, ?, ?)",
                school.id(), report, programme)).isEqualTo("monitoring_course_once");
        assertThat(constraintAgainst(jdbc, "insert into monitoring_course (organisation_id, report_id, programme_id) values (?, ?, ?)",
                school.id(), report, Running.programme(jdbc, town.school(), "2026-09-01", "2027-05-31"))).isEqualTo("monitoring_course_programme_fk");
    }

    private long course(long programme) {
        return jdbc.sql("insert into monitoring_course (organisation_id, report_id, programme_id) values (?, ?, ?) returning id")
                .params(school.id(), report, programme).query(Long.class).single();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            monitoring_effect_known            | effect (organisation_id, report_id, effect) values (?, ?, 'WEALTH')
            monitoring_effect_assessment_known | effect (organisation_id, report_id, effect, assessment) values (?, ?, 'GROWTH', 'GOOD')
            monitoring_risk_known              | risk (organisation_id, report_id, risk) values (?, ?, 'FIRE')
            monitoring_risk_likelihood_known   | risk (organisation_id, report_id, risk, likelihood) values (?, ?, 'LOAD', 'NONE')
            monitoring_risk_impact_known       | risk (organisation_id, report_id, risk, impact) values (?, ?, 'LOAD', 'NONE')
            monitoring_risk_measure_when_high  | risk (organisation_id, report_id, risk, likelihood, impact) values (?, ?, 'LOAD', 'HIGH', 'HIGH')
            """)
    void ofStageTwoAndTheRisks(String constraint, String insert) {
        assertThat(constraintAgainst(jdbc, "insert into monitoring_" + insert, school.id(), report)).isEqualTo(constraint);
    }

    @Test
    void everyResultAndEveryRiskStandsOnceInAReportOfTheSameOrganisation() {
        String effect = "insert into monitoring_effect (organisation_id, report_id, effect) values (?, ?, 'GROWTH')";
        String risk = "insert into monitoring_risk (organisation_id, report_id, risk) values (?, ?, 'LOAD')";
        assertThat(constraintAgainst(jdbc, effect, school.id(), report)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, effect, school.id(), report)).isEqualTo("monitoring_effect_pk");
        assertThat(constraintAgainst(jdbc, risk, school.id(), report)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, risk, school.id(), report)).isEqualTo("monitoring_risk_pk");
        assertThat(constraintAgainst(jdbc, effect, town.school().id(), report)).isEqualTo("monitoring_effect_report_fk");
        assertThat(constraintAgainst(jdbc, risk, town.school().id(), report)).isEqualTo("monitoring_risk_report_fk");
    }

    @Test
    void tenFilesOfTheOrganisationBelongToAReportAtMost() {
        String attach = "insert into monitoring_attachment (organisation_id, report_id, file_id, number) values (?, ?, ?, ?)";
        assertThat(constraintAgainst(jdbc, attach, school.id(), report, file, 11)).isEqualTo("monitoring_attachment_ten_at_most");
        assertThat(constraintAgainst(jdbc, attach, school.id(), report, file, 1)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, attach, school.id(), report, file, 2)).isEqualTo("monitoring_attachment_pk");
        assertThat(constraintAgainst(jdbc, attach, school.id(), report, file(school), 1)).isEqualTo("monitoring_attachment_number_unique");
        assertThat(constraintAgainst(jdbc, attach, school.id(), report, file(town.school()), 3)).isEqualTo("monitoring_attachment_file_fk");
        assertThat(constraintAgainst(jdbc, attach, town.school().id(), report, file, 3)).matches("monitoring_attachment_(report|file)_fk");
    }

    @Test
    void aReportIsNeverHandedInWithoutItsFigures() {
        assertThat(constraintAgainst(jdbc, "update review_edition set state = 'SUBMITTED' where organisation_id = ? and subject = 'MONITORING_REPORT'",
                school.id())).isEqualTo("monitoring_report_has_figures");
    }

    /** Its frozen figures first of all. */
    @Test
    void nothingOfAnAcceptedReportChanges() {
        long course = course(programme);
        jdbc.sql("insert into monitoring_effect (organisation_id, report_id, effect) values (?, ?, 'GROWTH')").params(school.id(), report).update();
        jdbc.sql("update monitoring_report set figures = '{\"date\": \"2026-10-01\"}', dated_on = '2026-10-01' where id = ?").param(report).update();
        jdbc.sql("""
                update review_edition set state = 'APPROVED', approved_on = '2026-10-02', approved_by = ?
                 where organisation_id = ? and subject = 'MONITORING_REPORT'""").params(town.methodologist().accountId(), school.id()).update();

        for (String statement : new String[] {"update monitoring_report set figures = '{\"date\": \"2026-10-02\"}' where organisation_id = ? and id = ?",
            "update monitoring_report set conclusions = 'иначе' where organisation_id = ? and id = ?",
            "delete from monitoring_report where organisation_id = ? and id = ?",
            "update monitoring_course set result = 'иначе' where organisation_id = ? and report_id = ?",
            "insert into monitoring_risk (organisation_id, report_id, risk) values (?, ?, 'LOAD')",
            "delete from monitoring_effect where organisation_id = ? and report_id = ?",
            "insert into monitoring_attachment (organisation_id, report_id, number, file_id) values (?, ?, 1, " + file + ")"}) {
            assertThat(constraintAgainst(jdbc, statement, school.id(), report)).as(statement).isEqualTo("monitoring_report_stays");
        }
        assertThat(course).isPositive();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            monitoring_campaign_scope_known          | scope = 'SOME'
            monitoring_campaign_kind_known           | scope = 'KIND', kind = 'THEATRE'
            monitoring_campaign_kind_of_scope        | scope = 'KIND'
            monitoring_campaign_kind_of_scope        | kind = 'GENERAL'
            monitoring_campaign_period               | since = '2028-02-01'
            monitoring_campaign_within_year          | since = '2027-08-31'
            monitoring_campaign_due_in_time          | due_on = '2027-08-31'
            monitoring_campaign_due_in_time          | due_on = '2029-01-01'
            monitoring_campaign_annulled_with_reason | annulled_on = '2027-10-01'
            """)
    void ofACampaign(String constraint, String change) {
        long campaign = campaign(2027);
        try {
            assertThat(constraintAgainst(jdbc, "update monitoring_campaign set " + change + " where id = ?", campaign)).isEqualTo(constraint);
        } finally {
            jdbc.sql("delete from monitoring_campaign where id = ?").param(campaign).update();
        }
    }

    @Test
    void aYearHasOneCampaign() {
        long campaign = campaign(2027);
        try {
            assertThat(constraintAgainst(jdbc, "insert into monitoring_campaign (title, academic_year, since, until, due_on, scope) "
                    + "values ('Ещё', 2027, '2027-09-01', '2028-01-31', '2028-02-15', 'ALL')")).isEqualTo("monitoring_campaign_one_a_year");
            assertThat(constraintAgainst(jdbc, "insert into monitoring_campaign_organisation (organisation_id, campaign_id) values (1, ?)", campaign))
                    .isEqualTo("monitoring_campaign_organisation_organisation_fk");
            assertThat(constraintAgainst(jdbc, "insert into monitoring_campaign_organisation (organisation_id, campaign_id) values (?, 1)", school.id()))
                    .isEqualTo("monitoring_campaign_organisation_campaign_fk");
        } finally {
            jdbc.sql("delete from monitoring_campaign where id = ?").param(campaign).update();
        }
    }

    private long campaign(int year) {
        return jdbc.sql("""
                insert into monitoring_campaign (title, academic_year, since, until, due_on, scope)
                values ('Мониторинг', :year, make_date(:year, 9, 1), make_date(:year + 1, 1, 31), make_date(:year + 1, 2, 15), 'ALL') returning id
                """).param("year", year).query(Long.class).single();
    }
}
