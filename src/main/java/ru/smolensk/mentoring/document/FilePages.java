package ru.smolensk.mentoring.document;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.Tenant;

/** The files of an organisation for its curator and for the department, the unpublished ones too. */
@Controller
class FilePages {

    private final Files files;
    private final Organisations organisations;

    FilePages(Files files, Organisations organisations) {
        this.files = files;
        this.organisations = organisations;
    }

    @GetMapping("/workspace/files/{id}")
    ResponseEntity<Resource> own(Tenant tenant, @PathVariable long id) {
        return files.serveInside(files.ofOrganisation(tenant.id(), id));
    }

    /** The department reads the papers of every organisation. */
    @GetMapping("/department/organisations/{slug}/files/{id}")
    ResponseEntity<Resource> ofOrganisation(@PathVariable String slug, @PathVariable long id) {
        return files.serveInside(files.ofOrganisation(organisations.bySlug(slug).id(), id));
    }
}
