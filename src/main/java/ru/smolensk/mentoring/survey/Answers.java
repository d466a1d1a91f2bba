package ru.smolensk.mentoring.survey;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers by question, as a form carries them: «yes» or «no», a point, the number of an option from 1, a text. What is not there was not
 * answered.
 */
record Answers(Map<Long, String> said) {

    static final Answers NONE = new Answers(Map.of());
    static final String YES = "yes";
    static final String NO = "no";

    boolean has(Question question) {
        return said.containsKey(question.id());
    }

    /** What was said to the question, or {@code null}. */
    public String of(Question question) {
        return said.get(question.id());
    }

    /** How many of the questions have an answer. */
    int answered(Sheet sheet) {
        return (int) sheet.questions().stream().filter(this::has).count();
    }

    /** As the database keeps them, each in the type of its question. */
    Map<String, Object> kept(Sheet sheet) {
        Map<String, Object> kept = new LinkedHashMap<>();
        sheet.questions().stream().filter(this::has).forEach(question -> kept.put(String.valueOf(question.id()), switch (question.kind()) {
            case YES_NO -> YES.equals(of(question));
            case SCALE, CHOICE -> Integer.valueOf(of(question));
            case OPEN -> of(question);
        }));
        return kept;
    }

    static Answers of(Map<String, Object> kept) {
        Map<Long, String> said = new LinkedHashMap<>();
        kept.forEach((question, answer) -> said.put(Long.valueOf(question),
                answer instanceof Boolean yes ? yes ? YES : NO : String.valueOf(answer)));
        return new Answers(said);
    }
}
