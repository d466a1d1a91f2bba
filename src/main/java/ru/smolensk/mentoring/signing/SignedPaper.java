package ru.smolensk.mentoring.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusal;

/** The scan of a paper that has been signed. Orders, consents and protocols keep theirs themselves; this is for the others. */
@Entity
class SignedPaper extends AnnullableEntity implements Audited {

    /** The papers whose scan is kept here. */
    static final Set<PaperKind> KEPT_HERE = EnumSet.of(PaperKind.PROGRAMME, PaperKind.PARTIES_CONSENT, PaperKind.LETTER_OF_THANKS,
            PaperKind.CURATOR_ORDER,
            PaperKind.ROADMAP);

    @Enumerated(EnumType.STRING)
    private PaperKind kind;
    private Long programmeId;
    private Long mentorshipId;
    private Long mentorId;
    private Long appointmentId;
    private Long roadmapId;
    private LocalDate signedOn;
    private Long fileId;
    @Formula("(select f.name from stored_file f where f.id = file_id)")
    private String fileName;
    @Formula("(select p.named from signable_paper p where p.organisation_id = organisation_id and p.kind = kind"
            + " and p.thing_id = coalesce(programme_id, mentorship_id, mentor_id, appointment_id, roadmap_id))")
    private String thing;

    protected SignedPaper() {
    }

    SignedPaper(long organisationId, PaperKind kind, long thingId, String thing, StoredFile file, LocalDate signedOn, LocalDate today) {
        super(organisationId);
        Refusal.when(signedOn != null && signedOn.isAfter(today), "signedOn",
                "Этот день ещё не наступил. Укажите день, когда документ подписан");
        this.kind = kind;
        this.thing = thing;
        switch (kind) {
            case PROGRAMME -> programmeId = thingId;
            case PARTIES_CONSENT -> mentorshipId = thingId;
            case LETTER_OF_THANKS -> mentorId = thingId;
            case CURATOR_ORDER -> appointmentId = thingId;
            case ROADMAP -> roadmapId = thingId;
            default -> throw new IllegalArgumentException(kind + " keeps its file itself");
        }
        this.fileId = file.id();
        this.fileName = file.name();
        this.signedOn = signedOn;
    }

    @Override
    public Subject subject() {
        return Subject.SIGNED_PAPER;
    }

    @Override
    public String title() {
        return kind.label() + ": " + thing;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Документ", kind).add("К чему", thing).add("Файл", fileName).add("Подписан", signedOn)
                .add("Аннулировано", annulledOn());
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public Long fileId() {
        return fileId;
    }
}
