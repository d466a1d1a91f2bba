package ru.smolensk.mentoring.document;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
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
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.ReasonForm;

/** «Нормативные акты» of the city: methodologists keep them, observers read. */
@Controller
@RequestMapping("/department/acts")
class LegalActPages {

    private static final String FORM = "document/legal-form";

    private final LegalActs acts;
    private final LegalActList list;
    private final Files files;
    private final History history;
    private final Forms forms;

    LegalActPages(LegalActs acts, LegalActList list, Files files, History history, Forms forms) {
        this.acts = acts;
        this.list = list;
        this.files = files;
        this.history = history;
        this.forms = forms;
    }

    @ModelAttribute("levels")
    LegalLevel[] levels() {
        return LegalLevel.values();
    }

    @GetMapping
    String list(@RequestParam(required = false) String q, @RequestParam(required = false) String level,
                @RequestParam(required = false) String page, Model model) {
        LegalLevel chosen = chosen(level);
        model.addAttribute("q", q);
        model.addAttribute("level", chosen);
        model.addAttribute("paged", Paged.of(list.found(q, chosen), page));
        return "document/legal-list";
    }

    @GetMapping(params = "table")
    void table(@RequestParam(required = false) String q, @RequestParam(required = false) String level, @RequestParam String table,
               HttpServletResponse response) throws IOException {
        LegalActList.FILE.send(response, table, list.found(q, chosen(level)));
    }

    private static LegalLevel chosen(String level) {
        return Arrays.stream(LegalLevel.values()).filter(one -> one.name().equals(level)).findFirst().orElse(null);
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") LegalActForm form) {
        return FORM;
    }

    @PostMapping("/new")
    String enter(@Valid @ModelAttribute("form") LegalActForm form, BindingResult errors) {
        files.receive(null, form.file(), "file", errors);
        return forms.submit(errors, FORM, () -> acts.enter(form.toCommand()), id -> "/department/acts/" + id, "Акт внесён");
    }

    @GetMapping("/{id}")
    String view(@PathVariable long id, Model model) {
        LegalAct act = acts.one(id);
        model.addAttribute("act", act);
        model.addAttribute("file", files.saved(null, act.fileId()));
        model.addAttribute("history", history.of(act));
        return "document/legal-view";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        LegalAct act = acts.one(id);
        model.addAttribute("form", LegalActForm.of(act, files.saved(null, act.fileId())));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable long id, @Valid @ModelAttribute("form") LegalActForm form, BindingResult errors) {
        acts.one(id);
        files.receive(null, form.file(), "file", errors);
        return forms.submit(errors, FORM, () -> acts.change(id, form.version(), form.toCommand()), "/department/acts/" + id,
                "Акт исправлен");
    }

    @GetMapping("/{id}/annul")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("act", acts.one(id));
        return "document/legal-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("act", acts.one(id));
        return forms.submit(errors, "document/legal-annul", () -> acts.annul(id, form.reason()), "/department/acts", "Акт аннулирован");
    }
}
