package ru.smolensk.mentoring.document;

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
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Reviews;

/** «Документы»: the local acts of the own organisation. */
@Controller
@RequestMapping("/workspace/documents")
class LocalActPages {

    private static final String FORM = "document/act-form";

    private final LocalActs acts;
    private final LocalActList list;
    private final Papers papers;
    private final Reviews reviews;
    private final Files files;
    private final History history;
    private final Forms forms;

    LocalActPages(LocalActs acts, LocalActList list, Papers papers, Reviews reviews, Files files, History history, Forms forms) {
        this.acts = acts;
        this.list = list;
        this.papers = papers;
        this.reviews = reviews;
        this.files = files;
        this.history = history;
        this.forms = forms;
    }

    @ModelAttribute("kinds")
    List<ActKind> kinds() {
        return ActKind.entered();
    }

    @ModelAttribute("disclosures")
    Disclosure[] disclosures() {
        return Disclosure.values();
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("filter") LocalActList.Filter filter, Model model) {
        if (filter.sorting().kept() != null) {
            model.addAttribute("paged", list.sorted(tenant, filter));
            return "document/act-sorted";
        }
        model.addAttribute("page", list.of(tenant, filter.q()));
        return "document/act-list";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") LocalActList.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        LocalActList.FILE.send(response, table, list.all(tenant, filter));
    }

    /** Without a kind it asks which; so does a kind that is not entered here. */
    @GetMapping("/new")
    String blank(Tenant tenant, @RequestParam(required = false) String kind, @RequestParam(required = false) Long partner, Model model) {
        return ActKind.entered().stream().filter(one -> one.name().equals(kind)).findFirst()
                .map(chosen -> form(tenant, LocalActForm.blank(chosen, partner), model)).orElse("document/act-kinds");
    }

    @PostMapping("/new")
    String enter(Tenant tenant, @Valid @ModelAttribute("form") LocalActForm form, BindingResult errors, Model model) {
        receive(tenant, form, errors, model);
        return forms.submit(errors, FORM, () -> acts.enter(tenant, form.toCommand()), id -> "/workspace/documents/" + id,
                "Документ приложен");
    }

    @GetMapping("/{id}")
    String view(Tenant tenant, @PathVariable long id, Model model) {
        return shown(tenant, acts.one(tenant, id), model);
    }

    @PostMapping("/{id}/review")
    String sendForReview(Tenant tenant, @PathVariable long id, @ModelAttribute("form") NoFields form, BindingResult errors, Model model) {
        LocalAct act = acts.one(tenant, id);
        String next = forms.submit(errors, "document/act-view", () -> acts.sendForReview(tenant, id), edition -> "/workspace/reviews/" + edition,
                "Отправлено в методический отдел");
        return next.startsWith("redirect:") ? next : shown(tenant, act, model);
    }

    private String shown(Tenant tenant, LocalAct act, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("file", files.saved(tenant, act.paper().fileId()));
        model.addAttribute("publicFile", files.saved(tenant, act.paper().publicFileId()));
        model.addAttribute("standing", act.editionId() == null ? null : reviews.standing(tenant, act.editionId()));
        model.addAttribute("history", history.of(act));
        return "document/act-view";
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        LocalAct act = acts.one(tenant, id);
        StoredFile file = files.saved(tenant, act.paper().fileId());
        return form(tenant, LocalActForm.of(act, file, files.saved(tenant, act.paper().publicFileId())), model);
    }

    @PostMapping("/{id}/edit")
    String change(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") LocalActForm form, BindingResult errors,
                  Model model) {
        acts.one(tenant, id);
        receive(tenant, form, errors, model);
        return forms.submit(errors, FORM, () -> acts.change(tenant, id, form.version(), form.toCommand()), "/workspace/documents/" + id,
                "Документ исправлен");
    }

    @GetMapping("/{id}/annul")
    String askReason(Tenant tenant, @PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("act", acts.one(tenant, id));
        return "document/act-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("act", acts.one(tenant, id));
        return forms.submit(errors, "document/act-annul", () -> acts.annul(tenant, id, form.reason()), "/workspace/documents",
                "Документ аннулирован");
    }

    private String form(Tenant tenant, LocalActForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("partners", acts.partners(tenant, form.partnerId()));
        return FORM;
    }

    private void receive(Tenant tenant, LocalActForm form, BindingResult errors, Model model) {
        model.addAttribute("partners", acts.partners(tenant, form.partnerId()));
        papers.receive(tenant, form.file(), form.publicFile(), errors);
    }
}
