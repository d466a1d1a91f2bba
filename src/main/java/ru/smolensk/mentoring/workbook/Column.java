package ru.smolensk.mentoring.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smolensk.mentoring.platform.Labelled;

/**
 * A column of a sheet.
 *
 * @param field the name by which the code and the refusals of forms call it
 * @param key whether it belongs to what a row is recognised by
 * @param words the fixed words that may stand in it; empty where anything may
 * @param meaning what to write in it, for people
 */
record Column(String field, String heading, Kind kind, boolean key, int letters, List<Word> words, String meaning) {

    /** What stands in its cells. */
    enum Kind {
        LINE, TEXT, NUMBER, DATE,
        /** The number of a paper. */
        PAPER,
        /** One of the fixed words. */
        WORD,
        /** Some of the fixed words, separated by «;». */
        WORDS,
        PERSON,
        /** People, separated by «;». */
        PEOPLE
    }

    /**
     * A fixed word.
     *
     * @param sought everything that is taken for it, comparable
     */
    record Word(String name, String words, Set<String> sought) {

        /** @param label what may stand for it besides, in other places of the portal; what stands in brackets or after a comma may be left out */
        static Word of(String name, String words, String label) {
            return new Word(name, words, Stream.of(words, label, words.replaceFirst("[(,].*", "")).map(Likeness::plain).collect(Collectors.toSet()));
        }
    }

    static Column line(String field, String heading, int letters, String meaning) {
        return new Column(field, heading, Kind.LINE, false, letters, List.of(), meaning);
    }

    static Column paper(String field, String heading, int letters, String meaning) {
        return new Column(field, heading, Kind.PAPER, false, letters, List.of(), meaning);
    }

    static Column text(String field, String heading, String meaning) {
        return new Column(field, heading, Kind.TEXT, false, 40, List.of(), meaning);
    }

    static Column number(String field, String heading, String meaning) {
        return new Column(field, heading, Kind.NUMBER, false, 16, List.of(), meaning);
    }

    static Column date(String field, String heading, String meaning) {
        return new Column(field, heading, Kind.DATE, false, 14, List.of(), meaning);
    }

    static Column of(Kind kind, String field, String heading, int letters, String meaning) {
        return new Column(field, heading, kind, false, letters, List.of(), meaning);
    }

    /** A column of the constants of an enumeration by their Russian names. */
    static Column chosen(Kind kind, String field, String heading, int letters, Labelled[] constants, String meaning) {
        return new Column(field, heading, kind, false, letters,
                Arrays.stream(constants).map(one -> Word.of(one.name(), one.label(), one.label())).toList(), meaning);
    }

    /** The same by names of the workbook's own, in the order of the constants. */
    static Column chosen(String field, String heading, int letters, Labelled[] constants, List<String> names, String meaning) {
        return new Column(field, heading, Kind.WORD, false, letters, java.util.stream.IntStream.range(0, constants.length)
                .mapToObj(at -> Word.of(constants[at].name(), names.get(at), constants[at].label())).toList(), meaning);
    }

    Column asKey() {
        return new Column(field, heading, kind, true, letters, words, meaning);
    }

    /** The fixed word that is meant. */
    Optional<Word> word(String typed) {
        String sought = Likeness.plain(typed);
        return words.stream().filter(word -> word.sought().contains(sought)).findFirst();
    }

    /** What the workbook writes for a constant. */
    String words(String name) {
        return words.stream().filter(word -> word.name().equals(name)).findFirst().orElseThrow().words();
    }
}
