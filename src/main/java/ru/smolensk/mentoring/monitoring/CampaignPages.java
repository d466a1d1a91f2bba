package ru.smolensk.mentoring.monitoring;

import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;

/** «Мониторинг»: whom the department asks for reports, and who has handed in. */
@Controller("monitoringCampaignPages")
@RequestMapping(CampaignPages.HOME)
class CampaignPages {

    static final String HOME = "/department/monitoring";

    private static final String FORM = "monitoring/campaign-form";

    private final MonitoringCampaigns campaigns;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;

    CampaignPages(MonitoringCampaigns campaigns, History history, Forms forms, PortalClock clock) {
        this.campaigns = campaigns;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("campaigns", campaigns.all());
        return "monitoring/campaigns";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(CampaignForm.blank(AcademicYear.of(clock.today())), model);
    }

    @PostMapping("/new")
    String open(@Valid @ModelAttribute("form") CampaignForm form, BindingResult errors, Model model) {
        return forms.submit(errors, form(form, model), () -> campaigns.open(form.toCommand()), id -> HOME + "/campaigns/" + id,
                "Кампания открыта: кураторы увидят её в списке дел");
    }

    @GetMapping("/campaigns/{id}")
    String campaign(@PathVariable long id, Model model) {
        MonitoringCampaign campaign = campaigns.one(id);
        List<MonitoringCampaigns.Asked> asked = campaigns.asked(campaign);
        model.addAttribute("campaign", campaign);
        model.addAttribute("asked", asked);
        for (HandedIn one : HandedIn.values()) {
            model.addAttribute(one.name(), asked.stream().filter(organisation -> organisation.standing().punctuality() == one).count());
        }
        model.addAttribute("accepted", asked.stream().filter(organisation -> organisation.standing().state() == ReportState.ACCEPTED).count());
        model.addAttribute("history", history.of(campaign));
        return "monitoring/campaign";
    }

    @GetMapping("/campaigns/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        MonitoringCampaign campaign = campaigns.one(id);
        return form(CampaignForm.of(campaign, campaigns.slugs(campaign)), model);
    }

    @PostMapping("/campaigns/{id}/edit")
    String change(@PathVariable long id, @Valid @ModelAttribute("form") CampaignForm form, BindingResult errors, Model model) {
        campaigns.one(id);
        return forms.submit(errors, form(form, model), () -> campaigns.change(id, form.version(), form.toCommand()), HOME + "/campaigns/" + id,
                "Кампания исправлена");
    }

    @GetMapping("/campaigns/{id}/annul")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("campaign", campaigns.one(id));
        return "monitoring/campaign-annul";
    }

    @PostMapping("/campaigns/{id}/annul")
    String annul(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("campaign", campaigns.one(id));
        return forms.submit(errors, "monitoring/campaign-annul", () -> campaigns.annul(id, form.reason()), HOME + "/campaigns/" + id,
                "Кампания отменена");
    }

    private String form(CampaignForm form, Model model) {
        int now = AcademicYear.of(clock.today()).start();
        model.addAttribute("form", form);
        model.addAttribute("years", IntStream.concat(IntStream.of(now, now + 1, now - 1), form.year() == null ? IntStream.empty()
                : IntStream.of(form.year())).distinct().filter(year -> year >= 2000 && year <= 2099)
                .mapToObj(year -> new Choice(year, new AcademicYear(year).toString())).toList());
        model.addAttribute("scopes", Scope.values());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("organisations", campaigns.organisations());
        return FORM;
    }
}
