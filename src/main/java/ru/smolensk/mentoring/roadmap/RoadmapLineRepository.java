package ru.smolensk.mentoring.roadmap;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RoadmapLineRepository extends Repository<RoadmapLine, Long> {

    RoadmapLine save(RoadmapLine line);

    Optional<RoadmapLine> findByOrganisationIdAndRoadmapIdAndId(long organisationId, long roadmapId, long id);

    List<RoadmapLine> findByOrganisationIdAndRoadmapIdAndRemovedFalseOrderByPosition(long organisationId, long roadmapId);

    void flush();
}
