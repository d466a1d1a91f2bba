package ru.smolensk.mentoring.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Gives the pages of orders, pairs, programmes, people and roadmaps the papers that belong to them, for {@code signing/parts}: the modules of
 * those pages lie below this one and do not know it.
 */
@ControllerAdvice
class PapersOfThings {

    private static final List<PaperKind> OF_MENTOR = List.of(PaperKind.PROCESSING_CONSENT, PaperKind.DISTRIBUTION_CONSENT, PaperKind.LETTER_OF_THANKS);
    private static final Map<String, List<PaperKind>> PAGES = Map.of(
            "/workspace/orders/{id}", List.of(PaperKind.ASSIGNMENT_ORDER),
            "/workspace/mentorships/{id}", List.of(PaperKind.PARTIES_CONSENT),
            "/workspace/programmes/{id}", List.of(PaperKind.PROGRAMME),
            "/workspace/mentors/{id}", OF_MENTOR,
            "/workspace/mentees/{id}", OF_MENTOR,
            "/workspace/roadmap/{id}", List.of(PaperKind.ROADMAP));

    private final SignedPapers scans;

    PapersOfThings(SignedPapers scans) {
        this.scans = scans;
    }

    @ModelAttribute
    void papers(HttpServletRequest request, Model model) {
        List<PaperKind> kinds = PAGES.get(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        if (kinds != null && "GET".equals(request.getMethod()) && request.getAttribute("tenant") instanceof Tenant tenant
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                && String.valueOf(parts.get("id")).matches("\\d{1,18}")) {
            model.addAttribute("papers", scans.of(tenant, kinds, Long.parseLong(String.valueOf(parts.get("id")))));
        }
    }
}
