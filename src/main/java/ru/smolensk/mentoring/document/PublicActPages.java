package ru.smolensk.mentoring.document;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The city's legal acts as everybody reads them. */
@Controller
class PublicActPages {

    private final LegalActList list;
    private final Files files;

    PublicActPages(LegalActList list, Files files) {
        this.list = list;
        this.files = files;
    }

    @GetMapping("/acts")
    String acts(Model model) {
        model.addAttribute("levels", list.byLevel());
        return "document/acts";
    }

    /** A file that an act had once stays: sections published then refer to it. */
    @GetMapping("/acts/files/{id}")
    ResponseEntity<Resource> file(@PathVariable long id) {
        return files.serve(files.disclosedOfCity(id));
    }
}
