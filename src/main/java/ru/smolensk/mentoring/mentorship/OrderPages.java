package ru.smolensk.mentoring.mentorship;

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
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Tenant;

/** «Приказы»: the orders that name pairs and groups (F7). */
@Controller
@RequestMapping("/workspace/orders")
class OrderPages {

    private final AssignmentOrders orders;
    private final OrderRegister register;
    private final MentorshipRegister mentorships;
    private final Papers papers;
    private final Files files;
    private final History history;
    private final Forms forms;

    OrderPages(AssignmentOrders orders, OrderRegister register, MentorshipRegister mentorships, Papers papers, Files files, History history,
               Forms forms) {
        this.orders = orders;
        this.register = register;
        this.mentorships = mentorships;
        this.papers = papers;
        this.files = files;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("filter") OrderRegister.Filter filter, Model model) {
        model.addAttribute("paged", register.page(tenant, filter));
        return "mentorship/orders";
    }

    @GetMapping(params = "table")
    void table(Tenant tenant, @ModelAttribute("filter") OrderRegister.Filter filter, @RequestParam String table, HttpServletResponse response)
            throws IOException {
        OrderRegister.FILE.send(response, table, register.all(tenant, filter));
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", OrderForm.blank());
        return "mentorship/order-form";
    }

    @PostMapping("/new")
    String enter(Tenant tenant, @Valid @ModelAttribute("form") OrderForm form, BindingResult errors) {
        receive(tenant, form, errors);
        return forms.submit(errors, "mentorship/order-form", () -> orders.enter(tenant, form.toCommand()),
                id -> "/workspace/orders/" + id, "Приказ внесён. Теперь внесите пары и группы, которые он называет");
    }

    @GetMapping("/{id}")
    String view(Tenant tenant, @PathVariable long id, Model model) {
        AssignmentOrder order = orders.one(tenant, id);
        model.addAttribute("order", order);
        model.addAttribute("file", files.saved(tenant, order.paper().fileId()));
        model.addAttribute("publicFile", files.saved(tenant, order.paper().publicFileId()));
        model.addAttribute("mentorships", mentorships.onOrder(tenant, id));
        model.addAttribute("history", history.of(order));
        return "mentorship/order";
    }

    @GetMapping("/{id}/edit")
    String edit(Tenant tenant, @PathVariable long id, Model model) {
        AssignmentOrder order = orders.one(tenant, id);
        model.addAttribute("order", order);
        model.addAttribute("form", OrderForm.of(order, files.saved(tenant, order.paper().fileId()),
                files.saved(tenant, order.paper().publicFileId())));
        return "mentorship/order-form";
    }

    @PostMapping("/{id}/edit")
    String correct(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") OrderForm form, BindingResult errors, Model model) {
        model.addAttribute("order", orders.one(tenant, id));
        receive(tenant, form, errors);
        return forms.submit(errors, "mentorship/order-form", () -> orders.correct(tenant, id, form.version(), form.toCommand()),
                "/workspace/orders/" + id, "Приказ исправлен");
    }

    @ModelAttribute("disclosures")
    Disclosure[] disclosures() {
        return Disclosure.values();
    }

    /** A form that could not be read at all has nothing to receive. */
    private void receive(Tenant tenant, OrderForm form, BindingResult errors) {
        if (form != null) {
            papers.receive(tenant, form.file(), form.publicFile(), errors);
        }
    }

    @GetMapping("/{id}/annul")
    String askReason(Tenant tenant, @PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("order", orders.one(tenant, id));
        model.addAttribute("standing", orders.standingOn(tenant, id));
        return "mentorship/order-annul";
    }

    @PostMapping("/{id}/annul")
    String annul(Tenant tenant, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model) {
        model.addAttribute("order", orders.one(tenant, id));
        model.addAttribute("standing", orders.standingOn(tenant, id));
        return forms.submit(errors, "mentorship/order-annul", () -> orders.annul(tenant, id, form.reason()), "/workspace/orders/" + id,
                "Приказ аннулирован");
    }
}
