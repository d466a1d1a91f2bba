package ru.smolensk.mentoring.account;

import ru.smolensk.mentoring.platform.Labelled;

/** What an account may do (DOMAIN 1). Respondents and visitors have no account. */
public enum Role implements Labelled {
    CURATOR("Куратор", "Кураторы", "/workspace"),
    METHODOLOGIST("Методист", "Методисты", "/department"),
    OBSERVER("Наблюдатель", "Наблюдатели", "/department"),
    ADMINISTRATOR("Администратор", "Администраторы", "/admin");

    private final String label;
    private final String plural;
    private final String home;

    Role(String label, String plural, String home) {
        this.label = label;
        this.plural = plural;
        this.home = home;
    }

    @Override
    public String label() {
        return label;
    }

    /** What several of them are called. */
    public String plural() {
        return plural;
    }

    /** The address that the role's work begins at. */
    String home() {
        return home;
    }
}
