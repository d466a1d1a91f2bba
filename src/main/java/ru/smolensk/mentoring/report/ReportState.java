package ru.smolensk.mentoring.report;

import ru.smolensk.mentoring.platform.Labelled;

/** How the report of an organisation for a year stands. */
public enum ReportState implements Labelled {
    ACCEPTED("принят", "good"), WAITING("на рассмотрении", "warn"), RETURNED("возвращён", "bad"), IN_WORK("в работе", ""),
    NOT_STARTED("не сдан", "");

    private final String label;
    private final String tone;

    ReportState(String label, String tone) {
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

    /** Whether it has been handed in, whatever was decided of it. */
    public boolean handedIn() {
        return this == ACCEPTED || this == WAITING || this == RETURNED;
    }
}
