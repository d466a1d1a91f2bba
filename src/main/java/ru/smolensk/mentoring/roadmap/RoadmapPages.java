package ru.smolensk.mentoring.roadmap;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Answer;
import ru.smolensk.mentoring.review.ReviewState;
import ru.smolensk.mentoring.review.Reviews;
import ru.smolensk.mentoring.roadmap.RoadmapReading.Header;

/** «Дорожная карта» of the own organisation: starting it, reading it, handing it in, printing it. */
@Controller
@RequestMapping(RoadmapPages.HOME)
class RoadmapPages {

    static final String HOME = "/workspace/roadmap";

    private static final String NEW = "roadmap/new";
    private static final String EDITOR = "roadmap/editor";

    /** A step that asks for nothing: the button says it all. */
    record Step() {
    }

    /** Which rows an empty roadmap gets. */
    record FillForm(@NotNull(message = "Выберите, с чего начать") Source source) {
    }

    private final Roadmaps roadmaps;
    private final RoadmapReading reading;
    private final Reviews reviews;
    private final Organisations organisations;
    private final History history;
    private final PortalClock clock;
    private final Forms forms;

    RoadmapPages(Roadmaps roadmaps, RoadmapReading reading, Reviews reviews, Organisations organisations, History history, PortalClock clock,
                 Forms forms) {
        this.roadmaps = roadmaps;
        this.reading = reading;
        this.reviews = reviews;
        this.organisations = organisations;
        this.history = history;
        this.clock = clock;
        this.forms = forms;
    }

    /** The roadmap that is worked on now; without one, the way to begin. */
    @GetMapping
    String home(Tenant tenant, Model model) {
        List<Header> all = reading.all(tenant);
        AcademicYear now = AcademicYear.of(clock.today());
        return all.stream().filter(one -> one.year().compareTo(now) >= 0)
                .min(Comparator.comparing((Header one) -> one.state().open() ? 0 : one.approved() ? 1 : 2)
                        .thenComparing(Header::year).thenComparing(Comparator.comparing(Header::number).reversed()))
                .map(one -> page(tenant, one.id(), model)).orElse("redirect:/workspace/roadmap/new");
    }

    @GetMapping("/new")
    String blank(Tenant tenant, Model model) {
        model.addAttribute("form", new NewRoadmapForm(AcademicYear.of(clock.today()).start(), Source.TEMPLATE));
        return beginning(tenant, model);
    }

    @PostMapping("/new")
    String create(Tenant tenant, @Valid @ModelAttribute("form") NewRoadmapForm form, BindingResult errors, Model model) {
        beginning(tenant, model);
        if (form.year() != null && years().noneMatch(year -> year.start() == form.year())) {
            errors.rejectValue("year", "refused", "Выберите учебный год из списка");
        }
        return forms.submit(errors, NEW, () -> roadmaps.create(tenant, form.academicYear(), form.source()),
                id -> HOME + "/" + id + (form.source() == Source.PASTE ? "/paste" : ""), "Дорожная карта начата");
    }

    @GetMapping("/{id}")
    String view(Tenant tenant, @PathVariable long id, Model model) {
        return page(tenant, id, model);
    }

    @GetMapping(path = "/{id}", params = "table")
    void table(Tenant tenant, @PathVariable long id, @RequestParam String table, HttpServletResponse response) throws IOException {
        RoadmapReading.Plan plan = reading.plan(tenant, id);
        RoadmapReading.file(plan.header(), clock.today()).send(response, table, plan.measures());
    }

    @GetMapping("/{id}/print")
    String print(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("plan", reading.plan(tenant, id));
        model.addAttribute("organisation", organisations.bySlug(tenant.slug()));
        return "roadmap/print";
    }

    @PostMapping("/{id}/fill")
    String fill(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") FillForm form, BindingResult errors, Model model) {
        page(tenant, id, model);
        return forms.submit(errors, EDITOR, () -> roadmaps.fill(tenant, id, form.source()), HOME + "/" + id, "Строки взяты, поправьте их под себя");
    }

    @PostMapping("/{id}/submit")
    String submit(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        page(tenant, id, model);
        return forms.submit(errors, EDITOR, () -> reviews.submit(tenant, roadmaps.one(tenant, id).editionId()), HOME + "/" + id,
                "Дорожная карта подана на согласование");
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        page(tenant, id, model);
        return forms.submit(errors, EDITOR, () -> reviews.withdraw(tenant, roadmaps.one(tenant, id).editionId()), HOME + "/" + id,
                "Дорожная карта отозвана, её можно менять");
    }

    @PostMapping("/{id}/amend")
    String amend(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        page(tenant, id, model);
        return forms.submit(errors, EDITOR, () -> roadmaps.amend(tenant, id), next -> HOME + "/" + next,
                "Новая редакция начата. Прежняя действует, пока эта не согласована");
    }

    @PostMapping("/{id}/discard")
    String discard(Tenant tenant, @PathVariable long id, @ModelAttribute("form") Step form, BindingResult errors, Model model) {
        page(tenant, id, model);
        return forms.submit(errors, EDITOR, () -> roadmaps.discard(tenant, id), HOME + "/new", "Черновик удалён");
    }

    @GetMapping("/{id}/remarks/{remark}")
    String answering(Tenant tenant, @PathVariable long id, @PathVariable long remark, Model model) {
        model.addAttribute("form", AnswerForm.of(reading.remark(tenant, roadmaps.one(tenant, id).editionId(), remark)));
        return answered(tenant, id, remark, model);
    }

    @PostMapping("/{id}/remarks/{remark}")
    String answer(Tenant tenant, @PathVariable long id, @PathVariable long remark, @Valid @ModelAttribute("form") AnswerForm form,
                  BindingResult errors, Model model) {
        long edition = roadmaps.one(tenant, id).editionId();
        reading.remark(tenant, edition, remark);
        answered(tenant, id, remark, model);
        return forms.submit(errors, EDITOR, () -> reviews.answer(tenant, edition, List.of(form.toCommand(remark))),
                HOME + "/" + id + "#remark-" + remark, "Ответ сохранён");
    }

    private String answered(Tenant tenant, long id, long remark, Model model) {
        model.addAttribute("plan", reading.plan(tenant, id));
        model.addAttribute("answering", remark);
        model.addAttribute("answers", Answer.values());
        return EDITOR;
    }

    private String page(Tenant tenant, long id, Model model) {
        RoadmapReading.Plan plan = reading.plan(tenant, id);
        model.addAttribute("plan", plan);
        if (plan.header().state() == ReviewState.RETURNED) {
            model.addAttribute("standing", reviews.standing(tenant, plan.header().editionId()));
        }
        model.addAttribute("all", reading.all(tenant));
        model.addAttribute("history", history.of(roadmaps.one(tenant, id)));
        return EDITOR;
    }

    private String beginning(Tenant tenant, Model model) {
        model.addAttribute("all", reading.all(tenant));
        model.addAttribute("years", years().map(year -> new Choice(year.start(), year.toString())).toList());
        model.addAttribute("sources", Source.values());
        return NEW;
    }

    /** The year that goes, the one to come, and the one before for whoever enters what is past. */
    private Stream<AcademicYear> years() {
        int now = AcademicYear.of(clock.today()).start();
        return IntStream.of(now, now + 1, now - 1).mapToObj(AcademicYear::new);
    }
}
