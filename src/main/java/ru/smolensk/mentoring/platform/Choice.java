package ru.smolensk.mentoring.platform;

/** An item of a list to choose from that is not a constant: a person, an order, a partner. */
public record Choice(String name, String label) implements Labelled {

    public Choice(long id, String label) {
        this(Long.toString(id), label);
    }
}
