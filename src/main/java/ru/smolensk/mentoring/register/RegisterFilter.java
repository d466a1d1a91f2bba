package ru.smolensk.mentoring.register;

/**
 * What the department's lists are narrowed by, as it stands in the address.
 *
 * @param state {@code hidden} for those whom nobody sees now, {@code excluded} for those taken out; otherwise all who are in the register
 */
record RegisterFilter(String q, String state, String page) {

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

    public boolean everybody() {
        return q == null && known().isEmpty();
    }
}
