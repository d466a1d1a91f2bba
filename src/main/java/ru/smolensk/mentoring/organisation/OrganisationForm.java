package ru.smolensk.mentoring.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of an organisation, as it was typed; the slug only when it is new. */
public record OrganisationForm(
        Integer version,
        @NotNull(message = "Выберите вид организации") OrganisationKind kind,
        @NotBlank(message = "Введите краткое название")
        @Size(max = 200, message = "Краткое название не длиннее 200 знаков") @TypedName String shortName,
        @NotBlank(message = "Введите полное название")
        @Size(max = 500, message = "Полное название не длиннее 500 знаков") @TypedName String fullName,
        @NotBlank(groups = Entering.class, message = "Введите адрес страницы")
        @Size(max = 60, message = "Адрес страницы не длиннее 60 знаков")
        @Pattern(regexp = "([a-z0-9]+(-[a-z0-9]+)*)?",
                message = "В адресе – только строчные латинские буквы и цифры, между ними дефис. Например, sh-33") String slug,
        @Size(max = 300, message = "Адрес сайта не длиннее 300 знаков")
        @Pattern(regexp = "(https?://\\S+)?", message = "Адрес сайта начинается с https:// или http:// и пишется без пробелов") String website) {

    /** What is asked of a new organisation besides. */
    interface Entering {
    }

    /** The first day without the organisation. */
    record Closing(@NotNull(message = "Введите дату") @TypedDate String closedOn) {
    }

    static OrganisationForm of(Organisation saved) {
        return new OrganisationForm(saved.version(), saved.kind(), saved.shortName(), saved.fullName(), saved.slug(), saved.website());
    }

    public Organisations.Description toCommand() {
        return new Organisations.Description(slug, kind, shortName, fullName, website);
    }
}
