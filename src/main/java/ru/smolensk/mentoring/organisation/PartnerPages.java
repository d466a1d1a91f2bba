package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Tenant;

/** «Партнёры»: enterprises and other organisations whose employees are mentors. */
@Controller
@RequestMapping("/workspace/partners")
class PartnerPages {

    private final Partners partners;
    private final PartnerList list;
    private final History history;
    private final Forms forms;

    PartnerPages(Partners partners, PartnerList list, History history, Forms forms) {
        this.partners = partners;
        this.list = list;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("filter") PartnerList.Filter filter, Model model) {
        model.addAttribute("paged", list.page(tenant.id(), filter));
        return "organisation/partner-list";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") PartnerList.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        PartnerList.FILE.send(response, table, list.all(tenant.id(), filter));
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") PartnerForm form) {
        return "organisation/partner-form";
    }

    @PostMapping("/new")
    String enter(Tenant tenant, @Valid @ModelAttribute("form") PartnerForm form, BindingResult errors) {
        return forms.submit(errors, "organisation/partner-form", () -> partners.enter(tenant, form.toCommand()),
                id -> "/workspace/partners/" + id, "Организация-партнёр внесена");
    }

    @GetMapping("/{id}")
    String show(Tenant tenant, @PathVariable long id, Model model) {
        PartnerOrganisation partner = partners.one(tenant, id);
        model.addAttribute("partner", partner);
        model.addAttribute("employees", list.employees(tenant.id(), id));
        model.addAttribute("history", history.of(partner));
        return "organisation/partner";
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        PartnerOrganisation partner = partners.one(tenant, id);
        model.addAttribute("partner", partner);
        model.addAttribute("form", PartnerForm.of(partner));
        return "organisation/partner-form";
    }

    @PostMapping("/{id}/edit")
    String change(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") PartnerForm form, BindingResult errors,
                  Model model) {
        model.addAttribute("partner", partners.one(tenant, id));
        return forms.submit(errors, "organisation/partner-form", () -> partners.change(tenant, id, form.version(), form.toCommand()),
                "/workspace/partners/" + id, "Сведения о партнёре сохранены");
    }

    @GetMapping("/{id}/annul")
    String askReason(Tenant tenant, @PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("partner", partners.one(tenant, id));
        return "organisation/partner-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("partner", partners.one(tenant, id));
        return forms.submit(errors, "organisation/partner-annul", () -> partners.annul(tenant, id, form.reason()),
                "/workspace/partners/" + id, "Организация-партнёр аннулирована");
    }
}
