package ru.smolensk.mentoring.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.PaperNumber;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedEmail;
import ru.smolensk.mentoring.platform.TypedName;

/**
 * The form of a curator's appointment, as it was typed.
 *
 * @param organisation the slug
 * @param curator the account's identifier
 */
record AppointmentForm(
        @NotBlank(message = "Выберите организацию") String organisation,
        @NotBlank(message = "Выберите куратора")
        @Pattern(regexp = "\\d{0,18}", message = "Выберите куратора из списка") String curator,
        @NotBlank(message = "Введите номер приказа")
        @Size(max = 50, message = "Номер приказа не длиннее 50 знаков") @PaperNumber String orderNumber,
        @NotNull(message = "Введите дату приказа") @TypedDate String orderDatedOn,
        @NotNull(message = "Введите, с какого дня назначен куратор") @TypedDate String startsOn,
        @TypedDate String endsOn) {

    Appointments.Order toCommand() {
        return new Appointments.Order(Long.parseLong(curator), orderNumber, Typed.date(orderDatedOn), Typed.date(startsOn), Typed.date(endsOn));
    }

    /** A person who has no account yet, and the appointment. */
    record Invitation(
            @NotBlank(message = "Выберите организацию") String organisation,
            @NotBlank(message = "Введите имя")
            @Size(max = 200, message = "Имя не длиннее 200 знаков") @TypedName String displayName,
            @NotBlank(message = "Введите логин")
            @Pattern(regexp = "([A-Za-z0-9][A-Za-z0-9._-]{1,59})?",
                    message = "Логин – от 2 до 60 латинских букв, цифр, точек и дефисов, первой стоит буква или цифра") String login,
            @TypedEmail String email,
            @NotBlank(message = "Введите номер приказа")
            @Size(max = 50, message = "Номер приказа не длиннее 50 знаков") @PaperNumber String orderNumber,
            @NotNull(message = "Введите дату приказа") @TypedDate String orderDatedOn,
            @NotNull(message = "Введите, с какого дня назначен куратор") @TypedDate String startsOn,
            @TypedDate String endsOn) {

        Appointments.Invited toCommand() {
            return new Appointments.Invited(displayName, login, email, orderNumber, Typed.date(orderDatedOn), Typed.date(startsOn),
                    Typed.date(endsOn));
        }
    }

    /** The last day of an appointment. */
    record End(Integer version, @NotNull(message = "Введите последний день") @TypedDate String endsOn) {
    }
}
