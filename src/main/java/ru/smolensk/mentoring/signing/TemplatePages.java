package ru.smolensk.mentoring.signing;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.SignedIn;

/** «Шаблоны документов», and the papers that the department itself prints. */
@Controller
class TemplatePages {

    private static final String HOME = "/department/templates";
    private static final int LONGEST_NAME = 255;

    /** A button that goes back to an edition. */
    record Back(Integer seen) {
    }

    private final PaperTemplates templates;
    private final PaperReading reading;
    private final PaperFiles paperFiles;
    private final Forms forms;

    TemplatePages(PaperTemplates templates, PaperReading reading, PaperFiles paperFiles, Forms forms) {
        this.templates = templates;
        this.reading = reading;
        this.paperFiles = paperFiles;
        this.forms = forms;
    }

    @GetMapping(HOME)
    String list(Model model) {
        model.addAttribute("kinds", PaperKind.values());
        model.addAttribute("newest", templates.newest());
        return "signing/templates";
    }

    @GetMapping(HOME + "/{kind}")
    String view(@PathVariable String kind, Model model) {
        PaperKind meant = PaperKind.ofWord(kind);
        List<PaperTemplate> editions = templates.editions(meant);
        model.addAttribute("form", new TemplateForm(editions.isEmpty() ? 0 : editions.get(0).number(), null, null));
        return shown(meant, editions, model);
    }

    @PostMapping(HOME + "/{kind}")
    String upload(@AuthenticationPrincipal SignedIn who, @PathVariable String kind, @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
                  Model model) {
        PaperKind meant = PaperKind.ofWord(kind);
        lookThrough(meant, form, errors);
        return forms.submit(errors, shown(meant, templates.editions(meant), model),
                () -> templates.upload(who, meant, form.seen() == null ? 0 : form.seen(), name(form.file(), meant), content(form.file()),
                form.reason().strip()),
                HOME + "/" + kind, "Новый шаблон действует");
    }

    /** What is wrong with the file is said together with what is wrong with the rest. */
    private void lookThrough(PaperKind kind, TemplateForm form, BindingResult errors) {
        if (form == null) {
            return;
        }
        try {
            Refusals wrong = new Refusals();
            form.check(wrong, null);
            wrong.refuse();
            if (errors.hasErrors()) {
                templates.expectUsable(kind, content(form.file()));
            }
        } catch (Refusal wrong) {
            wrong.all().forEach(one -> errors.rejectValue("file", "refused", one.getMessage()));
        }
    }

    @GetMapping(HOME + "/{kind}/editions/{number}")
    String askToRestore(@PathVariable String kind, @PathVariable int number, @ModelAttribute("back") Back back, Model model) {
        templates.content(PaperKind.ofWord(kind), number);
        return asking(PaperKind.ofWord(kind), number, model);
    }

    @GetMapping(HOME + "/{kind}/built-in")
    String askToRestoreBuiltIn(@PathVariable String kind, @ModelAttribute("back") Back back, Model model) {
        return asking(PaperKind.ofWord(kind), null, model);
    }

    private String asking(PaperKind kind, Integer number, Model model) {
        model.addAttribute("number", number);
        shown(kind, templates.editions(kind), model);
        return "signing/restore";
    }

    @PostMapping(HOME + "/{kind}/editions/{number}")
    String restore(@AuthenticationPrincipal SignedIn who, @PathVariable String kind, @PathVariable int number,
            @ModelAttribute("back") Back back,
                   BindingResult errors, Model model) {
        PaperKind meant = PaperKind.ofWord(kind);
        templates.content(meant, number);
        return forms.submit(errors, asking(meant, number, model), () -> templates.restore(who, meant, seen(back), number), HOME + "/"
                + kind,
                "Шаблон снова как в издании\u00a0" + number);
    }

    @PostMapping(HOME + "/{kind}/built-in")
    String restoreBuiltIn(@AuthenticationPrincipal SignedIn who, @PathVariable String kind, @ModelAttribute("back") Back back,
            BindingResult errors,
                          Model model) {
        PaperKind meant = PaperKind.ofWord(kind);
        return forms.submit(errors, asking(meant, null, model), () -> templates.restoreBuiltIn(who, meant, seen(back)), HOME + "/" + kind,
                "Снова действует встроенный шаблон");
    }

    @GetMapping(HOME + "/{kind}/template.docx")
    ResponseEntity<byte[]> current(@PathVariable String kind) {
        return PaperFiles.servedTemplate(templates.current(PaperKind.ofWord(kind)), "Шаблон – " + PaperKind.ofWord(kind).label());
    }

    @GetMapping(HOME + "/{kind}/sample.pdf")
    ResponseEntity<byte[]> sample(@PathVariable String kind) {
        return paperFiles.servedSample(templates.current(PaperKind.ofWord(kind)), PaperKind.ofWord(kind));
    }

    @GetMapping(HOME + "/{kind}/built-in.docx")
    ResponseEntity<byte[]> builtIn(@PathVariable String kind) {
        return PaperFiles.servedTemplate(PaperTemplates.builtIn(PaperKind.ofWord(kind)), "Встроенный шаблон – " + PaperKind.ofWord(kind)
                .label());
    }

    @GetMapping(HOME + "/{kind}/editions/{number}/template.docx")
    ResponseEntity<byte[]> edition(@PathVariable String kind, @PathVariable int number) {
        return PaperFiles.servedTemplate(templates.content(PaperKind.ofWord(kind), number),
                "Шаблон – " + PaperKind.ofWord(kind).label() + ", издание " + number);
    }

    @GetMapping("/department/curators/{id}/order.docx")
    ResponseEntity<byte[]> curatorOrder(@PathVariable long id) {
        return paperFiles.servedWord(reading.curatorOrder(null, id));
    }

    @GetMapping("/department/curators/{id}/order.pdf")
    ResponseEntity<byte[]> curatorOrderPrinted(@PathVariable long id) {
        return paperFiles.servedPdf(reading.curatorOrder(null, id));
    }

    @GetMapping("/department/association/meetings/{id}/paper.docx")
    ResponseEntity<byte[]> protocol(@PathVariable long id) {
        return paperFiles.servedWord(reading.protocol(null, id));
    }

    @GetMapping("/department/association/meetings/{id}/paper.pdf")
    ResponseEntity<byte[]> protocolPrinted(@PathVariable long id) {
        return paperFiles.servedPdf(reading.protocol(null, id));
    }

    private String shown(PaperKind kind, List<PaperTemplate> editions, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("editions", editions);
        model.addAttribute("current", editions.isEmpty() ? null : editions.get(0));
        return "signing/template";
    }

    private static int seen(Back back) {
        return back.seen() == null ? 0 : back.seen();
    }

    private static String name(MultipartFile file, PaperKind kind) {
        String typed = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]",
                "").strip();
        name = name.isEmpty() ? kind.label() + ".docx" : name;
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file == null ? null : file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
