package ru.smolensk.mentoring.roadmap;

import ru.smolensk.mentoring.platform.Labelled;

/** What has become of a measure of an approved roadmap. */
public enum Outcome implements Labelled {
    DONE("Выполнено", "good"),
    NOT_DONE("Не выполнено", "bad");

    private final String label;
    private final String tone;

    Outcome(String label, String tone) {
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
