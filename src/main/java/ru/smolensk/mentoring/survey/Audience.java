package ru.smolensk.mentoring.survey;

import ru.smolensk.mentoring.platform.Labelled;

/** Whom a questionnaire asks. Mentors and mentees are asked by surveys; the curator's form has no wave. */
public enum Audience implements Labelled {
    MENTEE("Наставляемые", "наставляемого", "наставляемых"),
    MENTOR("Наставники", "наставника", "наставников"),
    CURATOR("Кураторы", "куратора", "кураторов");

    private final String label;
    private final String whose;
    private final String ofMany;

    Audience(String label, String whose, String ofMany) {
        this.label = label;
        this.whose = whose;
        this.ofMany = ofMany;
    }

    @Override
    public String label() {
        return label;
    }

    /** «анкета наставляемого». */
    public String whose() {
        return whose;
    }

    /** «удовлетворённость наставляемых». */
    public String ofMany() {
        return ofMany;
    }
}
