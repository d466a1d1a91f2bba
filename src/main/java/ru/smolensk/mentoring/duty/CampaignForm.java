package ru.smolensk.mentoring.duty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of a due date, as it was typed. */
record CampaignForm(
        Integer version,
        @NotNull(message = "Выберите, что нужно сделать") Duty duty,
        @NotNull(message = "Выберите учебный год") @Min(value = 2000, message = "Выберите учебный год")
        @Max(value = 2099, message = "Выберите учебный год") Integer year,
        @NotNull(message = "Введите срок") @TypedDate String dueOn,
        @NotNull(message = "Выберите, кого касается срок") CampaignScope scope,
        OrganisationKind kind,
        List<String> organisations,
        @Size(max = 300, message = "Название не длиннее 300 знаков") String title) {

    static CampaignForm of(Campaign campaign, Set<String> slugs) {
        return new CampaignForm(campaign.version(), campaign.duty(), campaign.year().start(), new Russian().date(campaign.dueOn()),
                campaign.scope(),
                campaign.kind(), List.copyOf(slugs), campaign.title());
    }

    /** The slugs that are marked. */
    public List<String> chosen() {
        return organisations == null ? List.of() : organisations;
    }

    Campaigns.Description toCommand() {
        return new Campaigns.Description(title, duty, new AcademicYear(year), Typed.date(dueOn), scope, kind, chosen());
    }
}
