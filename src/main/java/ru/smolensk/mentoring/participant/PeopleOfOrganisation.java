package ru.smolensk.mentoring.participant;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Tenant;

/** The same bases as the curator sees them, for the department to read. */
@Controller
@RequestMapping("/department/organisations/{slug}")
class PeopleOfOrganisation {

    private final MentorPages mentors;
    private final MenteePages mentees;

    PeopleOfOrganisation(MentorPages mentors, MenteePages mentees) {
        this.mentors = mentors;
        this.mentees = mentees;
    }

    @GetMapping("/mentors")
    String mentors(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, Model model) {
        return mentors.list(tenant, filter, model);
    }

    @GetMapping(path = "/mentors", params = "table")
    void mentorsTable(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, @RequestParam String table, HttpServletResponse response) throws IOException {
        mentors.table(tenant, filter, table, response);
    }

    @GetMapping("/mentors/{id}")
    String mentor(Tenant tenant, @PathVariable long id, Model model) {
        return mentors.show(tenant, id, model);
    }

    @GetMapping("/mentees")
    String mentees(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, Model model) {
        return mentees.list(tenant, filter, model);
    }

    @GetMapping(path = "/mentees", params = "table")
    void menteesTable(Tenant tenant, @ModelAttribute("filter") PeopleFilter filter, @RequestParam String table, HttpServletResponse response) throws IOException {
        mentees.table(tenant, filter, table, response);
    }

    @GetMapping("/mentees/{id}")
    String mentee(Tenant tenant, @PathVariable long id, Model model) {
        return mentees.show(tenant, id, model);
    }
}
