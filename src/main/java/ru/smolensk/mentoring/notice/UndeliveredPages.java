package ru.smolensk.mentoring.notice;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Письма»: what the administrator sees of the mail. */
@Controller
@RequestMapping("/admin/mail")
class UndeliveredPages {

    private final Undelivered undelivered;
    private final MailSettings settings;

    UndeliveredPages(Undelivered undelivered, MailSettings settings) {
        this.undelivered = undelivered;
        this.settings = settings;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("configured", settings.configured());
        model.addAttribute("counts", undelivered.counts());
        model.addAttribute("letters", undelivered.letters());
        return "notice/undelivered";
    }

    @PostMapping("/{id}")
    String tryAgain(@PathVariable long id, RedirectAttributes next) {
        undelivered.tryAgain(id);
        next.addFlashAttribute("done", "Портал попробует отправить письмо ещё раз в ближайшую минуту");
        return "redirect:/admin/mail";
    }
}
