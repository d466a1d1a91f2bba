package ru.smolensk.mentoring.mentorship;

import ru.smolensk.mentoring.platform.Labelled;

/** By what means they work; several may combine (P5.4). */
public enum MentoringKind implements Labelled {
    TRADITIONAL("традиционное («один на один»)"),
    GROUP("в группе"),
    SITUATIONAL("ситуационное"),
    SHORT_TERM("краткосрочное (целеполагающее)"),
    REVERSE("реверсивное"),
    SPEED("скоростное"),
    VIRTUAL("виртуальное (дистанционное)");

    private final String label;

    MentoringKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
