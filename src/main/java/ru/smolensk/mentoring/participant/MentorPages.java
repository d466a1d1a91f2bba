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

/** «Наставники»: the base of mentors. */
@Controller
@RequestMapping("/workspace/mentors")
class MentorPages {

    private final Participants participants;
    private final PeopleLists lists;
    private final PersonPage page;
    private final Partners partners;
    private final Forms forms;
    private final ListsTaken taken;

    MentorPages(Participants participants, PeopleLists lists, PersonPage page, Partners partners, Forms forms, ListsTaken taken) {
        this.participants = participants;
        this.lists = lists;
        this.page = page;
        this.partners = partners;
        this.forms = forms;
        this.taken = taken;
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, Model model) {
        model.addAttribute("paged", lists.mentors(tenant.id(), filter));
        model.addAttribute("workplaces", Workplace.values());
        return "participant/mentors";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        List<PeopleLists.Row> rows = lists.allMentors(tenant.id(), filter);
        taken.note(tenant.id(), "Наставники", table, rows.size(), filter.facts());
        PeopleLists.MENTORS.send(response, table, rows);
    }

    @GetMapping("/{id}")
    String show(Tenant tenant, @PathVariable long id, Model model) {
        return page.of(participants.mentor(tenant, id), "mentors", model);
    }

    @GetMapping("/new")
    String blank(Tenant tenant, Model model) {
        model.addAttribute("form", MentorForm.blank());
        return form(tenant, model);
    }

    @PostMapping("/new")
    String enter(Tenant tenant, @Valid @ModelAttribute("form") MentorForm form, BindingResult errors, Model model) {
        return forms.submit(errors, form(tenant, model),
                () -> Namesake.shown(model, () -> participants.enterMentor(tenant, form.description(), form.role(), form.consents())),
                id -> "/workspace/mentors/" + id, "Наставник внесён в базу",
                new Forms.Further("Внести ещё одного наставника", "/workspace/mentors/new"));
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        Person person = participants.mentor(tenant, id);
        model.addAttribute("person", person);
        model.addAttribute("form", MentorForm.of(person));
        return form(tenant, model);
    }

    @PostMapping("/{id}/edit")
    String change(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") MentorForm form, BindingResult errors, Model model) {
        model.addAttribute("person", participants.mentor(tenant, id));
        return forms.submit(errors, form(tenant, model), () -> Namesake.shown(model, () -> {
            participants.changeMentor(tenant, id, form.version(), form.description(), form.role());
            return id;
        }), same -> "/workspace/mentors/" + id, "Сведения о наставнике сохранены");
    }

    @GetMapping("/{id}/role")
    String askRole(Tenant tenant, @PathVariable long id, @ModelAttribute("form") MentorRoleForm form, Model model) {
        model.addAttribute("person", participants.one(tenant, id));
        return "participant/mentor-role";
    }

    @PostMapping("/{id}/role")
    String addRole(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") MentorRoleForm form, BindingResult errors,
                   Model model) {
        model.addAttribute("person", participants.one(tenant, id));
        return forms.submit(errors, "participant/mentor-role", () -> participants.addMentorRole(tenant, id, form.toCommand()),
                "/workspace/mentors/" + id, "Теперь этот человек есть и в базе наставников");
    }

    private String form(Tenant tenant, Model model) {
        model.addAttribute("partners", partners.choices(tenant));
        model.addAttribute("workplaces", Workplace.values());
        return "participant/mentor-form";
    }
}
