package ru.smolensk.mentoring.organisation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The administrator's first page. */
@Controller
class AdminPages {

    private final PortalHealth health;
    private final AppointmentList appointments;

    AdminPages(PortalHealth health, AppointmentList appointments) {
        this.health = health;
        this.appointments = appointments;
    }

    @GetMapping("/admin")
    String overview(Model model) {
        model.addAttribute("accounts", health.accounts());
        model.addAttribute("organisations", health.organisations());
        model.addAttribute("invitations", health.unusedInvitations());
        model.addAttribute("failures", health.failedLogins());
        model.addAttribute("missing", appointments.organisationsWithoutCurator().size());
        model.addAttribute("facts", health.facts());
        return "organisation/admin-overview";
    }
}
