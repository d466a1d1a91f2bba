package ru.smolensk.mentoring.programme;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
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
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/** «Программы»: the personalised programmes of the own organisation. */
@Controller
@RequestMapping("/workspace/programmes")
class ProgrammePages {

    private static final String FORM = "programme/form";

    private final Programmes programmes;
    private final ProgrammeReading reading;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;

    ProgrammePages(Programmes programmes, ProgrammeReading reading, History history, Forms forms, PortalClock clock) {
        this.programmes = programmes;
        this.reading = reading;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(Tenant tenant, @RequestParam(required = false) String q, @RequestParam(required = false) String state,
                @RequestParam(required = false) String sort, @RequestParam(required = false) String page, Model model) {
        ProgrammeReading.Filter filter = ProgrammeReading.Filter.of(state);
        Sorting sorting = ProgrammeReading.sorting(sort);
        model.addAttribute("paged", reading.list(tenant, q, filter, sorting, Paged.number(page)));
        model.addAttribute("sorting", sorting);
        model.addAttribute("q", q);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", ProgrammeReading.Filter.values());
        return "programme/list";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @RequestParam(required = false) String q, @RequestParam(required = false) String state,
               @RequestParam(required = false) String sort, @RequestParam String table, HttpServletResponse response) throws IOException {
        LocalDate today = clock.today();
        ListFile.<ProgrammeReading.Line>of("programmes", "Программы")
                .words("Программа", 44, "Название персонализированной программы", ProgrammeReading.Line::title)
                .number("Редакция", "Номер редакции", ProgrammeReading.Line::edition)
                .words("Наставник", 22, "Кто ведёт пару или группу", ProgrammeReading.Line::mentor)
                .words("Наставляемые", 40, "Кого охватывает программа", line -> String.join(", ", line.mentees()))
                .words("Состояние", 22, "Что с программой сегодня", line -> line.state(today).words())
                .date("Начало", "Первый день", ProgrammeReading.Line::startsOn)
                .date("Окончание", "Последний день по плану", ProgrammeReading.Line::endsOn)
                .number("Сделано мероприятий", "Сколько мероприятий проведено", line -> line.progress().done())
                .number("Всего мероприятий", "Сколько мероприятий в программе", line -> line.progress().all())
                .send(response, table, reading.all(tenant, q, ProgrammeReading.Filter.of(state), ProgrammeReading.sorting(sort)));
    }

    @GetMapping("/new")
    String choose(Tenant tenant, Model model) {
        model.addAttribute("pairs", reading.choosable(tenant, clock.today()));
        return "programme/choose";
    }

    @GetMapping(path = "/new", params = "mentorship")
    String blank(Tenant tenant, @RequestParam long mentorship, Model model) {
        PairOrGroup pair = reading.pair(tenant.id(), mentorship);
        model.addAttribute("pair", pair);
        model.addAttribute("form", ProgrammeForm.blank(pair));
        return FORM;
    }

    @PostMapping("/new")
    String draft(Tenant tenant, @RequestParam long mentorship, @Valid @ModelAttribute("form") ProgrammeForm form, BindingResult errors,
                 Model model) {
        model.addAttribute("pair", reading.pair(tenant.id(), mentorship));
        return forms.submit(errors, FORM, () -> programmes.draft(tenant, mentorship, form.toCommand()), id -> "/workspace/programmes/" + id,
                "Черновик программы сохранён");
    }

    /** «Добавить строки», «выше», «ниже»: the same form with everything typed, nothing is saved. */
    @PostMapping(path = "/new", params = "rows")
    String rowsOfNew(Tenant tenant, @RequestParam long mentorship, @RequestParam String rows, @ModelAttribute("form") ProgrammeForm form,
                     Model model) {
        model.addAttribute("pair", reading.pair(tenant.id(), mentorship));
        return rearranged(form, rows, model);
    }

    @GetMapping("/{id}")
    String one(Tenant tenant, @PathVariable long id, Model model) {
        Programme programme = programmes.one(tenant, id);
        model.addAttribute("programme", programme);
        model.addAttribute("editions", reading.editions(programme));
        model.addAttribute("history", history.of(programme));
        return "programme/view";
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, HttpServletResponse response, Model model) {
        Programme programme = shown(tenant, id, model);
        if (!programme.draft()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return "programme/locked";
        }
        model.addAttribute("form", ProgrammeForm.of(programme));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String save(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ProgrammeForm form, BindingResult errors,
                Model model) {
        shown(tenant, id, model);
        return forms.submit(errors, FORM, () -> programmes.edit(tenant, id, form.version(), form.toCommand()),
                "/workspace/programmes/" + id, "Черновик сохранён");
    }

    @PostMapping(path = "/{id}/edit", params = "rows")
    String rowsOfDraft(Tenant tenant, @PathVariable long id, @RequestParam String rows, @ModelAttribute("form") ProgrammeForm form,
                       Model model) {
        shown(tenant, id, model);
        return rearranged(form, rows, model);
    }

    @GetMapping("/{id}/approve")
    String askAct(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", new ApprovalForm(shown(tenant, id, model).version(), null, null));
        return "programme/approve";
    }

    @PostMapping("/{id}/approve")
    String approve(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ApprovalForm form, BindingResult errors,
                   Model model) {
        shown(tenant, id, model);
        return forms.submit(errors, "programme/approve",
                () -> programmes.approve(tenant, id, form.version(), Typed.date(form.approvedOn()), form.actNumber()),
                "/workspace/programmes/" + id, "Программа утверждена");
    }

    @PostMapping("/{id}/amend")
    String amend(Tenant tenant, @PathVariable long id, RedirectAttributes next) {
        long draft = programmes.amend(tenant, id);
        next.addFlashAttribute("done", "Начата новая редакция. Прежняя действует, пока эта не утверждена");
        return "redirect:/workspace/programmes/" + draft + "/edit";
    }

    @GetMapping("/{id}/progress")
    String progress(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", MarksForm.of(shown(tenant, id, model)));
        return "programme/progress";
    }

    @PostMapping("/{id}/progress")
    String mark(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") MarksForm form, BindingResult errors, Model model) {
        shown(tenant, id, model);
        return forms.submit(errors, "programme/progress", () -> programmes.mark(tenant, id, form.version(), form.toCommand(clock.today())),
                "/workspace/programmes/" + id, "Отметки сохранены");
    }

    @GetMapping("/{id}/complete")
    String askResults(Tenant tenant, @PathVariable long id, @ModelAttribute("form") CompletionForm form, Model model) {
        shown(tenant, id, model);
        return "programme/complete";
    }

    @PostMapping("/{id}/complete")
    String complete(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") CompletionForm form, BindingResult errors,
                    Model model) {
        shown(tenant, id, model);
        return forms.submit(errors, "programme/complete",
                () -> programmes.complete(tenant, id, Typed.date(form.closedOn()), form.finalResults()), "/workspace/programmes/" + id,
                "Программа завершена");
    }

    @GetMapping("/{id}/cancel")
    String askWhyCancelled(Tenant tenant, @PathVariable long id, @ModelAttribute("form") CancellationForm form, Model model) {
        shown(tenant, id, model);
        return "programme/cancel";
    }

    @PostMapping("/{id}/cancel")
    String cancel(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") CancellationForm form, BindingResult errors,
                  Model model) {
        shown(tenant, id, model);
        return forms.submit(errors, "programme/cancel",
                () -> programmes.cancel(tenant, id, Typed.date(form.closedOn()), form.closeReason()), "/workspace/programmes/" + id,
                "Программа отменена");
    }

    @GetMapping("/{id}/discard")
    String askDiscard(Tenant tenant, @PathVariable long id, Model model) {
        shown(tenant, id, model);
        return "programme/discard";
    }

    @PostMapping("/{id}/discard")
    String discard(Tenant tenant, @PathVariable long id, RedirectAttributes next) {
        programmes.discard(tenant, id);
        next.addFlashAttribute("done", "Черновик отброшен. Он остался в истории");
        return "redirect:/workspace/programmes";
    }

    @GetMapping("/{id}/annul")
    String askReason(Tenant tenant, @PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        shown(tenant, id, model);
        return "programme/annul";
    }

    @PostMapping("/{id}/annul")
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        shown(tenant, id, model);
        return forms.submit(errors, "programme/annul", () -> programmes.annul(tenant, id, form.reason()), "/workspace/programmes/" + id,
                "Программа аннулирована");
    }

    private Programme shown(Tenant tenant, long id, Model model) {
        Programme programme = programmes.one(tenant, id);
        model.addAttribute("programme", programme);
        model.addAttribute("pair", programme.pair());
        return programme;
    }

    private static String rearranged(ProgrammeForm form, String rows, Model model) {
        ProgrammeForm next = switch (rows.replaceAll("-?\\d+", "")) {
            case "up" -> form.withRowMoved(index(rows), -1);
            case "down" -> form.withRowMoved(index(rows), 1);
            default -> form.withMoreRows();
        };
        model.addAttribute("form", next);
        return FORM;
    }

    private static int index(String rows) {
        return Paged.number(rows.replaceAll("\\D", "")) - 1;
    }
}
