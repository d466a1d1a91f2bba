package ru.smolensk.mentoring.platform;

import java.util.List;

/**
 * A rule refused what was asked. The message says in Russian what is wrong and what to do; it is shown at the field, or above the form when
 * the refusal belongs to no field.
 */
public class Refusal extends RuntimeException {

    private final transient String field;
    private transient List<Refusal> all = List.of(this);

    public Refusal(String message) {
        this(null, message);
    }

    public Refusal(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    /** The first of these, with the others beside it. */
    static Refusal of(List<Refusal> found) {
        Refusal first = found.get(0);
        first.all = List.copyOf(found);
        return first;
    }

    /** This one and those that were refused together with it. */
    public List<Refusal> all() {
        return all;
    }

    /** The field of the form, or {@code null}. */
    public String field() {
        return field;
    }

    /** Throws the refusal if there is something wrong. */
    public static void when(boolean wrong, String field, String message) {
        if (wrong) {
            throw new Refusal(field, message);
        }
    }
}
