package ru.smolensk.mentoring.roadmap;

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
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.Forms;

/** The municipal roadmap: everybody reads it, methodologists mark its rows, observers look on. */
@Controller
class MunicipalPages {

    private static final String FORM = "roadmap/municipal-form";

    private final MunicipalRoadmap roadmap;
    private final Files files;
    private final History history;
    private final Forms forms;

    MunicipalPages(MunicipalRoadmap roadmap, Files files, History history, Forms forms) {
        this.roadmap = roadmap;
        this.files = files;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping("/roadmap")
    String open(Model model) {
        model.addAttribute("heading", MunicipalRoadmap.TITLE);
        model.addAttribute("plan", roadmap.plan());
        model.addAttribute("states", MeasureState.values());
        return "roadmap/municipal";
    }

    @GetMapping("/department/roadmap")
    String list(Model model) {
        model.addAttribute("plan", roadmap.plan());
        model.addAttribute("states", MeasureState.values());
        return "roadmap/municipal-list";
    }

    /** For everybody and for the department the same file. */
    @GetMapping(path = {"/roadmap", "/department/roadmap"}, params = "table")
    void table(@RequestParam String table, HttpServletResponse response) throws IOException {
        MunicipalRoadmap.FILE.send(response, table, roadmap.plan().placed());
    }

    @GetMapping("/department/roadmap/{id}")
    String view(@PathVariable long id, Model model) {
        MunicipalMeasure measure = roadmap.one(id);
        model.addAttribute("measure", measure);
        model.addAttribute("file", files.saved(null, measure.fileId()));
        model.addAttribute("history", history.of(measure));
        return "roadmap/municipal-view";
    }

    @GetMapping("/department/roadmap/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        MunicipalMeasure measure = roadmap.one(id);
        model.addAttribute("form", MeasureForm.of(measure, files.saved(null, measure.fileId())));
        return form(measure, model);
    }

    @PostMapping("/department/roadmap/{id}/edit")
    String mark(@PathVariable long id, @Valid @ModelAttribute("form") MeasureForm form, BindingResult errors, Model model) {
        form(roadmap.one(id), model);
        files.receive(null, form.file(), "file", errors);
        return forms.submit(errors, FORM, () -> roadmap.mark(id, form.version(), form.toCommand()), "/department/roadmap#row-" + id,
                "Строка дорожной карты сохранена");
    }

    private static String form(MunicipalMeasure measure, Model model) {
        model.addAttribute("measure", measure);
        model.addAttribute("states", MeasureState.values());
        return FORM;
    }
}
