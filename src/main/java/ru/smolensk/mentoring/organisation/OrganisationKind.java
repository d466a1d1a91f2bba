package ru.smolensk.mentoring.organisation;

import ru.smolensk.mentoring.platform.Labelled;

/** The kind of an educational organisation (DOMAIN 2). */
public enum OrganisationKind implements Labelled {
    GENERAL("Школа", "Школы"),
    PRESCHOOL("Детский сад", "Детские сады"),
    ADDITIONAL("Дополнительное образование", "Дополнительное образование");

    private final String label;
    private final String plural;

    OrganisationKind(String label, String plural) {
        this.label = label;
        this.plural = plural;
    }

    @Override
    public String label() {
        return label;
    }

    /** What a list of such organisations is called. */
    public String plural() {
        return plural;
    }
}
