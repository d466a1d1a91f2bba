package ru.smolensk.mentoring.mentorship;

import java.util.Arrays;

/** What was typed into a search field: every word must be found, in any order. */
final class Words {

    private Words() {
    }

    /** Patterns of {@code like}, one a word. */
    static String[] patterns(String typed) {
        return typed == null ? new String[0] : Arrays.stream(typed.strip().split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%").toArray(String[]::new);
    }
}
