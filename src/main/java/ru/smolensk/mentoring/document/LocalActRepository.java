package ru.smolensk.mentoring.document;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LocalActRepository extends Repository<LocalAct, Long> {

    LocalAct save(LocalAct act);

    Optional<LocalAct> findByOrganisationIdAndId(long organisationId, long id);
}
