package ru.smolensk.mentoring.monitoring;

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

/** The form of a campaign, as it was typed. */
record CampaignForm(
        Integer version,
        @NotNull(message = "Выберите учебный год") @Min(value = 2000, message = "Выберите учебный год")
        @Max(value = 2099, message = "Выберите учебный год") Integer year,
        @NotNull(message = "Введите, с какого дня отчёт") @TypedDate String since,
        @NotNull(message = "Введите, по какой день отчёт") @TypedDate String until,
        @NotNull(message = "Введите срок") @TypedDate String dueOn,
        @NotNull(message = "Выберите, кого касается кампания") Scope scope,
        OrganisationKind kind,
        List<String> organisations,
        @Size(max = 300, message = "Название не длиннее 300 знаков") String title) {

    /** ◆ The last day of the period is the day of the figures: in the middle of May programmes are still in force. The reports come by the middle of June. */
    static CampaignForm blank(AcademicYear year) {
        int end = year.start() + 1;
        return new CampaignForm(null, year.start(), new Russian().date(year.firstDay()), "15.05." + end, "15.06." + end, Scope.ALL, null, null, null);
    }

    static CampaignForm of(MonitoringCampaign campaign, Set<String> slugs) {
        Russian russian = new Russian();
        return new CampaignForm(campaign.version(), campaign.year().start(), russian.date(campaign.since()), russian.date(campaign.until()),
                russian.date(campaign.dueOn()), campaign.scope(), campaign.kind(), List.copyOf(slugs), campaign.title());
    }

    /** The slugs that are marked. */
    public List<String> chosen() {
        return organisations == null ? List.of() : organisations;
    }

    MonitoringCampaigns.Description toCommand() {
        return new MonitoringCampaigns.Description(title, new AcademicYear(year), Typed.date(since), Typed.date(until), Typed.date(dueOn), scope,
                kind, chosen());
    }
}
