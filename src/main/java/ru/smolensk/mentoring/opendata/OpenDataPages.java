package ru.smolensk.mentoring.opendata;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.smolensk.mentoring.platform.PortalAddress;

/** «Открытые данные»: what there is, for people. */
@Controller
class OpenDataPages {

    private final PortalAddress address;

    OpenDataPages(PortalAddress address) {
        this.address = address;
    }

    @GetMapping("/open-data")
    String page(Model model) {
        model.addAttribute("portal", address.of(""));
        return "opendata/page";
    }
}
