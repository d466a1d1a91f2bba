package ru.smolensk.mentoring.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.PaperNumber;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of a legal act, as it was typed. */
record LegalActForm(
        Integer version,
        @NotNull(message = "Выберите уровень") LegalLevel level,
        @NotNull(message = "Введите название акта") @TypedName
        @Size(max = 1000, message = "Название не длиннее 1000 знаков") String title,
        @Size(max = 50, message = "Номер не длиннее 50 знаков") @PaperNumber String number,
        @TypedDate String datedOn,
        @Size(max = 300, message = "Название органа не длиннее 300 знаков") String issuer,
        @Size(max = 1000, message = "Ссылка не длиннее 1000 знаков")
        @Pattern(regexp = "https?://[^\\s/]+\\S*",
                message = "Введите ссылку целиком, она начинается с https:// или http:// и не содержит пробелов") String link,
        Upload file) {

    static LegalActForm of(LegalAct act, StoredFile file) {
        return new LegalActForm(act.version(), act.level(), act.title(), act.number(), new Russian().date(act.datedOn()), act.issuer(),
                act.link(), Upload.of(file));
    }

    LegalActs.Description toCommand() {
        return new LegalActs.Description(level, issuer, number, Typed.date(datedOn), title, Upload.id(file), link);
    }
}
