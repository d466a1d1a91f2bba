package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form by which a mentee joins a pair or group, as it was typed. */
record JoinForm(
        @NotNull(message = "Выберите, кого включить") Long mentee,
        @NotNull(message = "Введите первый день в группе") @TypedDate String joinedOn) {
}
