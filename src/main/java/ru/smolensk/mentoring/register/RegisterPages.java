package ru.smolensk.mentoring.register;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.audit.ListsTaken;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Russian;

/** «Реестр наставников» of the department: whom it holds, including and taking out. */
@Controller
@RequestMapping("/department/register")
class RegisterPages {

    private static final String LIST = "/department/register";
    private static final String FORM = "register/form";
    private static final String ENTRY = "register/entry";

    private final MentorRegister register;
    private final RegisterList list;
    private final ListsTaken taken;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;

    RegisterPages(MentorRegister register, RegisterList list, ListsTaken taken, History history, Forms forms, PortalClock clock) {
        this.register = register;
        this.list = list;
        this.taken = taken;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("filter") RegisterFilter filter, Model model) {
        model.addAttribute("paged", list.entries(filter));
        return "register/list";
    }

    @GetMapping(params = "table")
    void table(@ModelAttribute("filter") RegisterFilter filter, @RequestParam String table, HttpServletResponse response) throws IOException {
        List<RegisterList.Row> rows = list.all(filter);
        taken.note(null, "Реестр наставников", table, rows.size(), filter.facts());
        RegisterList.FILE.send(response, table, rows);
    }

    @GetMapping("/new")
    String candidates(@ModelAttribute("filter") RegisterFilter filter, Model model) {
        model.addAttribute("sorting", RegisterList.sortingOfCandidates(filter.sort()));
        model.addAttribute("paged", list.candidates(filter));
        return "register/candidates";
    }

    @GetMapping(path = "/new", params = "table")
    void candidatesTable(@ModelAttribute("filter") RegisterFilter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        List<RegisterList.Candidate> rows = list.allCandidates(filter);
        taken.note(null, "Кого включить в реестр наставников", table, rows.size(), new Facts().add("Слова поиска", filter.q()));
        RegisterList.CANDIDATES_FILE.send(response, table, rows);
    }

    @GetMapping("/{slug}/{mentor}/new")
    String blank(@PathVariable String slug, @PathVariable long mentor, Model model) {
        model.addAttribute("candidate", register.candidate(slug, mentor));
        model.addAttribute("form", new InclusionForm(null, new Russian().date(clock.today()), null, null));
        return FORM;
    }

    @PostMapping("/{slug}/{mentor}/new")
    String include(@PathVariable String slug, @PathVariable long mentor, @Valid @ModelAttribute("form") InclusionForm form, BindingResult errors,
                   Model model) {
        model.addAttribute("candidate", register.candidate(slug, mentor));
        return forms.submit(errors, FORM, () -> register.include(slug, mentor, form.toCommand()), id -> LIST + "/" + id,
                "Наставник включён в реестр: его карточку видят все");
    }

    @GetMapping("/{id}")
    String entry(@PathVariable long id, Model model) {
        return shown(id, model);
    }

    private String shown(long id, Model model) {
        RegisterEntry entry = register.one(id);
        Card now = register.card(entry.organisationId(), entry.mentorId());
        model.addAttribute("entry", entry);
        model.addAttribute("shown", list.shown(id));
        model.addAttribute("newer", now.equals(entry.card()) ? null : now.addTo(new Facts()).values());
        model.addAttribute("history", history.of(entry));
        return ENTRY;
    }

    /** What this form asks for is said by its address. */
    record Step() {
    }

    @PostMapping("/{id}/card")
    String takeOver(@PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        String next = forms.submit(errors, ENTRY, () -> register.takeOver(id), LIST + "/" + id, "Карточка обновлена: новые сведения видят все");
        return next.equals(ENTRY) ? shown(id, model) : next;
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        RegisterEntry entry = register.one(id);
        model.addAttribute("entry", entry);
        model.addAttribute("form", InclusionForm.of(entry));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String correct(@PathVariable long id, @Valid @ModelAttribute("form") InclusionForm form, BindingResult errors, Model model) {
        model.addAttribute("entry", register.one(id));
        return forms.submit(errors, FORM, () -> register.correct(id, form.version(), form.toCommand()), LIST + "/" + id, "Исправлено");
    }

    @GetMapping("/{id}/end")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("entry", register.one(id));
        return "register/end";
    }

    @PostMapping("/{id}/end")
    String exclude(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("entry", register.one(id));
        return forms.submit(errors, "register/end", () -> register.exclude(id, form.reason()), LIST + "/" + id, "Наставник исключён из реестра");
    }
}
