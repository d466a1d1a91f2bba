package ru.smolensk.mentoring.notice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.SignedIn;

/** «Уведомления»: everybody's own. */
@Controller
@RequestMapping("/notices")
class NoticePages {

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn reader, @RequestParam(required = false) String page, Model model) {
        model.addAttribute("notices", notices.page(reader.accountId(), Paged.number(page)));
        return "notice/list";
    }

    @GetMapping(params = "table")
    void table(@AuthenticationPrincipal SignedIn reader, @RequestParam String table, HttpServletResponse response) throws IOException {
        Notices.FILE.send(response, table, notices.all(reader.accountId()));
    }

    @PostMapping("/{id}")
    String open(@AuthenticationPrincipal SignedIn reader, @PathVariable long id) {
        return "redirect:" + notices.read(reader.accountId(), id);
    }

    @PostMapping("/read")
    String readAll(@AuthenticationPrincipal SignedIn reader) {
        notices.readAll(reader.accountId());
        return "redirect:/notices";
    }
}
