package ru.smolensk.mentoring.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.platform.OneLine;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedNumber;

/** The form of a draft as a whole, as it was typed. */
record QuestionnaireForm(
        Integer version,
        @NotNull(message = "Введите название анкеты") @Size(max = 300, message = "Название не длиннее 300 знаков") @OneLine String title,
        @NotNull(message = "Напишите, как отвечать") @Size(max = 1000, message = "Не длиннее 1000 знаков") String instruction,
        SatisfactionMethod method,
        Long keyItem,
        @TypedNumber(min = 1, max = 10, message = "Порог – целое число от 1 до 10") String threshold) {

    static QuestionnaireForm of(Questionnaire draft) {
        return new QuestionnaireForm(draft.version(), draft.title(), draft.instruction(), draft.method(), draft.keyItem(),
                draft.threshold() == null ? String.valueOf(Questionnaire.USUAL_THRESHOLD) : draft.threshold().toString());
    }

    Questionnaires.Description toCommand() {
        return new Questionnaires.Description(title, instruction, method, Typed.number(threshold), keyItem);
    }
}
