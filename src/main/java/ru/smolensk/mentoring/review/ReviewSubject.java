package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Labelled;

/** What the methodological department examines (O3.1: экспертиза; O3.2: согласование). */
public enum ReviewSubject implements Labelled {
    REGULATION("Положение о системе наставничества", "положение", "экспертиза", false),
    ORGANISATION_PROGRAMME("Программа наставничества организации", "программа организации", "экспертиза", false),
    ROADMAP("Дорожная карта", "дорожная карта", "согласование", true);

    private final String label;
    private final String brief;
    private final String examination;
    private final boolean ofYear;

    ReviewSubject(String label, String brief, String examination, boolean ofYear) {
        this.label = label;
        this.brief = brief;
        this.examination = examination;
        this.ofYear = ofYear;
    }

    @Override
    public String label() {
        return label;
    }

    /** One or two words in lower case, for lists. */
    public String brief() {
        return brief;
    }

    /** What the order calls the review of it. */
    public String examination() {
        return examination;
    }

    /** Whether each academic year has its own. */
    public boolean ofYear() {
        return ofYear;
    }

    /** «Дорожная карта на 2026/2027 учебный год». */
    public String title(AcademicYear year) {
        return year == null ? label : label + " на " + year + " учебный год";
    }
}
