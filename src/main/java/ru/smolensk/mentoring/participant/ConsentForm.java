package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.TypedDate;

/** «Внести согласие»; the scanned paper may be absent. */
record ConsentForm(
        @NotNull(message = "Выберите, какое это согласие") ConsentKind kind,
        @NotNull(message = "Введите дату, когда согласие подписано") @TypedDate String givenOn,
        Upload file) {
}
