package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** Whom a campaign asks. */
public enum Scope implements Labelled {
    ALL("Все организации"), KIND("Организации одного вида"), LISTED("Отдельные организации");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
