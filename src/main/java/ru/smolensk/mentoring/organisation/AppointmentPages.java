package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.audit.ListsTaken;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Typed;

/** «Кураторы»: whom the department has appointed where, by which order and until when. */
@Controller
@RequestMapping("/department/curators")
class AppointmentPages {

    private static final String LIST = "/department/curators";

    private final Appointments appointments;
    private final AppointmentList list;
    private final Organisations organisations;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;
    private final PortalAddress address;
    private final ListsTaken taken;

    AppointmentPages(Appointments appointments, AppointmentList list, Organisations organisations, History history, Forms forms,
                     PortalClock clock, PortalAddress address, ListsTaken taken) {
        this.appointments = appointments;
        this.list = list;
        this.organisations = organisations;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
        this.address = address;
        this.taken = taken;
    }

    @GetMapping
    String list(@ModelAttribute("filter") AppointmentList.Filter filter, @RequestParam(required = false) String page, Model model) {
        model.addAttribute("appointments", list.page(filter, Paged.number(page)));
        model.addAttribute("states", AppointmentList.State.values());
        model.addAttribute("missing", list.organisationsWithoutCurator());
        return "organisation/curator-list";
    }

    @GetMapping(params = "table")
    void table(@ModelAttribute("filter") AppointmentList.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        List<AppointmentList.Row> rows = list.all(filter);
        taken.note(null, "Кураторы", table, rows.size(), new Facts().add("Слова поиска", filter.q()).add("Показать", filter.state()));
        AppointmentList.FILE.send(response, table, rows);
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") AppointmentForm form, Model model) {
        return form(model);
    }

    @PostMapping("/new")
    String appoint(@Valid @ModelAttribute("form") AppointmentForm form, BindingResult errors, Model model) {
        return forms.submit(errors, form(model),
                () -> appointments.appoint(organisations.bySlug(form.organisation()).id(), form.toCommand()),
                id -> LIST + "/" + id, "Куратор назначен");
    }

    @GetMapping("/invite")
    String askWhom(@ModelAttribute("form") AppointmentForm.Invitation form, Model model) {
        return invitation(model);
    }

    @PostMapping("/invite")
    String invite(@AuthenticationPrincipal SignedIn user, @Valid @ModelAttribute("form") AppointmentForm.Invitation form, BindingResult errors,
                  Model model, RedirectAttributes next) {
        return forms.submit(errors, invitation(model), () -> {
            long id = appointments.appoint(organisations.bySlug(form.organisation()).id(), form.toCommand());
            next.addFlashAttribute("link", address.of(appointments.link(id, user.accountId())));
            return id;
        }, id -> LIST + "/" + id, "Куратор назначен");
    }

    @GetMapping("/{id}")
    String appointment(@PathVariable long id, Model model) {
        CuratorAppointment appointment = shown(id, model);
        model.addAttribute("inForce", appointment.inForce(clock.today()));
        model.addAttribute("linkable", appointments.mayBeLinked(id));
        model.addAttribute("history", history.of(appointment));
        return "organisation/curator";
    }

    @GetMapping("/{id}/end")
    String askDay(@PathVariable long id, Model model) {
        CuratorAppointment appointment = shown(id, model);
        model.addAttribute("form", new AppointmentForm.End(appointment.version(), new Russian().date(appointment.endsOn())));
        return "organisation/curator-end";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, @Valid @ModelAttribute("form") AppointmentForm.End form, BindingResult errors, Model model) {
        shown(id, model);
        return forms.submit(errors, "organisation/curator-end", () -> appointments.end(id, form.version(), Typed.date(form.endsOn())), LIST + "/" + id,
                "Последний день назначения внесён");
    }

    @GetMapping("/{id}/annul")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        shown(id, model);
        return "organisation/curator-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        shown(id, model);
        return forms.submit(errors, "organisation/curator-annul", () -> appointments.annul(id, form.reason()), LIST + "/" + id,
                "Назначение аннулировано");
    }

    /** A form with nothing but its button. */
    record Confirmation() {
    }

    @PostMapping("/{id}/link")
    String newLink(@AuthenticationPrincipal SignedIn user, @PathVariable long id, @ModelAttribute("form") Confirmation form, BindingResult errors,
                   Model model, RedirectAttributes next) {
        return forms.submit(errors, appointment(id, model),
                () -> next.addFlashAttribute("link", address.of(appointments.link(id, user.accountId()))), LIST + "/" + id,
                "Ссылка готова");
    }

    private CuratorAppointment shown(long id, Model model) {
        CuratorAppointment appointment = appointments.one(id);
        model.addAttribute("appointment", appointment);
        model.addAttribute("organisation", organisations.byId(appointment.organisationId()));
        return appointment;
    }

    private String invitation(Model model) {
        model.addAttribute("organisations", list.organisations());
        return "organisation/curator-invite";
    }

    private String form(Model model) {
        model.addAttribute("organisations", list.organisations());
        model.addAttribute("curators", list.curators());
        return "organisation/curator-form";
    }
}
