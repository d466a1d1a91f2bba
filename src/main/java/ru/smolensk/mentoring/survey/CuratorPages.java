package ru.smolensk.mentoring.survey;

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
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;

/** «Опросы» of the own organisation: links to hand over, who has answered, sheets of paper. */
@Controller
@RequestMapping(CuratorPages.HOME)
class CuratorPages {

    static final String HOME = "/workspace/surveys";
    private static final String VIEW = "survey/own-survey";
    private static final String TALLY = "survey/tally-form";

    private final Links links;
    private final Tallies tallies;
    private final Files files;
    private final Forms forms;
    private final PortalClock clock;

    CuratorPages(Links links, Tallies tallies, Files files, Forms forms, PortalClock clock) {
        this.links = links;
        this.tallies = tallies;
        this.files = files;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(Tenant tenant, @RequestParam(required = false) String sort, Model model) {
        Sorting sorting = Links.sorting(sort);
        model.addAttribute("sorting", sorting);
        model.addAttribute("surveys", links.surveys(tenant, sorting));
        return "survey/own-surveys";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @RequestParam(required = false) String sort, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        Links.file(clock.today()).send(response, table, links.surveys(tenant, Links.sorting(sort)));
    }

    @GetMapping("/{id}")
    String survey(Tenant tenant, @PathVariable long id, Model model) {
        return shown(tenant, id, model);
    }

    /** To be printed and cut. */
    @GetMapping("/{id}/sheet")
    String sheet(Tenant tenant, @PathVariable long id, Model model) {
        Asking survey = links.survey(tenant, id);
        model.addAttribute("asking", survey);
        model.addAttribute("links", links.of(tenant, survey).stream().filter(Links.Link::waits).toList());
        return "survey/sheet";
    }

    @PostMapping("/{id}/issue")
    String issue(Tenant tenant, @PathVariable long id, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        return carryOut(tenant, id, () -> links.issue(tenant, id), "Ссылки выданы всем, кто в парах и группах сегодня; отменённые не возвращены – выдайте новые в строке человека", errors, model);
    }

    @PostMapping("/{id}/links/{link}/remind")
    String remind(Tenant tenant, @PathVariable long id, @PathVariable long link, @ModelAttribute("nothing") NoFields nothing,
                  BindingResult errors, Model model) {
        return carryOut(tenant, id, () -> links.remind(tenant, id, link), "Отмечено: напомнили сегодня", errors, model);
    }

    @PostMapping("/{id}/links/{link}/cancel")
    String cancel(Tenant tenant, @PathVariable long id, @PathVariable long link, @ModelAttribute("nothing") NoFields nothing,
                  BindingResult errors, Model model) {
        return carryOut(tenant, id, () -> links.cancel(tenant, id, link), "Ссылка отменена", errors, model);
    }

    @PostMapping("/{id}/links/{link}/renew")
    String renew(Tenant tenant, @PathVariable long id, @PathVariable long link, @ModelAttribute("nothing") NoFields nothing,
                 BindingResult errors, Model model) {
        return carryOut(tenant, id, () -> links.renew(tenant, id, link), "Выдана новая ссылка, прежняя не действует", errors, model);
    }

    @GetMapping("/{id}/tally/{audience}")
    String blank(Tenant tenant, @PathVariable long id, @PathVariable Audience audience, Model model) {
        model.addAttribute("form", new TallyForm(null, null, null, null, null));
        return form(tenant, id, audience, model);
    }

    @PostMapping("/{id}/tally/{audience}")
    String enter(Tenant tenant, @PathVariable long id, @PathVariable Audience audience, @Valid @ModelAttribute("form") TallyForm form,
                 BindingResult errors, Model model) {
        form(tenant, id, audience, model);
        files.receive(tenant, form.protocol(), "protocol", errors);
        return forms.submit(errors, TALLY, () -> tallies.enter(tenant, id, audience, form.toCommand()), any -> HOME + "/" + id,
                "Итог на бумаге внесён");
    }

    @GetMapping("/{id}/tallies/{tally}/annul")
    String askReason(Tenant tenant, @PathVariable long id, @PathVariable long tally, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("asking", links.survey(tenant, id));
        model.addAttribute("tally", tallies.one(tenant, id, tally));
        return "survey/tally-annul";
    }

    @PostMapping("/{id}/tallies/{tally}/annul")
    String annul(Tenant tenant, @PathVariable long id, @PathVariable long tally, @Valid @ModelAttribute("form") ReasonForm form,
                 BindingResult errors, Model model) {
        askReason(tenant, id, tally, form, model);
        return forms.submit(errors, "survey/tally-annul", () -> tallies.annul(tenant, id, tally, form.reason()), HOME + "/" + id,
                "Итог на бумаге аннулирован, ссылки снова действуют, пока опрос открыт");
    }

    private String carryOut(Tenant tenant, long id, Runnable act, String done, BindingResult errors, Model model) {
        links.survey(tenant, id);
        String next = forms.submit(errors, VIEW, act, HOME + "/" + id, done);
        if (next.equals(VIEW)) {
            shown(tenant, id, model);
        }
        return next;
    }

    private String shown(Tenant tenant, long id, Model model) {
        Asking survey = links.survey(tenant, id);
        List<Links.Link> all = links.of(tenant, survey);
        List<Tally> counted = tallies.standing(tenant, id);
        model.addAttribute("asking", survey);
        model.addAttribute("groups", List.of(Group.of(Audience.MENTEE, all, counted), Group.of(Audience.MENTOR, all, counted)));
        return VIEW;
    }

    private String form(Tenant tenant, long id, Audience audience, Model model) {
        if (audience == Audience.CURATOR) {
            throw new NotFound();
        }
        model.addAttribute("asking", links.survey(tenant, id));
        model.addAttribute("audience", audience);
        return TALLY;
    }

    /** The mentees or the mentors of a survey. */
    record Group(Audience audience, List<Links.Link> links, Tally tally) {

        static Group of(Audience audience, List<Links.Link> all, List<Tally> counted) {
            return new Group(audience, all.stream().filter(one -> one.audience() == audience).toList(),
                    counted.stream().filter(one -> one.audience() == audience).findFirst().orElse(null));
        }

        public Progress progress() {
            return tally != null ? new Progress(tally.asked(), tally.answered(), true)
                    : new Progress((int) links.stream().filter(one -> one.cancelledOn() == null).count(),
                            (int) links.stream().filter(Links.Link::used).count(), false);
        }
    }
}
