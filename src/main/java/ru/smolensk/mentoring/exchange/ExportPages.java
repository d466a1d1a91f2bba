package ru.smolensk.mentoring.exchange;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.SignedIn;

/** A file that is being written, for whoever asked for it. */
@Controller
class ExportPages {

    private final Exports exports;

    ExportPages(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/exports/{id}")
    String export(@AuthenticationPrincipal SignedIn who, @PathVariable long id, Model model) {
        model.addAttribute("export", exports.of(who, id).orElseThrow(NotFound::new));
        return "exchange/export";
    }

    @GetMapping("/exports/{id}/file")
    ResponseEntity<Resource> file(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        return exports.taken(exports.of(who, id).filter(Exports.Export::ready).orElseThrow(NotFound::new));
    }
}
