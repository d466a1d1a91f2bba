package ru.smolensk.mentoring.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of a new account, as it was typed. */
record AccountForm(
        @NotBlank(message = "Введите имя")
        @Size(max = 200, message = "Имя не длиннее 200 знаков") @TypedName String displayName,
        @NotBlank(message = "Введите логин")
        @Pattern(regexp = "([A-Za-z0-9][A-Za-z0-9._-]{1,59})?",
                message = "Логин – от 2 до 60 латинских букв, цифр, точек и дефисов, первой стоит буква или цифра") String login,
        @NotNull(message = "Выберите роль") Role role) {

    /** Another name for the same account. */
    record Renaming(Integer version,
                    @NotBlank(message = "Введите имя")
                    @Size(max = 200, message = "Имя не длиннее 200 знаков") @TypedName String displayName) {
    }
}
