package ru.smolensk.mentoring.organisation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Tenant;

/** «Численность»: the staff counts of the own organisation. */
@Controller
@RequestMapping("/workspace/staff")
class StaffPages {

    private static final ListFile<StaffCount> FILE = ListFile.<StaffCount>of("staff", "Численность")
            .date("На дату", "День, на который посчитаны педагоги", StaffCount::countedOn)
            .number("Педагогов", "Педагогические работники организации", StaffCount::teachingStaff)
            .number("Молодых специалистов", "Из них со стажем до трёх лет включительно", StaffCount::youngSpecialists)
            .words("Почему аннулирована", 34, "Только у внесённой по ошибке", StaffCount::annulmentReason);

    private final StaffCounts counts;
    private final History history;
    private final Forms forms;

    StaffPages(StaffCounts counts, History history, Forms forms) {
        this.counts = counts;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping
    String list(Tenant tenant, Model model) {
        model.addAttribute("counts", counts.all(tenant));
        model.addAttribute("history", history.of(tenant.id(), Subject.STAFF_COUNT));
        return "organisation/staff-list";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @RequestParam String table, HttpServletResponse response) throws IOException {
        FILE.send(response, table, counts.all(tenant));
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") StaffCountForm form) {
        return "organisation/staff-form";
    }

    @PostMapping("/new")
    String enter(Tenant tenant, @Valid @ModelAttribute("form") StaffCountForm form, BindingResult errors) {
        return forms.submit(errors, "organisation/staff-form", () -> counts.enter(tenant, form.toCommand()), id -> "/workspace/staff",
                "Численность внесена");
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        StaffCount count = counts.one(tenant, id);
        model.addAttribute("count", count);
        model.addAttribute("form", StaffCountForm.of(count));
        return "organisation/staff-form";
    }

    @PostMapping("/{id}/edit")
    String correct(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") StaffCountForm form, BindingResult errors,
                   Model model) {
        model.addAttribute("count", counts.one(tenant, id));
        return forms.submit(errors, "organisation/staff-form", () -> counts.correct(tenant, id, form.version(), form.toCommand()),
                "/workspace/staff", "Численность исправлена");
    }

    @GetMapping("/{id}/annul")
    String askReason(Tenant tenant, @PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("count", counts.one(tenant, id));
        return "organisation/staff-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("count", counts.one(tenant, id));
        return forms.submit(errors, "organisation/staff-annul", () -> counts.annul(tenant, id, form.reason()), "/workspace/staff",
                "Запись о численности аннулирована");
    }
}
