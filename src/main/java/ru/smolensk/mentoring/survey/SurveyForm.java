package ru.smolensk.mentoring.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of a new survey, as it was typed. */
record SurveyForm(
        @Size(max = 300, message = "Название не длиннее 300 знаков") @OneLine String title,
        @NotNull(message = "Выберите учебный год") @Min(value = 2000, message = "Выберите учебный год")
        @Max(value = 2098, message = "Выберите учебный год") Integer year,
        @NotNull(message = "Выберите этап") Wave wave,
        @NotNull(message = "Введите первый день опроса") @TypedDate String opensOn,
        @NotNull(message = "Введите последний день опроса") @TypedDate String closesOn,
        @NotNull(message = "Выберите, кто участвует") SurveyScope scope,
        OrganisationKind kind,
        List<String> organisations,
        Long menteeQuestionnaire,
        Long mentorQuestionnaire) {

    /** The slugs that are marked. */
    public List<String> chosen() {
        return organisations == null ? List.of() : organisations;
    }

    Surveys.Description toCommand() {
        return new Surveys.Description(title, new AcademicYear(year), wave, Typed.date(opensOn), Typed.date(closesOn), scope, kind, chosen(),
                menteeQuestionnaire, mentorQuestionnaire);
    }
}
