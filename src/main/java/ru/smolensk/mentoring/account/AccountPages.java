package ru.smolensk.mentoring.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Frame;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.TypedEmail;

/** The login and what people see of their own account. */
@Controller
class AccountPages {

    private static final List<Persona> PERSONAS = List.of(
            new Persona("curator", "Куратор", "школа № 33"),
            new Persona("curator2", "Куратор", "детский сад № 38"),
            new Persona("curator-empty", "Куратор", "новая школа, ещё без данных"),
            new Persona("methodist", "Методист", "М. Ольховская"),
            new Persona("methodist2", "Методист", "О. Белозёрова"),
            new Persona("observer", "Наблюдатель", "управление образования"),
            new Persona("admin", "Администратор", "учётные записи и организации"));

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final Forms forms;
    private final Frame frame;

    AccountPages(Accounts accounts, LoginThrottle throttle, Forms forms, Frame frame) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.forms = forms;
        this.frame = frame;
    }

    /** Somebody to look at the demo city as. */
    record Persona(String login, String role, String place) {
    }

    /** A change of the own password. BCrypt reads no more than 72 bytes, so no more are taken. */
    record PasswordForm(@NotBlank(message = "Введите текущий пароль") String current,
                        @NotBlank(message = "Введите новый пароль")
                        @Size(min = 8, max = 36, message = "Пароль должен быть от 8 до 36 знаков") String replacement,
                        @NotBlank(message = "Повторите новый пароль") String repeated) {
    }

    /** Where mail about the own work goes, and whether any is wanted. */
    record MailForm(@TypedEmail String email, boolean wanted) {
    }

    @GetMapping("/login")
    String login(Model model) {
        boolean loaded = frame.demo() && PERSONAS.stream().allMatch(persona -> accounts.known(persona.login()));
        model.addAttribute("personas", loaded ? PERSONAS : List.of());
        // The demo city comes in one piece a minute or two after the start; until then nobody can come in.
        model.addAttribute("loading", frame.demo() && !loaded);
        return "account/login";
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal AccountUser user, @ModelAttribute("form") PasswordForm form, Model model) {
        model.addAttribute("account", accounts.byId(user.accountId()));
        return "account/account";
    }

    @PostMapping("/account")
    String changePassword(@AuthenticationPrincipal AccountUser user, @Valid @ModelAttribute("form") PasswordForm form, BindingResult errors,
                          Model model, HttpServletRequest request) {
        model.addAttribute("account", accounts.byId(user.accountId()));
        return forms.submit(errors, "account/account", () -> {
            Refusal.when(!form.replacement().equals(form.repeated()), "repeated", "Пароли не совпадают. Введите новый пароль ещё раз");
            Passwords.expectGood(form.replacement(), user.getUsername()); // A slip here is no attempt to guess the current one.
            Refusal.when(!throttle.admits(user.getUsername(), request.getRemoteAddr()), "current",
                    "Слишком много попыток подряд. Подождите несколько минут и попробуйте снова");
            accounts.changeOwnPassword(user.accountId(), form.current(), form.replacement());
            throttle.succeeded(user.getUsername(), request.getRemoteAddr());
        }, "/login?changed", "Пароль изменён");
    }

    @GetMapping("/account/mail")
    String mail(@AuthenticationPrincipal AccountUser user, Model model) {
        Account account = accounts.byId(user.accountId());
        model.addAttribute("form", new MailForm(account.email(), account.mailWanted()));
        return "account/mail";
    }

    @PostMapping("/account/mail")
    String chooseMail(@AuthenticationPrincipal AccountUser user, @Valid @ModelAttribute("form") MailForm form, BindingResult errors) {
        return forms.submit(errors, "account/mail", () -> {
            Refusal.when(form.wanted() && form.email() == null, "email", "Введите адрес, на который присылать письма");
            accounts.chooseMail(user.accountId(), form.email(), form.wanted());
        }, "/account", "Сохранено");
    }
}
