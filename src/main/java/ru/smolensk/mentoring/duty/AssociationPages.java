package ru.smolensk.mentoring.duty;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.audit.ListsTaken;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/**
 * «Объединение наставников»: the organisation's in its workspace, the city's at the department – the same pages. At the department there is
 * no tenant: that is the city.
 */
@Controller
class AssociationPages {

    private static final String OWN = "/workspace/association";
    private static final String CITY = "/department/association";
    private static final String FORM = "duty/association-form";
    private static final String MEETING = "duty/meeting-form";
    private static final String JOIN = "duty/member-form";

    private final Associations associations;
    private final ListsTaken taken;
    private final Files files;
    private final History history;
    private final Forms forms;
    private final PortalClock clock;
    private final Russian russian;

    AssociationPages(Associations associations, ListsTaken taken, Files files, History history, Forms forms, PortalClock clock,
            Russian russian) {
        this.associations = associations;
        this.taken = taken;
        this.files = files;
        this.history = history;
        this.forms = forms;
        this.clock = clock;
        this.russian = russian;
    }

    @ModelAttribute
    void frame(Tenant tenant, Model model) {
        model.addAttribute("home", home(tenant));
        model.addAttribute("city", tenant == null);
    }

    @GetMapping({OWN, CITY})
    String association(Tenant tenant, @RequestParam(required = false) String sort, Model model) {
        Sorting sorting = Associations.sorting(sort);
        model.addAttribute("sorting", sorting);
        associations.of(tenant).ifPresent(association -> {
            model.addAttribute("association", association);
            model.addAttribute("orderFile", files.saved(tenant, association.orderFileId()));
            model.addAttribute("planFile", files.saved(tenant, association.planFileId()));
            model.addAttribute("members", associations.members(association, sorting));
            model.addAttribute("meetings", associations.meetings(association));
            model.addAttribute("history", history.of(association));
        });
        return "duty/association";
    }

    /** Who is in it and who was: the only list of the page that holds people. */
    @GetMapping(path = {OWN, CITY}, params = "table")
    void members(Tenant tenant, @RequestParam(required = false) String sort, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        List<Associations.Member> members = associations.members(associations.of(tenant).orElseThrow(NotFound::new),
                Associations.sorting(sort));
        taken.note(tenant == null ? null : tenant.id(), "Наставники объединения", table, members.size(), new Facts());
        Associations.file(tenant == null).send(response, table, members);
    }

    @GetMapping({OWN + "/edit", CITY + "/edit"})
    String edit(Tenant tenant, Model model) {
        model.addAttribute("form", associations.of(tenant).map(one -> AssociationForm.of(one, files.saved(tenant, one.orderFileId()),
                files.saved(tenant, one.planFileId()))).orElse(new AssociationForm(null, null, null, null, null, null, null, null, null)));
        model.addAttribute("orders", associations.orderChoices(tenant));
        return FORM;
    }

    @PostMapping({OWN + "/edit", CITY + "/edit"})
    String describe(Tenant tenant, @Valid @ModelAttribute("form") AssociationForm form, BindingResult errors, Model model) {
        model.addAttribute("orders", associations.orderChoices(tenant));
        files.receive(tenant, form.orderFile(), "orderFile", errors);
        files.receive(tenant, form.planFile(), "planFile", errors);
        return forms.submit(errors, FORM, () -> associations.describe(tenant, form.version(), form.toCommand()), home(tenant),
                "Объединение сохранено");
    }

    @GetMapping({OWN + "/members/new", CITY + "/members/new"})
    String choose(Tenant tenant, Model model) {
        model.addAttribute("form", new AssociationForm.Joining(null, russian.date(clock.today())));
        return join(tenant, model);
    }

    @PostMapping({OWN + "/members/new", CITY + "/members/new"})
    String join(Tenant tenant, @Valid @ModelAttribute("form") AssociationForm.Joining form, BindingResult errors, Model model) {
        join(tenant, model);
        return forms.submit(errors, JOIN, () -> associations.join(tenant, form.mentor(), Typed.date(form.joinedOn())), home(tenant),
                "Наставник включён в объединение");
    }

