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
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/** A table out of Word or Excel: pasted, looked at, added to the roadmap. */
@Controller
@RequestMapping(RoadmapPages.HOME + "/{id}/paste")
class PastePages {

    private static final String VIEW = "roadmap/paste";

    private final Roadmaps roadmaps;
    private final RoadmapReading reading;
    private final Russian russian;
    private final Forms forms;

    PastePages(Roadmaps roadmaps, RoadmapReading reading, Russian russian, Forms forms) {
        this.roadmaps = roadmaps;
        this.reading = reading;
        this.russian = russian;
        this.forms = forms;
    }

    @GetMapping
    String blank(Tenant tenant, @PathVariable long id, @ModelAttribute("form") PasteForm form, Model model) {
        model.addAttribute("header", reading.plan(tenant, id).header());
        return VIEW;
    }

    @PostMapping
    String take(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") PasteForm form, BindingResult errors, Model model) {
        RoadmapReading.Plan plan = reading.plan(tenant, id);
        model.addAttribute("header", plan.header());
        if (!errors.hasErrors()) {
            PastedTable table = PastedTable.read(form.text(), plan.header().year());
            expectTakeable(table, plan.lines().size(), errors);
            model.addAttribute("table", table);
            if (!errors.hasErrors() && !"add".equals(form.step())) {
                return VIEW;
            }
            return forms.submit(errors, VIEW, () -> roadmaps.add(tenant, id, table.rows()), RoadmapPages.HOME + "/" + id,
                    "Из таблицы добавлено " + russian.count(table.found(), "строка", "строки", "строк"));
        }
        return forms.submit(errors, VIEW, () -> { }, RoadmapPages.HOME + "/" + id, "");
    }

    private void expectTakeable(PastedTable table, int there, BindingResult errors) {
        if (table.found() == 0) {
            errors.rejectValue("text", "refused", "В тексте нет строк таблицы. Скопируйте таблицу в Word или Excel целиком и вставьте сюда");
        } else if (there + table.found() > Roadmap.MOST_LINES) {
            errors.rejectValue("text", "refused", "В таблице " + russian.count(table.found(), "строка", "строки", "строк")
                    + (there == 0 ? "" : ", ещё " + there + " уже внесены") + ", а в дорожной карте помещается " + Roadmap.MOST_LINES
                    + ". Уберите из текста лишние строки и проверьте ещё раз: здесь ничего не пропало");
        }
        table.problems().stream().limit(20).forEach(problem -> errors.rejectValue("text", "refused", problem));
    }
}
