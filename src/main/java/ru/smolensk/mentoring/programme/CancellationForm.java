package ru.smolensk.mentoring.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.TypedDate;

/** The end of a programme that will not be carried out. */
record CancellationForm(
        @NotNull(message = "Введите дату отмены") @TypedDate String closedOn,
        @NotNull(message = "Напишите причину: она останется в истории") @Size(max = 500, message = "Причина не длиннее 500 знаков")
        String closeReason) {
}
