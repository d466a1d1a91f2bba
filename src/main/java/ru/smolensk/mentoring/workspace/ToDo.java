package ru.smolensk.mentoring.workspace;

/**
 * Something that the curator owes: what, why and the one click that leads to it.
 *
 * @param urgency how much it matters
 * @param tag two or three words: «мешает учёту», «нет согласия»
 * @param action the words of the button
 */
record ToDo(Urgency urgency, String tag, String title, String why, String address, String action) {

    /** How much it matters; the gravest stands first. */
    enum Urgency {
        /** The figures are wrong, the section can't be published, or something is overdue or came back. */
        GRAVE("bad"),
        /** A due date is near. */
        DUE_SOON("warn"),
        /** Somebody or something is not counted. */
        SPOILS_FIGURES("warn"),
        /** A paper is missing or something should be looked at. */
        MISSING("");

        private final String css;

        Urgency(String css) {
            this.css = css;
        }

        /** The class of its tag. */
        public String css() {
            return css;
        }
    }
}
