package ru.smolensk.mentoring.exchange;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import ru.smolensk.mentoring.exchange.CityReports.Summary;
import ru.smolensk.mentoring.monitoring.Column;
import ru.smolensk.mentoring.paper.ChartPicture;
import ru.smolensk.mentoring.paper.PaperWriter.Format;
import ru.smolensk.mentoring.paper.PaperWriter;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.SignedIn;

/** The city's analytical note of a year: read, written, taken away as DOCX or PDF; and the consolidated table as a workbook. */
@Controller
@RequestMapping("/department/monitoring/{year:20\\d\\d}")
class AnalyticalNotePages {

    private static final String FORM = "exchange/note-form";

    private final CityReports reports;
    private final AnalyticalNotes notes;
    private final AnalyticalNotePaper paper;
    private final ConsolidatedWorkbook workbook;
    private final PaperWriter writer;
    private final Exports exports;
    private final History history;
    private final Forms forms;

    AnalyticalNotePages(CityReports reports, AnalyticalNotes notes, AnalyticalNotePaper paper, ConsolidatedWorkbook workbook, PaperWriter writer,
                        Exports exports, History history, Forms forms) {
        this.reports = reports;
        this.notes = notes;
        this.paper = paper;
        this.workbook = workbook;
        this.writer = writer;
        this.exports = exports;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping("/note")
    String note(@PathVariable int year, Model model) {
        Summary summary = reports.of(new AcademicYear(year));
        AnalyticalNote note = notes.of(summary.year()).orElse(null);
        model.addAttribute("summary", summary);
        model.addAttribute("note", note);
        model.addAttribute("columns", Column.values());
        model.addAttribute("history", note == null ? null : history.of(note));
        return "exchange/note";
    }

    @GetMapping("/note/edit")
    String edit(@PathVariable int year, Model model) {
        Summary summary = reports.of(new AcademicYear(year));
        model.addAttribute("form", notes.of(summary.year()).map(AnalyticalNoteForm::of)
                .orElseGet(() -> new AnalyticalNoteForm(null, null, null, null)));
        return form(summary.year(), model);
    }

    @PostMapping("/note/edit")
    String write(@PathVariable int year, @Valid @ModelAttribute("form") AnalyticalNoteForm form, BindingResult errors, Model model) {
        AcademicYear its = reports.of(new AcademicYear(year)).year();
        form(its, model);
        return forms.submit(errors, FORM, () -> notes.write(its, form.version(), form.toCommand()), "/department/monitoring/" + year + "/note",
                "Справка сохранена");
    }

    @GetMapping("/note.docx")
    ResponseEntity<?> word(@AuthenticationPrincipal SignedIn who, @PathVariable int year) {
        return note(who, new AcademicYear(year), Format.DOCX);
    }

    @GetMapping("/note.pdf")
    ResponseEntity<?> pdf(@AuthenticationPrincipal SignedIn who, @PathVariable int year) {
        return note(who, new AcademicYear(year), Format.PDF);
    }

    @GetMapping("/table.xlsx")
    ResponseEntity<?> table(@AuthenticationPrincipal SignedIn who, @PathVariable int year) {
        AcademicYear its = reports.of(new AcademicYear(year)).year();
        return exports.answer(exports.write(who, "Сводная таблица за " + its + " учебный год", "Сводная таблица " + dashed(its) + ".xlsx",
                (out, progress) -> workbook.write(its, out, progress)));
    }

    @GetMapping("/charts/{chart}")
    ResponseEntity<byte[]> chart(@PathVariable int year, @PathVariable String chart, @RequestParam(required = false) String look,
                                 @RequestParam(required = false) String width, @RequestParam(required = false) String reports) {
        Summary summary = this.reports.of(new AcademicYear(year), "handed".equals(reports));
        if (chart.equals("years.png")) {
            return ChartPicture.served(summary.overYears(), look, width);
        }
        Column column = Column.shares().filter(share -> chart.equals(name(share))).findFirst().orElseThrow(NotFound::new);
        return ChartPicture.served(summary.byKind(column), look, width);
    }

    /** What the chart of a share is called in addresses: «mentors.png». */
    static String name(Column column) {
        return column.mark() + ".png";
    }

    private ResponseEntity<?> note(SignedIn who, AcademicYear year, Format format) {
        AcademicYear its = reports.of(year).year();
        return exports.answer(exports.write(who, "Аналитическая справка за " + its + " учебный год",
                "Аналитическая справка " + dashed(its) + format.ending(), (out, progress) -> {
                    progress.at(0, 2);
                    Summary summary = reports.of(its);
                    progress.at(1, 2);
                    writer.write(paper.of(summary, notes.words(its)), format, out);
                }));
    }

    private static String dashed(AcademicYear year) {
        return year.start() + "-" + (year.start() + 1);
    }

    private static String form(AcademicYear year, Model model) {
        model.addAttribute("year", year);
        return FORM;
    }
}
