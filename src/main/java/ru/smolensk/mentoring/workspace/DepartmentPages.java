package ru.smolensk.mentoring.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.duty.Duties;
import ru.smolensk.mentoring.indicator.Figure;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.monitoring.AcceptedReports;
import ru.smolensk.mentoring.monitoring.Column;
import ru.smolensk.mentoring.organisation.Appointments;
import ru.smolensk.mentoring.organisation.Organisation;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;

/**
 * What the methodologist and the observer read: the live figures of the city and of each organisation, opened like the curator's,
 * and how the organisation's duties stand.
 */
@Controller
class DepartmentPages {

    private final CityToday city;
    private final IndicatorReport report;
    private final Organisations organisations;
    private final Appointments appointments;
    private final Entered entered;
    private final Duties duties;
    private final AcceptedReports reports;
    private final PortalClock clock;

    DepartmentPages(CityToday city, IndicatorReport report, Organisations organisations, Appointments appointments, Entered entered, Duties duties,
                    AcceptedReports reports, PortalClock clock) {
        this.city = city;
        this.report = report;
        this.organisations = organisations;
        this.appointments = appointments;
        this.entered = entered;
        this.duties = duties;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/department/indicators")
    String city(@RequestParam(required = false) String date, Model model) {
        LocalDate day = AskedDay.of(date, clock).shown(model);
        model.addAttribute("city", report.ofCity(day));
        model.addAttribute("attention", city.attention(day));
        return "workspace/city";
    }

    @GetMapping("/department/organisations")
    String organisations(CityToday.Filter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("paged", city.list(filter, AskedDay.of(filter.date(), clock).shown(model)));
        return "workspace/organisations";
    }

    @GetMapping(path = "/department/organisations", params = "table")
    void organisationsTable(CityToday.Filter filter, @RequestParam String table, HttpServletResponse response, Model model) throws IOException {
        CityToday.FILE.send(response, table, city.all(filter, AskedDay.of(filter.date(), clock).shown(model)));
    }

    @GetMapping("/department/organisations/{slug}")
    String organisation(@PathVariable String slug, @RequestParam(required = false) String date, Model model) {
        LocalDate day = AskedDay.of(date, clock).shown(model);
        Organisation organisation = organisations.bySlug(slug);
        model.addAttribute("organisation", organisation);
        model.addAttribute("figures", report.of(organisation.id(), day));
        model.addAttribute("published", city.published(organisation.id()));
        model.addAttribute("curators", appointments.curators(organisation.id()));
        model.addAttribute("entered", entered.by(organisation.id()));
        model.addAttribute("duties", duties.of(organisation.id(), clock.today()));
        model.addAttribute("reports", reports.years(organisation.id()));
        model.addAttribute("columns", Column.values());
        return "workspace/organisation";
    }

    @GetMapping("/department/organisations/{slug}/indicators/{mark}")
    String explanation(@PathVariable String slug, @PathVariable String mark, @RequestParam(required = false) String date, Model model) {
        LocalDate day = AskedDay.of(date, clock).shown(model);
        Organisation organisation = organisations.bySlug(slug);
        model.addAttribute("organisation", organisation);
        model.addAttribute("figures", report.of(organisation.id(), day));
        Figure figure = Figure.marked(mark).orElseThrow(NotFound::new);
        model.addAttribute("explanation", report.explain(figure, organisation.id(), Period.on(day)));
        model.addAttribute("satisfaction", report.satisfaction(figure, organisation.id(), day).orElse(null));
        return "workspace/organisation-explanation";
    }
}
