package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** ◆ How far a result of stage 2 was reached: the order names the results, not the scale. */
public enum Assessment implements Labelled {
    ACHIEVED("достигнуто", "good"), PARTLY("достигнуто частично", "warn"), NOT_ACHIEVED("не достигнуто", "bad"),
    NOT_ASSESSED("не оценивали", "");

    private final String label;
    private final String tone;

    Assessment(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    @Override
    public String label() {
        return label;
    }

    /** The class of its tag. */
    public String tone() {
        return tone;
    }
}
