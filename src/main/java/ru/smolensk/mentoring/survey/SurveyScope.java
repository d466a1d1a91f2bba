package ru.smolensk.mentoring.survey;

import ru.smolensk.mentoring.platform.Labelled;

/** Which organisations take part. */
enum SurveyScope implements Labelled {
    ALL("Все организации"), KIND("Организации одного вида"), LISTED("Отдельные организации");

    private final String label;

    SurveyScope(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
