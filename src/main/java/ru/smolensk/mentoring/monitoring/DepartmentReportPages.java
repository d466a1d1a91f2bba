package ru.smolensk.mentoring.monitoring;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.monitoring.ReportReading.Sheet;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.review.ReviewSubject;

/** The reports of organisations as the department reads them: what was handed in. */
@Controller
class DepartmentReportPages {

    private final ReportReading reading;
    private final Organisations organisations;

    DepartmentReportPages(ReportReading reading, Organisations organisations) {
        this.reading = reading;
        this.organisations = organisations;
    }

    @GetMapping("/department/reports/{id}")
    String report(@PathVariable long id, Model model) {
        Sheet sheet = reading.handedIn(id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("word", ReviewSubject.MONITORING_REPORT.word(sheet.state()));
        if (!sheet.editable()) {
            long organisation = organisations.bySlug(sheet.slug()).id();
            model.addAttribute("courses", reading.courses(organisation, sheet));
            model.addAttribute("figures", reading.figures(organisation, sheet));
            model.addAttribute("before", reading.before(sheet).orElse(null));
        }
        return "monitoring/department";
    }
}
