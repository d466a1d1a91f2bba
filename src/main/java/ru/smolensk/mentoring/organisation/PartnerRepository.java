package ru.smolensk.mentoring.organisation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface PartnerRepository extends Repository<PartnerOrganisation, Long> {

    PartnerOrganisation save(PartnerOrganisation partner);

    Optional<PartnerOrganisation> findByOrganisationIdAndId(long organisationId, long id);

    /** While somebody is being attached to the partner it can't be annulled. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    Optional<PartnerOrganisation> findAttachedByOrganisationIdAndId(long organisationId, long id);

    /** While the partner is being annulled nobody can be attached to it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<PartnerOrganisation> findAnnulledByOrganisationIdAndId(long organisationId, long id);
}
