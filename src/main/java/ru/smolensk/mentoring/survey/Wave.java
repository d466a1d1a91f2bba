package ru.smolensk.mentoring.survey;

import java.util.Arrays;
import ru.smolensk.mentoring.platform.Labelled;

/** When in the year people are asked: expectations before, satisfaction after (DOMAIN 6). */
public enum Wave implements Labelled {
    FIRST(1, "Первый этап – до начала работы", "до начала работы"),
    SECOND(2, "Второй этап – по завершении работы", "по завершении работы");

    private final int number;
    private final String label;
    private final String when;

    Wave(int number, String label, String when) {
        this.number = number;
        this.label = label;
        this.when = when;
    }

    static Wave of(int number) {
        return Arrays.stream(values()).filter(wave -> wave.number == number).findFirst().orElseThrow();
    }

    public int number() {
        return number;
    }

    @Override
    public String label() {
        return label;
    }

    /** «до начала работы». */
    public String when() {
        return when;
    }
}
