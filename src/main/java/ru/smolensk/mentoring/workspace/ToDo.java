package ru.smolensk.mentoring.workspace;

import java.util.List;

/**
 * Something that the curator owes: what to do, why and the one click that leads to it. What is to be done for several people, pairs or
 * papers is one thing to do, and each of them a click.
 *
 * @param urgency how much it matters
 * @param tag two or three words: «мешает учёту», «нет согласия»
 * @param title what to do: «Утвердить программу»
 * @param address where the button leads; {@code null} if each item has its own
 * @param action the words of the button
 * @param items for whom or for what it is to be done; empty if the title says it all
 */
record ToDo(Urgency urgency, String tag, String title, String why, String address, String action, List<Item> items) {

    ToDo(Urgency urgency, String tag, String title, String why, String address, String action) {
        this(urgency, tag, title, why, address, action, List.of());
    }

    /** One thing to do for each of these; for one alone the title names it. */
    static ToDo forEach(Urgency urgency, String tag, String title, String why, String action, List<Item> items) {
        return items.size() > 1 ? new ToDo(urgency, tag, title, why, null, action, List.copyOf(items))
                : new ToDo(urgency, tag, title + ": " + items.get(0).words(), why, items.get(0).address(), action);
    }

    /** A person, a pair, a paper, and the page to do it on. */
    record Item(String words, String address) {
    }

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
