package ru.smolensk.mentoring.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of a programme's draft, as it was typed. A row of the plan that is left empty is no activity. */
public record ProgrammeForm(
        Integer version,
        List<Long> mentees,
        @NotNull(message = "Введите название программы") @TypedName
        @Size(max = 300, message = "Название не длиннее 300 знаков") String title,
        @Size(max = 2000, message = "Цель не длиннее 2000 знаков") String goal,
        @Size(max = 4000, message = "Задачи не длиннее 4000 знаков") String tasks,
        @Size(max = 4000, message = "Затруднения не длиннее 4000 знаков") String difficulties,
        @NotNull(message = "Введите, когда программа начинается") @TypedDate String startsOn,
        @NotNull(message = "Введите, когда программа заканчивается") @TypedDate String endsOn,
        @Size(max = 4000, message = "Ожидаемые результаты не длиннее 4000 знаков") String expectedResults,
        @Size(max = Programme.MOST_ACTIVITIES, message = "В программе не больше {max} мероприятий") List<@Valid ActivityRow> activities) {

    /** Empty rows that a form opens with or gets on asking. */
    private static final int BLANK_ROWS = 5;

    public ProgrammeForm {
        mentees = mentees == null ? List.of() : mentees.stream().filter(Objects::nonNull).distinct().toList();
        activities = activities == null ? List.of()
                : activities.stream().map(row -> row == null ? ActivityRow.BLANK : row).toList();
    }

    /** A new programme covers the whole mentorship and lasts as long. */
    static ProgrammeForm blank(PairOrGroup pair) {
        return new ProgrammeForm(null, pair.stayed(), null, null, null, null, new Russian().date(pair.startsOn()),
                new Russian().date(pair.lastDay()), null, List.of()).withMoreRows();
    }

    static ProgrammeForm of(Programme programme) {
        List<Activity> activities = programme.activities();
        return new ProgrammeForm(programme.version(), List.copyOf(programme.mentees()), programme.title(), programme.goal(),
                programme.tasks(), programme.difficulties(), new Russian().date(programme.startsOn()),
                new Russian().date(programme.endsOn()),
                programme.expectedResults(), IntStream.range(0, activities.size()).mapToObj(i -> row(i + 1, activities.get(i))).toList())
                .withRows(activities.isEmpty() ? BLANK_ROWS : 1);
    }

    private static ActivityRow row(int number, Activity activity) {
        return new ActivityRow(number, activity.what(), activity.form(), activity.plannedTerm());
    }

    ProgrammeForm withMoreRows() {
        return withRows(BLANK_ROWS);
    }

    private ProgrammeForm withRows(int more) {
        int room = Math.max(0, Math.min(more, Programme.MOST_ACTIVITIES - activities.size()));
        return with(Stream.concat(activities.stream(), Collections.nCopies(room, ActivityRow.BLANK).stream()).toList());
    }

    /** The row of this index changes places with its neighbour. */
    ProgrammeForm withRowMoved(int index, int by) {
        List<ActivityRow> rows = new ArrayList<>(activities);
        if (index >= 0 && index < rows.size() && index + by >= 0 && index + by < rows.size()) {
            Collections.swap(rows, index, index + by);
        }
        return with(rows);
    }

    private ProgrammeForm with(List<ActivityRow> rows) {
        return new ProgrammeForm(version, mentees, title, goal, tasks, difficulties, startsOn, endsOn, expectedResults, rows);
    }

    /** The ticked mentees, as the boxes compare them. */
    public List<String> chosen() {
        return mentees.stream().map(String::valueOf).toList();
    }

    public boolean full() {
        return activities.size() >= Programme.MOST_ACTIVITIES;
    }

    public Programmes.Contents toCommand() {
        return new Programmes.Contents(Set.copyOf(mentees), title, goal, tasks, difficulties, Typed.date(startsOn), Typed.date(endsOn),
                expectedResults, activities.stream().filter(row -> !row.blank())
                .map(row -> new Programmes.Planned(row.was(), row.what(), row.form(), row.plannedTerm())).toList());
    }
}
