package ru.smolensk.mentoring.duty;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AssociationRepository extends Repository<MentorAssociation, Long> {

    MentorAssociation save(MentorAssociation association);

    /** Of the organisation, or with {@code null} of the city. */
    @Query("select a from MentorAssociation a where a.ownerId is not distinct from ?1")
    Optional<MentorAssociation> ofOwner(Long organisationId);
}
