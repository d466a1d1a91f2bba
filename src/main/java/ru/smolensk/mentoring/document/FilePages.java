package ru.smolensk.mentoring.document;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.platform.Tenant;

/** The files of the own organisation, the unpublished ones too. */
@Controller
class FilePages {

    private final Files files;

    FilePages(Files files) {
        this.files = files;
    }

    @GetMapping("/workspace/files/{id}")
    ResponseEntity<Resource> own(Tenant tenant, @PathVariable long id) {
        return files.serve(files.ofOrganisation(tenant.id(), id));
    }
}
