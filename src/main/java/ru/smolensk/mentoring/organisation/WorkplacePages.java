package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Tenant;

/** Choosing between several organisations, and what is shown to a curator who has none. */
@Controller
@ControllerAdvice
class WorkplacePages {

    @PostMapping("/workspace/choose")
    String choose(@RequestParam(defaultValue = "") String organisation, @RequestAttribute(Workplace.ALL) List<Tenant> workplaces,
                  HttpSession session) {
        Tenant chosen = workplaces.stream().filter(one -> one.slug().equals(organisation)).findFirst().orElseThrow(NotFound::new);
        session.setAttribute(Workplace.CHOSEN, chosen.slug());
        return "redirect:/workspace";
    }

    @ExceptionHandler(NoAppointment.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String noAppointment() {
        return "organisation/no-appointment";
    }
}
