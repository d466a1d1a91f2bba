package ru.smolensk.mentoring.monitoring;

import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.monitoring.ReportForms.AttachmentForm;
import ru.smolensk.mentoring.monitoring.ReportForms.Beginning;
import ru.smolensk.mentoring.monitoring.ReportForms.ConclusionsForm;
import ru.smolensk.mentoring.monitoring.ReportForms.CourseForm;
import ru.smolensk.mentoring.monitoring.ReportForms.InfluenceForm;
import ru.smolensk.mentoring.monitoring.ReportForms.PeriodForm;
import ru.smolensk.mentoring.monitoring.ReportForms.RisksForm;
import ru.smolensk.mentoring.monitoring.ReportForms.Step;
import ru.smolensk.mentoring.monitoring.ReportReading.CourseLine;
import ru.smolensk.mentoring.monitoring.ReportReading.Sheet;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.review.Reviews;

/** «Отчёты» of the own organisation: each part of a report is a page with a saving of its own. */
@Controller
@RequestMapping(ReportPages.HOME)
class ReportPages {

    static final String HOME = "/workspace/reports";

    /** The field by which {@code saving.js} saves a part while it is being written. */
    private static final String SAVING = "saving";
    private static final String LIST = "monitoring/list";
    private static final String OVERVIEW = "monitoring/overview";
    private static final String COURSE = "monitoring/course";
    private static final String INFLUENCE = "monitoring/influence";
    private static final String RISKS = "monitoring/risks";
    private static final String FIGURES = "monitoring/figures";
    private static final String CONCLUSIONS = "monitoring/conclusions";
    private static final String ATTACHMENTS = "monitoring/attachments";

    private final MonitoringReports reports;
    private final ReportReading reading;
    private final ReportContent content;
    private final ReportStandings standings;
    private final Reviews reviews;
    private final Files files;
    private final History history;
    private final PortalClock clock;
    private final Forms forms;

    ReportPages(MonitoringReports reports, ReportReading reading, ReportContent content, ReportStandings standings, Reviews reviews, Files files,
                History history, PortalClock clock, Forms forms) {
        this.reports = reports;
        this.reading = reading;
        this.content = content;
        this.standings = standings;
        this.reviews = reviews;
        this.files = files;
        this.history = history;
        this.clock = clock;
        this.forms = forms;
    }

    @GetMapping
    String list(Tenant tenant, Model model) {
        model.addAttribute("form", new Beginning(AcademicYear.of(clock.today()).start()));
        return listed(tenant, model);
    }

    @PostMapping
    String begin(Tenant tenant, @Valid @ModelAttribute("form") Beginning form, BindingResult errors, Model model) {
        listed(tenant, model);
        if (!errors.hasErrors() && years().noneMatch(year -> year.start() == form.year())) {
            errors.rejectValue("year", "refused", "Выберите учебный год из списка");
        }
        return forms.submit(errors, LIST, () -> reports.begin(tenant, form.academicYear()), id -> HOME + "/" + id, "Отчёт начат");
    }

    @GetMapping("/{id}")
    String overview(Tenant tenant, @PathVariable long id, Model model) {
        return shown(tenant, id, model);
    }

    @PostMapping("/{id}/submit")
    String submit(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        return step(tenant, id, () -> reviews.submit(tenant, reports.editionOf(tenant, id)), HOME + "/" + id,
                "Отчёт отправлен в методический отдел", errors, model);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        return step(tenant, id, () -> reviews.withdraw(tenant, reports.editionOf(tenant, id)), HOME + "/" + id, "Отчёт отозван, его можно менять",
                errors, model);
    }

    @PostMapping("/{id}/amend")
    String amend(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        reports.one(tenant, id);
        String next = forms.submit(errors, OVERVIEW, () -> reports.amend(tenant, id), created -> HOME + "/" + created,
                "Новая редакция начата. Принятый отчёт остаётся в силе, пока не приняли её");
        return next.equals(OVERVIEW) ? shown(tenant, id, model) : next;
    }

    @PostMapping("/{id}/discard")
    String discard(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        return step(tenant, id, () -> reports.discard(tenant, id), HOME, "Черновик удалён", errors, model);
    }

    private String step(Tenant tenant, long id, Runnable action, String next, String done, BindingResult errors, Model model) {
        reports.one(tenant, id);
        String view = forms.submit(errors, OVERVIEW, action, next, done);
        return view.equals(OVERVIEW) ? shown(tenant, id, model) : view;
    }

    // ---- The parts ---------------------------------------------------------------------------------------------------------

    @GetMapping("/{id}/process")
    String process(Tenant tenant, @PathVariable long id, Model model) {
        Sheet sheet = part(tenant, id, model);
        model.addAttribute("courses", reading.courses(tenant.id(), sheet));
        coursesBefore(tenant, model);
        return "monitoring/process";
    }

