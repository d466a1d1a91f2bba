package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form that annuls a pair or group, as it was typed; with one that replaced another, the other may go on as before. */
record AnnulForm(
        @NotBlank(message = "Напишите причину: она останется в истории")
        @Size(max = 500, message = "Причина не длиннее 500 знаков") String reason,
        Boolean replacedGoesOn) {
}
