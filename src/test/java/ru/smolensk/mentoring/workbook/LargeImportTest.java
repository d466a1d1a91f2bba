package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import ru.smolensk.mentoring.testing.TestDatabase;

/** A benchmark, {@code ./mvnw test -Dtest=LargeImportTest -Dbenchmark=true}: 20 000 rows, the whole portal in a heap of 256 MB. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true", disabledReason = "a benchmark: -Dbenchmark=true")
class LargeImportTest {

    @TempDir
    Path room;

    @Test
    void twentyThousandRowsFitIntoAHeapOf256Megabytes() throws Exception {
        TestDatabase database = TestDatabase.migrated("large_import");
        Path log = room.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), LargeImport.class.getName(),
                room.resolve("large.xlsx").toString());
        builder.environment().putAll(Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(), "PORTAL_ADMIN_LOGIN", "admin", "PORTAL_ADMIN_PASSWORD", "долгий путь домой"));
        Process portal = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(portal.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(log);
        assertThat(portal.exitValue()).as(said).isZero();
        assertThat(said).contains("rows 20000 written true", "unchanged 20000", "changed 14000");
        said.lines().filter(line -> line.startsWith("RESULT")).forEach(System.out::println);
    }
}
