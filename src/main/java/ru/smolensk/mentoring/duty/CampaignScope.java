package ru.smolensk.mentoring.duty;

import ru.smolensk.mentoring.platform.Labelled;

/** Whom a due date concerns. */
enum CampaignScope implements Labelled {
    ALL("Все организации"), KIND("Организации одного вида"), LISTED("Отдельные организации");

    private final String label;

    CampaignScope(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
