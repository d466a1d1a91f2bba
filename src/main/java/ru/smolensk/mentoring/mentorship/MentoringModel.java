package ru.smolensk.mentoring.mentorship;

import ru.smolensk.mentoring.platform.Labelled;

/** How two teachers work together; only the form педагог – педагог has models (P5.1). */
public enum MentoringModel implements Labelled {
    EXPERIENCED_YOUNG("опытный педагог – молодой специалист"),
    LEADER_STRUGGLING("лидер педагогического сообщества – педагог, испытывающий профессиональные затруднения в сфере коммуникации"),
    INNOVATOR_CONSERVATIVE("педагог-новатор – консервативный педагог"),
    SUBJECT_EXPERT("опытный предметник – неопытный предметник");

    private final String label;

    MentoringModel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
