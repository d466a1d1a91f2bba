package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** How the pupils of a mentee did (P8.2, stage 1): dynamics of achievement, dynamics in olympiads. */
public enum Trend implements Labelled {
    ROSE("выросла"), SAME("не изменилась"), FELL("снизилась"), NOT_APPLICABLE("неприменимо");

    private final String label;

    Trend(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
