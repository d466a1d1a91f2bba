package ru.smolensk.mentoring.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.smolensk.mentoring.exchange.Exports;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/** «Таблица»: the workbook of the organisation goes out and comes in. */
@Controller
@RequestMapping("/workspace/import")
class ImportPages {

    static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OrganisationWorkbook workbook;
    private final Exports exports;
    private final PortalClock clock;
    private final Russian russian;

    ImportPages(OrganisationWorkbook workbook, Exports exports, PortalClock clock, Russian russian) {
        this.workbook = workbook;
        this.exports = exports;
        this.clock = clock;
        this.russian = russian;
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("sheets", Sheet.values());
        return "workbook/import";
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
