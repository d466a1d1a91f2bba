package ru.smolensk.mentoring.roadmap;

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

/** What must hold of roadmaps, against whoever goes round the portal. */
@PortalTest
class RoadmapConstraintsTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Tenant school;
    long roadmap;
    long line;

    @BeforeEach
    void aRoadmapWithARow() {
        school = town.school();
        roadmap = jdbc.sql("""
                with edition as (insert into review_edition (organisation_id, subject, academic_year, number, state)
                  values (:school, 'ROADMAP', 2026, 1, 'DRAFT') returning organisation_id, id)
                insert into roadmap (organisation_id, edition_id, academic_year) select organisation_id, id, 2026 from edition returning id
                """).param("school", school.id()).query(Long.class).single();
        line = line("first", 1);
    }

    private long line(String key, int position) {
        return jdbc.sql("""
                insert into roadmap_line (organisation_id, roadmap_id, position, kind, line_key, measure)
                values (?, ?, ?, 'MEASURE', ?, 'Приказ') returning id""").params(school.id(), roadmap, position, key).query(Long.class).single();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            roadmap_line_kind_known        | kind = 'PICTURE'
            roadmap_line_heading_is_words  | kind = 'HEADING', responsible = 'директор'
            roadmap_line_position_positive | position = 0
            roadmap_line_outcome_known     | outcome = 'MAYBE', done_on = '2026-09-01'
            roadmap_line_done_with_date    | outcome = 'DONE'
            roadmap_line_mark_of_outcome   | note = 'без отметки'
            roadmap_line_evidence_https    | outcome = 'NOT_DONE', evidence_link = 'http://school.example'
            roadmap_line_evidence_act_fk   | outcome = 'NOT_DONE', evidence_act_id = 1
            roadmap_line_roadmap_fk        | roadmap_id = 1
            """)
    void aRow(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update roadmap_line set " + change + " where organisation_id = ? and id = ?", school.id(), line))
                .isEqualTo(constraint);
    }

    @Test
    void theDocumentThatProvesARowIsOfTheSameOrganisationAndStandsAlone() {
        long foreign = document(town.school());
        assertThat(constraintAgainst(jdbc, "update roadmap_line set outcome = 'NOT_DONE', evidence_act_id = ? where id = ?", foreign, line))
                .isEqualTo("roadmap_line_evidence_act_fk");
        assertThat(constraintAgainst(jdbc, """
                update roadmap_line set outcome = 'NOT_DONE', evidence_act_id = ?, evidence_link = 'https://a.example' where id = ?""",
                document(school), line)).isEqualTo("roadmap_line_one_evidence");
    }

    @Test
    void twoRowsNeverStandAtOnePlaceOrHaveOneKeyUnlessOneIsRemoved() {
        long second = line("second", 2);
        assertThat(constraintAgainst(jdbc, "update roadmap_line set position = 1 where id = ?", second)).isEqualTo("roadmap_line_one_at_a_place");
        assertThat(constraintAgainst(jdbc, "update roadmap_line set line_key = 'first' where id = ?", second)).isEqualTo("roadmap_line_key_unique");
        assertThat(constraintAgainst(jdbc, "update roadmap_line set position = 1, removed = true where id = ?", second)).isEqualTo("nothing");
    }

    @Test
    void anEditionHasOneRoadmapOfItsOwnOrganisation() {
        assertThat(constraintAgainst(jdbc, """
                insert into roadmap (organisation_id, edition_id, academic_year)
                select organisation_id, edition_id, 2026 from roadmap where id = ?""", roadmap)).isEqualTo("roadmap_one_of_edition");
        assertThat(constraintAgainst(jdbc, """
                insert into roadmap (organisation_id, edition_id, academic_year) select ?, edition_id, 2026 from roadmap where id = ?""",
                town.school().id(), roadmap)).isEqualTo("roadmap_edition_fk");
    }

    private long document(Tenant whose) {
        return jdbc.sql("""
                insert into local_act (organisation_id, kind, dated_on, title, link, disclosure)
                values (?, 'OTHER', '2024-09-01', 'О семинаре', 'https://school.example', 'NO_NAMES') returning id""").param(whose.id())
                .query(Long.class).single();
    }
}
