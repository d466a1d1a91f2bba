package ru.smolensk.mentoring.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.JournalList.Filter;
import ru.smolensk.mentoring.audit.JournalList.Row;
import ru.smolensk.mentoring.platform.CsvSheet;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.Russian;

/**
 * «Журнал»: the department reads all of it; the administrator sees who did what and from where, but not what an organisation's papers say:
 * no silent access to content (DOMAIN 1).
 */
@Controller
class JournalPages {

    private final JournalList journal;
    private final Russian russian = new Russian();

    JournalPages(JournalList journal) {
        this.journal = journal;
    }

    @GetMapping("/department/audit")
    String ofDepartment(@ModelAttribute("filter") Filter filter, @RequestParam(required = false) String page, Model model) {
        return list("department", filter, page, model);
    }

    @GetMapping("/admin/audit")
    String ofAdministrator(@ModelAttribute("filter") Filter filter, @RequestParam(required = false) String page, Model model) {
        return list("admin", filter, page, model);
    }

    @GetMapping("/department/audit/export")
    void exportForDepartment(@ModelAttribute("filter") Filter filter, HttpServletResponse response) throws IOException {
        try (CsvSheet sheet = sheet(response, "Когда", "Кто", "Организация", "Что", "Название", "Действие", "Причина", "Изменения")) {
            journal.each(filter, false, row -> sheet.row(russian.moment(row.at()), row.who(), row.organisation(), row.subject().label(), row.subjectName(),
                    row.action().label(), row.reason(), changes(row)));
        }
    }

    @GetMapping("/admin/audit/export")
    void exportForAdministrator(@ModelAttribute("filter") Filter filter, HttpServletResponse response) throws IOException {
        try (CsvSheet sheet = sheet(response, "Когда", "Кто", "Откуда", "Организация", "Что", "Действие", "Изменённые поля")) {
            journal.each(filter, true, row -> sheet.row(russian.moment(row.at()), row.who(), row.origin(), row.organisation(), row.subject().label(),
                    row.action().label(), row.changes().stream().map(Journal.Difference::fact).collect(Collectors.joining(", "))));
        }
    }

    private String list(String area, Filter filter, String page, Model model) {
        model.addAttribute("area", area);
        model.addAttribute("journal", journal.page(filter, area.equals("admin"), Paged.number(page)));
        model.addAttribute("organisations", journal.organisations());
        model.addAttribute("subjects", Subject.values());
        return "audit/journal";
    }

    private static CsvSheet sheet(HttpServletResponse response, String... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("journal.csv").build().toString());
        return new CsvSheet(response.getOutputStream(), columns);
    }

    private static String changes(Row row) {
        return row.changes().stream().map(change -> change.fact() + ": " + (change.before() == null ? "" : change.before() + " → ")
                + (change.after() == null ? "–" : change.after())).collect(Collectors.joining("; "));
    }
}
