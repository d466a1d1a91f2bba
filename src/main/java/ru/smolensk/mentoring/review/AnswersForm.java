package ru.smolensk.mentoring.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import ru.smolensk.mentoring.platform.Refusal;

/** The answers to the remarks of a returned edition, all at once; a remark may stay without an answer for now. */
record AnswersForm(@Valid List<Row> answers) {

    /** One remark's answer as it was typed. */
    record Row(Long remark, Answer answer, @Size(max = 2000, message = "Пояснение не длиннее 2000 знаков") String words) {
    }

    AnswersForm {
        answers = answers == null ? List.of() : answers;
    }

    static AnswersForm of(List<Remark> remarks) {
        return new AnswersForm(remarks.stream().map(remark -> new Row(remark.id(), remark.answer(), remark.answerWords())).toList());
    }

    /**
     * What is answered.
     *
     * @throws Refusal at the row that says why, but not what
     */
    List<Reviews.Answered> toCommand() {
        for (int at = 0; at < answers.size(); at++) {
            Row row = answers.get(at);
            Refusal.when(row.answer() == null && row.words() != null, "answers[" + at + "].answer", "Выберите, учтено ли замечание");
            Refusal.when(row.answer() == Answer.DECLINED && row.words() == null, "answers[" + at + "].words",
                    "Напишите, почему замечание не учтено: методист прочитает это рядом со строкой");
        }
        return answers.stream().filter(row -> row.answer() != null && row.remark() != null)
                .map(row -> new Reviews.Answered(row.remark(), row.answer(), row.words())).toList();
    }
}
