package ru.smolensk.mentoring.signing;

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

/** What must hold of templates and scans, against whoever goes round the portal. */
@PortalTest
class SigningConstraintsTest {

    private static final String SCAN = "insert into signed_paper (organisation_id, kind, programme_id, file_id) values (?, 'PROGRAMME', ?, "
            + "?) returning id";
    private static final String EDITION = """
            insert into paper_template (kind, number, origin, restored_number, file_name, content, reason, made_at, made_by)
            values (%s, %s, %s, %s, %s, %s, 'зачем', now(), %s)
            """;

    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Staged staged;
    long file;
    long scan;
    long account;

    @BeforeEach
    void aScan() {
        school = town.school();
        staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        file = jdbc.sql("insert into stored_file (organisation_id, name, media_type, size, sha256, received_at) values (?, 'с.png', "
                + "'image/png', 1, repeat('a', 64), now())"
                + " returning id").param(school.id()).query(Long.class).single();
        scan = jdbc.sql(SCAN).params(school.id(), staged.programme(), file).query(Long.class).single();
        account = town.methodologist().accountId();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            signed_paper_kind_known           | kind = 'ELSE'
            signed_paper_of_its_kind          | kind = 'ROADMAP'
            signed_paper_of_its_kind          | programme_id = null
            signed_paper_of_its_kind          | mentorship_id = 1
            signed_paper_annulled_with_reason | annulled_on = '2026-01-01'
            signed_paper_programme_fk         | programme_id = 1
            signed_paper_mentorship_fk        | kind = 'PARTIES_CONSENT', programme_id = null, mentorship_id = 1
            signed_paper_mentor_fk            | kind = 'LETTER_OF_THANKS', programme_id = null, mentor_id = 1
            signed_paper_appointment_fk       | kind = 'CURATOR_ORDER', programme_id = null, appointment_id = 1
            signed_paper_roadmap_fk           | kind = 'ROADMAP', programme_id = null, roadmap_id = 1
            signed_paper_file_fk              | file_id = 1
            """)
    void aScanIs(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update signed_paper set " + change + " where id = ?", scan)).isEqualTo(constraint);
    }

    @Test
    void aScanIsOfAnOrganisationWithItsOwnFileAndThereIsOne() {
        assertThat(constraintAgainst(jdbc, SCAN, school.id(), staged.programme(), file)).isEqualTo("signed_paper_one");
        Tenant other = town.kindergarten();
        assertThat(constraintAgainst(jdbc, SCAN, other.id(), staged.programme(), file)).isIn("signed_paper_programme_fk",
                "signed_paper_file_fk");
        assertThat(constraintAgainst(jdbc, SCAN, 1L, staged.programme(), file)).startsWith("signed_paper_").endsWith("_fk");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            paper_template_kind_known           | 'ELSE'    | 1  | 'UPLOADED' | null | 'ш'  | 'a'
            paper_template_number_positive      | 'ROADMAP' | 0  | 'UPLOADED' | null | 'ш'  | 'a'
            paper_template_origin_known         | 'ROADMAP' | 90 | 'ELSE'     | null | 'ш'  | 'a'
            paper_template_content_of_origin    | 'ROADMAP' | 90 | 'BUILT_IN' | null | 'ш'  | 'a'
            paper_template_content_of_origin    | 'ROADMAP' | 90 | 'UPLOADED' | null | null | 'a'
            paper_template_restored_of_earlier  | 'ROADMAP' | 90 | 'RESTORED' | null | 'ш'  | 'a'
            paper_template_restored_of_earlier  | 'ROADMAP' | 90 | 'RESTORED' | 91   | 'ш'  | 'a'
            paper_template_restored_fk          | 'ROADMAP' | 90 | 'RESTORED' | 89   | 'ш'  | 'a'
            paper_template_size_allowed         | 'ROADMAP' | 90 | 'UPLOADED' | null | 'ш'  | ''
            """)
    void anEditionOfATemplateIs(String constraint, String kind, String number, String origin, String restored, String name,
            String content) {
        assertThat(constraintAgainst(jdbc, EDITION.formatted(kind, number, origin, restored, name, content, account)))
                .isEqualTo(constraint);
    }

    @Test
    void anEditionNeverChangesAndItsNumberIsItsOwn() {
        int number = 1000 + Town.number();
        String edition = EDITION.formatted("'ROADMAP'", number, "'BUILT_IN'", "null", "null", "null", account);
        jdbc.sql(edition).update();
        assertThat(constraintAgainst(jdbc, edition)).isEqualTo("paper_template_number_unique");
        assertThat(constraintAgainst(jdbc, "update paper_template set reason = 'x' where number = ?", number))
                .isEqualTo("paper_template_only_grows");
        assertThat(constraintAgainst(jdbc, "delete from paper_template where number = ?", number)).isEqualTo("paper_template_only_grows");
        assertThat(constraintAgainst(jdbc, EDITION.formatted("'ROADMAP'", number + 100_000, "'BUILT_IN'", "null", "null", "null", 1)))
                .isEqualTo("paper_template_made_by_fk");
    }
}
