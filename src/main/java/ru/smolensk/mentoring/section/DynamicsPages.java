package ru.smolensk.mentoring.section;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.paper.Chart;
import ru.smolensk.mentoring.paper.ChartPicture;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.section.Dynamics.Moment;

/** Published figures over the years: the city's and an organisation's. */
@Controller
class DynamicsPages {

    private final Dynamics dynamics;

    DynamicsPages(Dynamics dynamics) {
        this.dynamics = dynamics;
    }

    @GetMapping("/dynamics")
    String ofCity(Model model) {
        return page(dynamics.ofCity(), null, "/dynamics", model);
    }

    @GetMapping("/organisations/{slug}/dynamics")
    String ofOrganisation(@PathVariable String slug, Model model) {
        Editions.Address address = dynamics.address(slug);
        return page(dynamics.of(address.organisationId(), address.slug()), address, "/organisations/" + slug + "/dynamics", model);
    }

    @GetMapping("/dynamics/{chart}")
    ResponseEntity<byte[]> chartOfCity(@PathVariable String chart, @RequestParam(required = false) String look,
                                       @RequestParam(required = false) String width) {
        return ChartPicture.served(chart(chart, dynamics.ofCity()), look, width);
    }

    @GetMapping("/organisations/{slug}/dynamics/{chart}")
    ResponseEntity<byte[]> chartOfOrganisation(@PathVariable String slug, @PathVariable String chart,
                                               @RequestParam(required = false) String look, @RequestParam(required = false) String width) {
        Editions.Address address = dynamics.address(slug);
        return ChartPicture.served(chart(chart, dynamics.of(address.organisationId(), address.slug())), look, width);
    }

    private static String page(List<Moment> years, Editions.Address address, String base, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("base", base);
        model.addAttribute("years", years);
        model.addAttribute("shares", Dynamics.shares(years));
        model.addAttribute("counts", Dynamics.counts(years));
        return "section/dynamics";
    }

    private static Chart chart(String name, List<Moment> years) {
        return switch (name) {
            case "shares.png" -> Dynamics.shares(years);
            case "counts.png" -> Dynamics.counts(years);
            default -> throw new NotFound();
        };
    }
}
