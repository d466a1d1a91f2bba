package ru.smolensk.mentoring.survey;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface QuestionnaireRepository extends Repository<Questionnaire, Long> {

    Questionnaire save(Questionnaire questionnaire);

    Optional<Questionnaire> findById(long id);

    void delete(Questionnaire questionnaire);
}
