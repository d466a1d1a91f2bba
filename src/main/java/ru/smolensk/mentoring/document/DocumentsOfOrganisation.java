package ru.smolensk.mentoring.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Tenant;

/** The same documents as the curator sees them, for the department to read. */
@Controller
@RequestMapping("/department/organisations/{slug}")
class DocumentsOfOrganisation {

    private final LocalActPages documents;

    DocumentsOfOrganisation(LocalActPages documents) {
        this.documents = documents;
    }

    @GetMapping("/documents")
    String documents(Tenant tenant, @ModelAttribute("filter") LocalActList.Filter filter, Model model) {
        return documents.list(tenant, filter, model);
    }

    @GetMapping(path = "/documents", params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") LocalActList.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        documents.table(tenant, filter, table, response);
    }

    @GetMapping("/documents/{id}")
    String document(Tenant tenant, @PathVariable long id, Model model) {
        return documents.view(tenant, id, model);
    }
}
