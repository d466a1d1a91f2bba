package ru.smolensk.mentoring.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.account.Role;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/** What a lone administrator wants to know at a glance: who works with the portal, and whether the machine under it is well. */
@Component
@Transactional(readOnly = true)
class PortalHealth {

    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final Russian russian;
    private final String release;
    private final Instant started = Instant.now();

    PortalHealth(JdbcClient jdbc, PortalClock clock, Russian russian, ObjectProvider<BuildProperties> build) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.russian = russian;
        BuildProperties built = build.getIfAvailable();
        this.release = built == null ? "собран без номера" : built.getVersion() + ", собран " + russian.moment(built.getTime());
    }

    /**
     * A number and the list behind it.
     *
     * @param address of the list
     */
    record Count(String label, long number, String address) {
    }

    /** Accounts that can log in, by role. */
    List<Count> accounts() {
        Map<String, Long> numbers = numbers("select role, count(*) from account where not blocked group by role");
        return List.of(Role.values()).stream().map(role -> new Count(role.plural(), numbers.getOrDefault(role.name(), 0L),
                "/admin/accounts?role=" + role.name())).toList();
    }

    /** Open organisations, by kind. */
    List<Count> organisations() {
        Map<String, Long> numbers = numbers("select kind, count(*) from organisation where closed_on is null group by kind");
        return List.of(OrganisationKind.values()).stream().map(kind -> new Count(kind.plural(), numbers.getOrDefault(kind.name(), 0L),
                "/admin/organisations?state=OPEN&kind=" + kind.name())).toList();
    }

    /** Temporary passwords that nobody has replaced yet. */
    long unusedInvitations() {
        return jdbc.sql("select count(*) from account where must_change_password and not blocked").query(Long.class).single();
    }

    /** Attempts at login in the last hour that failed. */
    long failedLogins() {
        return jdbc.sql("select coalesce(sum(failures), 0) from login_failure where last_at > ?")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofHours(1)), PortalClock.ZONE)).query(Long.class).single() / 2;
    }

    /** Facts about the machine, in words. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Портал", release);
        facts.put("Запущен", russian.moment(started));
        facts.put("Java", Runtime.version().toString());
        facts.putAll(jdbc.sql("""
                select current_setting('server_version') as server, pg_database_size(current_database()) as size,
                       (select coalesce(sum(size), 0) from stored_file) as files,
                       (select version from flyway_schema_history where success order by installed_rank desc limit 1) as schema,
                       (select count(*) from spring_session where principal_name is not null and expiry_time > :now) as people
                """).param("now", clock.millis()).query((row, number) -> {
                    Map<String, String> answers = new LinkedHashMap<>();
                    answers.put("PostgreSQL", row.getString("server"));
                    answers.put("Размер базы данных", russian.size(row.getLong("size")));
                    answers.put("Из них файлы", russian.size(row.getLong("files")));
                    answers.put("Версия схемы", row.getString("schema"));
                    answers.put("Открытых сеансов", row.getString("people"));
                    return answers;
                }).single());
        facts.put("Память", "%s из %s".formatted(russian.size(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()),
                russian.size(Runtime.getRuntime().maxMemory())));
        return facts;
    }

    private Map<String, Long> numbers(String sql) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        jdbc.sql(sql).query(row -> {
            numbers.put(row.getString(1), row.getLong(2));
        });
        return numbers;
    }
}
