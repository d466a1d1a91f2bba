package ru.smolensk.mentoring.survey;

import ru.smolensk.mentoring.platform.Labelled;

/** ◆ What makes a respondent satisfied (DOMAIN 6); the rule itself is {@code is_satisfied} in {@code V016__survey.sql}. */
public enum SatisfactionMethod implements Labelled {
    KEY_ITEM("По ключевому вопросу: его балл не ниже порога"),
    MEAN("По среднему: средний балл всех ответов по шкале от 1 до 10 не ниже порога");

    private final String label;

    SatisfactionMethod(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