    @GetMapping("/{id}/process/{programme}")
    String course(Tenant tenant, @PathVariable long id, @PathVariable long programme, Model model) {
        model.addAttribute("form", CourseForm.of(course(tenant, part(tenant, id, model), programme, model)));
        return COURSE;
    }

    @PostMapping("/{id}/process/{programme}")
    String write(Tenant tenant, @PathVariable long id, @PathVariable long programme, @RequestParam(required = false) String next,
                 @Valid @ModelAttribute("form") CourseForm form, BindingResult errors, Model model) {
        CourseLine line = course(tenant, part(tenant, id, model), programme, model);
        Long following = (Long) model.getAttribute("following");
        return forms.submit(errors, COURSE, () -> reports.write(tenant, id, programme, form.version(), form.toCommand()), HOME + "/" + id
                + "/process" + (next != null && following != null ? "/" + following : ""), "Сохранено: «" + line.title() + "»");
    }

    @PostMapping(path = "/{id}/process/{programme}", params = SAVING)
    ResponseEntity<Forms.Kept> keep(Tenant tenant, @PathVariable long id, @PathVariable long programme, @Valid @ModelAttribute("form") CourseForm form,
                                    BindingResult errors) {
        return forms.keep(errors, () -> reports.write(tenant, id, programme, form.version(), form.toCommand()),
                () -> reports.versionOf(tenant, id, programme));
    }

    private CourseLine course(Tenant tenant, Sheet sheet, long programme, Model model) {
        List<CourseLine> all = reading.courses(tenant.id(), sheet);
        CourseLine line = all.stream().filter(one -> one.programmeId() == programme).findFirst().orElseThrow(NotFound::new);
        int at = all.indexOf(line);
        model.addAttribute("line", line);
        model.addAttribute("place", (at + 1) + " из " + all.size());
        model.addAttribute("following", at + 1 < all.size() ? all.get(at + 1).programmeId() : null);
        model.addAttribute("trends", Trend.values());
        coursesBefore(tenant, model);
        return line;
    }

    private void coursesBefore(Tenant tenant, Model model) {
        if (model.getAttribute("before") instanceof Sheet before) {
            model.addAttribute("coursesBefore", reading.courses(tenant.id(), before));
        }
    }

    @GetMapping("/{id}/influence")
    String influence(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", InfluenceForm.of(assessed(tenant, id, model)));
        return INFLUENCE;
    }

    @PostMapping("/{id}/influence")
    String writeInfluence(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") InfluenceForm form, BindingResult errors,
                          Model model) {
        assessed(tenant, id, model);
        return forms.submit(errors, INFLUENCE, () -> reports.influence(tenant, id, form.version(), form.toCommand(),
                Typed.number(form.futureMentors()), Typed.number(form.futureMentees())), HOME + "/" + id + "/risks", "Этап 2 сохранён");
    }

    @PostMapping(path = "/{id}/influence", params = SAVING)
    ResponseEntity<Forms.Kept> keepInfluence(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") InfluenceForm form,
                                             BindingResult errors) {
        return forms.keep(errors, () -> reports.influence(tenant, id, form.version(), form.toCommand(), Typed.number(form.futureMentors()),
                Typed.number(form.futureMentees())), () -> reports.one(tenant, id).influenceVersion());
    }

    private Sheet assessed(Tenant tenant, long id, Model model) {
        model.addAttribute("effects", Effect.values());
        model.addAttribute("assessments", Assessment.values());
        return part(tenant, id, model);
    }

    @GetMapping("/{id}/risks")
    String risks(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", RisksForm.of(risky(tenant, id, model)));
        return RISKS;
    }

    @PostMapping("/{id}/risks")
    String writeRisks(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") RisksForm form, BindingResult errors, Model model) {
        risky(tenant, id, model);
        return forms.submit(errors, RISKS, () -> reports.risks(tenant, id, form.version(), form.toCommand()), HOME + "/" + id + "/figures",
                "Риски сохранены");
    }

    @PostMapping(path = "/{id}/risks", params = SAVING)
    ResponseEntity<Forms.Kept> keepRisks(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") RisksForm form, BindingResult errors) {
        return forms.keep(errors, () -> reports.risks(tenant, id, form.version(), form.toCommand()), () -> reports.one(tenant, id).risksVersion());
    }

    private Sheet risky(Tenant tenant, long id, Model model) {
        model.addAttribute("risks", Risk.values());
        model.addAttribute("levels", Level.values());
        return part(tenant, id, model);
    }

    @GetMapping("/{id}/figures")
    String figures(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", PeriodForm.of(counted(tenant, id, model)));
        return FIGURES;
    }

