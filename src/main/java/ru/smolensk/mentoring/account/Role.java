package ru.smolensk.mentoring.account;

import ru.smolensk.mentoring.platform.Labelled;

/** What an account may do (DOMAIN 1). Respondents and visitors have no account. */
public enum Role implements Labelled {
    CURATOR("Куратор", "/workspace"),
    METHODOLOGIST("Методист", "/department"),
    OBSERVER("Наблюдатель", "/department"),
    ADMINISTRATOR("Администратор", "/admin");

    private final String label;
    private final String home;

    Role(String label, String home) {
        this.label = label;
        this.home = home;
    }

    @Override
    public String label() {
        return label;
    }

    /** The address that the role's work begins at. */
    String home() {
        return home;
    }
}
