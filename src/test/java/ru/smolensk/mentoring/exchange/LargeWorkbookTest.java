package ru.smolensk.mentoring.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.smolensk.mentoring.testing.TestDatabase;

/** The consolidated workbook of a country: 40 000 organisations, the whole portal in a heap of 256 MB. */
class LargeWorkbookTest {

    private static final int ORGANISATIONS = 40_000;

    @TempDir
    Path room;

    @Test
    void fortyThousandOrganisationsFitIntoAHeapOf256Megabytes() throws Exception {
        TestDatabase database = TestDatabase.migrated("large_city");
        fill(JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password())));
        Path file = room.resolve("large.xlsx");
        Path log = room.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), LargeCity.class.getName(), file.toString(), "2026");
        builder.environment().putAll(Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(), "PORTAL_ADMIN_LOGIN", "admin", "PORTAL_ADMIN_PASSWORD", "долгий путь домой"));
        Process portal = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(portal.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(portal.exitValue()).as(() -> tail(log)).isZero();
        try (ZipFile book = new ZipFile(file.toFile());
                var sheet = new BufferedReader(new InputStreamReader(book.getInputStream(book.getEntry("xl/worksheets/sheet2.xml")), StandardCharsets.UTF_8))) {
            long rows = sheet.lines().mapToLong(line -> line.split("<row ", -1).length - 1).sum();
            assertThat(rows).as("the head, the organisations, three kinds and the city").isEqualTo(1 + ORGANISATIONS + 3 + 1);
        }
    }

    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                insert into organisation (slug, kind, short_name, full_name)
                select 'o-' || n, case n % 3 when 0 then 'GENERAL' when 1 then 'PRESCHOOL' else 'ADDITIONAL' end,
                       'МБДОУ «Детский сад № ' || n || '»', 'муниципальное бюджетное дошкольное образовательное учреждение № ' || n
                  from generate_series(1, ?) n
                """).param(ORGANISATIONS).update();
        jdbc.sql("insert into review_edition (organisation_id, subject, academic_year, number, state) select id, 'MONITORING_REPORT', 2026, 1, 'DRAFT' from organisation")
                .update();
        jdbc.sql("""
                insert into monitoring_report (organisation_id, edition_id, academic_year, since, until, dated_on, figures)
                select organisation_id, id, 2026, '2026-09-01', '2027-05-31', '2027-05-31', cast('
                  {"date": "2027-05-31", "pairs": 3, "groups": 1, "approvedProgrammes": 4, "partnerOrganisations": 1,
                   "youngSpecialists": {"numerator": 2, "denominator": 3}, "mentors": {"numerator": 4, "denominator": 40},
                   "menteeSatisfaction": {"numerator": 3, "denominator": 4}, "mentorSatisfaction": {"reason": "NO_RESPONSES"},
                   "countedOn": "2026-09-01"}' as jsonb) from review_edition
                """).update();
        jdbc.sql("""
                with somebody as (insert into account (login, display_name, role, password_hash, created_at)
                  values ('methodist', 'Методист', 'METHODOLOGIST', '-', now()) returning id)
                update review_edition set state = 'APPROVED', approved_on = '2027-06-10', approved_by = (select id from somebody)
                """).update();
        List.of("organisation", "review_edition", "monitoring_report").forEach(table -> jdbc.sql("analyze " + table).update());
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException gone) {
            return "nothing was said";
        }
    }
}
