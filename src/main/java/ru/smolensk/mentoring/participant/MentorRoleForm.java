package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** «Сделать наставником»: the role of a person who is in the base already. */
record MentorRoleForm(
        @NotNull(message = "Введите дату вхождения в базу наставников") @TypedDate String enteredOn,
        @Size(max = 100, message = "Категория не длиннее 100 знаков") String category,
        @Size(max = 2000, message = "Не длиннее 2000 знаков") String competences,
        @Size(max = 2000, message = "Не длиннее 2000 знаков") String achievements,
        @Size(max = 500, message = "Не длиннее 500 знаков") String freeTime) {

    Participants.MentorRole toCommand() {
        return new Participants.MentorRole(Typed.date(enteredOn), category, competences, achievements, freeTime);
    }
}
