package ru.smolensk.mentoring.survey;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Sorting;

/** «Опросы» of the city: announced and closed by methodologists, read by observers. */
@Controller
@RequestMapping("/department/surveys")
class SurveyPages {

    private static final String HOME = "/department/surveys";
    private static final String FORM = "survey/survey-form";

    private final Surveys surveys;
    private final SurveyList list;
    private final Sheets sheets;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;

    SurveyPages(Surveys surveys, SurveyList list, Sheets sheets, History history, Forms forms, PortalClock clock) {
        this.surveys = surveys;
        this.list = list;
        this.sheets = sheets;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("filter") SurveyList.Filter filter, Model model) {
        model.addAttribute("paged", list.page(filter));
        model.addAttribute("years", list.asked());
        model.addAttribute("waves", Wave.values());
        model.addAttribute("states", SurveyState.values());
        return "survey/surveys";
    }

    @GetMapping(params = "table")
    void table(@ModelAttribute("filter") SurveyList.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        SurveyList.file(clock.today()).send(response, table, list.all(filter));
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(new SurveyForm(null, AcademicYear.of(clock.today()).start(), null, null, null, SurveyScope.ALL, null, null, null, null), model);
    }

    @PostMapping("/new")
    String announce(@Valid @ModelAttribute("form") SurveyForm form, BindingResult errors, Model model) {
        return forms.submit(errors, form(form, model), () -> surveys.announce(form.toCommand()), id -> HOME + "/" + id, "Опрос объявлен");
    }

    @GetMapping("/{id}")
    String survey(@PathVariable long id, @RequestParam(required = false) String sort, Model model) {
        Survey survey = surveys.one(id);
        Sorting sorting = SurveyList.sortingOfOne(sort);
        model.addAttribute("survey", survey);
        model.addAttribute("asking", list.one(id));
        model.addAttribute("sorting", sorting);
        model.addAttribute("taking", list.taking(id, sorting));
        model.addAttribute("history", history.of(survey));
        return "survey/survey";
    }

    @GetMapping(path = "/{id}", params = "table")
    void table(@PathVariable long id, @RequestParam(required = false) String sort, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        SurveyList.TAKING.send(response, table, list.taking(list.one(id).id(), SurveyList.sortingOfOne(sort)));
    }

    @GetMapping("/{id}/edit")
    String askLastDay(@PathVariable long id, Model model) {
        return lastDay(id, LastDayForm.of(surveys.one(id)), model);
    }

    @PostMapping("/{id}/edit")
    String moveLastDay(@PathVariable long id, @Valid @ModelAttribute("form") LastDayForm form, BindingResult errors, Model model) {
        return forms.submit(errors, lastDay(id, form, model), () -> surveys.moveLastDay(id, form.version(), form.toCommand()), HOME + "/" + id,
                "Последний день изменён, кураторы получат уведомление");
    }

    @GetMapping("/{id}/end")
    String confirmEnd(@PathVariable long id, Model model) {
        model.addAttribute("survey", surveys.one(id));
        model.addAttribute("form", new NoFields());
        return "survey/survey-end";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, @ModelAttribute("form") NoFields form, BindingResult errors, Model model) {
        model.addAttribute("survey", surveys.one(id));
        return forms.submit(errors, "survey/survey-end", () -> surveys.close(id), HOME + "/" + id,
                "Опрос закрыт. Кто уже начал отвечать, может закончить до конца дня");
    }

    @GetMapping("/{id}/annul")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("survey", surveys.one(id));
        return "survey/survey-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("survey", surveys.one(id));
        return forms.submit(errors, "survey/survey-annul", () -> surveys.annul(id, form.reason()), HOME + "/" + id, "Опрос отменён");
    }

    private String lastDay(long id, LastDayForm form, Model model) {
        model.addAttribute("survey", surveys.one(id));
        model.addAttribute("answered", surveys.answered(id));
        model.addAttribute("form", form);
        return "survey/last-day";
    }

    private String form(SurveyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("years", list.years());
        model.addAttribute("waves", Wave.values());
        model.addAttribute("scopes", SurveyScope.values());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("organisations", list.organisations());
        model.addAttribute("forMentees", sheets.published(Audience.MENTEE));
        model.addAttribute("forMentors", sheets.published(Audience.MENTOR));
        return FORM;
    }
}