    @GetMapping({OWN + "/members/{id}/end", CITY + "/members/{id}/end"})
    String askLastDay(Tenant tenant, @PathVariable long id, Model model) {
        model.addAttribute("form", new AssociationForm.Leaving(russian.date(clock.today())));
        return leave(tenant, id, model);
    }

    @PostMapping({OWN + "/members/{id}/end", CITY + "/members/{id}/end"})
    String leave(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") AssociationForm.Leaving form, BindingResult errors,
            Model model) {
        return forms.submit(errors, leave(tenant, id, model), () -> associations.leave(tenant, id, Typed.date(form.leftOn())), home(tenant),
                "Последний день в объединении внесён");
    }

    @GetMapping({OWN + "/meetings/new", CITY + "/meetings/new"})
    String blank(Tenant tenant, Model model) {
        associations.one(tenant);
        model.addAttribute("form", new AssociationForm.OfMeeting(null, null, null, null, null, null));
        return MEETING;
    }

    @PostMapping({OWN + "/meetings/new", CITY + "/meetings/new"})
    String hold(Tenant tenant, @Valid @ModelAttribute("form") AssociationForm.OfMeeting form, BindingResult errors) {
        associations.one(tenant);
        files.receive(tenant, form.file(), "file", errors);
        return forms.submit(errors, MEETING, () -> associations.hold(tenant, form.toCommand()), id -> home(tenant), "Заседание внесено");
    }

    @GetMapping({OWN + "/meetings/{id}/edit", CITY + "/meetings/{id}/edit"})
    String editMeeting(Tenant tenant, @PathVariable long id, Model model) {
        AssociationMeeting meeting = associations.meeting(tenant, id);
        model.addAttribute("form", AssociationForm.OfMeeting.of(meeting, files.saved(tenant, meeting.protocolFileId())));
        model.addAttribute("history", history.of(meeting));
        return MEETING;
    }

    @PostMapping({OWN + "/meetings/{id}/edit", CITY + "/meetings/{id}/edit"})
    String changeMeeting(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") AssociationForm.OfMeeting form,
            BindingResult errors) {
        associations.meeting(tenant, id);
        files.receive(tenant, form.file(), "file", errors);
        return forms.submit(errors, MEETING, () -> associations.change(tenant, id, form.version(), form.toCommand()), home(tenant),
                "Запись о заседании исправлена");
    }

    @GetMapping({OWN + "/meetings/{id}/annul", CITY + "/meetings/{id}/annul"})
    String askReason(Tenant tenant, @PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("meeting", associations.meeting(tenant, id));
        return "duty/meeting-annul";
    }

    @PostMapping({OWN + "/meetings/{id}/annul", CITY + "/meetings/{id}/annul"})
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("meeting", associations.meeting(tenant, id));
        return forms.submit(errors, "duty/meeting-annul", () -> associations.annul(tenant, id, form.reason()), home(tenant),
                "Запись о заседании аннулирована");
    }

    /** Protocols and plans of the city's association are for the department alone; an organisation's files have their address already. */
    @GetMapping(CITY + "/files/{id}")
    ResponseEntity<Resource> file(@PathVariable long id) {
        return files.serveInside(associations.fileOfCity(id));
    }

    private String join(Tenant tenant, Model model) {
        model.addAttribute("candidates", associations.candidates(tenant, associations.one(tenant)));
        return JOIN;
    }

    private String leave(Tenant tenant, long id, Model model) {
        AssociationMember member = associations.member(tenant, id);
        model.addAttribute("member", associations.members(associations.one(tenant)).stream().filter(one -> one.id() == member.id())
                .findFirst().orElseThrow());
        return "duty/member-end";
    }

    private static String home(Tenant tenant) {
        return tenant == null ? CITY : OWN;
    }
}
