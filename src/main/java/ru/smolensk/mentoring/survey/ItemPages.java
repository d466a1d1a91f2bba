package ru.smolensk.mentoring.survey;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;

/** The questions of a draft. */
@Controller
@RequestMapping(QuestionnairePages.HOME + "/{id}/items")
class ItemPages {

    private static final String FORM = "survey/item-form";

    private final Questionnaires questionnaires;
    private final Sheets sheets;
    private final History history;
    private final Forms forms;

    ItemPages(Questionnaires questionnaires, Sheets sheets, History history, Forms forms) {
        this.questionnaires = questionnaires;
        this.sheets = sheets;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(@PathVariable long id, Model model) {
        model.addAttribute("form", ItemForm.BLANK);
        return form(id, null, model);
    }

    @PostMapping("/new")
    String add(@PathVariable long id, @Valid @ModelAttribute("form") ItemForm form, BindingResult errors, Model model) {
        form(id, null, model);
        return forms.submit(errors, FORM, () -> questionnaires.add(id, form.toCommand()), item -> at(id, item), "Вопрос добавлен");
    }

    @GetMapping("/{item}/edit")
    String edit(@PathVariable long id, @PathVariable long item, Model model) {
        model.addAttribute("form", ItemForm.of(questionnaires.item(id, item)));
        return form(id, item, model);
    }

    @PostMapping("/{item}/edit")
    String change(@PathVariable long id, @PathVariable long item, @Valid @ModelAttribute("form") ItemForm form, BindingResult errors,
                  Model model) {
        questionnaires.item(id, item);
        form(id, item, model);
        return forms.submit(errors, FORM, () -> questionnaires.edit(id, item, form.version(), form.toCommand()), at(id, item),
                "Вопрос сохранён");
    }

    @PostMapping("/{item}/up")
    String up(@PathVariable long id, @PathVariable long item, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        return carryOut(id, () -> questionnaires.move(id, item, true), at(id, item), "Вопрос поднят выше", errors, model);
    }

    @PostMapping("/{item}/down")
    String down(@PathVariable long id, @PathVariable long item, @ModelAttribute("nothing") NoFields nothing, BindingResult errors,
                Model model) {
        return carryOut(id, () -> questionnaires.move(id, item, false), at(id, item), "Вопрос опущен ниже", errors, model);
    }

    @PostMapping("/{item}/remove")
    String remove(@PathVariable long id, @PathVariable long item, @ModelAttribute("nothing") NoFields nothing, BindingResult errors,
                  Model model) {
        return carryOut(id, () -> questionnaires.remove(id, item), QuestionnairePages.HOME + "/" + id, "Вопрос удалён", errors, model);
    }

    private String carryOut(long id, Runnable act, String next, String done, BindingResult errors, Model model) {
        Questionnaire questionnaire = questionnaires.one(id);
        model.addAttribute("questionnaire", questionnaire);
        model.addAttribute("sheet", sheets.one(id));
        model.addAttribute("history", history.of(questionnaire));
        return forms.submit(errors, "survey/questionnaire", act, next, done);
    }

    private String form(long id, Long item, Model model) {
        model.addAttribute("questionnaire", questionnaires.one(id));
        model.addAttribute("item", item);
        model.addAttribute("kinds", ItemKind.values());
        return FORM;
    }

    private static String at(long id, long item) {
        return QuestionnairePages.HOME + "/" + id + "#q" + item;
    }
}
