package ru.smolensk.mentoring.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.PartitionKey;

/** A person's role as a mentor; lives and changes inside {@link Person}. */
@Entity
class Mentor {

    @Id
    private Long participantId;
    @PartitionKey
    private Long organisationId;
    private LocalDate enteredOn;
    private String category;
    private String competences;
    private String achievements;
    private String freeTime;

    protected Mentor() {
    }

    Mentor(long organisationId, long participantId, Participants.MentorRole said) {
        this.organisationId = organisationId;
        this.participantId = participantId;
        describe(said);
    }

    void describe(Participants.MentorRole said) {
        enteredOn = said.enteredOn();
        category = said.category();
        competences = said.competences();
        achievements = said.achievements();
        freeTime = said.freeTime();
    }

    public LocalDate enteredOn() {
        return enteredOn;
    }

    public String category() {
        return category;
    }

    public String competences() {
        return competences;
    }

    public String achievements() {
        return achievements;
    }

    public String freeTime() {
        return freeTime;
    }
}
