package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form that ends a pair or group early, as it was typed. Without a notice the curator says so: the law asks for one. */
public record EndForm(
        @NotNull(message = "Введите последний день наставничества") @TypedDate String endedOn,
        @NotBlank(message = "Напишите причину: она останется в истории")
        @Size(max = 500, message = "Причина не длиннее 500 знаков") String reason,
        @TypedDate String noticeOn,
        Boolean withoutNotice) {

    public Mentorships.EarlyEnd toCommand() {
        Refusal.when(noticeOn != null && Boolean.TRUE.equals(withoutNotice), "noticeOn",
                "Здесь введена дата, а ниже отмечено, что предупреждать не требовалось. Если предупреждали – снимите отметку, если нет – сотрите дату");
        Refusal.when(noticeOn == null && !Boolean.TRUE.equals(withoutNotice), "noticeOn",
                "Введите, когда письменно предупредили другую сторону, или отметьте ниже, что предупреждать не требовалось");
        return new Mentorships.EarlyEnd(Typed.date(endedOn), reason, Typed.date(noticeOn));
    }
}
