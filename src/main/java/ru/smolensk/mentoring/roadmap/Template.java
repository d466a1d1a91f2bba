package ru.smolensk.mentoring.roadmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Russian;

/** The rows that a roadmap may begin with: {@code template.txt} beside this class (order 4.1–4.10, приложение 2). */
final class Template {

    private static final List<String> LINES = read();

    private Template() {
    }

    static List<Roadmaps.Row> rows(AcademicYear year) {
        return LINES.stream().map(line -> row(line, year)).toList();
    }

    private static Roadmaps.Row row(String line, AcademicYear year) {
        if (line.startsWith("=")) {
            return Roadmaps.Row.heading(line.substring(1).strip());
        }
        String[] cells = line.split("\\s*\\|\\s*");
        LocalDate due = within(year, MonthDay.parse("--" + cells[2]));
        return new Roadmaps.Row(LineKind.MEASURE, cells[0], cells[1].isEmpty() ? "до " + new Russian().longDate(due) : cells[1], due,
                cells[3], cells[4]);
    }

    private static LocalDate within(AcademicYear year, MonthDay day) {
        LocalDate first = day.atYear(year.start());
        return first.isBefore(year.firstDay()) ? day.atYear(year.start() + 1) : first;
    }

    private static List<String> read() {
        try {
            return new ClassPathResource("template.txt", Template.class).getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
