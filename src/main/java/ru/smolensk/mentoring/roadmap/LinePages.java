package ru.smolensk.mentoring.roadmap;

import jakarta.validation.Valid;
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
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** The rows of a roadmap: each is written in its place in the table. */
@Controller
@RequestMapping(RoadmapPages.HOME + "/{id}/lines")
class LinePages {

    private static final String EDITOR = "roadmap/editor";

    private final Roadmaps roadmaps;
    private final RoadmapReading reading;
    private final PortalClock clock;
    private final Forms forms;

    LinePages(Roadmaps roadmaps, RoadmapReading reading, PortalClock clock, Forms forms) {
        this.roadmaps = roadmaps;
        this.reading = reading;
        this.clock = clock;
        this.forms = forms;
    }

    /** A blank row below another one, or at the end. */
    @GetMapping("/new")
    String blank(Tenant tenant, @PathVariable long id, @RequestParam(required = false) Long after,
                 @RequestParam(required = false) String kind, Model model) {
        model.addAttribute("form", LineForm.blank("HEADING".equals(kind) ? LineKind.HEADING : LineKind.MEASURE));
        return adding(tenant, id, after, model);
    }

    @PostMapping("/new")
    String add(Tenant tenant, @PathVariable long id, @RequestParam(required = false) Long after,
               @Valid @ModelAttribute("form") LineForm form, BindingResult errors, Model model) {
        adding(tenant, id, after, model);
        return forms.submit(errors, EDITOR, () -> roadmaps.add(tenant, id, after, form.toCommand()),
                line -> form.next() == null ? at(id, line) : address(id) + "/lines/new?after=" + line + "#new-line", "Строка добавлена");
    }

    @GetMapping("/{line}/edit")
    String edit(Tenant tenant, @PathVariable long id, @PathVariable long line, Model model) {
        model.addAttribute("form", LineForm.of(roadmaps.line(tenant, id, line)));
        return editing(tenant, id, line, model);
    }

    @PostMapping("/{line}/edit")
    String change(Tenant tenant, @PathVariable long id, @PathVariable long line, @Valid @ModelAttribute("form") LineForm form,
                  BindingResult errors, Model model) {
        RoadmapReading.Plan plan = plan(tenant, id, line, model);
        model.addAttribute("editing", line);
        Long next = form.next() == null ? null : plan.after(line);
        return forms.submit(errors, EDITOR, () -> roadmaps.edit(tenant, id, line, form.version(), form.toCommand()),
                next == null ? at(id, line) : address(id) + "/lines/" + next + "/edit#line-" + next, "Строка сохранена");
    }

    @GetMapping("/{line}/mark")
    String marking(Tenant tenant, @PathVariable long id, @PathVariable long line, Model model) {
        RoadmapLine found = roadmaps.line(tenant, id, line);
        model.addAttribute("form", MarkForm.of(found, clock.today()));
        return marked(tenant, id, found, model);
    }

    @PostMapping("/{line}/mark")
    String mark(Tenant tenant, @PathVariable long id, @PathVariable long line, @Valid @ModelAttribute("form") MarkForm form,
                BindingResult errors, Model model) {
        marked(tenant, id, roadmaps.line(tenant, id, line), model);
        Long next = form.next() == null ? null : ((RoadmapReading.Plan) model.getAttribute("plan")).unmarkedAfter(line);
        return forms.submit(errors, EDITOR, () -> roadmaps.mark(tenant, id, line, form.version(), form.toCommand()),
                next == null ? at(id, line) : address(id) + "/lines/" + next + "/mark#line-" + next, "Отметка сохранена");
    }

    @PostMapping("/{line}/up")
    String up(Tenant tenant, @PathVariable long id, @PathVariable long line) {
        roadmaps.move(tenant, id, line, true);
        return "redirect:" + at(id, line);
    }

    @PostMapping("/{line}/down")
    String down(Tenant tenant, @PathVariable long id, @PathVariable long line) {
        roadmaps.move(tenant, id, line, false);
        return "redirect:" + at(id, line);
    }

    @PostMapping("/{line}/duplicate")
    String duplicate(Tenant tenant, @PathVariable long id, @PathVariable long line) {
        return "redirect:" + at(id, roadmaps.duplicate(tenant, id, line));
    }

    @PostMapping("/{line}/remove")
    String remove(Tenant tenant, @PathVariable long id, @PathVariable long line, RedirectAttributes flash) {
        RoadmapReading.Plan plan = reading.plan(tenant, id);
        roadmaps.remove(tenant, id, line);
        // Said where the row stood: the page opens there, and there one click puts it back.
        flash.addFlashAttribute("gone", String.valueOf(line));
        flash.addFlashAttribute("goneWords", plan.line(line).map(RoadmapReading.Line::measure).orElse(""));
        flash.addFlashAttribute("goneBefore", String.valueOf(plan.after(line)));
        return "redirect:" + address(id) + "#gone";
    }

    @PostMapping("/{line}/restore")
    String restore(Tenant tenant, @PathVariable long id, @PathVariable long line) {
        roadmaps.restore(tenant, id, line);
        return "redirect:" + at(id, line);
    }

    private String adding(Tenant tenant, long id, Long after, Model model) {
        RoadmapReading.Plan plan = reading.plan(tenant, id);
        if (after != null && plan.line(after).isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("plan", plan);
        model.addAttribute("adding", true);
        model.addAttribute("after", after);
        return EDITOR;
    }

    private String editing(Tenant tenant, long id, long line, Model model) {
        plan(tenant, id, line, model);
        model.addAttribute("editing", line);
        return EDITOR;
    }

    private String marked(Tenant tenant, long id, RoadmapLine line, Model model) {
        plan(tenant, id, line.id(), model);
        model.addAttribute("marking", line.id());
        model.addAttribute("answers", MarkForm.Answer.values());
        model.addAttribute("documents", reading.documents(tenant, line.evidenceActId()));
        return EDITOR;
    }

    private RoadmapReading.Plan plan(Tenant tenant, long id, long line, Model model) {
        RoadmapReading.Plan plan = reading.plan(tenant, id);
        model.addAttribute("plan", plan);
        return plan;
    }

    private static String address(long id) {
        return RoadmapPages.HOME + "/" + id;
    }

    private static String at(long id, long line) {
        return address(id) + "#line-" + line;
    }
}
