package ru.smolensk.mentoring.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.exchange.Exports;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.workbook.Run.State;

/** «Таблица»: the workbook of the organisation goes out and comes in. */
@Controller
@RequestMapping("/workspace/import")
class ImportPages {

    static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final List<State> SHOWN = List.of(State.WRONG, State.UNCHECKED, State.NEW, State.CHANGED);

    private final OrganisationWorkbook workbook;
    private final Imports imports;
    private final Forms forms;
    private final Exports exports;
    private final PortalClock clock;
    private final Russian russian;

    ImportPages(OrganisationWorkbook workbook, Imports imports, Forms forms, Exports exports, PortalClock clock, Russian russian) {
        this.workbook = workbook;
        this.imports = imports;
        this.forms = forms;
        this.exports = exports;
        this.clock = clock;
        this.russian = russian;
    }

    /** The field is plainly {@code file}, as CONTRACT.md has it. */
    record UploadForm(MultipartFile file) {
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("form", new UploadForm(null));
        return start(model, "workbook/import");
    }

    @PostMapping
    String receive(Tenant tenant, @AuthenticationPrincipal SignedIn who, @ModelAttribute("form") UploadForm form, BindingResult errors, Model model) {
        return forms.submit(errors, start(model, "workbook/import"), () -> imports.receive(who, tenant, form.file()), id -> "/workspace/import/" + id,
                "Файл получен");
    }

    private static String start(Model model, String view) {
        model.addAttribute("sheets", Sheet.values());
        return view;
    }

    @GetMapping("/{id}")
    String show(Tenant tenant, @PathVariable long id, @RequestParam(required = false) String show, @RequestParam(required = false) String page, Model model) {
        Imports.Upload upload = imports.of(tenant, id).orElseThrow(NotFound::new);
        State state = shown(upload, show);
        model.addAttribute("upload", upload);
        model.addAttribute("state", state);
        model.addAttribute("states", SHOWN);
        model.addAttribute("lines", imports.lines(tenant, id, state, Paged.number(page)));
        return "workbook/preview";
    }

    /** What is asked for; otherwise the gravest that there is. */
    private static State shown(Imports.Upload upload, String asked) {
        return SHOWN.stream().filter(state -> state.name().equals(asked)).findFirst()
                .orElseGet(() -> SHOWN.stream().filter(state -> upload.count(state.name()) > 0).findFirst().orElse(State.NEW));
    }

    @PostMapping("/{id}/confirm")
    String confirm(Tenant tenant, @PathVariable long id, RedirectAttributes next) {
        try {
            imports.confirm(tenant, id);
            Imports.Upload now = imports.of(tenant, id).orElseThrow(NotFound::new);
            if (now.is("CHECKED")) {
                next.addFlashAttribute("warning", "Пока вы смотрели, данные в портале изменились, поэтому ничего не записано. Проверьте, что получится теперь");
            }
        } catch (Refusal refusal) {
            next.addFlashAttribute("warning", refusal.getMessage());
        }
        return "redirect:/workspace/import/" + id;
    }

    @GetMapping("/{id}/marked.xlsx")
    ResponseEntity<byte[]> marked(Tenant tenant, @PathVariable long id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeMarked(tenant, id, out);
        return ResponseEntity.ok().contentType(XLSX).header("Content-Disposition", ContentDisposition.attachment()
                .filename("Таблица с пометками.xlsx", StandardCharsets.UTF_8).build().toString()).body(out.toByteArray());
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.writeTemplate(out);
        return ResponseEntity.ok().contentType(XLSX).header("Content-Disposition", ContentDisposition.attachment()
                .filename("Шаблон таблицы.xlsx", StandardCharsets.UTF_8).build().toString()).body(out.toByteArray());
    }

    @GetMapping("/filled.xlsx")
    ResponseEntity<?> filled(Tenant tenant, @AuthenticationPrincipal SignedIn who) {
        return exports.answer(exports.write(who, "Таблица организации " + tenant.shortName(),
                "Таблица " + tenant.slug() + " " + russian.date(clock.today()) + ".xlsx", (out, progress) -> workbook.writeFilled(tenant.id(), out)));
    }
}
