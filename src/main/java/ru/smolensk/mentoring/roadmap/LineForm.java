package ru.smolensk.mentoring.roadmap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/**
 * The form of a row, as it was typed.
 *
 * @param next set by the button «Сохранить и дальше»
 */
record LineForm(
        Integer version,
        @NotNull(message = "Выберите, что добавить: мероприятие или раздел") LineKind kind,
        @NotNull(message = "Напишите, что нужно сделать") @Size(max = 2000, message = "Не длиннее 2000 знаков") String measure,
        @Size(max = 300, message = "Срок не длиннее 300 знаков") String termText,
        @TypedDate String dueOn,
        @Size(max = 500, message = "Не длиннее 500 знаков") String responsible,
        @Size(max = 1000, message = "Не длиннее 1000 знаков") String result,
        String next) {

    static LineForm blank(LineKind kind) {
        return new LineForm(null, kind, null, null, null, null, null, null);
    }

    static LineForm of(RoadmapLine line) {
        Roadmaps.Row row = line.row();
        return new LineForm(line.version(), row.kind(), row.measure(), row.termText(), new Russian().date(row.dueOn()), row.responsible(),
                row.result(), null);
    }

    Roadmaps.Row toCommand() {
        return new Roadmaps.Row(kind, measure, termText, Typed.date(dueOn), responsible, result);
    }
}
