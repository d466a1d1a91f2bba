package ru.smolensk.mentoring.workbook;

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

/** What must hold of uploads, against whoever goes round the portal. */
@PortalTest
class WorkbookConstraintsTest {

    private static final String UPLOAD = """
            insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at)
            values (cast(? as bigint), ?, 'т.xlsx', '', ?, now(), now()) returning id
            """;

    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    long account;
    long upload;

    @BeforeEach
    void anUpload() {
        school = town.school();
        account = town.curatorOf(school).accountId();
        upload = jdbc.sql(UPLOAD).params(school.id(), account, "WRITING").query(Long.class).single();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            workbook_import_state_known           | state = 'ELSE'
            workbook_import_refused_with_reason   | refusal = 'нет'
            workbook_import_done_of_total         | done = 2, total = 1
            workbook_import_content_until_written | content = null
            workbook_import_account_fk            | account_id = 1
            workbook_import_organisation_fk       | organisation_id = 1
            """)
    void anUploadIs(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update workbook_import set " + change + " where id = ?", upload)).isEqualTo(constraint);
    }

    @Test
    void oneOfAnOrganisationIsWrittenAtATime() {
        assertThat(constraintAgainst(jdbc, UPLOAD, school.id(), account, "WRITING")).isEqualTo("workbook_import_one_writing");
    }

    @Test
    void oneListOfTheCityIsWrittenAtATime() {
        jdbc.sql(UPLOAD).params(null, account, "WRITING").query(Long.class).single();
        assertThat(constraintAgainst(jdbc, UPLOAD, null, account, "WRITING")).isEqualTo("workbook_import_one_writing");
        jdbc.sql("delete from workbook_import where organisation_id is null").update();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            workbook_import_row_state_known        | ELSE  | []
            workbook_import_row_wrong_with_finding | WRONG | []
            workbook_import_row_wrong_with_finding | NEW   | [1]
            """)
    void aRowIs(String constraint, String state, String findings) {
        assertThat(constraintAgainst(jdbc, """
                insert into workbook_import_row (import_id, position, sheet, state, findings) values (?, 0, 'Приказы', ?, cast(? as jsonb))
                """, upload, state, findings)).isEqualTo(constraint);
    }

    @Test
    void aRowBelongsToAnUpload() {
        assertThat(constraintAgainst(jdbc, "insert into workbook_import_row (import_id, position, sheet, state) values (1, 0, 'Приказы', 'NEW')")).isEqualTo("workbook_import_row_import_fk");
    }
}
