package ru.smolensk.mentoring.document;

import ru.smolensk.mentoring.platform.Labelled;

/** The levels of legal acts that are kept once for the city; the fourth, institutional one is the organisation's local acts (block 1). */
public enum LegalLevel implements Labelled {
    FEDERAL("Федеральный", "Федеральные"),
    REGIONAL("Региональный", "Региональные"),
    MUNICIPAL("Муниципальный", "Муниципальные");

    private final String label;
    private final String heading;

    LegalLevel(String label, String heading) {
        this.label = label;
        this.heading = heading;
    }

    @Override
    public String label() {
        return label;
    }

    /** The heading over the acts of the level. */
    public String heading() {
        return heading;
    }
}
