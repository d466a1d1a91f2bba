package ru.smolensk.mentoring.survey;

/** Where a survey stands on a day. The order of the constants is that of the list of surveys. */
public enum SurveyState {
    PLANNED("ещё не начался", ""), OPEN("идёт", "warn"), CLOSED("закрыт", "good"), ANNULLED("отменён", "bad");

    private final String label;
    private final String tone;

    SurveyState(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    public String label() {
        return label;
    }

    /** The class of its tag. */
    public String tone() {
        return tone;
    }
}
