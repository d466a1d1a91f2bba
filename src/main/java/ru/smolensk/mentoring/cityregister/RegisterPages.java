package ru.smolensk.mentoring.cityregister;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import ru.smolensk.mentoring.audit.ListsTaken;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.SignedIn;

/** «Реестры города» of the department: every register as a page and as files of exactly what the page shows. */
@Controller("cityRegisterPages")
class RegisterPages {

    private final RegisterReading reading;
    private final SavedViews views;
    private final ListsTaken taken;

    RegisterPages(RegisterReading reading, SavedViews views, ListsTaken taken) {
        this.reading = reading;
        this.views = views;
        this.taken = taken;
    }

    @GetMapping("/department/registers")
    String all(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("registers", CityRegisters.ALL);
        model.addAttribute("views", views.of(who.accountId()));
        return "cityregister/registers";
    }

    @GetMapping("/department/registers/{register}")
    String register(@AuthenticationPrincipal SignedIn who, @PathVariable String register,
                    @RequestParam MultiValueMap<String, String> address, Model model) {
        Asked asked = Asked.of(CityRegisters.called(register), address);
        RegisterReading.Found found = reading.page(asked);
        model.addAttribute("register", asked.register());
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("organisations", reading.organisations());
        List<SavedViews.View> mine = views.of(who.accountId()).getOrDefault(register, List.of());
        model.addAttribute("views", mine);
        model.addAttribute("opened", mine.stream().anyMatch(view -> view.query().equals(asked.query())));
        if (found.paged().total() == 0) {
            model.addAttribute("near", reading.near(asked));
        }
        return "cityregister/register";
    }

    @GetMapping("/department/registers/{register}/table.{format:xlsx|csv}")
    void table(@PathVariable String register, @PathVariable String format, @RequestParam MultiValueMap<String, String> address,
               HttpServletResponse response) throws IOException {
        Asked asked = Asked.of(CityRegisters.called(register), address);
        ListFile<RegisterReading.Row> file = ListFile.of(register, asked.register().title());
        IntStream.range(0, asked.columns().size())
                .forEach(index -> file.column(asked.columns().get(index).printed(), row -> row.cells().get(index)));
        List<RegisterReading.Row> rows = reading.all(asked);
        taken.note(null, asked.register().title() + ": реестр города", format, rows.size(), asked.facts());
        file.send(response, format, rows);
    }

    /** The addresses that the registers have had a name for from the beginning; the filter goes along. */
    @GetMapping("/department/{register:mentors|mentees|programmes}")
    RedirectView byItsName(@PathVariable String register, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        RedirectView page = new RedirectView("/department/registers/" + register + query);
        page.setExpandUriTemplateVariables(false);
        page.setExposeModelAttributes(false);
        return page;
    }
}
