package ru.smolensk.mentoring.monitoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Paged;

/** «Сводная таблица»: organisations × figures of a year (R6.3). */
@Controller
class ConsolidatedPages {

    private final Consolidated consolidated;

    ConsolidatedPages(Consolidated consolidated) {
        this.consolidated = consolidated;
    }

    @GetMapping("/department/monitoring/{year:20\\d\\d}")
    String table(@PathVariable int year, @ModelAttribute("filter") ConsolidatedFilter filter, @RequestParam(required = false) String page,
                 Model model) {
        Consolidated.Table table = consolidated.of(new AcademicYear(year), filter.handed());
        Map<Oddity, List<Consolidated.Finding>> findings = table.findings().stream()
                .collect(Collectors.groupingBy(Consolidated.Finding::oddity, LinkedHashMap::new, Collectors.toList()));
        List<Consolidated.Row> chosen = filter.ordered(table.rows().stream().filter(filter::accepts).toList());
        List<Consolidated.Table> over = consolidated.until(table);
        model.addAttribute("table", table);
        model.addAttribute("paged", Paged.of(chosen, page));
        model.addAttribute("findings", findings);
        model.addAttribute("columns", Column.values());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("states", ReportState.values());
        model.addAttribute("years", consolidated.years());
        model.addAttribute("over", over);
        model.addAttribute("overYears", Consolidated.overYears(over));
        model.addAttribute("totals", totals(table));
        model.addAttribute("counts", Arrays.stream(ReportState.values()).collect(Collectors.toMap(state -> state, state -> table.rows().stream()
                .filter(row -> row.standing().state() == state).count(), (one, other) -> one, LinkedHashMap::new)));
        return "monitoring/consolidated";
    }

    /** The city and its kinds. */
    private static Map<String, Consolidated.Total> totals(Consolidated.Table table) {
        Map<String, Consolidated.Total> totals = new LinkedHashMap<>();
        totals.put("Весь город", table.city());
        table.byKind().forEach((kind, total) -> totals.put(kind.plural(), total));
        return totals;
    }
}
