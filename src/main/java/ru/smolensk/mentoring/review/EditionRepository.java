package ru.smolensk.mentoring.review;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EditionRepository extends Repository<Edition, Long> {

    Edition save(Edition edition);

    void flush();

    void delete(Edition edition);

    Optional<Edition> findByOrganisationIdAndId(long organisationId, long id);

    /** Nobody else changes it until the end of the transaction: whoever comes second sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from ReviewEdition e where e.organisationId = :organisationId and e.id = :id")
    Optional<Edition> hold(long organisationId, long id);

    @Query("""
            select e from ReviewEdition e where e.organisationId = :organisationId and e.subject = :subject
               and e.academicYear is not distinct from :year and e.state in :states order by e.number desc""")
    List<Edition> find(long organisationId, ReviewSubject subject, Short year, Collection<ReviewState> states);

    @Query("""
            select coalesce(max(e.number), 0) from ReviewEdition e where e.organisationId = :organisationId and e.subject = :subject
               and e.academicYear is not distinct from :year""")
    int lastNumber(long organisationId, ReviewSubject subject, Short year);
}
