package ru.smolensk.mentoring.section;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of a publication, as it was typed. */
record PublishForm(@NotNull(message = "Введите дату, на которую показать числа") @TypedDate String asOf) {
}
