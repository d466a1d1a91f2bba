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

/** «Таблица»: the workbook of the organisation goes out and comes in. */
@Controller
@RequestMapping("/workspace/import")
class ImportPages {

    private final ImportDesk desk;

    ImportPages(ImportDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String start(Tenant tenant, Model model) {
        return desk.start(tenant, model);
    }

    @PostMapping
    String receive(Tenant tenant, @AuthenticationPrincipal SignedIn who, @ModelAttribute("form") UploadForm form, BindingResult errors, Model model) {
        return desk.receive(tenant, who, form, errors, model);
    }

    @GetMapping("/{id}")
    String show(Tenant tenant, @PathVariable long id, @RequestParam(required = false) String show, @RequestParam(required = false) String page, Model model) {
        return desk.show(tenant, id, show, page, model);
    }

    @PostMapping("/{id}/confirm")
    String confirm(Tenant tenant, @PathVariable long id, RedirectAttributes next) {
        return desk.confirm(tenant, id, next);
    }

    @GetMapping("/{id}/marked.xlsx")
    ResponseEntity<byte[]> marked(Tenant tenant, @PathVariable long id) throws IOException {
        return desk.marked(tenant, id);
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(Tenant tenant) throws IOException {
        return desk.template(tenant);
    }

    @GetMapping("/filled.xlsx")
    ResponseEntity<?> filled(Tenant tenant, @AuthenticationPrincipal SignedIn who) {
        return desk.filled(tenant, who);
    }
}
