package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Labelled;

/** What the methodological department examines (O3.1: экспертиза; O3.2: согласование; R6.2: приёмка). */
public enum ReviewSubject implements Labelled {
    REGULATION("Положение о системе наставничества", "положение", "документ", "экспертиза", "экспертизу", false),
    ORGANISATION_PROGRAMME("Программа наставничества организации", "программа организации", "документ", "экспертиза", "экспертизу", false),
    ROADMAP("Дорожная карта", "дорожная карта", "дорожную карту", "согласование", "согласование", true),
    MONITORING_REPORT("Отчёт внутреннего мониторинга", "отчёт мониторинга", "отчёт", "приёмка", "приёмку", true) {

        @Override
        public String title(AcademicYear year) {
            return label() + " за " + year + " учебный год";
        }

        @Override
        public String word(ReviewState state) {
            return switch (state) {
                case RETURNED -> "возвращён";
                case WITHDRAWN -> "отозван";
                case APPROVED -> "принят";
                case SUPERSEDED -> "заменён";
                default -> state.label();
            };
        }

        @Override
        public String approved() {
            return "принято";
        }

        @Override
        public String verb() {
            return "Принять";
        }
    };

    private final String label;
    private final String brief;
    private final String whom;
    private final String examination;
    private final String handedTo;
    private final boolean ofYear;

    ReviewSubject(String label, String brief, String whom, String examination, String handedTo, boolean ofYear) {
        this.label = label;
        this.brief = brief;
        this.whom = whom;
        this.examination = examination;
        this.handedTo = handedTo;
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

    /** The word after «открыть», «исправить»: «дорожную карту». */
    public String whom() {
        return whom;
    }

    /** What the order calls the review of it. */
    public String examination() {
        return examination;
    }

    /** The same after «отправить на»: «экспертизу». */
    public String handedTo() {
        return handedTo;
    }

    /** What its state is called. */
    public String word(ReviewState state) {
        return state.label();
    }

    /** What was done to it when it was approved. */
    public String approved() {
        return "одобрено";
    }

    /** The words of the button that approves it. */
    public String verb() {
        return "Одобрить";
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
