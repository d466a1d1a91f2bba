package ru.smolensk.mentoring.workspace;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.indicator.Explanation;
import ru.smolensk.mentoring.indicator.Figure;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.section.Sections;

/** The curator's first page and the figures of the own organisation, each opened down to order and programme. */
@Controller
class WorkspacePages {

    private final ToDoList toDos;
    private final IndicatorReport report;
    private final Sections sections;
    private final PortalClock clock;

    WorkspacePages(ToDoList toDos, IndicatorReport report, Sections sections, PortalClock clock) {
        this.toDos = toDos;
        this.report = report;
        this.sections = sections;
        this.clock = clock;
    }

    @GetMapping("/workspace")
    String toDo(Tenant tenant, @RequestParam(required = false) String all, Model model) {
        model.addAttribute("all", all);
        Indicators figures = report.of(tenant.id(), clock.today());
        Sections.State state = sections.state(tenant);
        Period today = Period.on(clock.today());
        model.addAttribute("figures", figures);
        model.addAttribute("state", state);
        List<Explanation> people = List.of(report.explain(Figure.YOUNG_SPECIALISTS, tenant.id(), today),
                report.explain(Figure.MENTORS, tenant.id(), today));
        model.addAttribute("explained", people);
        model.addAttribute("todos", toDos.of(tenant, figures, people, state));
        return "workspace/todo";
    }

    @GetMapping("/workspace/indicators")
    String indicators(Tenant tenant, @RequestParam(required = false) String date, Model model) {
        LocalDate day = AskedDay.of(date, clock).shown(model);
        model.addAttribute("figures", report.of(tenant.id(), day));
        return "workspace/indicators";
    }

    @GetMapping("/workspace/indicators/{mark}")
    String explanation(Tenant tenant, @PathVariable String mark, @RequestParam(required = false) String date, Model model) {
        LocalDate day = AskedDay.of(date, clock).shown(model);
        Figure figure = Figure.marked(mark).orElseThrow(NotFound::new);
        Explanation explanation = report.explain(figure, tenant.id(), Period.on(day));
        model.addAttribute("figures", report.of(tenant.id(), day));
        model.addAttribute("explanation", explanation);
        model.addAttribute("satisfaction", report.satisfaction(figure, tenant.id(), day).orElse(null));
        return "workspace/explanation";
    }
}
