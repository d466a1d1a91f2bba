package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** How likely a risk is, or how much it would do. */
public enum Level implements Labelled {
    LOW("низкая", "низкое"), MIDDLE("средняя", "среднее"), HIGH("высокая", "высокое");

    private final String label;
    private final String neuter;

    Level(String label, String neuter) {
        this.label = label;
        this.neuter = neuter;
    }

    @Override
    public String label() {
        return label;
    }

    /** The same of an influence: «влияние высокое». */
    public String neuter() {
        return neuter;
    }
}
