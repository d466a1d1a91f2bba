package ru.smolensk.mentoring.participant;

import ru.smolensk.mentoring.platform.Labelled;

/** Where a mentor or a mentee works (DOMAIN 2): only the own staff is counted in F9 and F10, only partners in F11. */
public enum Workplace implements Labelled {
    OWN_STAFF("в этой организации"),
    OTHER_EDUCATIONAL("другая образовательная организация (или вуз, колледж)"),
    PARTNER("предприятие или организация-партнёр");

    private final String label;

    Workplace(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
