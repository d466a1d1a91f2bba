package ru.smolensk.mentoring.platform;

/** There is no such thing, or it belongs to another organisation: the same answer for both, page 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
