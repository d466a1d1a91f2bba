package ru.smolensk.mentoring.document;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/** Enters, changes and annuls the legal acts of the three levels that the city keeps for all organisations. */
@Service
@Transactional
public class LegalActs {

    private final LegalActRepository acts;
    private final Files files;
    private final Journal journal;
    private final PortalClock clock;

    LegalActs(LegalActRepository acts, Files files, Journal journal, PortalClock clock) {
        this.acts = acts;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is said of an act; only the level and the title are always known.
     *
     * @param fileId a file of the city, or {@code null} when there is a link
     * @param link {@code http(s)://…}, or {@code null} when there is a file
     */
    public record Description(LegalLevel level, String issuer, String number, LocalDate datedOn, String title, Long fileId, String link) {
    }

    /**
     * Enters an act.
     *
     * @return its identifier
     * @throws Refusal at the field that is wrong
     */
    public long enter(Description said) {
        LegalAct act = acts.save(new LegalAct(said, file(said)));
        journal.entered(act);
        return act.id();
    }

    void change(long id, Integer version, Description said) {
        LegalAct act = one(id);
        act.expectVersion(version);
        journal.change(act, Action.CHANGED, () -> act.change(said, file(said)));
    }

    void annul(long id, String reason) {
        LegalAct act = one(id);
        journal.change(act, Action.ANNULLED, reason, () -> act.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    LegalAct one(long id) {
        return acts.findById(id).orElseThrow(NotFound::new);
    }

    private StoredFile file(Description said) {
        Refusal.when(said.datedOn() != null && said.datedOn().isAfter(clock.today()), "datedOn", "Дата акта ещё не наступила");
        files.attach(null, said.fileId());
        return files.saved(null, said.fileId());
    }
}
