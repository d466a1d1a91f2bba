package ru.smolensk.mentoring.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.ListsTaken;
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
import ru.smolensk.mentoring.workbook.Uploads.Upload;

/** The pages of a workbook, the same for an organisation ({@link ImportPages}) and for the city ({@link OrganisationImportPages}, tenant {@code null}). */
@Component
class ImportDesk {

    static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final List<State> SHOWN = List.of(State.WRONG, State.UNCHECKED, State.NEW, State.CHANGED);

    private final OrganisationWorkbook workbook;
    private final Imports imports;
    private final Uploads uploads;
    private final Forms forms;
    private final Exports exports;
    private final PortalClock clock;
    private final Russian russian;
    private final ListsTaken taken;

    ImportDesk(OrganisationWorkbook workbook, Imports imports, Uploads uploads, Forms forms, Exports exports, PortalClock clock, Russian russian,
               ListsTaken taken) {
        this.workbook = workbook;
        this.imports = imports;
        this.uploads = uploads;
        this.forms = forms;
        this.exports = exports;
        this.clock = clock;
        this.russian = russian;
        this.taken = taken;
    }

    /** The field is plainly {@code file}, as CONTRACT.md has it. */
    record UploadForm(MultipartFile file) {
    }

    private static String place(Tenant tenant) {
        return tenant == null ? "/department/organisations/import" : "/workspace/import";
    }

    /** What every page needs to know: whose workbook it is and where its pages are. */
    private static String view(Tenant tenant, Model model, String view) {
        model.addAttribute("ofCity", tenant == null);
        model.addAttribute("place", place(tenant));
        model.addAttribute("sheets", Sheet.of(tenant));
        return view;
    }

    String start(Tenant tenant, Model model) {
        model.addAttribute("form", new UploadForm(null));
        return view(tenant, model, "workbook/import");
    }

    String receive(Tenant tenant, SignedIn who, UploadForm form, BindingResult errors, Model model) {
        return forms.submit(errors, view(tenant, model, "workbook/import"), () -> imports.receive(who, tenant, form.file()),
                id -> place(tenant) + "/" + id, "Файл получен");
    }

    String show(Tenant tenant, long id, String show, String page, Model model) {
        Upload upload = imports.of(tenant, id).orElseThrow(NotFound::new);
        State state = shown(upload, show);
        model.addAttribute("upload", upload);
        model.addAttribute("state", state);
        model.addAttribute("states", SHOWN);
        model.addAttribute("lines", uploads.lines(upload, state, Paged.number(page)));
        return view(tenant, model, "workbook/preview");
    }

    /** What is asked for; otherwise the gravest that there is. */
    private static State shown(Upload upload, String asked) {
        return SHOWN.stream().filter(state -> state.name().equals(asked)).findFirst()
                .orElseGet(() -> SHOWN.stream().filter(state -> upload.count(state.name()) > 0).findFirst().orElse(State.NEW));
    }

    String confirm(Tenant tenant, long id, RedirectAttributes next) {
        try {
            imports.confirm(tenant, id);
            if (imports.of(tenant, id).orElseThrow(NotFound::new).is("CHECKED")) {
                next.addFlashAttribute("warning", "Пока вы смотрели, данные в портале изменились, поэтому ничего не записано. Проверьте, что получится теперь");
            }
        } catch (Refusal refusal) {
            next.addFlashAttribute("warning", refusal.getMessage());
        }
        return "redirect:" + place(tenant) + "/" + id;
    }

    ResponseEntity<byte[]> marked(Tenant tenant, long id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeMarked(tenant, id, out);
        return file("Таблица с пометками.xlsx", out);
    }

    ResponseEntity<byte[]> template(Tenant tenant) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.writeTemplate(tenant, out);
        return file(tenant == null ? "Шаблон списка организаций.xlsx" : "Шаблон таблицы.xlsx", out);
    }

    private static ResponseEntity<byte[]> file(String name, ByteArrayOutputStream content) {
        return ResponseEntity.ok().contentType(XLSX).header("Content-Disposition", ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8).build().toString()).body(content.toByteArray());
    }

    ResponseEntity<?> filled(Tenant tenant, SignedIn who) {
        String day = russian.date(clock.today());
        if (tenant != null) {
            taken.note(tenant.id(), "Таблица организации", "xlsx", null, new Facts());
        }
        return exports.answer(tenant == null
                ? exports.write(who, "Список организаций", "Список организаций " + day + ".xlsx", (out, progress) -> workbook.writeFilled(null, out))
                : exports.write(who, "Таблица организации " + tenant.shortName(), "Таблица " + tenant.slug() + " " + day + ".xlsx",
                        (out, progress) -> workbook.writeFilled(tenant, out)));
    }
}
