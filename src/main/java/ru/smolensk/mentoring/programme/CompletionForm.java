package ru.smolensk.mentoring.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.TypedDate;

/** The end of a programme that was carried out. */
record CompletionForm(
        @NotNull(message = "Введите дату завершения") @TypedDate String closedOn,
        @NotNull(message = "Напишите, чего удалось достичь") @Size(max = 4000, message = "Итоги не длиннее 4000 знаков")
        String finalResults) {
}
