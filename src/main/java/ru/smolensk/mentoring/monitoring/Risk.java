package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** The six risks of P8.3 in the order's words. */
public enum Risk implements Labelled {
    PERCEPTION("отсутствие у части педагогов восприятия наставничества как механизма профессионального роста педагогов"),
    LOAD("высокая нагрузка на наставников и наставляемых"),
    MENTORS("низкая мотивация наставников"),
    FORMALISM("недостаточно высокое качество наставнической деятельности и формализм в выполнении функций наставника"),
    MENTEES("низкая мотивация наставляемых, их стремление противопоставить себя «косным» наставникам и их многолетнему опыту"),
    INTERACTION("низкая степень взаимодействия всех элементов двухконтурной структуры системы (целевой модели) наставничества");

    private final String label;

    Risk(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
