package ru.smolensk.mentoring.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ru.smolensk.mentoring.platform.Labelled;

/** A figure of the form (F6, F8–F13) that can be opened and explained. */
public enum Figure implements Labelled {

    PAIRS("наставнические пары"),
    GROUPS("наставнические группы"),
    MENTORSHIPS("наставнические пары и группы"),
    APPROVED_PROGRAMMES("утверждённые персонализированные программы"),
    YOUNG_SPECIALISTS("молодые специалисты, вошедшие в программы наставничества в роли наставляемого"),
    MENTORS("педагоги, вошедшие в программы наставничества в роли наставника"),
    PARTNER_ORGANISATIONS("предприятия и организации, вошедшие в программы наставничества"),
    MENTEE_SATISFACTION("удовлетворённость наставляемых"),
    MENTOR_SATISFACTION("удовлетворённость наставников");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    /** What is counted, in Russian. */
    @Override
    public String label() {
        return label;
    }

    /** The name in addresses and in the mark {@code data-indicator}: «young-specialists». */
    public String mark() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figure of that mark. */
    public static Optional<Figure> marked(String mark) {
        return Arrays.stream(values()).filter(figure -> figure.mark().equals(mark)).findFirst();
    }
}
