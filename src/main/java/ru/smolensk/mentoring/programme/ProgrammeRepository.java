package ru.smolensk.mentoring.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProgrammeRepository extends Repository<Programme, Long> {

    Programme save(Programme programme);

    void flush();

    Optional<Programme> findByOrganisationIdAndId(long organisationId, long id);

    List<Programme> findByOrganisationIdAndSeriesIdOrderByEdition(long organisationId, long seriesId);

    List<Programme> findByOrganisationIdAndMentorshipIdAndStatusNot(long organisationId, long mentorshipId, ProgrammeStatus status);
}
