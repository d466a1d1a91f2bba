package ru.smolensk.mentoring.platform;

/** A value that people choose in a form and read on a page by its Russian name. */
public interface Labelled {

    /** The name of the constant, as it travels in a form. */
    String name();

    /** The Russian words for it. */
    String label();
}
