package ru.smolensk.mentoring.workbook;

import java.io.IOException;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.workbook.ImportDesk.UploadForm;

/** «Список организаций»: the methodologist exports and imports it in the same manner. */
@Controller
@RequestMapping("/department/organisations/import")
class OrganisationImportPages {

    private static final Tenant CITY = null;

    private final ImportDesk desk;

    OrganisationImportPages(ImportDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String start(Model model) {
        return desk.start(CITY, model);
    }

    @PostMapping
    String receive(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") UploadForm form, BindingResult errors, Model model) {
        return desk.receive(CITY, who, form, errors, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @RequestParam(required = false) String show, @RequestParam(required = false) String page, Model model) {
        return desk.show(CITY, id, show, page, model);
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable long id, RedirectAttributes next) {
        return desk.confirm(CITY, id, next);
    }

    @GetMapping("/{id}/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable long id) throws IOException {
        return desk.marked(CITY, id);
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() throws IOException {
        return desk.template(CITY);
    }

    @GetMapping("/filled.xlsx")
    ResponseEntity<?> filled(@AuthenticationPrincipal SignedIn who) {
        return desk.filled(CITY, who);
    }
}
