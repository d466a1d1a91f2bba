package ru.smolensk.mentoring.survey;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedNumber;

/** The form of a count on paper, as it was typed. */
record TallyForm(
        @NotNull(message = "Введите, сколько анкет роздали") @TypedNumber(min = 1, max = 2000, message = "Введите целое число от 1 до 2000")
        String asked,
        @NotNull(message = "Введите, сколько человек ответили") @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000")
        String answered,
        @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000") String satisfied,
        @NotNull(message = "Введите, когда посчитаны анкеты") @TypedDate String countedOn,
        Upload protocol) {

    Tallies.Counted toCommand() {
        return new Tallies.Counted(Typed.number(asked), Typed.number(answered), Typed.number(satisfied), Typed.date(countedOn),
                Upload.id(protocol));
    }
}
