package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** How the report of an organisation for a year stands. */
public enum ReportState implements Labelled {
    ACCEPTED("принят", "принято", "good"), WAITING("на рассмотрении", "на рассмотрении", "warn"),
    RETURNED("возвращён", "возвращено", "bad"), IN_WORK("в работе", "в работе", ""), NOT_STARTED("не сдан", "не сдано", "");

    private final String label;
    private final String counted;
    private final String tone;

    ReportState(String label, String counted, String tone) {
        this.label = label;
        this.counted = counted;
        this.tone = tone;
    }

    @Override
    public String label() {
        return label;
    }

    /** The word behind a number: «124 принято». */
    public String counted() {
        return counted;
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
