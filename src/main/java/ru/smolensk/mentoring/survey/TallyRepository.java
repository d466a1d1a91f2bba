package ru.smolensk.mentoring.survey;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TallyRepository extends Repository<Tally, Long> {

    Tally saveAndFlush(Tally tally);

    Optional<Tally> findByOrganisationIdAndSurveyIdAndId(long organisationId, long surveyId, long id);

    List<Tally> findByOrganisationIdAndSurveyIdOrderByIdDesc(long organisationId, long surveyId);
}
