package ru.smolensk.mentoring.survey;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.organisation.Organisation;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.Tenant;

/** What the answers come to: of the own organisation for its curator, of each and of the city for the department. */
@Controller
class ResultPages {

    private final Results results;
    private final Links links;
    private final SurveyList list;
    private final Organisations organisations;

    ResultPages(Results results, Links links, SurveyList list, Organisations organisations) {
        this.results = results;
        this.links = links;
        this.list = list;
        this.organisations = organisations;
    }

    @GetMapping("/workspace/surveys/{id}/results")
    String own(Tenant tenant, @PathVariable long id, Model model) {
        return shown(links.survey(tenant, id), tenant.id(), tenant.shortName(), "workspace", model);
    }

    @GetMapping("/department/surveys/{id}/results")
    String ofCity(@PathVariable long id, @RequestParam(required = false) String organisation, Model model) {
        if (organisation == null) {
            return shown(list.one(id), null, "Город Смоленск", "department", model);
        }
        Organisation one = organisations.bySlug(organisation);
        return shown(links.survey(new Tenant(one.id(), one.slug(), one.shortName(), false), id), one.id(), one.shortName(), "department", model);
    }

    private String shown(Asking survey, Long organisation, String whose, String area, Model model) {
        boolean told = results.told(survey, organisation);
        model.addAttribute("asking", survey);
        model.addAttribute("whose", whose);
        model.addAttribute("area", area);
        model.addAttribute("ofCity", organisation == null);
        model.addAttribute("told", told);
        model.addAttribute("parts", told ? results.of(survey, organisation) : null);
        return "survey/results";
    }
}
