package ru.smolensk.mentoring.survey;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A question as it is read.
 *
 * @param number its place, from 1
 * @param required whether nothing can be sent without an answer to it
 * @param pair the word that the question of the other wave bears too; {@code null} if it has none
 */
record Question(long id, int number, ItemKind kind, String words, int scaleMin, int scaleMax, List<String> options, String pair,
                boolean required, int version) {

    /** The name of its field. */
    public String field() {
        return "q" + id;
    }

    public List<Integer> points() {
        return IntStream.rangeClosed(scaleMin, scaleMax).boxed().toList();
    }

    public boolean isTenPoint() {
        return kind == ItemKind.SCALE && scaleMin == 1 && scaleMax == 10;
    }

    /** «баллы от 1 до 10», «да или нет», «один из 5 вариантов», «своими словами». */
    public String manner() {
        return switch (kind) {
            case SCALE -> "баллы от " + scaleMin + " до " + scaleMax;
            case YES_NO -> "да или нет";
            case CHOICE -> "один вариант из " + options.size();
            case OPEN -> "своими словами";
        };
    }
}
