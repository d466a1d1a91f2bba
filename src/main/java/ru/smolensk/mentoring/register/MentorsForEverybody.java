package ru.smolensk.mentoring.register;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;

/** «Реестр наставников» as everybody reads it. Nobody keeps a copy: who withdraws the consent is gone at once. */
@Controller
@RequestMapping("/mentors")
class MentorsForEverybody {

    private final PublicMentors mentors;

    MentorsForEverybody(PublicMentors mentors) {
        this.mentors = mentors;
    }

    @ModelAttribute
    void nobodyKeepsIt(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping
    String list(@ModelAttribute("filter") MentorFilter filter, Model model) {
        int page = Paged.number(filter.page());
        model.addAttribute("paged", new Paged<>(mentors.list(filter.wanted(), filter.sorting(), (page - 1) * Paged.SIZE, Paged.SIZE),
                page, Paged.SIZE, mentors.count(filter.wanted())));
        model.addAttribute("kinds", OrganisationKind.values());
        return "register/mentors";
    }

    @GetMapping("/{id}")
    String card(@PathVariable long id, Model model) {
        model.addAttribute("mentor", mentors.one(id).orElseThrow(NotFound::new));
        return "register/mentor";
    }
}
