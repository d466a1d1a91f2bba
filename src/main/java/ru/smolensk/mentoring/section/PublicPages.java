package ru.smolensk.mentoring.section;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.Frame;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Typed;

/** What everybody reads: the city, the list of organisations, the section of one. Only published editions, never live data. */
@Controller
class PublicPages {

    private final Editions editions;
    private final City city;
    private final Files files;
    private final Frame frame;
    private final PortalClock clock;
    private final String build;

    PublicPages(Editions editions, City city, Files files, Frame frame, PortalClock clock, ObjectProvider<BuildProperties> build) {
        this.editions = editions;
        this.city = city;
        this.files = files;
        this.frame = frame;
        this.clock = clock;
        this.build = build.stream().map(BuildProperties::getTime).map(String::valueOf).findFirst().orElse("unpackaged");
    }

    @GetMapping("/")
    String city(Model model) {
        model.addAttribute("city", city.today());
        return "section/city";
    }

    @GetMapping("/organisations")
    String organisations(OrganisationFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("paged", city.list(filter));
        return "section/organisations";
    }

    /** The section of one organisation; a reader who has the edition already is told so after one statement. */
    @GetMapping("/organisations/{slug}")
    String section(@PathVariable String slug, @RequestParam(required = false) String date, @RequestParam(required = false) Integer edition,
                   ServletWebRequest request, Model model) {
        Editions.Address address = (edition == null ? editions.address(slug, Typed.dateOr(date, null)) : editions.numbered(slug, edition))
                .orElseThrow(NotFound::new);
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        request.getResponse().setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        String notUnderstood = edition == null ? notUnderstood(date) : null;
        if (request.checkNotModified(etag(address, notUnderstood))) {
            return null;
        }
        model.addAttribute("address", address);
        model.addAttribute("notUnderstood", notUnderstood);
        if (address.edition() == null) {
            return "section/unpublished";
        }
        model.addAttribute("section", editions.content(address.edition()));
        model.addAttribute("withdrawn", address.withdrawnFiles() == 0 ? Set.of() : Set.copyOf(editions.withdrawnFiles(address.organisationId())));
        return "section/section";
    }

    @GetMapping("/organisations/{slug}/editions")
    String editions(@PathVariable String slug, Model model) {
        Editions.Address address = editions.address(slug, null).orElseThrow(NotFound::new);
        List<Editions.Published> all = editions.all(address.organisationId());
        model.addAttribute("address", address);
        model.addAttribute("editions", all);
        return "section/editions";
    }

    /** The roadmap that the published edition holds (F3): to everybody else there is none. */
    @GetMapping("/organisations/{slug}/roadmap")
    String roadmap(@PathVariable String slug, @RequestParam(required = false) String date, ServletWebRequest request, Model model) {
        Editions.Address address = editions.address(slug, Typed.dateOr(date, null)).orElseThrow(NotFound::new);
        if (address.edition() == null) {
            throw new NotFound();
        }
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        request.getResponse().setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        if (request.checkNotModified(etag(address, notUnderstood(date)))) {
            return null;
        }
        SectionContent section = editions.content(address.edition());
        if (section.roadmap() == null) {
            throw new NotFound();
        }
        model.addAttribute("address", address);
        model.addAttribute("notUnderstood", notUnderstood(date));
        model.addAttribute("section", section);
        model.addAttribute("withdrawn", address.withdrawnFiles() == 0 ? Set.of() : Set.copyOf(editions.withdrawnFiles(address.organisationId())));
        return "section/roadmap";
    }

    @GetMapping(path = "/organisations/{slug}/roadmap", params = "table")
    void roadmap(@PathVariable String slug, @RequestParam(required = false) String date, @RequestParam String table,
                 HttpServletResponse response) throws IOException {
        SectionContent section = editions.address(slug, Typed.dateOr(date, null)).map(Editions.Address::edition).map(editions::content)
                .filter(one -> one.roadmap() != null).orElseThrow(NotFound::new);
        RoadmapFile.of(section.date()).send(response, table, RoadmapFile.measures(section.roadmap()));
    }

    /** An accepted report that the published edition holds (block 3): of the year that is asked for, or the newest. */
    @GetMapping("/organisations/{slug}/report")
    String report(@PathVariable String slug, @RequestParam(required = false) String year, @RequestParam(required = false) String date,
                  ServletWebRequest request, Model model) {
        Editions.Address address = editions.address(slug, Typed.dateOr(date, null)).filter(one -> one.edition() != null).orElseThrow(NotFound::new);
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        request.getResponse().setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        if (request.checkNotModified(etag(address, notUnderstood(date) + "/" + year))) {
            return null;
        }
        SectionContent section = editions.content(address.edition());
        model.addAttribute("address", address);
        model.addAttribute("notUnderstood", notUnderstood(date));
        model.addAttribute("section", section);
        model.addAttribute("report", section.report(year == null || !year.matches("\\d{4}") ? null : Integer.valueOf(year)).orElseThrow(NotFound::new));
        return "section/report";
    }

    /** A file that a published edition offers and that nobody has closed since; to everybody else it does not exist. */
    @GetMapping("/organisations/{slug}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable String slug, @PathVariable long fileId) {
        return files.serve(files.ofOrganisation(editions.publicFileOwner(slug, fileId).orElseThrow(NotFound::new), fileId));
    }

    /** A date of the address that is none: the page says so. */
    private static String notUnderstood(String date) {
        return Typed.dateOr(date, null) == null ? date : null;
    }

    private String etag(Editions.Address address, String notUnderstood) {
        return '"' + Integer.toHexString(java.util.Objects.hash(build, frame.reader(), frame.demo(), address, notUnderstood)) + "-"
                + (address.edition() == null ? 0 : address.edition().number()) + '"';
    }
}
