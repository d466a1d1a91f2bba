package ru.smolensk.mentoring.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Tenant;

/** The same programmes as the curator sees them, for the department to read. */
@Controller
@RequestMapping("/department/organisations/{slug}")
class ProgrammesOfOrganisation {

    private final ProgrammePages programmes;

    ProgrammesOfOrganisation(ProgrammePages programmes) {
        this.programmes = programmes;
    }

    @GetMapping("/programmes")
    String programmes(Tenant tenant, @RequestParam(required = false) String q, @RequestParam(required = false) String state,
                      @RequestParam(required = false) String sort, @RequestParam(required = false) String page, Model model) {
        return programmes.list(tenant, q, state, sort, page, model);
    }

    @GetMapping(path = "/programmes", params = "table")
    void table(Tenant tenant, @RequestParam(required = false) String q, @RequestParam(required = false) String state,
               @RequestParam(required = false) String sort, @RequestParam String table, HttpServletResponse response) throws IOException {
        programmes.table(tenant, q, state, sort, table, response);
    }

    @GetMapping("/programmes/{id}")
    String programme(Tenant tenant, @PathVariable long id, Model model) {
        return programmes.one(tenant, id, model);
    }
}
