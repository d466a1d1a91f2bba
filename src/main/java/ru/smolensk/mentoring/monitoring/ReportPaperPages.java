package ru.smolensk.mentoring.monitoring;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.monitoring.ReportReading.Sheet;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.paper.PaperWriter.Format;
import ru.smolensk.mentoring.paper.PaperWriter;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Tenant;

/** A report as a document, for its organisation and for the department. It names people, so there is none for everybody. */
@Controller
class ReportPaperPages {

    private final ReportReading reading;
    private final ReportPaper paper;
    private final PaperWriter writer;
    private final Organisations organisations;

    ReportPaperPages(ReportReading reading, ReportPaper paper, PaperWriter writer, Organisations organisations) {
        this.reading = reading;
        this.paper = paper;
        this.writer = writer;
        this.organisations = organisations;
    }

    @GetMapping("/workspace/reports/{id}/report.docx")
    ResponseEntity<byte[]> word(Tenant tenant, @PathVariable long id) {
        return served(tenant.id(), reading.sheet(tenant, id), Format.DOCX);
    }

    @GetMapping("/workspace/reports/{id}/report.pdf")
    ResponseEntity<byte[]> pdf(Tenant tenant, @PathVariable long id) {
        return served(tenant.id(), reading.sheet(tenant, id), Format.PDF);
    }

    @GetMapping("/department/reports/{id}/report.docx")
    ResponseEntity<byte[]> wordForDepartment(@PathVariable long id) {
        return handedIn(id, Format.DOCX);
    }

    @GetMapping("/department/reports/{id}/report.pdf")
    ResponseEntity<byte[]> pdfForDepartment(@PathVariable long id) {
        return handedIn(id, Format.PDF);
    }

    private ResponseEntity<byte[]> handedIn(long id, Format format) {
        Sheet sheet = reading.handedIn(id);
        // What an organisation is correcting is its own until it is handed in again.
        if (sheet.editable()) {
            throw new NotFound();
        }
        return served(organisations.bySlug(sheet.slug()).id(), sheet, format);
    }

    private ResponseEntity<byte[]> served(long organisation, Sheet sheet, Format format) {
        return writer.served(paper.of(sheet, reading.figures(organisation, sheet), reading.courses(organisation, sheet)), format,
                "Отчёт мониторинга " + sheet.slug() + " " + sheet.year().start() + "-" + (sheet.year().start() + 1));
    }
}
