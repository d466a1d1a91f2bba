package ru.smolensk.mentoring.roadmap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/**
 * The form of a mark, as it was typed.
 *
 * @param next set by the button that goes on to the next measure
 */
record MarkForm(
        Integer version,
        @NotNull(message = "Выберите, выполнено ли мероприятие") Answer outcome,
        @TypedDate String doneOn,
        Long evidenceActId,
        @Size(max = 1000, message = "Ссылка не длиннее 1000 знаков")
        @Pattern(regexp = "https://[^\\s/]+\\S*",
                message = "Введите ссылку целиком, она начинается с https:// и не содержит пробелов") String evidenceLink,
        @Size(max = 1000, message = "Пояснение не длиннее 1000 знаков") String note,
        String next) {

    /** An outcome, or none yet. */
    enum Answer implements Labelled {
        DONE("Выполнено"),
        NOT_DONE("Не выполнено"),
        NONE("Отметки нет");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** A row without a mark is offered as done today: that is what people come for. */
    static MarkForm of(RoadmapLine line, LocalDate today) {
        Russian russian = new Russian();
        return line.outcome() == null ? new MarkForm(line.version(), Answer.DONE, russian.date(today), null, null, null, null)
                : new MarkForm(line.version(), Answer.valueOf(line.outcome().name()), russian.date(line.doneOn()), line.evidenceActId(),
                line.evidenceLink(), line.note(), null);
    }

    Roadmaps.Mark toCommand() {
        return new Roadmaps.Mark(outcome == Answer.NONE ? null : Outcome.valueOf(outcome.name()), Typed.date(doneOn), evidenceActId,
                evidenceLink, note);
    }
}
