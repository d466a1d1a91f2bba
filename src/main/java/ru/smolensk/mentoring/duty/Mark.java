package ru.smolensk.mentoring.duty;

import ru.smolensk.mentoring.platform.Labelled;

/** A duty's state and punctuality in one word, the same in the heat table, on the page of an organisation and in the curator's list. */
public enum Mark implements Labelled {
    ON_TIME("в срок", "good", "on-time"),
    LATE("с опозда\u00adнием", "good", "late"),
    /** Done, and nobody has set a date. */
    DONE("есть", "good", "there"),
    WAITING("на рассмо\u00adтрении", "warn", "waiting"),
    IN_WORK("в работе", "warn", "in-work"),
    RETURNED("возвра\u00adщено", "bad", "returned"),
    OVERDUE("просро\u00adчено", "bad", "overdue"),
    NOT_STARTED("нет", "", "not-started");

    private final String label;
    private final String tag;
    private final String css;

    Mark(String label, String tag, String css) {
        this.label = label;
        this.tag = tag;
        this.css = css;
    }

    /** What the state and the punctuality give; {@code null} punctuality: there is no due date. */
    static Mark of(DutyState state, Punctuality punctuality) {
        return switch (state) {
            case DONE -> punctuality == Punctuality.LATE ? LATE : punctuality == null ? DONE : ON_TIME;
            case WAITING -> WAITING;
            default -> punctuality == Punctuality.OVERDUE ? OVERDUE : valueOf(state.name());
        };
    }

    @Override
    public String label() {
        return label;
    }

    /** The word whole: for reading aloud, and for files, where it is looked for letter by letter. */
    public String spoken() {
        return label.replace("\u00ad", "");
    }

    /** The word as another reader meets it: what waits for the department waits for the methodologist who reads it. */
    public String label(boolean methodologist) {
        return this == WAITING && methodologist ? "ждёт вас" : label;
    }

    /** The class of a tag. */
    public String tag() {
        return tag;
    }

    /** The class of a cell; it carries the sign too. */
    public String css() {
        return css;
    }
}
