package ru.smolensk.mentoring.participant;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.smolensk.mentoring.audit.History;

/** Gathers what the page of a person shows; it is the same whichever base one comes from. */
@Component
class PersonPage {

    private final Involvement involvement;
    private final History history;

    PersonPage(Involvement involvement, History history) {
        this.involvement = involvement;
        this.history = history;
    }

    /** {@code base}: {@code mentors} or {@code mentees}, where one comes from. */
    String of(Person person, String base, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("base", base);
        model.addAttribute("home", "/workspace/" + base + "/" + person.id());
        model.addAttribute("kinds", ConsentKind.values());
        model.addAttribute("mentorships", involvement.mentorships(person.organisationId(), person.id()));
        model.addAttribute("programmes", involvement.programmes(person.organisationId(), person.id()));
        if (person.distributionWithdrawn()) {
            model.addAttribute("openPapers", involvement.openPapers(person.organisationId(), person.id()));
        }
        model.addAttribute("history", history.of(person));
        return "participant/person";
    }
}
