package ru.smolensk.mentoring.participant;

import ru.smolensk.mentoring.platform.Labelled;

/** Who needs a mentor (P2.2), and the student of a teacher-training university or college (P5.3). */
public enum MenteeCategory implements Labelled {
    YOUNG("молодой педагог"),
    EXPERIENCED("опытный педагог"),
    NEWCOMER("новый в коллективе"),
    NO_PEDAGOGICAL("без педагогического образования"),
    STUDENT("студент");

    private final String label;

    MenteeCategory(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
