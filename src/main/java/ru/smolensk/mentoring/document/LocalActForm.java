package ru.smolensk.mentoring.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.PaperNumber;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of a document of the organisation, as it was typed. */
record LocalActForm(
        Integer version,
        @NotNull(message = "Выберите вид документа") ActKind kind,
        @Size(max = 50, message = "Номер не длиннее 50 знаков") @PaperNumber String number,
        @NotNull(message = "Введите дату документа") @TypedDate String datedOn,
        @NotNull(message = "Введите название документа") @TypedName
        @Size(max = 500, message = "Название не длиннее 500 знаков") String title,
        Long partnerId,
        Upload file,
        @Size(max = 1000, message = "Ссылка не длиннее 1000 знаков")
        @Pattern(regexp = "https://[^\\s/]+\\S*",
                message = "Введите ссылку целиком, она начинается с https:// и не содержит пробелов") String link,
        @NotNull(message = "Выберите, что из документа увидят все") Disclosure disclosure,
        Upload publicFile) implements CheckedForm {

    /** The form of a new document of this kind; its usual title is there already. */
    static LocalActForm blank(ActKind kind, Long partnerId) {
        return new LocalActForm(null, kind, null, null, kind.usualTitle(), kind == ActKind.PARTNER_DOCUMENT ? partnerId : null, null, null, null,
                null);
    }

    static LocalActForm of(LocalAct act, StoredFile file, StoredFile publicFile) {
        return new LocalActForm(act.version(), act.kind(), act.number(), new Russian().date(act.datedOn()), act.title(), act.partnerId(),
                Upload.of(file), act.link(), act.paper().disclosure(), Upload.of(publicFile));
    }

    @Override
    public void check(Refusals wrong, LocalDate today) {
        if (ActKind.entered().contains(kind)) {
            LocalAct.check(wrong, kind, number, partnerId, Upload.id(file), link);
        }
        Paper.check(wrong, disclosure, Upload.id(publicFile) != null);
        LocalActs.checkDate(wrong, Typed.dateIfAny(datedOn), today);
    }

    LocalActs.Description toCommand() {
        return new LocalActs.Description(kind, number, Typed.date(datedOn), title, partnerId, link,
                Papers.Said.of(file, disclosure, publicFile));
    }
}
