package ru.smolensk.mentoring.mentorship;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface AssignmentOrderRepository extends Repository<AssignmentOrder, Long> {

    AssignmentOrder save(AssignmentOrder order);

    void flush();

    Optional<AssignmentOrder> findByOrganisationIdAndId(long organisationId, long id);

    /** Nobody names a pair by it until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<AssignmentOrder> findToChangeByOrganisationIdAndId(long organisationId, long id);

    /** Nobody annuls it or moves its date until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    Optional<AssignmentOrder> findToStandOnByOrganisationIdAndId(long organisationId, long id);

    /** The same of all that are in force. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    List<AssignmentOrder> findAllToStandOnByOrganisationIdAndAnnulledOnIsNull(long organisationId);
}
