package ru.smolensk.mentoring.mentorship;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.platform.Tenant;

/** «Пары и группы»: the list and the page of one. */
@Controller
@RequestMapping("/workspace/mentorships")
class MentorshipPages {

    private final MentorshipRegister register;
    private final Mentorships mentorships;
    private final History history;

    MentorshipPages(MentorshipRegister register, Mentorships mentorships, History history) {
        this.register = register;
        this.mentorships = mentorships;
        this.history = history;
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("filter") MentorshipRegister.Filter filter, Model model) {
        model.addAttribute("paged", register.page(tenant, filter));
        model.addAttribute("any", register.any(tenant));
        model.addAttribute("states", MentorshipRegister.State.values());
        model.addAttribute("mentoringForms", MentoringForm.values());
        return "mentorship/list";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") MentorshipRegister.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        MentorshipRegister.FILE.send(response, table, register.all(tenant, filter));
    }

    @GetMapping("/{id}")
    String view(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("view", register.view(tenant, id));
        model.addAttribute("history", history.of(mentorships.one(tenant, id)));
        return "mentorship/view";
    }
}
