package ru.smolensk.mentoring.roadmap;

import ru.smolensk.mentoring.platform.Labelled;

/** What the roadmap of a year begins with. */
public enum Source implements Labelled {
    TEMPLATE("Образец по приказу: пункты 4.1–4.10 и приложение № 2, переложенное для организации"),
    LAST_YEAR("Прошлогодняя дорожная карта, даты сдвинутся на новый год"),
    PASTE("Таблица из Word или Excel: вставлю на следующем шаге"),
    EMPTY("Пустая: внесу строки сам");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
