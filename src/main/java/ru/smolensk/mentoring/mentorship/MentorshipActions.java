package ru.smolensk.mentoring.mentorship;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/** What happens to a pair or group, one form each: it ends early, its mentor is replaced, a mentee leaves or joins, it is annulled. */
@Controller
@RequestMapping("/workspace/mentorships/{id}")
class MentorshipActions {

    private final Mentorships mentorships;
    private final MentorshipRegister register;
    private final OrderRegister orders;
    private final People people;
    private final Forms forms;

    MentorshipActions(Mentorships mentorships, MentorshipRegister register, OrderRegister orders, People people, Forms forms) {
        this.mentorships = mentorships;
        this.register = register;
        this.orders = orders;
        this.people = people;
        this.forms = forms;
    }

    @ModelAttribute
    void whichOne(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("view", register.view(tenant, id));
    }

    @GetMapping("/end")
    String askEnd(@ModelAttribute("form") EndForm form) {
        return "mentorship/end";
    }

    @PostMapping("/end")
    String end(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") EndForm form, BindingResult errors) {
        return forms.submit(errors, "mentorship/end", () -> mentorships.endEarly(tenant, id, form.toCommand()),
                "/workspace/mentorships/" + id, "Досрочное завершение записано");
    }

    @GetMapping("/go-on")
    String askToGoOn(@ModelAttribute("form") ReasonForm form) {
        return "mentorship/go-on";
    }

    @PostMapping("/go-on")
    String goOn(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors) {
        return forms.submit(errors, "mentorship/go-on", () -> mentorships.goOn(tenant, id, form.reason()), "/workspace/mentorships/" + id,
                "Завершение отменено: всё продолжается до планового окончания");
    }

    @GetMapping("/replace")
    String askReplacement(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", ReplaceForm.of(mentorships.one(tenant, id)));
        return replaceForm(tenant, id, model);
    }

    @PostMapping("/replace")
    String replace(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReplaceForm form, BindingResult errors, Model model) {
        return forms.submit(errors, replaceForm(tenant, id, model), () -> mentorships.replaceMentor(tenant, id, form.toCommand()),
                next -> "/workspace/mentorships/" + next, "Наставник заменён: прежняя запись завершена, это – новая");
    }

    private String replaceForm(Tenant tenant, long id, Model model) {
        model.addAttribute("mentors", people.mentorsToReplace(tenant, id));
        model.addAttribute("orders", orders.toChoose(tenant));
        return "mentorship/replace";
    }

    @GetMapping("/leave")
    String askLeaving(@ModelAttribute("form") LeaveForm form) {
        return "mentorship/leave";
    }

    @PostMapping("/leave")
    String leave(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") LeaveForm form, BindingResult errors) {
        return forms.submit(errors, "mentorship/leave",
                () -> mentorships.leave(tenant, id, form.mentee(), Typed.date(form.leftOn()), form.reason()),
                "/workspace/mentorships/" + id, "Выход из группы отмечен");
    }

    @GetMapping("/stay")
    String askToStay(@ModelAttribute("form") StayForm form) {
        return "mentorship/stay";
    }

    @PostMapping("/stay")
    String stay(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") StayForm form, BindingResult errors) {
        return forms.submit(errors, "mentorship/stay", () -> mentorships.stay(tenant, id, form.mentee(), form.reason()),
                "/workspace/mentorships/" + id, "Выход из группы отменён");
    }

    @GetMapping("/join")
    String askJoining(Tenant tenant, @PathVariable long id, @ModelAttribute(name = "view", binding = false) MentorshipRegister.View view, Model model) {
        model.addAttribute("form", JoinForm.of(view));
        return joinForm(tenant, id, model);
    }

    @PostMapping("/join")
    String join(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") JoinForm form, BindingResult errors, Model model) {
        return forms.submit(errors, joinForm(tenant, id, model), () -> mentorships.join(tenant, id, form.toCommand()),
                "/workspace/mentorships/" + id, "Наставляемый включён");
    }

    private String joinForm(Tenant tenant, long id, Model model) {
        model.addAttribute("mentees", people.menteesToJoin(tenant, id));
        model.addAttribute("orders", orders.toChoose(tenant));
        model.addAttribute("mentoringKinds", MentoringKind.values());
        return "mentorship/join";
    }

    @GetMapping("/annul")
    String askReason(@ModelAttribute("form") AnnulForm form) {
        return "mentorship/annul";
    }

    @PostMapping("/annul")
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") AnnulForm form, BindingResult errors) {
        return forms.submit(errors, "mentorship/annul", () -> annul(tenant, id, form), "/workspace/mentorships/" + id, "Запись аннулирована");
    }

    private void annul(Tenant tenant, long id, AnnulForm form) {
        if (Boolean.TRUE.equals(form.replacedGoesOn())) {
            mentorships.annulReplacement(tenant, id, form.reason());
        } else {
            mentorships.annul(tenant, id, form.reason());
        }
    }
}
