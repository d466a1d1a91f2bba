package ru.smolensk.mentoring.duty;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** «Подтверждение данных»: the figures of today beside those confirmed last time, and one button. */
@Controller
@RequestMapping("/workspace/confirmation")
class ConfirmationPages {

    private static final String PAGE = "duty/confirmation";

    private final Confirmations confirmations;
    private final Forms forms;
    private final PortalClock clock;

    ConfirmationPages(Confirmations confirmations, Forms forms, PortalClock clock) {
        this.confirmations = confirmations;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String figures(Tenant tenant, Model model) {
        model.addAttribute("form", new ConfirmationForm(null));
        return page(tenant, model);
    }

    @PostMapping
    String confirm(Tenant tenant, @ModelAttribute("form") ConfirmationForm form, BindingResult errors, Model model) {
        page(tenant, model);
        return forms.submit(errors, PAGE, () -> confirmations.confirm(tenant, form.version()), "/workspace/confirmation",
                "Данные подтверждены: методический отдел это видит");
    }

    private String page(Tenant tenant, Model model) {
        List<DataConfirmation> all = confirmations.all(tenant.id());
        Bases bases = confirmations.now(tenant);
        AcademicYear year = AcademicYear.of(clock.today());
        model.addAttribute("bases", bases);
        model.addAttribute("confirmations", all);
        model.addAttribute("last", all.isEmpty() ? null : all.get(0));
        model.addAttribute("thisYear", !all.isEmpty() && all.get(0).year().equals(year));
        model.addAttribute("changed", !all.isEmpty() && all.get(0).bases().version() != bases.version());
        return PAGE;
    }
}
