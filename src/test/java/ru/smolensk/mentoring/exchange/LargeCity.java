package ru.smolensk.mentoring.exchange;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import ru.smolensk.mentoring.MentoringRegistry;
import ru.smolensk.mentoring.platform.AcademicYear;

/** The portal in a process of its own, whose heap somebody else has chosen: writes the consolidated workbook of a database and stops. */
final class LargeCity {

    private LargeCity() {
    }

    /** @param arguments the file to write, the academic year */
    public static void main(String[] arguments) throws Exception {
        try (var portal = SpringApplication.run(MentoringRegistry.class, "--server.port=0");
                OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            portal.getBean(ConsolidatedWorkbook.class).write(new AcademicYear(Integer.parseInt(arguments[1])), out, (done, total) -> { });
        }
        System.exit(0);
    }
}
