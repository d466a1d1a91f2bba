package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/**
 * The form of a mentor, as it was typed.
 *
 * @param processing the day of the consent to processing; asked of new people alone, as the consent to distribution
 */
public record MentorForm(
        Integer version,
        @NotNull(message = "Введите фамилию") @NamePart String lastName,
        @NotNull(message = "Введите имя") @NamePart String firstName,
        @NamePart String patronymic,
        @TypedDate String bornOn,
        @Size(max = 200, message = "Должность не длиннее 200 знаков") @OneLine String position,
        @NotNull(message = "Выберите место работы") Workplace workplace,
        @Size(max = 300, message = "Название не длиннее 300 знаков") @TypedName String employerName,
        String partner,
        @TypedDate String teachingSince,
        @NotNull(message = "Введите дату вхождения в базу наставников") @TypedDate String enteredOn,
        @Size(max = 100, message = "Категория не длиннее 100 знаков") String category,
        @Size(max = 2000, message = "Не длиннее 2000 знаков") String competences,
        @Size(max = 2000, message = "Не длиннее 2000 знаков") String achievements,
        @Size(max = 500, message = "Не длиннее 500 знаков") String freeTime,
        @TypedDate String processing,
        @TypedDate String distribution) implements PersonFields {

    /** Most mentors work in the organisation itself. */
    static MentorForm blank() {
        return new MentorForm(null, null, null, null, null, null, Workplace.OWN_STAFF, null, null, null, null, null, null, null, null, null, null);
    }

    static MentorForm of(Person person) {
        Russian russian = new Russian();
        Participant known = person.participant();
        Mentor role = person.mentor();
        return new MentorForm(person.version(), known.name().lastName(), known.name().firstName(), known.name().patronymic(),
                russian.date(known.bornOn()), known.position(), known.workplace(), known.employerName(),
                known.partnerId() == null ? null : known.partnerId().toString(), russian.date(known.teachingSince()),
                russian.date(role.enteredOn()), role.category(), role.competences(), role.achievements(), role.freeTime(), null, null);
    }

    public Participants.MentorRole role() {
        return new Participants.MentorRole(Typed.date(enteredOn), category, competences, achievements, freeTime);
    }
}
