package ru.smolensk.mentoring.roadmap;

import ru.smolensk.mentoring.platform.Labelled;

/** What has become of a measure of the municipal roadmap. The order itself says nothing of it: at first all are unmarked. */
public enum MeasureState implements Labelled {
    UNMARKED("Отметки нет", ""),
    IN_WORK("Выполняется", "warn"),
    DONE("Выполнено", "good"),
    NOT_DONE("Не выполнено", "bad");

    private final String label;
    private final String tone;

    MeasureState(String label, String tone) {
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
