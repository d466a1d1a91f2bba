package ru.smolensk.mentoring.participant;

import jakarta.validation.constraints.NotNull;
import ru.smolensk.mentoring.platform.TypedDate;

/** «Отозвать согласие». */
record WithdrawalForm(@NotNull(message = "Введите дату, когда согласие отозвано") @TypedDate String withdrawnOn) {
}
