package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing between several organisations, and what is shown to a curator who has none. */
@Controller
class WorkplacePages {

    @PostMapping("/workspace/choose")
    String choose(@RequestParam String organisation, HttpSession session) {
        session.setAttribute(Workplace.CHOSEN, organisation);
        return "redirect:/workspace";
    }

    @RequestMapping("/account/no-appointment")
    String noAppointment(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return "organisation/no-appointment";
    }
}