    @PostMapping("/{id}/figures")
    String cover(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") PeriodForm form, BindingResult errors, Model model) {
        counted(tenant, id, model);
        return forms.submit(errors, FIGURES, () -> reports.cover(tenant, id, form.version(), Typed.date(form.since()), Typed.date(form.until())),
                HOME + "/" + id + "/figures", "Период сохранён");
    }

    private Sheet counted(Tenant tenant, long id, Model model) {
        Sheet sheet = part(tenant, id, model);
        model.addAttribute("figures", reading.figures(tenant.id(), sheet));
        model.addAttribute("asked", reports.asked(tenant, sheet.year()).orElse(null));
        return sheet;
    }

    @GetMapping("/{id}/conclusions")
    String conclusions(Tenant tenant, @PathVariable long id, Model model) {
        Sheet sheet = part(tenant, id, model);
        model.addAttribute("form", new ConclusionsForm(sheet.conclusionsVersion(), sheet.conclusions()));
        return CONCLUSIONS;
    }

    @PostMapping("/{id}/conclusions")
    String conclude(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ConclusionsForm form, BindingResult errors, Model model) {
        part(tenant, id, model);
        return forms.submit(errors, CONCLUSIONS, () -> reports.conclude(tenant, id, form.version(), form.conclusions()),
                HOME + "/" + id + "/attachments", "Выводы сохранены");
    }

    @PostMapping(path = "/{id}/conclusions", params = SAVING)
    ResponseEntity<Forms.Kept> keepConclusions(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ConclusionsForm form,
                                               BindingResult errors) {
        return forms.keep(errors, () -> reports.conclude(tenant, id, form.version(), form.conclusions()),
                () -> reports.one(tenant, id).conclusionsVersion());
    }

    @GetMapping("/{id}/attachments")
    String attachments(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", new AttachmentForm(Upload.of(null)));
        part(tenant, id, model);
        return ATTACHMENTS;
    }

    @PostMapping("/{id}/attachments")
    String attach(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") AttachmentForm form, BindingResult errors, Model model) {
        part(tenant, id, model);
        files.receive(tenant, form.file(), "file", errors);
        return forms.submit(errors, ATTACHMENTS, () -> {
            Refusal.when(Upload.id(form.file()) == null, "file", "Выберите файл, который нужно приложить");
            reports.attach(tenant, id, Upload.id(form.file()));
        }, HOME + "/" + id + "/attachments", "Файл приложен");
    }

    @PostMapping("/{id}/attachments/{file}/remove")
    String detach(Tenant tenant, @PathVariable long id, @PathVariable long file, @ModelAttribute("nothing") NoFields nothing, BindingResult errors,
                  Model model) {
        part(tenant, id, model);
        model.addAttribute("form", new AttachmentForm(Upload.of(null)));
        return forms.submit(errors, ATTACHMENTS, () -> reports.detach(tenant, id, file), HOME + "/" + id + "/attachments", "Файл убран из отчёта");
    }

    @GetMapping("/{id}/print")
    String print(Tenant tenant, @PathVariable long id, Model model) {
        Sheet sheet = reading.sheet(tenant, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("courses", reading.courses(tenant.id(), sheet));
        model.addAttribute("figures", reading.figures(tenant.id(), sheet));
        return "monitoring/print";
    }

    // ---- What pages show ---------------------------------------------------------------------------------------------------

    private String listed(Tenant tenant, Model model) {
        model.addAttribute("all", reading.all(tenant));
        model.addAttribute("years", years().map(year -> new Choice(year.start(), year.toString())).toList());
        model.addAttribute("owed", standings.asked(tenant.id()));
        return LIST;
    }

    private String shown(Tenant tenant, long id, Model model) {
        Sheet sheet = part(tenant, id, model);
        List<CourseLine> courses = reading.courses(tenant.id(), sheet);
        model.addAttribute("courses", courses);
        model.addAttribute("finished", courses.stream().filter(one -> one.finished(sheet.general())).count());
        model.addAttribute("figures", reading.figures(tenant.id(), sheet));
        model.addAttribute("missing", content.missing(sheet, courses).found());
        model.addAttribute("standingOfYear", standings.of(tenant.id(), sheet.year()));
        model.addAttribute("history", history.of(reports.one(tenant, id)));
        return OVERVIEW;
    }

    private Sheet part(Tenant tenant, long id, Model model) {
        Sheet sheet = reading.sheet(tenant, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("before", reading.before(sheet).orElse(null));
        model.addAttribute("remarks", sheet.state().open() ? reading.remarks(tenant.id(), sheet.editionId()) : List.of());
        return sheet;
    }

    /** The year that goes and the one before, for whoever reports after the summer. */
    private Stream<AcademicYear> years() {
        AcademicYear now = AcademicYear.of(clock.today());
        return Stream.of(now, now.previous());
    }
}
