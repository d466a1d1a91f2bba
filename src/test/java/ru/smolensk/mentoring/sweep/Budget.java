package ru.smolensk.mentoring.sweep;

import java.util.Map;

/** How many SQL statements a page may cost, whatever the number of its rows. */
final class Budget {

    private static final int USUAL = 12;

    private static final Map<String, Integer> OTHERS = Map.of(
            // What everybody reads: many ask, and the edition is ready.
            "/organisations/{slug}", 3,
            "/", 4,
            // The curator's first page puts together what the to-do list, both opened shares and the comparison with the edition each ask.
            "/workspace", 24,
            // The section of today is put together from all its parts and compared with the edition.
            "/workspace/section", 13);

    private Budget() {
    }

    static int of(String pattern) {
        return OTHERS.getOrDefault(pattern, USUAL);
    }
}
