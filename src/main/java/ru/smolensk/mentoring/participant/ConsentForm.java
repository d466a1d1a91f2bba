package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.platform.TypedDate;

/** «Внести согласие». */
record ConsentForm(
        @NotNull(message = "Выберите, какое это согласие") ConsentKind kind,
        @NotNull(message = "Введите дату, когда согласие подписано") @TypedDate String givenOn) {
}
