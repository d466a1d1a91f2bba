package ru.smolensk.mentoring.section;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/** «Публикация»: how the section would look, what has changed, and the button that shows it to everybody. */
@Controller
@RequestMapping("/workspace/section")
class SectionPages {

    private final Sections sections;
    private final Editions editions;
    private final PortalClock clock;
    private final Russian russian;
    private final Forms forms;

    SectionPages(Sections sections, Editions editions, PortalClock clock, Russian russian, Forms forms) {
        this.sections = sections;
        this.editions = editions;
        this.clock = clock;
        this.russian = russian;
        this.forms = forms;
    }

    @GetMapping
    String section(Tenant tenant, Model model) {
        model.addAttribute("form", new PublishForm(russian.date(clock.today())));
        return page(tenant, model);
    }

    @PostMapping
    String publish(Tenant tenant, @Valid @ModelAttribute("form") PublishForm form, BindingResult errors, Model model) {
        page(tenant, model);
        return forms.submit(errors, "section/publication", () -> sections.publish(tenant, Typed.date(form.asOf())),
                edition -> "/workspace/section", "Раздел опубликован: его видят все");
    }

    /** The button stands in the form that publishes; what belongs to that form alone does not get into the address. */
    @PostMapping("/preview")
    String toPreview(Tenant tenant, @Valid @ModelAttribute("form") PublishForm form, BindingResult errors, Model model) {
        page(tenant, model);
        return forms.submit(errors, "section/publication", () -> sections.expectDay(Typed.date(form.asOf())),
                "/workspace/section/preview?asOf=" + form.asOf(), null);
    }

    @GetMapping("/preview")
    String preview(Tenant tenant, @RequestParam(required = false) String asOf, Model model) {
        LocalDate day = Typed.dateOr(asOf, clock.today());
        model.addAttribute("section", sections.assemble(tenant, day));
        return "section/preview";
    }

    private String page(Tenant tenant, Model model) {
        model.addAttribute("state", sections.state(tenant));
        model.addAttribute("editions", editions.all(tenant.id()));
        return "section/publication";
    }
}
