package ru.smolensk.mentoring.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedNumber;

/** The form of a question, as it was typed. */
record ItemForm(
        Integer version,
        @NotNull(message = "Напишите вопрос") @Size(max = 1000, message = "Вопрос не длиннее 1000 знаков") String words,
        @NotNull(message = "Выберите, как на него отвечают") ItemKind kind,
        @TypedNumber(max = 9, message = "Введите целое число от 0 до 9") String scaleMin,
        @TypedNumber(min = 1, max = 10, message = "Введите целое число от 1 до 10") String scaleMax,
        @Size(max = 4000, message = "Варианты вместе не длиннее 4000 знаков") String options,
        @Size(max = 40, message = "Не длиннее 40 знаков") @OneLine String pair) {

    static final ItemForm BLANK = new ItemForm(null, null, ItemKind.SCALE, "1", "10", null, null);

    static ItemForm of(QuestionnaireItem item) {
        return new ItemForm(item.version(), item.words(), item.kind(), Objects.toString(item.scaleMin(), null),
                Objects.toString(item.scaleMax(), null), String.join("\n", item.options()), item.pair());
    }

    Questionnaires.Said toCommand() {
        List<String> lines = options == null ? List.of()
                : Arrays.stream(options.split("\n")).map(Typed::line).filter(Objects::nonNull).toList();
        return new Questionnaires.Said(kind, words, Typed.number(scaleMin), Typed.number(scaleMax), lines, pair);
    }
}
