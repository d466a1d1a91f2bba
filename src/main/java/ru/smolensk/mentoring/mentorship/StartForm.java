package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of a new pair or group, as it was typed. */
public record StartForm(
        @NotNull(message = "Выберите приказ, которым закреплена пара или группа") Long order,
        @NotNull(message = "Выберите наставника") Long mentor,
        @NotEmpty(message = "Отметьте хотя бы одного наставляемого")
        @Size(max = 200, message = "В одной группе не больше 200 наставляемых") List<Long> mentees,
        @NotNull(message = "Выберите форму наставничества") MentoringForm form,
        MentoringModel model,
        Set<MentoringKind> kinds,
        @NotNull(message = "Введите дату начала") @TypedDate String startsOn,
        @NotNull(message = "Введите, когда наставничество должно завершиться") @TypedDate String plannedEnd,
        @TypedDate String partiesConsentOn,
        @Size(max = 30, message = "Код не длиннее 30 знаков") @OneLine String code) implements CheckedForm {

    /** A form with what the page it was opened from knows already; most pairs begin on the day of their order. */
    static StartForm about(Long order, LocalDate orderDatedOn, Long mentor, List<Long> mentees) {
        return new StartForm(order, mentor, mentees, null, null, null, orderDatedOn == null ? null : new Russian().date(orderDatedOn), null, null,
                null);
    }

    /** The values of the marked boxes. */
    public List<String> chosenMentees() {
        return mentees == null ? List.of() : mentees.stream().filter(Objects::nonNull).map(String::valueOf).toList();
    }

    /** The values of the marked boxes. */
    public List<String> chosenKinds() {
        return kinds == null ? List.of() : kinds.stream().filter(Objects::nonNull).map(Enum::name).toList();
    }

    public Mentorships.NewMentorship toCommand() {
        return new Mentorships.NewMentorship(code, order, mentor, mentees.stream().filter(Objects::nonNull).toList(), form, model,
                kinds == null ? Set.of() : kinds, Typed.date(startsOn), Typed.date(plannedEnd), Typed.date(partiesConsentOn));
    }

    @Override
    public void check(Refusals wrong, LocalDate today) {
        LocalDate start = Typed.dateIfAny(startsOn);
        LocalDate end = Typed.dateIfAny(plannedEnd);
        if (start != null && end != null) {
            PeriodInItsPlace.check(wrong, start, end);
        }
        if (form != null) {
            FormModelAndKindsFit.check(wrong, form, model, kinds == null ? Set.of() : kinds,
                    mentees == null ? FormModelAndKindsFit.GROUP_SIZE : mentees.size());
        }
        if (mentor != null && mentees != null) {
            wrong.and(MentorIsNotOwnMentee.refusal(mentor, mentees, "mentees"));
        }
        Mentorships.checkConsent(wrong, Typed.dateIfAny(partiesConsentOn), today);
    }
}
