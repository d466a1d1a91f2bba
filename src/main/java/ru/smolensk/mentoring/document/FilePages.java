package ru.smolensk.mentoring.document;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.platform.Tenant;

/** The files of an organisation for its curator and for the department, the unpublished ones too. */
@Controller
class FilePages {

    private final Files files;

    FilePages(Files files) {
        this.files = files;
    }

    /** The department reads the papers of every organisation. */
    @GetMapping({"/workspace/files/{id}", "/department/organisations/{slug}/files/{id}"})
    ResponseEntity<Resource> file(Tenant tenant, @PathVariable long id) {
        return files.serveInside(files.ofOrganisation(tenant.id(), id));
    }
}
