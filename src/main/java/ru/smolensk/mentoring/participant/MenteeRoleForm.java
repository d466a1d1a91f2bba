package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** «Сделать наставляемым»: the role of a person who is in the base already. */
record MenteeRoleForm(
        @NotNull(message = "Введите дату вхождения в базу наставляемых") @TypedDate String enteredOn,
        @NotNull(message = "Выберите категорию") MenteeCategory category,
        @Size(max = 2000, message = "Запрос не длиннее 2000 знаков") String request) {

    Participants.MenteeRole toCommand() {
        return new Participants.MenteeRole(Typed.date(enteredOn), category, request);
    }
}
