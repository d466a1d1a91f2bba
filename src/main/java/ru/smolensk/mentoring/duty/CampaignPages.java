package ru.smolensk.mentoring.duty;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Sorting;

/** «Сроки»: what the department wants done by when, and who has kept it. */
@Controller
@RequestMapping("/department/campaigns")
class CampaignPages {

    private static final String LIST = "/department/campaigns";
    private static final String FORM = "duty/campaign-form";

    private final Campaigns campaigns;
    private final CampaignList list;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;

    CampaignPages(Campaigns campaigns, CampaignList list, History history, Forms forms, PortalClock clock) {
        this.campaigns = campaigns;
        this.list = list;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) String year, @RequestParam(required = false) String sort, Model model) {
        List<Choice> years = list.years();
        AcademicYear chosen = chosen(years, year);
        Sorting sorting = CampaignList.sorting(sort);
        model.addAttribute("years", years);
        model.addAttribute("year", chosen);
        model.addAttribute("sorting", sorting);
        model.addAttribute("campaigns", list.of(chosen, sorting));
        return "duty/campaigns";
    }

    @GetMapping(params = "table")
    void table(@RequestParam(required = false) String year, @RequestParam(required = false) String sort, @RequestParam String table,
               HttpServletResponse response) throws IOException {
        CampaignList.FILE.send(response, table, list.of(chosen(list.years(), year), CampaignList.sorting(sort)));
    }

    /** The present year unless one of those to choose from is asked for. */
    private AcademicYear chosen(List<Choice> years, String year) {
        return years.stream().filter(one -> one.name().equals(year)).findFirst().map(one -> new AcademicYear(Integer.parseInt(one.name())))
                .orElse(AcademicYear.of(clock.today()));
    }

    @GetMapping(path = "/{id}", params = "table")
    void table(@PathVariable long id, @RequestParam(required = false) String sort, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        CampaignList.KEPT.send(response, table, list.kept(campaigns.one(id), CampaignList.sortingOfOne(sort)));
    }

    @GetMapping("/new")
    String blank(@RequestParam(required = false) Duty duty, Model model) {
        return form(new CampaignForm(null, duty, AcademicYear.of(clock.today()).start(), null, CampaignScope.ALL, null, null, null), model);
    }

    @PostMapping("/new")
    String set(@Valid @ModelAttribute("form") CampaignForm form, BindingResult errors, Model model) {
        return forms.submit(errors, form(form, model), () -> campaigns.set(form.toCommand()), id -> LIST + "/" + id, "Срок назначен");
    }

    @GetMapping("/{id}")
    String campaign(@PathVariable long id, @RequestParam(required = false) String sort, Model model) {
        Campaign campaign = campaigns.one(id);
        Sorting sorting = CampaignList.sortingOfOne(sort);
        List<CampaignList.Kept> kept = list.kept(campaign, sorting);
        Map<Punctuality, Long> counts = kept.stream().collect(Collectors.groupingBy(one -> one.standing().punctuality(),
                Collectors.counting()));
        model.addAttribute("campaign", campaign);
        model.addAttribute("sorting", sorting);
        model.addAttribute("kept", kept);
        for (Punctuality punctuality : Punctuality.values()) {
            model.addAttribute(punctuality.name(), counts.getOrDefault(punctuality, 0L));
        }
        model.addAttribute("history", history.of(campaign));
        return "duty/campaign";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        Campaign campaign = campaigns.one(id);
        return form(CampaignForm.of(campaign, campaigns.slugs(campaign)), model);
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable long id, @Valid @ModelAttribute("form") CampaignForm form, BindingResult errors, Model model) {
        campaigns.one(id);
        return forms.submit(errors, form(form, model), () -> campaigns.change(id, form.version(), form.toCommand()), LIST + "/" + id,
                "Срок исправлен");
    }

    @GetMapping("/{id}/annul")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("campaign", campaigns.one(id));
        return "duty/campaign-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("campaign", campaigns.one(id));
        return forms.submit(errors, "duty/campaign-annul", () -> campaigns.annul(id, form.reason()), LIST + "/" + id, "Срок отменён");
    }

    private String form(CampaignForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("duties", List.of(Duty.values()).stream().map(duty -> new Choice(duty.name(), duty.item() + " "
                + duty.label())).toList());
        model.addAttribute("years", list.years());
        model.addAttribute("scopes", CampaignScope.values());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("organisations", list.organisations());
        return FORM;
    }
}
