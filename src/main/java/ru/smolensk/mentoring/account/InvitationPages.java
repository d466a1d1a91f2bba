package ru.smolensk.mentoring.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Refusal;

/** The page that a one-time link opens: the invited person chooses a password. A used, old or broken link tells nothing but that. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationPages {

    private final Invitations invitations;
    private final Forms forms;

    InvitationPages(Invitations invitations, Forms forms) {
        this.invitations = invitations;
        this.forms = forms;
    }

    /** The first password; BCrypt reads no more than 72 bytes, so no more are taken. */
    record PasswordForm(@NotBlank(message = "Придумайте пароль")
                        @Size(min = 8, max = 36, message = "Пароль должен быть от 8 до 36 знаков") String replacement,
                        @NotBlank(message = "Повторите пароль") String repeated) {
    }

    private static final class NoSuchInvitation extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @GetMapping
    String welcome(@PathVariable String token, @ModelAttribute("form") PasswordForm form, Model model) {
        return page(token, model);
    }

    @PostMapping
    String accept(@PathVariable String token, @Valid @ModelAttribute("form") PasswordForm form, BindingResult errors, Model model) {
        return forms.submit(errors, page(token, model), () -> {
            Refusal.when(!form.replacement().equals(form.repeated()), "repeated", "Пароли не совпадают. Введите пароль ещё раз");
            if (!invitations.accept(token, form.replacement())) {
                throw new NoSuchInvitation();
            }
        }, "/login?invited", "Пароль сохранён");
    }

    @ExceptionHandler(NoSuchInvitation.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String gone() {
        return "account/invitation-gone";
    }

    private String page(String token, Model model) {
        Optional<Account> invited = invitations.invited(token);
        model.addAttribute("account", invited.orElseThrow(NoSuchInvitation::new));
        return "account/invitation";
    }
}
