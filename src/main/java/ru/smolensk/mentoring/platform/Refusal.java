package ru.smolensk.mentoring.platform;

/**
 * A rule refused what was asked. The message says in Russian what is wrong and what to do; it is shown at the field, or above the form when
 * the refusal belongs to no field.
 */
public class Refusal extends RuntimeException {

    private final transient String field;

    public Refusal(String message) {
        this(null, message);
    }

    public Refusal(String field, String message) {
        super(message, null, false, false);
        this.field = field;
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
