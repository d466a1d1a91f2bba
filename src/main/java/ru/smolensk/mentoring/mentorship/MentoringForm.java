package ru.smolensk.mentoring.mentorship;

import ru.smolensk.mentoring.platform.Labelled;

/** Who mentors whom (P5). */
public enum MentoringForm implements Labelled {
    TEACHER_TEACHER("педагог – педагог"),
    HEAD_TEACHER("руководитель образовательной организации – педагог"),
    EMPLOYER_STUDENT("работодатель – студент педагогического вуза/колледжа");

    private final String label;

    MentoringForm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
