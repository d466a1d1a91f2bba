package ru.smolensk.mentoring.document;

import ru.smolensk.mentoring.platform.Labelled;

/**
 * What the public may see of a document. A file that names people is public only if everyone named has consented to distribution
 * (152-FZ, art. 10.1: consent to processing is not enough), or as a copy without names.
 */
public enum Disclosure implements Labelled {
    NO_NAMES("В документе никто не назван", "открыт всем"),
    CONSENTED("Названы люди, и каждый письменно согласился на распространение", "открыт с согласия названных"),
    REDACTED_COPY("Есть копия без имён – приложу её", "открыта копия без имён"),
    WITHHELD("Показать только номер и дату", "видны только номер и дата");

    private final String label;
    private final String outcome;

    Disclosure(String label, String outcome) {
        this.label = label;
        this.outcome = outcome;
    }

    @Override
    public String label() {
        return label;
    }

    /** What follows for the public, in a few words beside the document. */
    public String outcome() {
        return outcome;
    }
}
