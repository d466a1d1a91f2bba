package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.platform.Russian;

/**
 * What a curator confirms once a year (P6.1): how much of everything there is on that day.
 *
 * @param mentorships pairs and groups in force
 * @param programmes approved programmes in force
 * @param partners partner organisations that are entered
 * @param countedOn the day of the newest staff count, or {@code null}; then the two figures before it are {@code null} too
 */
record Bases(int mentors, int mentees, int mentorships, int programmes, int partners, int documents, Integer teachingStaff,
             Integer youngSpecialists, LocalDate countedOn) {

    /** One figure, and the page where it can be checked. */
    record Line(String name, String value, String address) {
    }

    public List<Line> lines() {
        return List.of(new Line("Наставники", text(mentors), "/workspace/mentors"), new Line("Наставляемые", text(mentees),
                "/workspace/mentees"),
                new Line("Действующие пары и группы", text(mentorships), "/workspace/mentorships"),
                new Line("Действующие утверждённые программы", text(programmes), "/workspace/programmes"),
                new Line("Партнёры", text(partners), "/workspace/partners"), new Line("Документы", text(documents), "/workspace/documents"),
                new Line("Численность педагогов", countedOn == null ? "не внесена" : teachingStaff + ", молодых специалистов "
                        + youngSpecialists
                        + " (на " + new Russian().date(countedOn) + ")", "/workspace/staff"));
    }

    /** What a form carries: another number means that other figures were looked at. */
    public int version() {
        return lines().stream().map(line -> line.name() + line.value()).collect(Collectors.joining("\n")).hashCode();
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
