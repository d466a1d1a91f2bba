package ru.smolensk.mentoring.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.PartitionKey;

/** A person's role as a mentee; lives and changes inside {@link Person}. */
@Entity
class Mentee {

    @Id
    private Long participantId;
    @PartitionKey
    private Long organisationId;
    private LocalDate enteredOn;
    @Enumerated(EnumType.STRING)
    private MenteeCategory category;
    private String request;

    protected Mentee() {
    }

    Mentee(long organisationId, long participantId, Participants.MenteeRole said) {
        this.organisationId = organisationId;
        this.participantId = participantId;
        describe(said);
    }

    void describe(Participants.MenteeRole said) {
        enteredOn = said.enteredOn();
        category = said.category();
        request = said.request();
    }

    public LocalDate enteredOn() {
        return enteredOn;
    }

    public MenteeCategory category() {
        return category;
    }

    public String request() {
        return request;
    }
}
