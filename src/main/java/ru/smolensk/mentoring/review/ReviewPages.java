package ru.smolensk.mentoring.review;

import jakarta.validation.Valid;
import java.util.List;
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
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NoFields;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.Tenant;

/** «Рассмотрение»: what the own organisation hands to the methodological department, and what comes back. */
@Controller
@RequestMapping("/workspace/reviews")
class ReviewPages {

    private static final String EDITION = "review/edition";

    private final Reviews reviews;
    private final ReviewReading reading;
    private final History history;
    private final Forms forms;

    ReviewPages(Reviews reviews, ReviewReading reading, History history, Forms forms) {
        this.reviews = reviews;
        this.reading = reading;
        this.history = history;
        this.forms = forms;
    }

    @ModelAttribute("answerChoices")
    Answer[] answerChoices() {
        return Answer.values();
    }

    @GetMapping
    String list(Tenant tenant, Model model) {
        model.addAttribute("cards", reading.ofOrganisation(tenant));
        return "review/list";
    }

    @GetMapping("/{edition}")
    String edition(Tenant tenant, @PathVariable long edition, @RequestParam(required = false) String submission,
                   @RequestParam(required = false) String view, Model model) {
        model.addAttribute("form", AnswersForm.of(shown(tenant, edition, submission, view, model)));
        return EDITION;
    }

    @PostMapping("/{edition}/answers")
    String answer(Tenant tenant, @PathVariable long edition, @Valid @ModelAttribute("form") AnswersForm form, BindingResult errors, Model model) {
        shown(tenant, edition, null, null, model);
        return forms.submit(errors, EDITION, () -> reviews.answer(tenant, edition, form.toCommand()), "/workspace/reviews/" + edition,
                "Ответы сохранены");
    }

    @PostMapping("/{edition}/submit")
    String submit(Tenant tenant, @PathVariable long edition, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        return carryOut(tenant, edition, () -> reviews.submit(tenant, edition), "Отправлено в методический отдел", errors, model);
    }

    @PostMapping("/{edition}/withdraw")
    String withdraw(Tenant tenant, @PathVariable long edition, @ModelAttribute("nothing") NoFields nothing, BindingResult errors, Model model) {
        return carryOut(tenant, edition, () -> reviews.withdraw(tenant, edition), "Отозвано с рассмотрения: можно исправлять", errors, model);
    }

    private String carryOut(Tenant tenant, long edition, Runnable move, String done, BindingResult errors, Model model) {
        reviews.one(tenant, edition);
        String next = forms.submit(errors, EDITION, move, "/workspace/reviews/" + edition, done);
        if (next.equals(EDITION)) {
            // Read after the refusal: somebody may just have decided.
            model.addAttribute("form", AnswersForm.of(shown(tenant, edition, null, null, model)));
        }
        return next;
    }

    /** Puts the page together and gives the remarks that are or were to be answered. */
    private List<Remark> shown(Tenant tenant, long id, String submission, String view, Model model) {
        Edition edition = reviews.one(tenant, id);
        List<Submission> all = reading.submissions(tenant, id);
        model.addAttribute("edition", edition);
        model.addAttribute("standing", ReviewStanding.of(edition, all));
        model.addAttribute("address", reviews.owner(edition.reviewed()).address(tenant, id));
        model.addAttribute("submissions", all);
        List<Remark> remarks = reading.returned(tenant, all);
        model.addAttribute("remarks", remarks);
        model.addAttribute("sheet", reading.sheet(tenant, all, submission == null ? null : Paged.number(submission),
                "difference".equals(view), false).orElse(null));
        model.addAttribute("history", history.of(edition));
        return remarks;
    }
}
