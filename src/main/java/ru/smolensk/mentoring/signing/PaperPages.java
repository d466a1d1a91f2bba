package ru.smolensk.mentoring.signing;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
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
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.Forms;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.ReasonForm;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;

/** «На подпись»: a paper as Word and PDF, and its scan when it has been signed. */
@Controller
@RequestMapping("/workspace/papers")
class PaperPages {

    private final PaperReading reading;
    private final PaperFiles paperFiles;
    private final SignedPapers scans;
    private final PaperList papers;
    private final Files files;
    private final History history;
    private final Forms forms;

    PaperPages(PaperReading reading, PaperFiles paperFiles, SignedPapers scans, PaperList papers, Files files, History history,
            Forms forms) {
        this.reading = reading;
        this.paperFiles = paperFiles;
        this.scans = scans;
        this.papers = papers;
        this.files = files;
        this.history = history;
        this.forms = forms;
    }

    /** Papers of one kind, as a page of the list shows them; {@code found}: how many there are on all pages. */
    record Group(PaperKind kind, int found, List<Standing> papers) {
    }

    @GetMapping
    String list(Tenant tenant, @ModelAttribute("asked") PaperList.Asked asked, @RequestParam(required = false) String page, Model model) {
        Map<PaperKind, Integer> counts = papers.counts(tenant, asked);
        long total = counts.values().stream().mapToLong(Integer::longValue).sum();
        Paged<Standing> paged = papers.page(tenant, asked, Paged.number(page), total);
        model.addAttribute("paged", paged);
        model.addAttribute("owed", papers.owed(tenant));
        model.addAttribute("kinds", PaperKind.values());
        model.addAttribute("states", PaperList.State.values());
        model.addAttribute("groups", counts.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue(),
                paged.rows().stream().filter(paper -> paper.kind() == one.getKey()).toList())).filter(group -> !group.papers().isEmpty())
                .toList());
        return "signing/list";
    }

    @GetMapping("/{kind}/{id}")
    String view(Tenant tenant, @PathVariable String kind, @PathVariable long id, Model model) {
        model.addAttribute("form", new ScanForm(null, null));
        return shown(tenant, PaperKind.ofWord(kind), id, model);
    }

    @GetMapping("/{kind}/{id}/paper.docx")
    ResponseEntity<byte[]> word(Tenant tenant, @PathVariable String kind, @PathVariable long id) {
        return paperFiles.servedWord(reading.read(tenant, PaperKind.ofWord(kind), id));
    }

    @GetMapping("/{kind}/{id}/paper.pdf")
    ResponseEntity<byte[]> pdf(Tenant tenant, @PathVariable String kind, @PathVariable long id) {
        return paperFiles.servedPdf(reading.read(tenant, PaperKind.ofWord(kind), id));
    }

    @PostMapping("/{kind}/{id}")
    String attach(Tenant tenant, @PathVariable String kind, @PathVariable long id, @Valid @ModelAttribute("form") ScanForm form,
                  BindingResult errors, Model model) {
        PaperKind meant = PaperKind.ofWord(kind);
        shown(tenant, meant, id, model);
        if (form != null) {
            files.receive(tenant, form.file(), "file", errors);
        }
        return forms.submit(errors, "signing/paper", () -> scans.attach(tenant, meant, id, Upload.id(form.file()),
                Typed.dateIfAny(form.signedOn())),
                "/workspace/papers/" + kind + "/" + id, "Скан приложен");
    }

    @GetMapping("/{kind}/{id}/annul")
    String askReason(Tenant tenant, @PathVariable String kind, @PathVariable long id, @ModelAttribute("form") ReasonForm form,
            Model model) {
        scans.inForce(tenant, PaperKind.ofWord(kind), id).orElseThrow(NotFound::new);
        shown(tenant, PaperKind.ofWord(kind), id, model);
        return "signing/annul";
    }

    @PostMapping("/{kind}/{id}/annul")
    String annul(Tenant tenant, @PathVariable String kind, @PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form,
                 BindingResult errors, Model model) {
        scans.inForce(tenant, PaperKind.ofWord(kind), id).orElseThrow(NotFound::new);
        shown(tenant, PaperKind.ofWord(kind), id, model);
        return forms.submit(errors, "signing/annul", () -> scans.annul(tenant, PaperKind.ofWord(kind), id, form.reason()),
                "/workspace/papers/" + kind + "/" + id, "Скан убран");
    }

    private String shown(Tenant tenant, PaperKind kind, long id, Model model) {
        DrawnUp paper = reading.read(tenant, kind, id);
        List<Standing> standing = papers.of(tenant, List.of(kind), id);
        model.addAttribute("paper", paper);
        model.addAttribute("standing", standing.isEmpty() ? null : standing.get(0));
        model.addAttribute("scan", SignedPaper.KEPT_HERE.contains(kind) ? scans.inForce(tenant, kind, id).orElse(null) : null);
        String elsewhere = elsewhere(kind, id, paper);
        model.addAttribute("elsewhere", elsewhere);
        model.addAttribute("attachable", elsewhere == null && !paper.gone() && !standing.isEmpty());
        model.addAttribute("dated", SignedPaper.KEPT_HERE.contains(kind));
        model.addAttribute("history", history.of(scans.ever(tenant, kind, id)));
        return "signing/paper";
    }

    /** The form that takes the scan of an order or a protocol, and of a consent together with its date; {@code null}: it is taken here. */
    private static String elsewhere(PaperKind kind, long id, DrawnUp paper) {
        return switch (kind) {
            case ASSIGNMENT_ORDER -> "/workspace/orders/" + id + "/edit#file";
            case PROCESSING_CONSENT -> paper.fields().get("дата согласия").isEmpty() ? paper.page() + "/consents/new?kind=PROCESSING"
                    : null;
            case DISTRIBUTION_CONSENT -> paper.fields().get("дата согласия").isEmpty() ? paper.page() + "/consents/new?kind=DISTRIBUTION"
                    : null;
            case MEETING_PROTOCOL -> "/workspace/association/meetings/" + id + "/edit";
            default -> null;
        };
    }
}
