package ru.smolensk.mentoring.roadmap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.review.Answer;
import ru.smolensk.mentoring.review.Reviews;

/** The form of an answer to a remark, as it was typed. */
record AnswerForm(
        @NotNull(message = "Выберите, учтено ли замечание") Answer answer,
        @Size(max = 2000, message = "Пояснение не длиннее 2000 знаков") String words) {

    static AnswerForm of(RoadmapReading.Remark remark) {
        return new AnswerForm(remark.answer() == null ? null : Answer.valueOf(remark.answer()), remark.answerWords());
    }

    Reviews.Answered toCommand(long remark) {
        return new Reviews.Answered(remark, answer, words);
    }
}
