package ru.smolensk.mentoring.roadmap;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RoadmapRepository extends Repository<Roadmap, Long> {

    Roadmap save(Roadmap roadmap);

    void delete(Roadmap roadmap);

    void flush();

    Optional<Roadmap> findByOrganisationIdAndId(long organisationId, long id);

    Optional<Roadmap> findByOrganisationIdAndEditionId(long organisationId, long editionId);
}
