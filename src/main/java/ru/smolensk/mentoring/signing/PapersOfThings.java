package ru.smolensk.mentoring.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Gives the pages of orders, pairs, programmes, people and roadmaps the papers that belong to them, for {@code signing/parts}: the modules
 * of
 * those pages lie below this one and do not know it.
 */
@ControllerAdvice
class PapersOfThings {

    private static final List<PaperKind> CONSENTS = List.of(PaperKind.PROCESSING_CONSENT, PaperKind.DISTRIBUTION_CONSENT);
    private static final List<PaperKind> OF_PERSON = List.of(PaperKind.PROCESSING_CONSENT, PaperKind.DISTRIBUTION_CONSENT,
            PaperKind.LETTER_OF_THANKS);
    private static final Map<String, List<PaperKind>> PAGES = Map.of(
            "/workspace/orders/{id}", List.of(PaperKind.ASSIGNMENT_ORDER),
            "/workspace/mentorships/{id}", List.of(PaperKind.PARTIES_CONSENT),
            "/workspace/programmes/{id}", List.of(PaperKind.PROGRAMME),
            "/workspace/mentors/{id}", OF_PERSON,
            "/workspace/mentees/{id}", OF_PERSON,
            "/workspace/roadmap/{id}", List.of(PaperKind.ROADMAP));
    private static final String CURATORS = "/workspace/confirmation";
    private static final String APPOINTMENT = "/department/curators/{id}";

    private final PaperList list;
    private final PaperReading reading;

    PapersOfThings(PaperList list, PaperReading reading) {
        this.list = list;
        this.reading = reading;
    }

    @ModelAttribute
    void papers(HttpServletRequest request, Model model) {
        String page = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Tenant tenant = request.getAttribute("tenant") instanceof Tenant one ? one : null;
        if (!"GET".equals(request.getMethod())) {
            return;
        }
        if (page.equals(CURATORS) && tenant != null) {
            model.addAttribute("curators", list.ofCurators(tenant));
        } else if (page.equals(APPOINTMENT)) {
            thing(request).ifPresent(id -> list.ofAppointment(id).ifPresent(paper -> {
                model.addAttribute("curatorOrder", paper);
                model.addAttribute("orderLacks", reading.curatorOrder(null, id).missing());
            }));
        } else if (PAGES.containsKey(page) && tenant != null) {
            thing(request).ifPresent(id -> ofThing(list.of(tenant, PAGES.get(page), id), model));
        }
    }

    /** A person's consents are told of where they are entered: their papers stand there and not once more below. */
    private static void ofThing(List<Standing> papers, Model model) {
        model.addAttribute("papers", papers.stream().filter(one -> !CONSENTS.contains(one.kind())).toList());
        model.addAttribute("consentPapers", papers.stream().filter(one -> CONSENTS.contains(one.kind()))
                .collect(Collectors.toMap(one -> one.kind().name().replace("_CONSENT", ""), one -> one)));
    }

    private static Optional<Long> thing(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                && String.valueOf(parts.get("id")).matches("\\d{1,18}") ? Optional.of(Long.parseLong(String.valueOf(parts.get("id"))))
                : Optional.empty();
    }
}
