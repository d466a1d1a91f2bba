package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/**
 * The form of a mentee, as it was typed.
 *
 * @param processing the day of the consent to processing; asked of new people alone, as the consent to distribution
 */
public record MenteeForm(
        Integer version,
        @NotNull(message = "Введите фамилию") @NamePart String lastName,
        @NotNull(message = "Введите имя") @NamePart String firstName,
        @NamePart String patronymic,
        @TypedDate String bornOn,
        @Size(max = 200, message = "Должность не длиннее 200 знаков") @OneLine String position,
        @NotNull(message = "Выберите место работы или учёбы") Workplace workplace,
        @Size(max = 300, message = "Название не длиннее 300 знаков") @TypedName String employerName,
        String partner,
        @TypedDate String teachingSince,
        @NotNull(message = "Введите дату вхождения в базу наставляемых") @TypedDate String enteredOn,
        @NotNull(message = "Выберите категорию") MenteeCategory category,
        @Size(max = 2000, message = "Запрос не длиннее 2000 знаков") String request,
        @TypedDate String processing,
        @TypedDate String distribution) implements PersonFields {

    /** Most mentees work in the organisation itself. */
    static MenteeForm blank() {
        return new MenteeForm(null, null, null, null, null, null, Workplace.OWN_STAFF, null, null, null, null, null, null, null, null);
    }

    static MenteeForm of(Person person) {
        Russian russian = new Russian();
        Participant known = person.participant();
        Mentee role = person.mentee();
        return new MenteeForm(person.version(), known.name().lastName(), known.name().firstName(), known.name().patronymic(),
                russian.date(known.bornOn()), known.position(), known.workplace(), known.employerName(),
                known.partnerId() == null ? null : known.partnerId().toString(), russian.date(known.teachingSince()),
                russian.date(role.enteredOn()), role.category(), role.request(), null, null);
    }

    public Participants.MenteeRole role() {
        return new Participants.MenteeRole(Typed.date(enteredOn), category, request);
    }
}
