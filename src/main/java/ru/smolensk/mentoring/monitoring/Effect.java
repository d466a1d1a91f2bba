package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Labelled;

/** What a programme that went well brings to all who take part in it (P8.2, stage 2): the five results in the order's words. */
public enum Effect implements Labelled {
    RESULTS("улучшение образовательных результатов и у наставляемого, и у наставника"),
    MOTIVATION("повышение уровня мотивированности и осознанности наставляемых в вопросах саморазвития и профессионального самообразования"),
    INNOVATION("степень включенности наставляемого в инновационную деятельность школы"),
    ADAPTATION("качество и темпы адаптации молодого/менее опытного/сменившего место работы специалиста на новом месте работы"),
    GROWTH("увеличение числа педагогов, планирующих стать наставниками и наставляемыми в ближайшем будущем");

    private final String label;

    Effect(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
