package ru.smolensk.mentoring.register;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/** Includes mentors in the municipal register and takes them out (Regulation 4.4, roadmap 2.6). */
@Service
@Transactional
public class MentorRegister {

    private final RegisterEntryRepository entries;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    MentorRegister(RegisterEntryRepository entries, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the department has decided.
     *
     * @param basis the paper: «протокол заседания ГМО № 3 от 15.05.2026»
     * @param words what for: everybody reads them
     */
    public record Decision(LocalDate includedOn, String basis, String words) {
    }

    /**
     * Somebody who may be included.
     *
     * @param consented whether the consent to distribution is in force
     * @param included whether they are in the register already
     */
    record Candidate(long organisationId, String slug, String shortName, long mentorId, String name, String position, boolean consented,
                     boolean included) {
    }

    /**
     * Includes a mentor.
     *
     * @return the identifier of the entry
     * @throws NotFound if the organisation has no such mentor, or they have left
     * @throws Refusal if the consent to distribution is not in force, or the mentor is in the register already
     */
    public long include(String slug, long mentorId, Decision said) {
        Candidate candidate = candidate(slug, mentorId);
        Refusal.when(!candidate.consented(), null, "Согласия на распространение персональных данных у этого наставника нет или оно отозвано. "
                + "Его вносит куратор организации в карточке наставника");
        Refusal.when(candidate.included(), null, "Этот наставник уже в реестре");
        RegisterEntry entry = entries.save(new RegisterEntry(candidate.organisationId(), mentorId, candidate.name(),
                card(candidate.organisationId(), mentorId), said, clock.today()));
        entries.flush();
        journal.entered(entry);
        return entry.id();
    }

    void correct(long id, Integer version, Decision said) {
        RegisterEntry entry = one(id);
        entry.expectVersion(version);
        journal.change(entry, Action.CHANGED, () -> entry.correct(said, clock.today()));
    }

    /** Shows everybody what the base says of the mentor now. */
    void takeOver(long id) {
        RegisterEntry entry = one(id);
        journal.change(entry, Action.CHANGED, () -> entry.takeOver(card(entry.organisationId(), entry.mentorId())));
    }

    /** What the base says of a mentor now. */
    @Transactional(readOnly = true)
    Card card(long organisationId, long mentorId) {
        return jdbc.sql("""
                select p.position, m.category, m.competences, m.achievements
                  from mentor m join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id
                 where m.organisation_id = ? and m.participant_id = ?
                """).params(organisationId, mentorId).query(Card.class).single();
    }

    /** Takes a mentor out: from this moment nobody else reads of them. */
    public void exclude(long id, String reason) {
        RegisterEntry entry = one(id);
        journal.change(entry, Action.EXCLUDED, reason, () -> entry.exclude(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    RegisterEntry one(long id) {
        return entries.findById(id).orElseThrow(NotFound::new);
    }

    /** A mentor of an organisation's base who has not left it. */
    @Transactional(readOnly = true)
    Candidate candidate(String slug, long mentorId) {
        Optional<Candidate> found = jdbc.sql("""
                select o.id as organisation_id, o.slug, o.short_name, p.id as mentor_id,
                       p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '') as name, p.position,
                       exists (select from consent c where c.organisation_id = p.organisation_id and c.participant_id = p.id
                                  and c.kind = 'DISTRIBUTION' and c.withdrawn_on is null) as consented,
                       exists (select from register_entry e where e.organisation_id = p.organisation_id and e.mentor_id = p.id
                                  and e.excluded_on is null) as included
                  from mentor m
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id and p.left_on is null
                  join organisation o on o.id = m.organisation_id
                 where o.slug = ? and m.participant_id = ?
                """).params(slug, mentorId).query(Candidate.class).optional();
        return found.orElseThrow(NotFound::new);
    }
}
