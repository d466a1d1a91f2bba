package ru.smolensk.mentoring.audit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Russian;

/** What is known of a thing at a moment, in Russian: names of facts and their values, for the history and for the page of a conflict. */
public final class Facts {

    private static final Russian RUSSIAN = new Russian();

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Adds a fact; {@code null} and empty values are facts that are not there. */
    public Facts add(String name, Object value) {
        String text = text(value);
        if (!text.isEmpty()) {
            values.put(name, text);
        }
        return this;
    }

    /** Names of facts and their values, in the order they were added. */
    public Map<String, String> values() {
        return values;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate day) {
            return RUSSIAN.date(day);
        }
        if (value instanceof Boolean yes) {
            return yes ? "да" : "нет";
        }
        return value instanceof Labelled labelled ? labelled.label() : value.toString();
    }
}
