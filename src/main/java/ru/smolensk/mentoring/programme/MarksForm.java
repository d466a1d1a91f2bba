package ru.smolensk.mentoring.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** All activities of a programme with what became of them, in their order. */
record MarksForm(Integer version, List<@Valid Row> marks) {

    /** @param today ticked: done today, no need to type the date */
    record Row(@TypedDate String doneOn, Boolean today, @Size(max = 1000, message = "Результат не длиннее 1000 знаков") String result) {

        private LocalDate day(LocalDate now) {
            return doneOn == null && Boolean.TRUE.equals(today) ? now : Typed.date(doneOn);
        }
    }

    MarksForm {
        marks = marks == null ? List.of() : marks.stream().filter(Objects::nonNull).toList();
    }

    static MarksForm of(Programme programme) {
        return new MarksForm(programme.version(), programme.activities().stream()
                .map(activity -> new Row(new Russian().date(activity.doneOn()), false, activity.result())).toList());
    }

    List<Programmes.Mark> toCommand(LocalDate today) {
        return marks.stream().map(row -> new Programmes.Mark(row.day(today), row.result())).toList();
    }
}
