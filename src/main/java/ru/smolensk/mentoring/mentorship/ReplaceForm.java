package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form that replaces a mentor, as it was typed. */
record ReplaceForm(
        @NotNull(message = "Выберите нового наставника") Long mentor,
        @NotNull(message = "Выберите приказ, которым закреплён новый наставник") Long order,
        @NotNull(message = "Введите первый день нового наставника") @TypedDate String startsOn,
        @NotNull(message = "Введите, когда наставничество должно завершиться") @TypedDate String plannedEnd,
        @TypedDate String partiesConsentOn,
        @Size(max = 30, message = "Код не длиннее 30 знаков") @OneLine String code) implements CheckedForm {

    static ReplaceForm of(Mentorship mentorship) {
        return new ReplaceForm(null, null, null, new Russian().date(mentorship.plannedEnd()), null, null);
    }

    Mentorships.Replacement toCommand() {
        return new Mentorships.Replacement(code, mentor, order, Typed.date(startsOn), Typed.date(plannedEnd), Typed.date(partiesConsentOn));
    }

    @Override
    public void check(Refusals wrong, LocalDate today) {
        LocalDate start = Typed.dateIfAny(startsOn);
        LocalDate end = Typed.dateIfAny(plannedEnd);
        if (start != null && end != null) {
            PeriodInItsPlace.check(wrong, start, end);
        }
        Mentorships.checkConsent(wrong, Typed.dateIfAny(partiesConsentOn), today);
    }
}
