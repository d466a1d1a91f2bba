package ru.smolensk.mentoring.survey;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** Another last day of a survey, as it was typed. */
record LastDayForm(Integer version, @NotNull(message = "Введите последний день опроса") @TypedDate String closesOn) {

    static LastDayForm of(Survey survey) {
        return new LastDayForm(survey.version(), new Russian().date(survey.closesOn()));
    }

    LocalDate toCommand() {
        return Typed.date(closesOn);
    }
}
