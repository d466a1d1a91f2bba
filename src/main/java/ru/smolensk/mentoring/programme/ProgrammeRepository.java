package ru.smolensk.mentoring.programme;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProgrammeRepository extends Repository<Programme, Long> {

    Programme save(Programme programme);

    void flush();

    Optional<Programme> findByOrganisationIdAndId(long organisationId, long id);

    /** Nobody else changes it until the end of the transaction: whoever comes second sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Programme p where p.organisationId = :organisationId and p.id = :id")
    Optional<Programme> hold(long organisationId, long id);

    List<Programme> findByOrganisationIdAndSeriesIdOrderByEdition(long organisationId, long seriesId);

    List<Programme> findByOrganisationIdAndMentorshipIdAndStatusNot(long organisationId, long mentorshipId, ProgrammeStatus status);
}
