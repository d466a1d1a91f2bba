package ru.smolensk.mentoring.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version of a questionnaire with its questions, as respondents meet it: in steps of a few questions.
 *
 * @param wave {@code null} for the curator's
 */
record Sheet(long id, Audience audience, Wave wave, int number, String title, String instruction, boolean unverified, SatisfactionMethod method,
             Integer threshold, List<Question> questions) {

    /** ◆ So many questions at most stand on one screen of a phone-first page. */
    static final int ON_A_STEP = 6;

    public int steps() {
        return Math.max(1, (questions.size() + ON_A_STEP - 1) / ON_A_STEP);
    }

    /** The questions of a step, from 1: as evenly as they divide. */
    public List<Question> step(int step) {
        int from = questions.size() * (step - 1) / steps();
        return questions.subList(from, questions.size() * step / steps());
    }

    public int stepOf(Question question) {
        int step = 1;
        while (!step(step).contains(question)) {
            step++;
        }
        return step;
    }

    /**
     * Whether it is the curator's self-assessment as the ministry's form has it: nine marks from 0 to 2. ◆ Only then do its levels mean
     * something; the portal asks nobody by it, for respondents are mentors and mentees (DOMAIN 6).
     */
    public boolean ofEighteenPoints() {
        return audience == Audience.CURATOR && questions.size() == 9
                && questions.stream().allMatch(one -> one.kind() == ItemKind.SCALE && one.scaleMin() == 0 && one.scaleMax() == 2);
    }

    public Optional<Question> question(long questionId) {
        return questions.stream().filter(one -> one.id() == questionId).findFirst();
    }

    /** What keeps these answers from being sent, in words; empty if nothing does. */
    List<Question> missing(Answers answers) {
        List<Question> missing = new ArrayList<>(questions.stream().filter(one -> one.required() && !answers.has(one)).toList());
        List<Question> measuring = questions.stream().filter(Question::isTenPoint).toList();
        if (method == SatisfactionMethod.MEAN && measuring.stream().noneMatch(answers::has)) {
            missing.addAll(measuring.stream().limit(1).toList());
        }
        return missing;
    }
}
