package ru.smolensk.mentoring.testing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables held when the demo city had just been loaded, before any test could change it. */
@Order(6)
public final class LoadedCity implements ApplicationRunner {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final JdbcClient jdbc;
    private final Map<String, String> tables = new TreeMap<>();

    LoadedCity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("""
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   -- Of the pieces of files their SHA-256 in stored_file tells.
                   and table_name not in ('flyway_schema_history', 'stored_file_piece')
                """).query(String.class).list().forEach(table -> tables.put(table, digest(table)));
    }

    /** By table: the number of its rows, and a digest of all they hold but what chance makes: password hashes, secret links and UUIDs. */
    public Map<String, String> tables() {
        return tables;
    }

    private String digest(String table) {
        // On a slow machine the portal reminds of due dates before the city is looked at.
        String rows = table.equals("notice") ? "(select * from notice where noticed_at < timestamptz '" + DemoCityStart.MORNING + "')" : table;
        return jdbc.sql("""
                select count(*) || ' rows ' || coalesce(md5(string_agg(row_digest, '' order by row_digest)), '')
                  from (select md5(regexp_replace((to_jsonb(t) - 'password_hash' - 'token')::text, :uuid, 'UUID', 'g')) collate "C" as row_digest
                          from %s t) rows
                """.formatted(rows)).param("uuid", UUID).query(String.class).single();
    }
}
