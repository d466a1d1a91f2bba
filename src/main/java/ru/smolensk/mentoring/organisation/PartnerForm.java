package ru.smolensk.mentoring.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of a partner organisation, as it was typed. */
public record PartnerForm(
        Integer version,
        @NotBlank(message = "Введите название организации")
        @TypedName(message = "В названии нет ни одной буквы или цифры. Введите название организации")
        @Size(max = 300, message = "Название не длиннее 300 знаков") String name,
        @Pattern(regexp = "[\\d\\s]*", message = "ИНН – это 10 цифр у организации или 12 у предпринимателя")
        @Size(max = 30, message = "ИНН – это 10 цифр у организации или 12 у предпринимателя") String inn,
        @Pattern(regexp = "https?://\\S+", message = "Адрес сайта начинается с https:// или http://, пробелов в нём нет")
        @Size(max = 300, message = "Адрес не длиннее 300 знаков") String website,
        @Size(max = 1000, message = "Примечание не длиннее 1000 знаков") String note) implements CheckedForm {

    static PartnerForm of(PartnerOrganisation partner) {
        return new PartnerForm(partner.version(), partner.name(), partner.inn(), partner.website(), partner.note());
    }

    @Override
    public void check(Refusals wrong, LocalDate today) {
        PartnerOrganisation.check(wrong, digits());
    }

    private String digits() {
        return inn == null ? null : inn.replaceAll("\\s", "");
    }

    public Partners.Description toCommand() {
        return new Partners.Description(name, digits(), website, note);
    }
}
