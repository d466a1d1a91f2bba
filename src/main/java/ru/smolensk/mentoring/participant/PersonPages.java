package ru.smolensk.mentoring.participant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/** What is done to a person whichever base they are in: leaving and coming back, consents. */
@Controller
@RequestMapping({"/workspace/mentors/{id}", "/workspace/mentees/{id}"})
class PersonPages {

    private final Participants participants;
    private final Files files;
    private final Forms forms;

    PersonPages(Participants participants, Files files, Forms forms) {
        this.participants = participants;
        this.files = files;
        this.forms = forms;
    }

    @ModelAttribute
    void who(Tenant tenant, @PathVariable long id, HttpServletRequest request, Model model) {
        boolean mentor = request.getRequestURI().startsWith("/workspace/mentors/");
        model.addAttribute("person", mentor ? participants.mentor(tenant, id) : participants.mentee(tenant, id));
        String base = mentor ? "mentors" : "mentees";
        model.addAttribute("base", base);
        model.addAttribute("home", "/workspace/" + base + "/" + id);
    }

    @GetMapping("/leave")
    String askLastDay(@ModelAttribute("form") LeavingForm form) {
        return "participant/leave";
    }

    @PostMapping("/leave")
    String leave(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") LeavingForm form, BindingResult errors,
                 @ModelAttribute(name = "home", binding = false) String home) {
        return forms.submit(errors, "participant/leave", () -> participants.leave(tenant, id, Typed.date(form.leftOn())), home,
                "Выбытие отмечено");
    }

    @PostMapping("/return")
    String comeBack(Tenant tenant, @PathVariable long id, @ModelAttribute(name = "home", binding = false) String home,
                    RedirectAttributes next) {
        participants.comeBack(tenant, id);
        next.addFlashAttribute("done", "Человек снова в базе");
        return "redirect:" + home;
    }

    @GetMapping("/consents/new")
    String askConsent(@ModelAttribute("form") ConsentForm form, Model model) {
        model.addAttribute("kinds", ConsentKind.values());
        return "participant/consent";
    }

    @PostMapping("/consents/new")
    String giveConsent(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ConsentForm form, BindingResult errors,
                       @ModelAttribute(name = "home", binding = false) String home, Model model) {
        model.addAttribute("kinds", ConsentKind.values());
        files.receive(tenant, form.file(), "file", errors);
        return forms.submit(errors, "participant/consent", () -> participants.giveConsent(tenant, id, form.kind(),
                Typed.date(form.givenOn()), Upload.id(form.file())), consent -> home, "Согласие внесено");
    }

    @GetMapping("/consents/{consentId}/withdraw")
    String askWithdrawal(@PathVariable long consentId, @ModelAttribute("form") WithdrawalForm form,
                         @ModelAttribute(name = "person", binding = false) Person person, Model model) {
        model.addAttribute("consent", person.consent(consentId));
        return "participant/withdrawal";
    }

    @PostMapping("/consents/{consentId}/withdraw")
    String withdraw(Tenant tenant, @PathVariable long id, @PathVariable long consentId, @Valid @ModelAttribute("form") WithdrawalForm form,
                    BindingResult errors, @ModelAttribute(name = "person", binding = false) Person person,
                    @ModelAttribute(name = "home", binding = false) String home, Model model) {
        Consent consent = person.consent(consentId);
        model.addAttribute("consent", consent);
        return forms.submit(errors, "participant/withdrawal",
                () -> participants.withdrawConsent(tenant, id, consentId, Typed.date(form.withdrawnOn())), home,
                consent.kind().afterWithdrawal());
    }
}
