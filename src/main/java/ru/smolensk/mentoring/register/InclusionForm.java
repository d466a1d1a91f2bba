package ru.smolensk.mentoring.register;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of including a mentor in the register, as it was typed. */
record InclusionForm(
        Integer version,
        @NotNull(message = "Введите дату решения") @TypedDate String includedOn,
        @NotBlank(message = "Напишите, чем принято решение") @Size(max = 300, message = "Основание не длиннее 300 знаков") String basis,
        @NotBlank(message = "Напишите, за что наставник включён в реестр: эти слова прочитают все")
        @Size(max = 2000, message = "Не длиннее 2000 знаков") String words) {

    static InclusionForm of(RegisterEntry entry) {
        return new InclusionForm(entry.version(), new Russian().date(entry.includedOn()), entry.basis(), entry.words());
    }

    MentorRegister.Decision toCommand() {
        return new MentorRegister.Decision(Typed.date(includedOn), basis, words);
    }
}
