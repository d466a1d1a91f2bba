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

    private final JdbcClient jdbc;
    private final Map<String, String> tables = new TreeMap<>();

    LoadedCity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("""
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                """).query(String.class).list().forEach(table -> tables.put(table, digest(table)));
    }

    /** By table: the number of its rows, and a digest of all they hold but the hashes of passwords, which are salted. */
    public Map<String, String> tables() {
        return tables;
    }

    private String digest(String table) {
        return jdbc.sql("""
                select count(*) || ' rows ' || coalesce(md5(string_agg(row_digest, '' order by row_digest)), '')
                  from (select md5((to_jsonb(t) - 'password_hash')::text) collate "C" as row_digest from %s t) rows
                """.formatted(table)).query(String.class).single();
    }
}
