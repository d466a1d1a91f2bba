package ru.smolensk.mentoring.survey;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface QuestionnaireItemRepository extends Repository<QuestionnaireItem, Long> {

    QuestionnaireItem save(QuestionnaireItem item);

    void delete(QuestionnaireItem item);

    Optional<QuestionnaireItem> findByQuestionnaireIdAndId(long questionnaireId, long id);

    List<QuestionnaireItem> findByQuestionnaireIdOrderByPosition(long questionnaireId);
}
