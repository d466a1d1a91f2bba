package ru.smolensk.mentoring.document;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LocalActRepository extends Repository<LocalAct, Long> {

    LocalAct save(LocalAct act);

    void flush();

    Optional<LocalAct> findByOrganisationIdAndId(long organisationId, long id);

    Optional<LocalAct> findByOrganisationIdAndEditionIdAndAnnulledOnIsNull(long organisationId, Long editionId);

    Optional<LocalAct> findFirstByOrganisationIdAndKindAndEditionIdIsNullAndAnnulledOnIsNullOrderByDatedOnDescIdDesc(long organisationId,
                                                                                                                 ActKind kind);
}
