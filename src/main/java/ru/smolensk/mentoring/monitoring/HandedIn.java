package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** Whether a report was handed in by the day that the city set. */
public enum HandedIn implements Labelled {
    ON_TIME("в срок", "good"), LATE("с опозданием", "warn"), OVERDUE("просрочено", "bad"), AHEAD("срок впереди", "");

    private final String label;
    private final String tone;

    HandedIn(String label, String tone) {
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
