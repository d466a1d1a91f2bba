package ru.smolensk.mentoring.organisation;

import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.Typed;

/** «Организации»: the administrator's pages. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationPages {

    private final Organisations organisations;
    private final OrganisationList list;
    private final AppointmentList appointments;
    private final History history;
    private final Forms forms;

    OrganisationPages(Organisations organisations, OrganisationList list, AppointmentList appointments, History history, Forms forms) {
        this.organisations = organisations;
        this.list = list;
        this.appointments = appointments;
        this.history = history;
        this.forms = forms;
    }

    @ModelAttribute("kinds")
    OrganisationKind[] kinds() {
        return OrganisationKind.values();
    }

    @GetMapping
    String list(@ModelAttribute("filter") OrganisationList.Filter filter, @RequestParam(required = false) String page, Model model) {
        model.addAttribute("organisations", list.page(filter, Paged.number(page)));
        model.addAttribute("states", OrganisationList.State.values());
        return "organisation/admin-list";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") OrganisationForm form) {
        return "organisation/admin-form";
    }

    @PostMapping("/new")
    String enter(@Validated({Default.class, OrganisationForm.Entering.class}) @ModelAttribute("form") OrganisationForm form,
                 BindingResult errors) {
        return forms.submit(errors, "organisation/admin-form", () -> organisations.enter(form.toCommand()),
                tenant -> address(tenant.id()), "Организация внесена");
    }

    @GetMapping("/{id}")
    String organisation(@PathVariable long id, Model model) {
        Organisation organisation = organisations.byId(id);
        model.addAttribute("organisation", organisation);
        model.addAttribute("curators", appointments.ofOrganisation(id));
        model.addAttribute("history", history.of(organisation));
        return "organisation/admin-organisation";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        Organisation organisation = organisations.byId(id);
        model.addAttribute("organisation", organisation);
        model.addAttribute("form", OrganisationForm.of(organisation));
        return "organisation/admin-form";
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable long id, @Valid @ModelAttribute("form") OrganisationForm form, BindingResult errors, Model model) {
        model.addAttribute("organisation", organisations.byId(id));
        return forms.submit(errors, "organisation/admin-form", () -> organisations.change(id, form.version(), form.toCommand()),
                address(id), "Сведения об организации изменены");
    }

    @GetMapping("/{id}/close")
    String askDay(@PathVariable long id, @ModelAttribute("form") OrganisationForm.Closing form, Model model) {
        model.addAttribute("organisation", organisations.byId(id));
        return "organisation/admin-close";
    }

    @PostMapping("/{id}/close")
    String close(@PathVariable long id, @Valid @ModelAttribute("form") OrganisationForm.Closing form, BindingResult errors, Model model) {
        model.addAttribute("organisation", organisations.byId(id));
        return forms.submit(errors, "organisation/admin-close", () -> organisations.close(id, Typed.date(form.closedOn())), address(id),
                "Организация закрыта");
    }

    @PostMapping("/{id}/reopen")
    String reopen(@PathVariable long id, RedirectAttributes next) {
        organisations.reopen(id);
        next.addFlashAttribute("done", "Организация снова открыта");
        return "redirect:" + address(id);
    }

    private static String address(long id) {
        return "/admin/organisations/" + id;
    }
}
