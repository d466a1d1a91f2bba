package ru.smolensk.mentoring.participant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** Enters people into the bases of mentors and mentees, changes what is known of them, keeps their consents (O4.8). */
@Service
@Transactional
public class Participants {

    private static final long NOBODY = 0;

    private final ParticipantRepository people;
    private final EntityManager entities;
    private final Involvement involvement;
    private final Partners partners;
    private final Files files;
    private final Journal journal;
    private final PortalClock clock;

    Participants(ParticipantRepository people, EntityManager entities, Involvement involvement, Partners partners, Files files,
                 Journal journal, PortalClock clock) {
        this.people = people;
        this.entities = entities;
        this.involvement = involvement;
        this.partners = partners;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is said of a person apart from their roles.
     *
     * @param bornOn may be {@code null}; tells full namesakes apart
     * @param position may be {@code null}
     * @param teachingSince the first day of teaching, {@code null} if it is not known or the person does not teach
     */
    public record Description(PersonName name, LocalDate bornOn, String position, Employment employment, LocalDate teachingSince) {
    }

    /**
     * What is said of a mentor; everything but the date may be {@code null}.
     *
     * @param enteredOn the day of entering the base of mentors
     * @param category the qualification category
     */
    public record MentorRole(LocalDate enteredOn, String category, String competences, String achievements, String freeTime) {
    }

    /**
     * What is said of a mentee.
     *
     * @param enteredOn the day of entering the base of mentees
     * @param request what help is wanted, may be {@code null}
     */
    public record MenteeRole(LocalDate enteredOn, MenteeCategory category, String request) {
    }

    /**
     * Enters a mentor.
     *
     * @return the person's identifier
     * @throws Refusal if a rule refuses, the partner can't be chosen, or the person is in the base already
     */
    public long enterMentor(Tenant tenant, Description said, MentorRole role) {
        return enterMentor(tenant, said, role, Map.of());
    }

    /** The same with the consents given already, see {@link Entering}. */
    public long enterMentor(Tenant tenant, Description said, MentorRole role, Map<ConsentKind, LocalDate> consents) {
        expectNoNamesake(tenant, said, NOBODY);
        long id = new Entering(tenant).enter(said, role, consents);
        people.flush();
        return id;
    }

    /**
     * Enters a mentee.
     *
     * @return the person's identifier
     * @throws Refusal if a rule refuses, the partner can't be chosen, or the person is in the base already
     */
    public long enterMentee(Tenant tenant, Description said, MenteeRole role) {
        return enterMentee(tenant, said, role, Map.of());
    }

    /** The same with the consents given already, see {@link Entering}. */
    public long enterMentee(Tenant tenant, Description said, MenteeRole role, Map<ConsentKind, LocalDate> consents) {
        expectNoNamesake(tenant, said, NOBODY);
        long id = new Entering(tenant).enter(said, role, consents);
        people.flush();
        return id;
    }

    /** Enters people by the thousand, see {@link Entering}. */
    public Entering enteringMany(Tenant tenant) {
        return new Entering(tenant);
    }

    /**
     * Enters people of one organisation, in one transaction, without reading anything but their partners, each once; they are written together.
     * Whoever calls has looked for namesakes: of two that were overlooked the database refuses the second.
     */
    public final class Entering {

        private final Tenant tenant;
        private final Map<Long, String> attached = new HashMap<>();

        private Entering(Tenant tenant) {
            this.tenant = tenant;
        }

        /**
         * Enters a mentor.
         *
         * @param consents the day of each, signed on paper that stays with the organisation
         * @return the person's identifier
         * @throws Refusal as {@link #enterMentor}; of a consent at «processing» or «distribution»
         */
        public long enter(Description said, MentorRole role, Map<ConsentKind, LocalDate> consents) {
            Person person = described(said);
            entities.persist(person.becomeMentor(role, clock.today()));
            return entered(person, consents);
        }

        /** The same of a mentee. */
        public long enter(Description said, MenteeRole role, Map<ConsentKind, LocalDate> consents) {
            Person person = described(said);
            entities.persist(person.becomeMentee(role, clock.today()));
            return entered(person, consents);
        }

        private Person described(Description said) {
            Long partner = said.employment().partnerId();
            String name = partner == null ? null : attached.computeIfAbsent(partner, id -> partners.attach(tenant, id, "partner"));
            return new Person(people.save(new Participant(tenant.id(), said, name, clock.today())), null, null);
        }

        private long entered(Person person, Map<ConsentKind, LocalDate> consents) {
            consents.forEach((kind, givenOn) -> {
                try {
                    Consent consent = new Consent(tenant.id(), person.id(), kind, givenOn, null, clock.today());
                    person.give(consent);
                    entities.persist(consent);
                } catch (Refusal refusal) {
                    throw new Refusal(kind.name().toLowerCase(Locale.ROOT), refusal.getMessage());
                }
            });
            journal.entered(person);
            return person.id();
        }
    }

    /**
     * Makes a person of the base a mentor too.
     *
     * @throws NotFound if the organisation has no such person
     * @throws Refusal if they are one already or have left
     */
    public void addMentorRole(Tenant tenant, long id, MentorRole role) {
        Person person = one(tenant, id);
        journal.change(person, Action.ROLE_ADDED, () -> entities.persist(person.becomeMentor(role, clock.today())));
        people.flush();
    }

    /**
     * Makes a person of the base a mentee too.
     *
     * @throws NotFound if the organisation has no such person
     * @throws Refusal if they are one already or have left
     */
    public void addMenteeRole(Tenant tenant, long id, MenteeRole role) {
        Person person = one(tenant, id);
        journal.change(person, Action.ROLE_ADDED, () -> entities.persist(person.becomeMentee(role, clock.today())));
        people.flush();
    }

    void changeMentor(Tenant tenant, long id, Integer version, Description said, MentorRole role) {
        Person person = mentor(tenant, id);
        person.expectVersion(version);
        change(tenant, person, said, partner -> person.change(said, partner, role, clock.today()));
    }

    void changeMentee(Tenant tenant, long id, Integer version, Description said, MenteeRole role) {
        Person person = mentee(tenant, id);
        person.expectVersion(version);
        change(tenant, person, said, partner -> person.change(said, partner, role, clock.today()));
    }

    /** Changes what is known of a mentor, whatever the version. */
    public void changeMentor(Tenant tenant, long id, Description said, MentorRole role) {
        Person person = mentor(tenant, id);
        change(tenant, person, said, partner -> person.change(said, partner, role, clock.today()));
    }

    /** Changes what is known of a mentee, whatever the version. */
    public void changeMentee(Tenant tenant, long id, Description said, MenteeRole role) {
        Person person = mentee(tenant, id);
        change(tenant, person, said, partner -> person.change(said, partner, role, clock.today()));
    }

    /** Marks that a person has left the base; one who is still in a pair or group can't. */
    public void leave(Tenant tenant, long id, LocalDate on) {
        people.findLeavingByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
        Person person = one(tenant, id);
        List<String> later = involvement.codesAfter(tenant.id(), id, on);
        Refusal.when(!later.isEmpty(), "leftOn", "Позже этого дня человек ещё состоит в парах и группах: " + String.join(", ", later)
                + ". Сначала завершите их, замените наставника или отметьте выход наставляемого");
        journal.change(person, Action.LEFT, () -> person.leave(on, clock.today()));
    }

    void comeBack(Tenant tenant, long id) {
        Person person = one(tenant, id);
        journal.change(person, Action.RETURNED, person::comeBack);
    }

    /**
     * Enters a written consent of a person.
     *
     * @param givenOn the day it was signed
     * @param fileId the scanned paper among the organisation's stored files, or {@code null}
     * @return the consent's identifier
     * @throws NotFound if the organisation has no such person
     * @throws Refusal if a consent of this kind is in force already
     */
    public long giveConsent(Tenant tenant, long id, ConsentKind kind, LocalDate givenOn, Long fileId) {
        Person person = one(tenant, id);
        files.attach(tenant, fileId);
        Consent consent = new Consent(tenant.id(), id, kind, givenOn, fileId, clock.today());
        journal.change(person, Action.CONSENT_GIVEN, () -> person.give(consent));
        entities.persist(consent);
        people.flush();
        return consent.id();
    }

    /**
     * Attaches the scan of a consent that is in force.
     *
     * @throws NotFound if the organisation has no such person
     * @throws Refusal if there is no such consent in force
     */
    public void attachConsent(Tenant tenant, long id, ConsentKind kind, long fileId) {
        Person person = one(tenant, id);
        Consent consent = person.inForce(kind);
        Refusal.when(consent == null, null, "Согласия ещё нет. Сначала внесите его дату");
        files.attach(tenant, fileId);
        journal.change(person, Action.CHANGED, () -> consent.scanned(fileId));
    }

    public void withdrawConsent(Tenant tenant, long id, long consentId, LocalDate on) {
        Person person = one(tenant, id);
        Consent consent = person.consent(consentId);
        journal.change(person, Action.CONSENT_WITHDRAWN, () -> consent.withdraw(on, clock.today()));
    }

    @Transactional(readOnly = true)
    Person one(Tenant tenant, long id) {
        return people.person(tenant.id(), id).orElseThrow(NotFound::new).with(people.consents(tenant.id(), id));
    }

    /** The person, if they are a mentor. */
    @Transactional(readOnly = true)
    Person mentor(Tenant tenant, long id) {
        Person person = one(tenant, id);
        if (person.mentor() == null) {
            throw new NotFound();
        }
        return person;
    }

    /** The person, if they are a mentee. */
    @Transactional(readOnly = true)
    Person mentee(Tenant tenant, long id) {
        Person person = one(tenant, id);
        if (person.mentee() == null) {
            throw new NotFound();
        }
        return person;
    }

    private void change(Tenant tenant, Person person, Description said, Consumer<String> verb) {
        if (!person.participant().isNamed(said)) {
            expectNoNamesake(tenant, said, person.id());
        }
        String partner = partner(tenant, said);
        journal.change(person, Action.CHANGED, () -> verb.accept(partner));
        // A change of the role alone must make older forms stale too; at once, for an import lets go of the person before the transaction ends.
        entities.lock(person.participant(), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private void expectNoNamesake(Tenant tenant, Description said, long except) {
        PersonName name = said.name();
        String patronymic = name.patronymic() == null ? "" : name.patronymic();
        people.namesake(tenant.id(), name.lastName(), name.firstName(), patronymic, said.bornOn(), except).ifPresent(found -> {
            throw new Namesake(found);
        });
    }

    private String partner(Tenant tenant, Description said) {
        Long partner = said.employment().partnerId();
        return partner == null ? null : partners.attach(tenant, partner, "partner");
    }
}
