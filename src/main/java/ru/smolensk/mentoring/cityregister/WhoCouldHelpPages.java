package ru.smolensk.mentoring.cityregister;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.smolensk.mentoring.platform.Tenant;

/** «Кто мог бы помочь»: suggestions for one mentee's request; the decision stays with people. */
@Controller
class WhoCouldHelpPages {

    private final WhoCouldHelp help;

    WhoCouldHelpPages(WhoCouldHelp help) {
        this.help = help;
    }

    @GetMapping("/workspace/mentees/{id}/helpers")
    String forTheCurator(Tenant tenant, @PathVariable long id, Model model) {
        return shown(help.need(tenant, id), help.forTheCurator(tenant, id), model);
    }

    @GetMapping("/department/organisations/{slug}/mentees/{id}/helpers")
    String inTheCity(Tenant tenant, @PathVariable long id, Model model) {
        return shown(help.need(tenant, id), help.inTheCity(tenant, id), model);
    }

    private static String shown(WhoCouldHelp.Need need, List<Suggestion> suggestions, Model model) {
        model.addAttribute("need", need);
        model.addAttribute("suggestions", suggestions);
        model.addAttribute("atOnce", Suggestion.AT_ONCE);
        return "cityregister/helpers";
    }
}
