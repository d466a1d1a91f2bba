package ru.smolensk.mentoring.document;

import java.util.Arrays;
import java.util.List;
import ru.smolensk.mentoring.platform.Labelled;

/** The kinds of local acts, in the order of the form (приложение 3), and where in it each stands. */
public enum ActKind implements Labelled {
    IMPLEMENTATION_ORDER("Приказ о внедрении целевой модели наставничества", 1, true, true, "О внедрении целевой модели наставничества"),
    REGULATION("Положение о системе наставничества", 2, false, true, "Положение о системе наставничества педагогических работников"),
    ROADMAP("Дорожная карта", 3, false, true, "План мероприятий (дорожная карта) внедрения целевой модели наставничества"),
    ORGANISATION_PROGRAMME("Программа наставничества организации", 4, false, true, "Программа наставничества образовательной организации"),
    CURATOR_ORDER("Приказ о назначении куратора", 5, true, true, "О назначении куратора"),
    REALISATION_ORDER("Приказ о внедрении и реализации целевой модели", 5, true, true,
            "О внедрении и реализации целевой модели наставничества педагогических работников"),
    ASSIGNMENT_ORDER("Приказ о закреплении наставнических пар и групп", 7, true, false, "О закреплении наставнических пар и групп"),
    PARTNER_DOCUMENT("Документ партнёра", 11, false, false, ""),
    ASSOCIATION_ORDER("Приказ о создании методического объединения наставников", null, true, true,
            "О создании методического объединения наставников"),
    MONITORING("Материалы внутреннего мониторинга", null, false, false, ""),
    BEST_CASE("Лучшие кейсы и практики", null, false, false, ""),
    OTHER("Прочее", null, false, false, "");

    private final String label;
    private final Integer formRow;
    private final boolean order;
    private final boolean owed;
    private final String usualTitle;

    ActKind(String label, Integer formRow, boolean order, boolean owed, String usualTitle) {
        this.label = label;
        this.formRow = formRow;
        this.order = order;
        this.owed = owed;
        this.usualTitle = usualTitle;
    }

    /** The kinds that are entered as documents; orders on assignment have pages of their own. */
    public static List<ActKind> entered() {
        return Arrays.stream(values()).filter(kind -> kind != ASSIGNMENT_ORDER).toList();
    }

    @Override
    public String label() {
        return label;
    }

    /** The row of the form, or {@code null}: monitoring and best cases are the section's blocks 3 and 4, the rest stands apart. */
    public Integer formRow() {
        return formRow;
    }

    /** Whether it is an order, which has a number. */
    public boolean order() {
        return order;
    }

    /** Whether every organisation has to have one (O4.1–4.7). */
    public boolean owed() {
        return owed;
    }

    /** What such a document is usually called. */
    String usualTitle() {
        return usualTitle;
    }
}
