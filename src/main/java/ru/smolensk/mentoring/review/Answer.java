package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.Labelled;

/** What the organisation answers to a remark (DOMAIN 7). */
public enum Answer implements Labelled {
    HEEDED("учтено"), DECLINED("не учтено, потому что …");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
