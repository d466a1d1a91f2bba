package ru.smolensk.mentoring.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form of an action that needs nothing but a reason: an annulment. */
public record ReasonForm(@NotBlank(message = "Напишите причину: она останется в истории")
                         @Size(max = 500, message = "Причина не длиннее 500 знаков") String reason) {
}
