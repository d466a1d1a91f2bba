package ru.smolensk.mentoring.mentorship;

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

/** The same orders, pairs and groups as the curator sees them, for the department to read. */
@Controller
@RequestMapping("/department/organisations/{slug}")
class MentorshipsOfOrganisation {

    private final OrderPages orders;
    private final MentorshipPages mentorships;

    MentorshipsOfOrganisation(OrderPages orders, MentorshipPages mentorships) {
        this.orders = orders;
        this.mentorships = mentorships;
    }

    @GetMapping("/orders")
    String orders(Tenant tenant, @ModelAttribute("filter") OrderRegister.Filter filter, Model model) {
        return orders.list(tenant, filter, model);
    }

    @GetMapping(path = "/orders", params = "table")
    void ordersTable(Tenant tenant, @ModelAttribute("filter") OrderRegister.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        orders.table(tenant, filter, table, response);
    }

    @GetMapping("/orders/{id}")
    String order(Tenant tenant, @PathVariable long id, Model model) {
        return orders.view(tenant, id, model);
    }

    @GetMapping("/mentorships")
    String mentorships(Tenant tenant, @ModelAttribute("filter") MentorshipRegister.Filter filter, Model model) {
        return mentorships.list(tenant, filter, model);
    }

    @GetMapping(path = "/mentorships", params = "table")
    void mentorshipsTable(Tenant tenant, @ModelAttribute("filter") MentorshipRegister.Filter filter, @RequestParam String table,
                          HttpServletResponse response) throws IOException {
        mentorships.table(tenant, filter, table, response);
    }

    @GetMapping("/mentorships/{id}")
    String mentorship(Tenant tenant, @PathVariable long id, Model model) {
        return mentorships.view(tenant, id, model);
    }
}
