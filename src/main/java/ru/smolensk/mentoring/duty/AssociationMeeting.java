package ru.smolensk.mentoring.duty;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/** A meeting of an association with its protocol. */
@Entity
class AssociationMeeting implements Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private long associationId;
    @Formula("(select a.owner_id from mentor_association a where a.id = association_id)")
    private Long ownerId;
    private LocalDate heldOn;
    private String topic;
    private String decisions;
    private String protocolNumber;
    private Long protocolFileId;
    @Formula("(select f.name from stored_file f where f.id = protocol_file_id)")
    private String protocolFile;
    private LocalDate annulledOn;
    private String annulmentReason;
    @Version
    private int version;

    protected AssociationMeeting() {
    }

    AssociationMeeting(MentorAssociation association, Associations.Meeting said, StoredFile protocol) {
        this.associationId = association.id();
        this.ownerId = association.organisationId();
        describe(said, protocol);
    }

    void change(Associations.Meeting said, StoredFile protocol) {
        expectNotAnnulled();
        describe(said, protocol);
    }

    void annul(LocalDate today, String reason) {
        expectNotAnnulled();
        annulledOn = today;
        annulmentReason = reason;
    }

    private void expectNotAnnulled() {
        Refusal.when(annulled(), null, "Запись об этом заседании аннулирована, изменить её нельзя");
    }

    private void describe(Associations.Meeting said, StoredFile protocol) {
        heldOn = said.heldOn();
        topic = said.topic();
        decisions = said.decisions();
        protocolNumber = said.protocolNumber();
        protocolFileId = protocol == null ? null : protocol.id();
        protocolFile = protocol == null ? null : protocol.name();
    }

    @Override
    public Long id() {
        return id;
    }

    @Override
    public Long organisationId() {
        return ownerId;
    }

    @Override
    public Subject subject() {
        return Subject.ASSOCIATION_MEETING;
    }

    @Override
    public String title() {
        return "Заседание " + new Russian().date(heldOn);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Дата", heldOn).add("Тема", topic).add("Решения", decisions).add("Номер протокола", protocolNumber)
                .add("Протокол", protocolFile).add("Аннулировано", annulledOn);
    }

    @Override
    public int version() {
        return version;
    }

    long associationId() {
        return associationId;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public String topic() {
        return topic;
    }

    public String decisions() {
        return decisions;
    }

    public String protocolNumber() {
        return protocolNumber;
    }

    public Long protocolFileId() {
        return protocolFileId;
    }

    public boolean annulled() {
        return annulledOn != null;
    }
}
