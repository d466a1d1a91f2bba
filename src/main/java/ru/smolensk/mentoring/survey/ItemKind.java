package ru.smolensk.mentoring.survey;

import ru.smolensk.mentoring.platform.Labelled;

/** How a question is answered. */
public enum ItemKind implements Labelled {
    SCALE("Баллы по шкале"), YES_NO("Да или нет"), CHOICE("Один вариант из нескольких"), OPEN("Своими словами");

    private final String label;

    ItemKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
