package ru.smolensk.mentoring.cityregister;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.OneLine;

/** The name of a view. */
record SavedViewForm(
        @OneLine @NotBlank(message = "Назовите вид: например, «Свободные наставники школ»")
        @Size(max = 100, message = "Название не длиннее 100 знаков") String name) {
}
