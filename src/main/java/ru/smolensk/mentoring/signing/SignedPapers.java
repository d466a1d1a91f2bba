package ru.smolensk.mentoring.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.FileType;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.participant.ConsentKind;
import ru.smolensk.mentoring.participant.Participants;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** Scans of signed papers: attaches them, and knows which papers still lack theirs. */
@Service
@Transactional
public class SignedPapers {

    /** What can show a signature. */
    private static final Set<FileType> SCANS = Set.of(FileType.PDF, FileType.JPG, FileType.PNG);

    private final SignedPaperRepository papers;
    private final PaperReading reading;
    private final Files files;
    private final Participants participants;
    private final PaperList list;
    private final Journal journal;
    private final PortalClock clock;

    SignedPapers(SignedPaperRepository papers, PaperReading reading, Files files, Participants participants, PaperList list,
            Journal journal,
                 PortalClock clock) {
        this.papers = papers;
        this.reading = reading;
        this.files = files;
        this.participants = participants;
        this.list = list;
        this.journal = journal;
        this.clock = clock;
    }

    /** What still lacks its scan, by kinds, the newest first; one statement. */
    @Transactional(readOnly = true)
    public List<Standing> lacking(Tenant tenant) {
        return list.lacking(tenant);
    }

    /** The scan in force that is kept here. */
    @Transactional(readOnly = true)
    Optional<SignedPaper> inForce(Tenant tenant, PaperKind kind, long thing) {
        return papers.findInForce(tenant.id(), kind, thing);
    }

    /** Every scan that was ever kept here for the thing, those replaced and taken away too. */
    @Transactional(readOnly = true)
    List<SignedPaper> ever(Tenant tenant, PaperKind kind, long thing) {
        return papers.findEver(tenant.id(), kind, thing);
    }

    /**
     * Attaches a scan; one that was there before stays in the history.
     *
     * @throws NotFound if the organisation has no such thing
     */
    public void attach(Tenant tenant, PaperKind kind, long thing, Long fileId, LocalDate signedOn) {
        DrawnUp paper = reading.read(tenant, kind, thing);
        Refusal.when(paper.gone(), null, "Запись аннулирована: скан к ней не приложить");
        Refusal.when(fileId == null, "file", "Выберите файл со сканом");
        Refusal.when(!SCANS.contains(files.saved(tenant, fileId).type()), "file",
                "Нужен скан или снимок документа с подписями: PDF, JPG или PNG. Файл Word или Excel подписей не показывает");
        if (kind == PaperKind.PROCESSING_CONSENT || kind == PaperKind.DISTRIBUTION_CONSENT) {
            participants.attachConsent(tenant, thing, kind == PaperKind.PROCESSING_CONSENT ? ConsentKind.PROCESSING
                    : ConsentKind.DISTRIBUTION, fileId);
            return;
        }
        Refusal.when(!SignedPaper.KEPT_HERE.contains(kind), null, "Файл этого документа прикладывают в его собственной форме");
        papers.findInForce(tenant.id(), kind, thing).ifPresent(before -> {
            journal.change(before, Action.ANNULLED, "Заменён новым сканом", () -> before.annul(clock.today(), "Заменён новым сканом"));
            papers.flush();
        });
        StoredFile file = files.saved(tenant, fileId);
        SignedPaper scan = papers.save(new SignedPaper(tenant.id(), kind, thing, paper.thing(), file, signedOn, clock.today()));
        files.attach(tenant, fileId);
        papers.flush();
        journal.entered(scan);
    }

    /** Takes away a scan that was attached by mistake. */
    void annul(Tenant tenant, PaperKind kind, long thing, String reason) {
        SignedPaper scan = papers.findInForce(tenant.id(), kind, thing).orElseThrow(NotFound::new);
        journal.change(scan, Action.ANNULLED, reason, () -> scan.annul(clock.today(), reason));
    }
}
