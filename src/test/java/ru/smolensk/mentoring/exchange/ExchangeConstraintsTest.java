package ru.smolensk.mentoring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What must hold of exports and analytical notes, against whoever goes round the portal. */
@PortalTest
class ExchangeConstraintsTest {

    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    long export;

    @BeforeEach
    void anExport() {
        export = jdbc.sql("insert into export (account_id, title, name, asked_at, seen_at) values (?, 'Таблица', 'т.xlsx', now(), now()) returning id")
                .param(town.methodologist().accountId()).query(Long.class).single();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            export_done_of_total     | done = 2, total = 1
            export_account_fk        | account_id = 1
            export_file_fk           | file_id = 1
            """)
    void anExportIs(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update export set " + change + " where id = ?", export)).isEqualTo(constraint);
    }

    @Test
    void anExportThatFailedHasNoFile() {
        long file = jdbc.sql("""
                insert into stored_file (name, media_type, size, sha256, received_at)
                values ('т.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 1, repeat('0', 64), now()) returning id
                """).query(Long.class).single();
        assertThat(constraintAgainst(jdbc, "update export set failed = true, file_id = ? where id = ?", file, export))
                .isEqualTo("export_failed_or_written");
    }

    @Test
    void aYearHasOneNote() {
        jdbc.sql("insert into analytical_note (academic_year) values (2001)").update();
        assertThat(constraintAgainst(jdbc, "insert into analytical_note (academic_year) values (2001)")).isEqualTo("analytical_note_of_year");
        assertThat(constraintAgainst(jdbc, "insert into analytical_note (academic_year) values (1999)")).isEqualTo("analytical_note_year_plausible");
    }
}
