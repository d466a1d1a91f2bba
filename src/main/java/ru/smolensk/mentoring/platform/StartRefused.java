package ru.smolensk.mentoring.platform;

/** The portal can't start, and the administrator can mend it. The message is all they read: one Russian sentence that says what to do. */
public class StartRefused extends RuntimeException {

    /** The sentence the administrator reads. */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /** The sentence the administrator reads, and what it was concluded from. */
    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
