package ru.smolensk.mentoring.cityregister;

import jakarta.validation.Valid;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.SignedIn;

/**
 * Saved views of the reader's own. They stand under the account, not under the department: an observer changes nothing of the city by
 * keeping one. Whoever reads no registers has none.
 */
@Controller
@RequestMapping("/account/views")
class SavedViewPages {

    private static final Set<String> READERS = Set.of("METHODOLOGIST", "OBSERVER");
    private static final String FORM = "cityregister/view-form";

    private final SavedViews views;
    private final Forms forms;

    SavedViewPages(SavedViews views, Forms forms) {
        this.views = views;
        this.forms = forms;
    }

    @GetMapping("/new/{register}")
    String blank(@AuthenticationPrincipal SignedIn who, @PathVariable String register, @RequestParam MultiValueMap<String, String> address,
                 @ModelAttribute("form") SavedViewForm form, Model model) {
        return shown(who, register, address, model);
    }

    @PostMapping("/new/{register}")
    String keep(@AuthenticationPrincipal SignedIn who, @PathVariable String register, @RequestParam MultiValueMap<String, String> address,
                @Valid @ModelAttribute("form") SavedViewForm form, BindingResult errors, Model model) {
        shown(who, register, address, model);
        Asked asked = (Asked) model.getAttribute("asked");
        return forms.submit(errors, FORM, () -> views.keep(who.accountId(), asked.register(), form.name(), asked.query()),
                id -> views.one(who.accountId(), id).address(), "Вид сохранён");
    }

    @GetMapping("/{id}")
    String open(@AuthenticationPrincipal SignedIn who, @PathVariable long id) {
        return "redirect:" + views.one(who.accountId(), id).address();
    }

    @GetMapping("/{id}/edit")
    String askName(@AuthenticationPrincipal SignedIn who, @PathVariable long id, Model model) {
        SavedViews.View view = views.one(who.accountId(), id);
        model.addAttribute("view", view);
        model.addAttribute("form", new SavedViewForm(view.name()));
        return "cityregister/view-edit";
    }

    @PostMapping("/{id}/edit")
    String rename(@AuthenticationPrincipal SignedIn who, @PathVariable long id, @Valid @ModelAttribute("form") SavedViewForm form,
                  BindingResult errors, Model model) {
        SavedViews.View view = views.one(who.accountId(), id);
        model.addAttribute("view", view);
        return forms.submit(errors, "cityregister/view-edit", () -> views.rename(who.accountId(), id, form.name()),
                view.address(), "Вид переименован");
    }

    @PostMapping("/{id}/delete")
    String delete(@AuthenticationPrincipal SignedIn who, @PathVariable long id, @ModelAttribute("form") SavedViewForm form,
                  BindingResult errors) {
        SavedViews.View view = views.one(who.accountId(), id);
        return forms.submit(errors, FORM, () -> views.delete(who.accountId(), id), "/department/registers/" + view.register(),
                "Вид удалён");
    }

    private static String shown(SignedIn who, String register, MultiValueMap<String, String> address, Model model) {
        if (!READERS.contains(who.role())) {
            throw new NotFound();
        }
        model.addAttribute("asked", Asked.of(CityRegisters.called(register), address));
        return FORM;
    }
}
