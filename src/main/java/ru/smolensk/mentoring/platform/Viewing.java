package ru.smolensk.mentoring.platform;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a person wants to see the pages («Версия для слабовидящих»): kept in a cookie as words joined by dots, so that it works without an
 * account and without JavaScript. Only known words are taken.
 */
public record Viewing(Set<String> words) {

    static final String COOKIE = "portal-view";

    private static final Set<String> KNOWN = Set.of("large", "huge", "spaced", "light", "dark", "contrast", "plain");

    static Viewing parse(String cookie) {
        Set<String> words = new LinkedHashSet<>();
        if (cookie != null) {
            Arrays.stream(cookie.split("\\.")).filter(KNOWN::contains).sorted().forEach(words::add);
        }
        return new Viewing(words);
    }

    static Viewing of(String size, String colours, List<String> more) {
        return parse(size + "." + colours + "." + String.join(".", more));
    }

    public boolean has(String word) {
        return words.contains(word);
    }

    /** The classes of the page's root element. */
    public String classes() {
        return words.isEmpty() ? null : "view-" + String.join(" view-", words);
    }

    String cookie() {
        return String.join(".", words);
    }
}
