package ru.smolensk.mentoring.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.PaperNumber;
import ru.smolensk.mentoring.platform.TypedDate;

/** The organisation's act that approves a programme. */
public record ApprovalForm(
        Integer version,
        @NotNull(message = "Введите дату акта") @TypedDate String approvedOn,
        @NotNull(message = "Введите номер акта; если у него нет номера – «б/н»")
        @Size(max = 50, message = "Номер не длиннее 50 знаков") @PaperNumber String actNumber) {
}
