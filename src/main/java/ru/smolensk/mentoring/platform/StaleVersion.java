package ru.smolensk.mentoring.platform;

import java.util.Map;

/**
 * Somebody changed the thing while the form was open. Carries what is saved now, so that the page can show both.
 */
public class StaleVersion extends RuntimeException {

    private final transient int version;
    private final transient Map<String, String> saved;

    public StaleVersion(int version, Map<String, String> saved) {
        super("stale version", null, false, false);
        this.version = version;
        this.saved = saved;
    }

    /** The version that a form must carry to be accepted now. */
    public int version() {
        return version;
    }

    /** What is saved now: Russian name of the fact and its value. */
    public Map<String, String> saved() {
        return saved;
    }
}
