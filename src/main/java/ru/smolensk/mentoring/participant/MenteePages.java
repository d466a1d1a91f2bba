package ru.smolensk.mentoring.participant;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.ListsTaken;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Tenant;

/** «Наставляемые»: the base of mentees. */
@Controller
@RequestMapping("/workspace/mentees")
class MenteePages {

    private final Participants participants;
    private final PeopleLists lists;
    private final PersonPage page;
    private final Partners partners;
    private final Forms forms;
    private final ListsTaken taken;

    MenteePages(Participants participants, PeopleLists lists, PersonPage page, Partners partners, Forms forms, ListsTaken taken) {
        this.participants = participants;
        this.lists = lists;
        this.page = page;
        this.partners = partners;
        this.forms = forms;
        this.taken = taken;
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, Model model) {
        model.addAttribute("paged", lists.mentees(tenant.id(), filter));
        model.addAttribute("categories", MenteeCategory.values());
        model.addAttribute("workplaces", Workplace.values());
        return "participant/mentees";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        List<PeopleLists.Row> rows = lists.allMentees(tenant.id(), filter);
        taken.note(tenant.id(), "Наставляемые", table, rows.size(), filter.facts());
        PeopleLists.MENTEES.send(response, table, rows);
    }

    @GetMapping("/{id}")
    String show(Tenant tenant, @PathVariable long id, Model model) {
        return page.of(participants.mentee(tenant, id), "mentees", model);
    }

    @GetMapping("/new")
    String blank(Tenant tenant, Model model) {
        model.addAttribute("form", MenteeForm.blank());
        return form(tenant, model);
    }

    @PostMapping("/new")
    String enter(Tenant tenant, @Valid @ModelAttribute("form") MenteeForm form, BindingResult errors, Model model) {
        return forms.submit(errors, form(tenant, model),
                () -> Namesake.shown(model, () -> participants.enterMentee(tenant, form.description(), form.role(), form.consents())),
                id -> "/workspace/mentees/" + id, "Наставляемый внесён в базу",
                new Forms.Further("Внести ещё одного наставляемого", "/workspace/mentees/new"));
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        Person person = participants.mentee(tenant, id);
        model.addAttribute("person", person);
        model.addAttribute("form", MenteeForm.of(person));
        return form(tenant, model);
    }

    @PostMapping("/{id}/edit")
    String change(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") MenteeForm form, BindingResult errors, Model model) {
        model.addAttribute("person", participants.mentee(tenant, id));
        return forms.submit(errors, form(tenant, model), () -> Namesake.shown(model, () -> {
            participants.changeMentee(tenant, id, form.version(), form.description(), form.role());
            return id;
        }), same -> "/workspace/mentees/" + id, "Сведения о наставляемом сохранены");
    }

    @GetMapping("/{id}/role")
    String askRole(Tenant tenant, @PathVariable long id, @ModelAttribute("form") MenteeRoleForm form, Model model) {
        offer(tenant, id, model);
        return "participant/mentee-role";
    }

    @PostMapping("/{id}/role")
    String addRole(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") MenteeRoleForm form, BindingResult errors,
                   Model model) {
        offer(tenant, id, model);
        return forms.submit(errors, "participant/mentee-role", () -> participants.addMenteeRole(tenant, id, form.toCommand()),
                "/workspace/mentees/" + id, "Теперь этот человек есть и в базе наставляемых");
    }

    private String form(Tenant tenant, Model model) {
        model.addAttribute("partners", partners.choices(tenant));
        model.addAttribute("workplaces", Workplace.values());
        model.addAttribute("categories", MenteeCategory.values());
        return "participant/mentee-form";
    }

    private void offer(Tenant tenant, long id, Model model) {
        model.addAttribute("person", participants.one(tenant, id));
        model.addAttribute("categories", MenteeCategory.values());
    }
}
