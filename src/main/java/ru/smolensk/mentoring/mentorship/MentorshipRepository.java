package ru.smolensk.mentoring.mentorship;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface MentorshipRepository extends Repository<Mentorship, Long> {

    Mentorship save(Mentorship mentorship);

    void flush();

    Optional<Mentorship> findByOrganisationIdAndId(long organisationId, long id);

    /** Nobody else changes it until the end of the transaction: two mentees who leave at the same moment must not both be the last but one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Mentorship> findToChangeByOrganisationIdAndId(long organisationId, long id);
}
