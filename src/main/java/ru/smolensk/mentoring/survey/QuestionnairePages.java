package ru.smolensk.mentoring.survey;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;
import ru.smolensk.mentoring.platform.Paged;

/** «Анкеты»: methodologists keep their versions, observers read them. */
@Controller
@RequestMapping(QuestionnairePages.HOME)
class QuestionnairePages {

    static final String HOME = "/department/questionnaires";
    private static final String VIEW = "survey/questionnaire";
    private static final String FORM = "survey/questionnaire-form";

    private static final ListFile<Sheets.Line> FILE = ListFile.<Sheets.Line>of("questionnaires", "Анкеты")
            .words("Анкета", 44, "Кто и когда отвечает", Sheets.Line::name)
            .number("Новейшая версия", "Номер опубликованной, а пока её нет – черновика", line -> line.newest().number())
            .words("Название", 44, "Заголовок этой версии", line -> line.newest().title())
            .date("Опубликована", "Пусто, если ещё не опубликована", line -> line.newest().publishedOn())
            .words("Сверка", 30, "Сверена ли с официальным текстом",
                    line -> line.newest().unverified() ? "сверьте с официальным текстом" : "сверена")
            .number("Вопросов", "Сколько вопросов в этой версии", line -> line.newest().questions())
            .words("Остальные версии", 24, "Номера остальных версий", QuestionnairePages::others);

    private final Questionnaires questionnaires;
    private final Sheets sheets;
    private final History history;
    private final Forms forms;

    QuestionnairePages(Questionnaires questionnaires, Sheets sheets, History history, Forms forms) {
        this.questionnaires = questionnaires;
        this.sheets = sheets;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping
    String list(@ModelAttribute("filter") QuestionnaireFilter filter, Model model) {
        model.addAttribute("lines", filter.of(sheets.lines()));
        model.addAttribute("audiences", Audience.values());
        model.addAttribute("waves", Wave.values());
        model.addAttribute("states", QuestionnaireFilter.State.values());
        return "survey/questionnaires";
    }

    @GetMapping(params = "table")
    void table(@ModelAttribute("filter") QuestionnaireFilter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        FILE.send(response, table, filter.of(sheets.lines()));
    }

    private static String others(Sheets.Line line) {
        return line.versions().stream().filter(one -> one.id() != line.newest().id())
                .map(one -> "версия " + one.number() + (one.published() ? "" : " – черновик")).collect(Collectors.joining(", "));
    }

    @GetMapping("/{id}")
    String view(@PathVariable long id, Model model) {
        return shown(id, model);
    }

    /** As the respondent sees it, step by step. */
    @GetMapping("/{id}/preview")
    String preview(@PathVariable long id, @RequestParam(required = false) String step, Model model) {
        Sheet sheet = sheets.one(id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("step", Math.min(Paged.number(step), sheet.steps()));
        model.addAttribute("answers", Answers.NONE);
        return "survey/preview";
    }

    @PostMapping("/{id}/copy")
    String copy(@PathVariable long id, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        shown(id, model);
        return forms.submit(errors, VIEW, () -> questionnaires.copy(id), draft -> HOME + "/" + draft,
                "Черновик новой версии готов: исправьте вопросы и опубликуйте");
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        Questionnaire draft = questionnaires.one(id);
        if (draft.published()) {
            return "redirect:/department/questionnaires/" + id;
        }
        model.addAttribute("form", QuestionnaireForm.of(draft));
        return form(draft, model);
    }

    @PostMapping("/{id}/edit")
    String describe(@PathVariable long id, @Valid @ModelAttribute("form") QuestionnaireForm form, BindingResult errors, Model model) {
        form(questionnaires.one(id), model);
        return forms.submit(errors, FORM, () -> questionnaires.describe(id, form.version(), form.toCommand()), HOME + "/" + id,
                "Черновик сохранён");
    }

    @PostMapping("/{id}/verify")
    String verify(@PathVariable long id, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        return carryOut(id, () -> questionnaires.verify(id), "Отмечено: версия сверена с официальным текстом", errors, model);
    }

    @PostMapping("/{id}/publish")
    String publish(@PathVariable long id, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        return carryOut(id, () -> questionnaires.publish(id), "Версия опубликована: теперь по ней можно проводить опросы", errors, model);
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable long id, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        shown(id, model);
        return forms.submit(errors, VIEW, () -> {
            questionnaires.discard(id);
            return HOME;
        }, Function.identity(), "Черновик удалён");
    }

    private String carryOut(long id, Runnable act, String done, BindingResult errors, Model model) {
        shown(id, model);
        return forms.submit(errors, VIEW, act, HOME + "/" + id, done);
    }

    private String shown(long id, Model model) {
        Questionnaire questionnaire = questionnaires.one(id);
        model.addAttribute("questionnaire", questionnaire);
        model.addAttribute("sheet", sheets.one(id));
        model.addAttribute("history", history.of(questionnaire));
        return VIEW;
    }

    private String form(Questionnaire draft, Model model) {
        model.addAttribute("questionnaire", draft);
        model.addAttribute("methods", SatisfactionMethod.values());
        model.addAttribute("keys", sheets.one(draft.id()).questions().stream().filter(Question::isTenPoint)
                .map(one -> new Choice(one.id(), one.number() + ". " + one.words())).toList());
        return FORM;
    }
}
