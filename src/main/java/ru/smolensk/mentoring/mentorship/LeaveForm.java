package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form by which a mentee leaves a group, as it was typed. */
record LeaveForm(
        @NotNull(message = "Выберите, кто выходит") Long mentee,
        @NotNull(message = "Введите последний день в группе") @TypedDate String leftOn,
        @NotBlank(message = "Напишите причину: она останется в истории")
        @Size(max = 500, message = "Причина не длиннее 500 знаков") String reason) {
}
