package ru.smolensk.mentoring.survey;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SurveyRepository extends Repository<Survey, Long> {

    Survey saveAndFlush(Survey survey);

    Optional<Survey> findById(long id);
}
