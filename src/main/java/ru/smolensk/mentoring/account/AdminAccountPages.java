package ru.smolensk.mentoring.account;

import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.smolensk.mentoring.audit.History;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.ReasonForm;

/** «Учётные записи»: the administrator's pages. */
@Controller
@RequestMapping("/admin/accounts")
class AdminAccountPages {

    private final Accounts accounts;
    private final AccountList list;
    private final History history;
    private final Forms forms;

    AdminAccountPages(Accounts accounts, AccountList list, History history, Forms forms) {
        this.accounts = accounts;
        this.list = list;
        this.history = history;
        this.forms = forms;
    }

    @GetMapping
    String list(@ModelAttribute("filter") AccountList.Filter filter, @RequestParam(required = false) String page, Model model) {
        model.addAttribute("accounts", list.page(filter, Paged.number(page)));
        model.addAttribute("roles", Role.values());
        model.addAttribute("states", AccountList.State.values());
        return "account/admin-list";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") AccountForm form, Model model) {
        model.addAttribute("roles", Role.values());
        return "account/admin-new";
    }

    @PostMapping("/new")
    String invite(@Valid @ModelAttribute("form") AccountForm form, BindingResult errors, Model model, RedirectAttributes next) {
        model.addAttribute("roles", Role.values());
        return forms.submit(errors, "account/admin-new",
                () -> once(accounts.enterWithTemporaryPassword(Account.loginMeant(form.login()), form.displayName(), form.role()), next),
                AdminAccountPages::address, "Учётная запись создана");
    }

    @GetMapping("/{id}")
    String account(@PathVariable long id, Model model) {
        Account account = accounts.byId(id);
        model.addAttribute("account", account);
        model.addAttribute("history", history.of(account));
        return "account/admin-account";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        Account account = accounts.byId(id);
        model.addAttribute("account", account);
        model.addAttribute("form", new AccountForm.Renaming(account.version(), account.displayName()));
        return "account/admin-edit";
    }

    @PostMapping("/{id}/edit")
    String rename(@PathVariable long id, @Valid @ModelAttribute("form") AccountForm.Renaming form, BindingResult errors, Model model) {
        model.addAttribute("account", accounts.byId(id));
        return forms.submit(errors, "account/admin-edit", () -> accounts.rename(id, form.version(), form.displayName()), address(id),
                "Имя изменено");
    }

    @GetMapping("/{id}/password")
    String askToReset(@PathVariable long id, @ModelAttribute("form") Confirmation form, Model model) {
        model.addAttribute("account", accounts.byId(id));
        return "account/admin-password";
    }

    @PostMapping("/{id}/password")
    String resetPassword(@AuthenticationPrincipal AccountUser user, @PathVariable long id, @ModelAttribute("form") Confirmation form,
                         BindingResult errors, Model model, RedirectAttributes next) {
        model.addAttribute("account", accounts.byId(id));
        return forms.submit(errors, "account/admin-password", () -> once(accounts.resetPassword(id, user.accountId()), next),
                AdminAccountPages::address, "Временный пароль выдан");
    }

    @GetMapping("/{id}/block")
    String askReason(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        model.addAttribute("account", accounts.byId(id));
        return "account/admin-block";
    }

    @PostMapping("/{id}/block")
    String block(@AuthenticationPrincipal AccountUser user, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form,
                 BindingResult errors, Model model) {
        model.addAttribute("account", accounts.byId(id));
        return forms.submit(errors, "account/admin-block", () -> accounts.block(id, user.accountId(), form.reason()), address(id),
                "Учётная запись заблокирована");
    }

    @PostMapping("/{id}/unblock")
    String unblock(@PathVariable long id, RedirectAttributes next) {
        accounts.unblock(id);
        next.addFlashAttribute("done", "Учётная запись снова работает");
        return "redirect:" + address(id);
    }

    /** A form with nothing but its button. */
    record Confirmation() {
    }

    /** The next page shows the password, and only it: a flash attribute is gone with the first reading. */
    private static long once(Accounts.TemporaryPassword given, RedirectAttributes next) {
        next.addFlashAttribute("password", given.password());
        return given.accountId();
    }

    private static String address(long id) {
        return "/admin/accounts/" + id;
    }
}
