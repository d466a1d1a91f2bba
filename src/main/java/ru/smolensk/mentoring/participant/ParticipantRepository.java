package ru.smolensk.mentoring.participant;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ParticipantRepository extends Repository<Participant, Long> {

    Participant save(Participant participant);

    void flush();

    @Query("""
            select new ru.smolensk.mentoring.participant.Person(p, r, e)
              from Participant p
              left join Mentor r on r.organisationId = p.organisationId and r.participantId = p.id
              left join Mentee e on e.organisationId = p.organisationId and e.participantId = p.id
             where p.organisationId = :organisationId and p.id = :id""")
    Optional<Person> person(long organisationId, long id);

    /** A full namesake: «ё» and «е» are one letter, case does not matter, an unknown date of birth equals another unknown one. */
    @Query("""
            select new ru.smolensk.mentoring.participant.Person(p, r, e)
              from Participant p
              left join Mentor r on r.organisationId = p.organisationId and r.participantId = p.id
              left join Mentee e on e.organisationId = p.organisationId and e.participantId = p.id
             where p.organisationId = :organisationId and p.id <> :except
               and function('searchable', p.lastName) = function('searchable', :lastName)
               and function('searchable', p.firstName) = function('searchable', :firstName)
               and function('searchable', coalesce(p.patronymic, '')) = function('searchable', :patronymic)
               and p.bornOn is not distinct from :bornOn""")
    Optional<Person> namesake(long organisationId, String lastName, String firstName, String patronymic, LocalDate bornOn, long except);

    /** Nobody joins a pair or group while somebody leaves the base, and the other way round: both take the row first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Participant> findLeavingByOrganisationIdAndId(long organisationId, long id);

    @Query("select c from Consent c where c.organisationId = :organisationId and c.participantId = :id order by c.givenOn, c.id")
    List<Consent> consents(long organisationId, long id);
}
