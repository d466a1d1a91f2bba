package ru.smolensk.mentoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo city holds what its contract promises, and every state that a page can show. */
@ru.smolensk.mentoring.testing.DemoCityTest
class DemoCityTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void thereAre138OrganisationsOfThreeKinds() {
        assertThat(count("select count(*) from organisation")).isEqualTo(138);
        assertThat(count("select count(*) from organisation where kind = 'PRESCHOOL'")).isEqualTo(88);
        assertThat(count("select count(*) from organisation where kind = 'GENERAL'")).isEqualTo(44);
        assertThat(count("select count(*) from organisation where kind = 'ADDITIONAL'")).isEqualTo(6);
        assertThat(count("select count(*) from organisation where slug in ('sh-33', 'ds-38', 'sh-pustaya', 'ds-pustoy')")).isEqualTo(4);
    }

    @Test
    void theEmptyKindergartenIsEmpty() {
        for (String table : List.of("participant", "staff_count", "local_act", "assignment_order", "mentorship", "programme", "section_edition")) {
            assertThat(count("select count(*) from " + table + " t join organisation o on o.id = t.organisation_id where o.slug = 'ds-pustoy'"))
                    .as(table).isZero();
        }
    }

    @Test
    void everyStateOfAProgrammeAndOfAPairOccurs() {
        assertThat(jdbc.sql("select distinct status from programme").query(String.class).list())
                .contains("DRAFT", "APPROVED", "SUPERSEDED", "COMPLETED", "CANCELLED");
        assertThat(jdbc.sql("select distinct form from mentorship").query(String.class).list()).hasSize(3);
        assertThat(jdbc.sql("select distinct model from mentorship where model is not null").query(String.class).list()).hasSize(4);
        assertThat(count("select count(*) from mentorship where ended_on is not null")).isPositive();
        assertThat(count("select count(*) from mentorship where replaces_id is not null")).isPositive();
        assertThat(count("select count(*) from mentorship_mentee where left_on is not null")).isPositive();
        assertThat(count("select count(*) from assignment_order where annulled_on is not null")).isPositive();
    }

    @Test
    void historiesReachOverThreeAcademicYears() {
        assertThat(count("""
                select count(*) from (
                    select organisation_id from mentorship where annulled_on is null
                     group by organisation_id having count(distinct extract(year from starts_on - interval '8 months')) = 3) every_year
                """)).isGreaterThan(40);
        assertThat(count("select count(distinct organisation_id) from mentorship")).isEqualTo(136);
        assertThat(count("select count(*) from programme_activity where done_on is not null")).isGreaterThan(1000);
    }

    @Test
    void everyStateOfAConsentAndOfADocumentOccurs() {
        assertThat(count("select count(*) from consent where withdrawn_on is not null")).isPositive();
        assertThat(count("select count(*) from consent where file_id is not null")).isPositive();
        assertThat(count("select count(*) from participant p where left_on is null and not exists (select 1 from consent c"
                + " where c.organisation_id = p.organisation_id and c.participant_id = p.id)")).isPositive();
        assertThat(jdbc.sql("select distinct disclosure from local_act").query(String.class).list()).hasSize(4);
        assertThat(count("select count(*) from local_act where link is not null")).isPositive();
        assertThat(count("select count(*) from local_act where annulled_on is not null")).isPositive();
    }

    @Test
    void everyStateOfAReviewOccurs() {
        assertThat(jdbc.sql("select distinct state from review_edition").query(String.class).list())
                .contains("DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN", "APPROVED", "SUPERSEDED");
        assertThat(jdbc.sql("select distinct subject from review_edition where state = 'SUPERSEDED'").query(String.class).list())
                .contains("ROADMAP", "MONITORING_REPORT");
        assertThat(jdbc.sql("select distinct subject from review_edition").query(String.class).list()).hasSize(4);
        assertThat(count("""
                select count(*) from (select edition_id from review_submission where outcome = 'RETURNED'
                  group by organisation_id, edition_id having count(*) >= 2) returned_twice
                """)).isPositive();
        assertThat(jdbc.sql("select distinct answer from review_remark where answer is not null").query(String.class).list())
                .containsExactlyInAnyOrder("HEEDED", "DECLINED");
        assertThat(count("select count(*) from duties(2026, current_date, null) where punctuality = 'OVERDUE'")).isPositive();
    }

    /** Who says «учтено» of a row has written it anew. */
    @Test
    void whatWasHeededInARoadmapIsChangedInTheNextSubmission() {
        assertThat(count("""
                select count(*) from review_remark r
                  join review_submission s on s.organisation_id = r.organisation_id and s.id = r.submission_id
                  join review_edition e on e.organisation_id = s.organisation_id and e.id = s.edition_id
                  join review_submission n on n.organisation_id = s.organisation_id and n.edition_id = s.edition_id and n.number = s.number + 1
                 where e.subject = 'ROADMAP' and r.answer = 'HEEDED' and n.content -> 'items' = s.content -> 'items'
                """)).isZero();
        assertThat(count("select count(*) from review_remark where answer = 'HEEDED' and item is not null")).isGreaterThan(10);
    }

    @Test
    void theRowsOfTheCityAreDoneAboutWhenTheyWereDue() {
        assertThat(count("select count(*) from municipal_measure where term_text like 'декабрь 2021%' and done_on <> date '2021-12-30'")).isZero();
        assertThat(count("select count(*) from municipal_measure where done_on is not null and done_on not between '2021-12-30' and '2022-12-31'"))
                .isZero();
        assertThat(jdbc.sql("select distinct state from municipal_measure").query(String.class).list()).hasSize(3);
    }

    @Test
    void everyStateOfASurveyAndOfAReportOccurs() {
        assertThat(count("select count(*) from survey where closed_on > current_date and annulled_on is null")).as("open").isPositive();
        assertThat(count("select count(*) from survey where closed_on <= current_date and wave = 2")).as("closed").isPositive();
        assertThat(count("select count(*) from survey_tally")).isPositive();
        assertThat(count("select count(*) from satisfaction(current_date, null) where respondents between 1 and 2")).as("too few to show").isPositive();
        assertThat(jdbc.sql("select distinct state from monitoring_standing(2025, current_date, null)").query(String.class).list())
                .contains("ACCEPTED", "NOT_STARTED");
        assertThat(jdbc.sql("select distinct state from monitoring_standing(2026, current_date, null)").query(String.class).list())
                .contains("WAITING", "RETURNED", "IN_WORK", "NOT_STARTED");
        assertThat(jdbc.sql("select distinct punctuality from monitoring_standing(2025, current_date, null)").query(String.class).list())
                .contains("ON_TIME", "LATE", "OVERDUE");
    }

    @Test
    void nothingLiesInTheFuture() {
        assertThat(count("select count(*) from section_edition where published_at > now()")).isZero();
        assertThat(count("select count(*) from journal_entry where happened_at > now()")).isZero();
    }

    @Test
    void oneOrganisationContradictsItselfAndIsNotPublishedThatWay() {
        assertThat(count("select count(*) from indicators(current_date, current_date, null) where young_entered > young_specialists or mentors_entered > teaching_staff"))
                .isLessThanOrEqualTo(1);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
