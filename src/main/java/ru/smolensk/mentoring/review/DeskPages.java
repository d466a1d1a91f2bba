package ru.smolensk.mentoring.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.organisation.Organisation;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Frame;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.Tenant;

/** The reviewer's place: the queue, and one submission with its difference, remarks and decision. Observers read. */
@Controller
@RequestMapping("/department/reviews")
class DeskPages {

    private static final String DESK = "review/desk";

    private final Reviews reviews;
    private final ReviewReading reading;
    private final Queue queue;
    private final Organisations organisations;
    private final History history;
    private final Forms forms;
    private final Frame frame;

    DeskPages(Reviews reviews, ReviewReading reading, Queue queue, Organisations organisations, History history, Forms forms, Frame frame) {
        this.reviews = reviews;
        this.reading = reading;
        this.queue = queue;
        this.organisations = organisations;
        this.history = history;
        this.forms = forms;
        this.frame = frame;
    }

    @GetMapping
    String queue(@ModelAttribute("filter") QueueFilter filter, @RequestParam(required = false) String page, Model model) {
        Map<QueueFilter.Tab, Long> counts = queue.counts(filter, me());
        model.addAttribute("counts", counts);
        model.addAttribute("paged", queue.page(filter, me(), Paged.number(page), counts.get(filter.tab())));
        model.addAttribute("subjects", ReviewSubject.values());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("sorts", QueueFilter.Sort.values());
        model.addAttribute("patience", Queue.PATIENCE_DAYS);
        return "review/queue";
    }

    @GetMapping(params = "table")
    void table(@ModelAttribute("filter") QueueFilter filter, @RequestParam String table, HttpServletResponse response) throws IOException {
        Queue.FILE.send(response, table, queue.all(filter, me()));
    }

    @GetMapping("/{slug}/{edition}")
    String desk(@PathVariable String slug, @PathVariable long edition, @ModelAttribute("filter") QueueFilter filter,
                @RequestParam(required = false) String submission, @RequestParam(required = false) String view, Model model) {
        return shown(organisations.bySlug(slug), edition, filter, submission, view, model);
    }

    /** Whatever the button, what was written to the rows comes with it. */
    @PostMapping("/{slug}/{edition}")
    String act(@PathVariable String slug, @PathVariable long edition, @ModelAttribute("filter") QueueFilter filter,
               @RequestParam(required = false) String view, @RequestParam(name = "do", defaultValue = "") String what,
               HttpServletRequest request, HttpServletResponse response, Model model) {
        Organisation organisation = organisations.bySlug(slug);
        Tenant tenant = organisation.tenant();
        Edition before = reviews.one(tenant, edition);
        Verdict verdict = Verdict.of(what);
        DeskForm form = DeskForm.of(request);
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        form.check(errors);
        Queue.Place place = queue.place(filter, me(), edition);
        boolean[] overtaken = new boolean[1];
        String next = forms.submit(errors, DESK, () -> {
            try {
                reviews.carryOut(tenant, edition, verdict, form);
            } catch (Overtaken late) {
                overtaken[0] = true;
                throw late;
            }
        }, verdict.decides() ? place.next() == null ? filter.list() : place.next() : here(filter, slug, edition, view),
                verdict.done(before.reviewed(), organisation.shortName()) + (verdict.decides() && place.next() == null
                        ? ". Больше здесь ничего не ждёт решения" : ""));
        if (!next.equals(DESK)) {
            return next;
        }
        if (overtaken[0]) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        model.addAttribute("typed", form);
        model.addAttribute("wrong", errors.getFieldErrors().stream().collect(Collectors.toMap(
                error -> error.getField().replaceAll("remarks\\[(.*)]", "$1"), FieldError::getDefaultMessage, (one, other) -> one)));
        return shown(organisation, edition, filter, null, view, model);
    }

    private static String here(QueueFilter filter, String slug, long edition, String view) {
        String address = filter.address(slug, edition);
        return view == null || !view.matches("[a-z]{1,20}") ? address : address + (address.contains("?") ? "&" : "?") + "view=" + view;
    }

    private String shown(Organisation organisation, long id, QueueFilter filter, String submission, String view, Model model) {
        Tenant tenant = organisation.tenant();
        Edition edition = reviews.one(tenant, id);
        List<Submission> all = reading.submissions(tenant, id);
        ReviewSheet sheet = reading.sheet(tenant, all, submission == null ? null : Paged.number(submission), !"whole".equals(view), true)
                .orElse(null);
        boolean reviewer = "METHODOLOGIST".equals(frame.role());
        boolean waiting = sheet != null && sheet.shown().waiting();
        model.addAttribute("organisation", organisation);
        model.addAttribute("edition", edition);
        model.addAttribute("submissions", all);
        model.addAttribute("sheet", sheet);
        model.addAttribute("reviewer", reviewer);
        model.addAttribute("desk", reviewer && waiting && (edition.claimedBy() == null || edition.claimedBy() == me()));
        model.addAttribute("mine", edition.claimedBy() != null && edition.claimedBy() == me());
        model.addAttribute("days", sheet == null ? 0 : queue.days(sheet.shown().submittedAt()));
        model.addAttribute("patience", Queue.PATIENCE_DAYS);
        model.addAttribute("place", queue.place(filter, me(), id));
        model.addAttribute("history", history.of(edition));
        return DESK;
    }

    private long me() {
        return frame.user().accountId();
    }

    /** The buttons of the page. */
    enum Verdict {
        SAVE("Замечания сохранены. Организация увидит их, когда вы вернёте редакцию"), CLAIM("Взято в работу"),
        RELEASE("Освобождено: может взять другой методист"),
        RETURN("Возвращено с замечаниями"), APPROVE("Одобрено");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** A button that is not on the page is no button. */
        static Verdict of(String typed) {
            for (Verdict verdict : values()) {
                if (verdict.name().toLowerCase(java.util.Locale.ROOT).equals(typed)) {
                    return verdict;
                }
            }
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }

        boolean decides() {
            return this == RETURN || this == APPROVE;
        }

        String done(ReviewSubject subject, String organisation) {
            String done = this == APPROVE ? StringUtils.capitalize(subject.approved()) : words;
            return decides() ? done + ": " + organisation + " – " + subject.brief() : done;
        }
    }
}
