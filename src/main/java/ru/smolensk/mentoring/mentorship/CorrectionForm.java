package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form that corrects a pair or group, as it was typed. */
public record CorrectionForm(
        Integer version,
        @NotBlank(message = "Введите код: по нему пару находят в списках и таблицах")
        @Size(max = 30, message = "Код не длиннее 30 знаков") @OneLine String code,
        @NotNull(message = "Выберите приказ, которым закреплена пара или группа") Long order,
        @NotNull(message = "Выберите форму наставничества") MentoringForm form,
        MentoringModel model,
        Set<MentoringKind> kinds,
        @NotNull(message = "Введите дату начала") @TypedDate String startsOn,
        @NotNull(message = "Введите, когда наставничество должно завершиться") @TypedDate String plannedEnd,
        @TypedDate String partiesConsentOn) {

    static CorrectionForm of(Mentorship mentorship) {
        Russian russian = new Russian();
        return new CorrectionForm(mentorship.version(), mentorship.code(), mentorship.orderId(), mentorship.form(), mentorship.model(),
                mentorship.kinds(), russian.date(mentorship.startsOn()), russian.date(mentorship.plannedEnd()),
                russian.date(mentorship.partiesConsentOn()));
    }

    /** The values of the marked boxes. */
    public List<String> chosenKinds() {
        return kinds == null ? List.of() : kinds.stream().filter(Objects::nonNull).map(Enum::name).toList();
    }

    public Mentorships.Correction toCommand() {
        return new Mentorships.Correction(code, order, form, model, kinds == null ? Set.of() : kinds, Typed.date(startsOn),
                Typed.date(plannedEnd), Typed.date(partiesConsentOn));
    }
}
