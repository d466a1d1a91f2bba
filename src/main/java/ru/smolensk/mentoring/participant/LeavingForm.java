package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.platform.TypedDate;

/** «Отметить выбытие»: the last day in the base. */
record LeavingForm(@NotNull(message = "Введите последний день человека в базе") @TypedDate String leftOn) {
}
