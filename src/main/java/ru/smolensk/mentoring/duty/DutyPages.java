package ru.smolensk.mentoring.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PortalClock;

/** «Обязанности организаций»: the department's first page. */
@Controller
class DutyPages {

    private final HeatTable table;
    private final IndicatorReport report;
    private final PortalClock clock;

    DutyPages(HeatTable table, IndicatorReport report, PortalClock clock) {
        this.table = table;
        this.report = report;
        this.clock = clock;
    }

    @GetMapping("/department")
    String table(@ModelAttribute("filter") HeatTable.Filter filter, Model model) {
        model.addAttribute("table", table.shown(filter, clock.today()));
        model.addAttribute("duties", Duty.values());
        model.addAttribute("marks", Mark.values());
        model.addAttribute("states", HeatTable.Wanted.values());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("young", report.ofCity(clock.today()).city().youngSpecialists());
        return "duty/table";
    }

    @GetMapping(path = "/department", params = "table")
    void file(@ModelAttribute("filter") HeatTable.Filter filter, @RequestParam("table") String format, HttpServletResponse response) throws IOException {
        HeatTable.file().send(response, format, table.shown(filter, clock.today()).rows());
    }
}
