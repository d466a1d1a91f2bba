package ru.smolensk.mentoring.register;

import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.platform.Sorting;

/**
 * What the department's lists are narrowed by, as it stands in the address.
 *
 * @param state {@code hidden} for those whom nobody sees now, {@code excluded} for those taken out; otherwise all who are in the register
 */
record RegisterFilter(String q, String state, String sort, String page) {

    static final String HIDDEN = "hidden";
    static final String EXCLUDED = "excluded";

    private static final int WORDS = 5;

    String[] patterns() {
        return q == null ? new String[0] : java.util.Arrays.stream(q.strip().split("\\s+")).limit(WORDS)
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%").toArray(String[]::new);
    }

    /** The state if it is a known one. */
    String known() {
        return HIDDEN.equals(state) || EXCLUDED.equals(state) ? state : "";
    }

    public Sorting sorting() {
        return RegisterList.sorting(sort);
    }

    /** What of it the journal should know. */
    Facts facts() {
        return new Facts().add("Слова поиска", q)
                .add("Показать", HIDDEN.equals(state) ? "скрытых" : EXCLUDED.equals(state) ? "исключённых" : null);
    }

    public boolean everybody() {
        return q == null && known().isEmpty();
    }
}
