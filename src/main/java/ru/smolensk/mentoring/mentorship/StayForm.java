package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The form that takes a mentee's leaving back, as it was typed. */
record StayForm(
        @NotNull(message = "Выберите, чей выход отменить") Long mentee,
        @NotBlank(message = "Напишите причину: она останется в истории")
        @Size(max = 500, message = "Причина не длиннее 500 знаков") String reason) {
}
