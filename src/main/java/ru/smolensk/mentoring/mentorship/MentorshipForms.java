package ru.smolensk.mentoring.mentorship;

import jakarta.validation.Valid;
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
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Tenant;

/** The two forms that say how a pair or group works: the new one and the correction. */
@Controller
@RequestMapping("/workspace/mentorships")
class MentorshipForms {

    private final Mentorships mentorships;
    private final MentorshipRegister register;
    private final OrderRegister orders;
    private final People people;
    private final Forms forms;

    MentorshipForms(Mentorships mentorships, MentorshipRegister register, OrderRegister orders, People people, Forms forms) {
        this.mentorships = mentorships;
        this.register = register;
        this.orders = orders;
        this.people = people;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(Tenant tenant, @RequestParam(required = false) Long order, @RequestParam(required = false) Long mentor,
                 @RequestParam(required = false) List<Long> mentee, Model model) {
        model.addAttribute("form", StartForm.about(order, orders.date(tenant, order), mentor, mentee));
        return startForm(tenant, model);
    }

    @PostMapping("/new")
    String start(Tenant tenant, @Valid @ModelAttribute("form") StartForm form, BindingResult errors, Model model) {
        return forms.submit(errors, startForm(tenant, model), () -> mentorships.start(tenant, form.toCommand()),
                id -> "/workspace/mentorships/" + id, "Внесено. Теперь составьте персонализированную программу",
                new Forms.Further("Внести следующую пару по этому приказу", "/workspace/mentorships/new?order=" + form.order()));
    }

    private String startForm(Tenant tenant, Model model) {
        model.addAttribute("mentors", people.mentorsToChoose(tenant));
        model.addAttribute("mentees", people.menteesToChoose(tenant));
        return withTerms(tenant, model, "mentorship/start");
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", CorrectionForm.of(mentorships.one(tenant, id)));
        return editForm(tenant, id, model);
    }

    @PostMapping("/{id}/edit")
    String correct(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") CorrectionForm form, BindingResult errors, Model model) {
        return forms.submit(errors, editForm(tenant, id, model), () -> mentorships.correct(tenant, id, form.version(), form.toCommand()),
                "/workspace/mentorships/" + id, "Исправления сохранены");
    }

    private String editForm(Tenant tenant, long id, Model model) {
        model.addAttribute("view", register.view(tenant, id));
        return withTerms(tenant, model, "mentorship/edit");
    }

    private String withTerms(Tenant tenant, Model model, String view) {
        model.addAttribute("orders", orders.toChoose(tenant));
        model.addAttribute("mentoringForms", MentoringForm.values());
        model.addAttribute("mentoringModels", MentoringModel.values());
        model.addAttribute("mentoringKinds", MentoringKind.values());
        return view;
    }
}
