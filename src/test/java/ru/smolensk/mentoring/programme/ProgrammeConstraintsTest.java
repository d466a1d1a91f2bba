package ru.smolensk.mentoring.programme;

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

/** What the database itself holds of programmes, whoever writes. */
@PortalTest
class ProgrammeConstraintsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Town town;

    Tenant school;
    Pairs.Pair pair;

    @BeforeEach
    void aPair() {
        school = town.school();
        pair = new Pairs(jdbc).in(school.id(), "Ткаченко Валентина Олеговна", "Орлова Анна Викторовна");
    }

    /** A draft with these columns set otherwise; the name of the constraint that stops it. */
    private String against(long id, long series, int edition, String columns) {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        Map<String, String> row = new LinkedHashMap<>(Map.of("status", "'DRAFT'", "starts_on", "'2025-09-02'",
                "ends_on", "'2026-05-31'", "mentorship_id", Long.toString(pair.id())));
        for (String set : columns.split(";")) {
            if (!set.isBlank()) {
                row.put(set.split("=")[0].strip(), set.split("=")[1].strip());
            }
        }
        row.forEach((name, value) -> {
            names.append(", ").append(name);
            values.append(", ").append(value);
        });
        return constraintAgainst(jdbc, "insert into programme (organisation_id, id, series_id, edition, title" + names
                + ") values (?, ?, ?, ?, 'x'" + values + ")", school.id(), id, series, edition);
    }

    private long next() {
        return jdbc.sql("select nextval('portal_id')").query(Long.class).single();
    }

    private long entered(String columns) {
        long id = next();
        assertThat(against(id, id, 1, columns)).isEqualTo("nothing");
        return id;
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            status='LOST'; approved_on='2025-09-10'; act_number='1'                                | programme_status_known
            ends_on='2025-09-01'                                                                   | programme_period
            status='APPROVED'; approved_on='2025-09-10'                                            | programme_approved_with_act
            act_number='1'                                                                         | programme_approved_with_act
            approved_on='2025-09-10'; act_number='1'                                               | programme_status_and_approval
            status='APPROVED'                                                                      | programme_status_and_approval
            status='APPROVED'; approved_on='2025-09-10'; act_number='1'; superseded_on='2025-10-01'| programme_status_and_superseding
            status='SUPERSEDED'; approved_on='2025-09-10'; act_number='1'                          | programme_status_and_superseding
            status='APPROVED'; approved_on='2025-09-10'; act_number='1'; closed_on='2025-10-01'    | programme_status_and_closing
            status='COMPLETED'; approved_on='2025-09-10'; act_number='1'                           | programme_status_and_closing
            status='ANNULLED'                                                                      | programme_status_and_annulment
            annulled_on='2025-10-01'; annulment_reason='x'                                         | programme_status_and_annulment
            status='CANCELLED'; approved_on='2025-09-10'; act_number='1'; closed_on='2025-10-01'   | programme_cancelled_with_reason
            status='COMPLETED'; approved_on='2025-09-10'; act_number='1'; closed_on='2025-09-09'   | programme_closed_after_approval
            status='COMPLETED'; approved_on='2025-08-01'; act_number='1'; closed_on='2025-09-01'   | programme_closed_after_approval
            status='SUPERSEDED'; approved_on='2025-09-10'; act_number='1'; superseded_on='2025-09-09' | programme_superseded_after_approval
            status='ANNULLED'; annulled_on='2025-10-01'                                            | programme_annulled_with_reason
            mentorship_id=-1                                                                       | programme_mentorship_fk
            """)
    void statusAndDatesFitEachOther(String columns, String constraint) {
        long id = next();
        assertThat(against(id, id, 1, columns)).isEqualTo(constraint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            status='DRAFT'
            status='APPROVED'; approved_on='2025-08-01'; act_number='1'
            status='COMPLETED'; approved_on='2025-09-10'; act_number='1'; closed_on='2025-09-10'
            status='CANCELLED'; approved_on='2025-09-10'; act_number='1'; closed_on='2025-09-10'; close_reason='x'
            status='SUPERSEDED'; approved_on='2025-09-10'; act_number='1'; superseded_on='2025-09-10'
            status='ANNULLED'; annulled_on='2025-10-01'; annulment_reason='x'
            status='ANNULLED'; annulled_on='2025-10-01'; annulment_reason='x'; approved_on='2025-09-10'; act_number='1'
            """)
    void whatFitsGoesThrough(String columns) {
        long id = next();
        assertThat(against(id, id, 1, columns)).isEqualTo("nothing");
    }

    @Test
    void theFirstEditionIsItsOwnSeriesAndEveryOtherStandsInOne() {
        long first = entered("status='APPROVED'; approved_on='2025-09-10'; act_number='1'");
        long second = next();
        assertThat(against(second, first, 1, "")).isEqualTo("programme_first_edition");
        assertThat(against(second, second, 2, "")).isEqualTo("programme_first_edition");
        assertThat(against(second, -1, 2, "")).isEqualTo("programme_series_fk");
        assertThat(against(first, first, 1, "")).isEqualTo("programme_pk");
        assertThat(against(second, first, 2, "")).isEqualTo("nothing");
        assertThat(against(next(), first, 2, "status='ANNULLED'; annulled_on='2025-10-01'; annulment_reason='x'"))
                .isEqualTo("programme_edition_unique");
    }

    @Test
    void aSeriesHasOneDraftAtMost() {
        long first = entered("status='APPROVED'; approved_on='2025-09-10'; act_number='1'");
        assertThat(against(next(), first, 2, "")).isEqualTo("nothing");
        assertThat(against(next(), first, 3, "")).isEqualTo("programme_one_open_edition");
    }

    @Test
    void oneEditionOfASeriesIsInForceOnADay() {
        long first = entered("status='SUPERSEDED'; approved_on='2025-09-10'; act_number='1'; superseded_on='2025-12-01'");
        assertThat(against(next(), first, 2, "status='APPROVED'; approved_on='2025-11-30'; act_number='2'"))
                .isEqualTo("programme_one_edition_in_force");
        assertThat(against(next(), first, 2, "status='APPROVED'; approved_on='2025-12-01'; act_number='2'")).isEqualTo("nothing");
        assertThat(against(next(), first, 3, "status='COMPLETED'; approved_on='2026-02-01'; act_number='3'; closed_on='2026-03-01'"))
                .isEqualTo("programme_one_edition_in_force");
        assertThat(constraintAgainst(jdbc,
                "update programme set status = 'APPROVED', superseded_on = null where organisation_id = ? and id = ?",
                school.id(), first)).isEqualTo("programme_one_edition_in_force");
    }

    @Test
    void aProgrammeCoversMenteesOfItsOwnMentorshipOnly() {
        Pairs.Pair other = new Pairs(jdbc).in(school.id(), "Щербакова Нина Яковлевна", "Бойко Семён Денисович");
        long id = entered("");
        assertThat(covering(id, pair.id(), other.mentee())).isEqualTo("programme_mentee_mentee_fk");
        assertThat(covering(id, other.id(), other.mentee())).isEqualTo("programme_mentee_programme_fk");
        assertThat(covering(id, pair.id(), pair.mentee())).isEqualTo("nothing");
        assertThat(covering(id, pair.id(), pair.mentee())).isEqualTo("programme_mentee_pk");
    }

    private String covering(long programme, long mentorship, long mentee) {
        return constraintAgainst(jdbc, "insert into programme_mentee values (?, ?, ?, ?)", school.id(), programme, mentorship, mentee);
    }

    @Test
    void activitiesBelongToAProgrammeAndStandOneByOne() {
        long id = entered("");
        assertThat(activity(-1, 1)).isEqualTo("programme_activity_programme_fk");
        assertThat(activity(id, 0)).isEqualTo("programme_activity_position_positive");
        assertThat(activity(id, 1)).isEqualTo("nothing");
        assertThat(activity(id, 1)).isEqualTo("programme_activity_position_unique");
        assertThat(activity(id, 2)).isEqualTo("nothing");
    }

    private String activity(long programme, int position) {
        return constraintAgainst(jdbc,
                "insert into programme_activity (organisation_id, programme_id, position, what) values (?, ?, ?, 'Семинар')",
                school.id(), programme, position);
    }

    @Test
    void aProgrammeOfAnotherOrganisationsMentorshipIsImpossible() {
        Tenant other = town.school();
        assertThat(constraintAgainst(jdbc, """
                insert into programme (organisation_id, id, series_id, edition, title, status, starts_on, ends_on, mentorship_id)
                values (?, 1, 1, 1, 'x', 'DRAFT', '2025-09-02', '2026-05-31', ?)""", other.id(), pair.id()))
                .isEqualTo("programme_mentorship_fk");
    }
}
