package ru.smolensk.mentoring.workbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people take for the same words, and which words they probably meant. */
final class Likeness {

    private Likeness() {
    }

    private static final Pattern DASH = Pattern.compile("[‐-―−-]+");
    private static final Pattern AROUND_DASH = Pattern.compile("[\\s\\u00a0]*-[\\s\\u00a0]*");
    private static final Pattern QUOTES = Pattern.compile("[«»„“”\"'’*]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /** The words without what does not matter in them: case, ё or е, the kind of dash, quotes, spaces. */
    static String plain(String words) {
        if (words == null) {
            return "";
        }
        String dashed = DASH.matcher(words.toLowerCase(Locale.ROOT).replace('ё', 'е')).replaceAll("-");
        return SPACES.matcher(AROUND_DASH.matcher(QUOTES.matcher(dashed).replaceAll("")).replaceAll("-")).replaceAll(" ").strip();
    }

    /** A heading: spaces do not matter in it at all. */
    static String heading(String words) {
        return plain(words).replace(" ", "");
    }

    /** The nearest of the names, if it is near enough to be meant. */
    static Optional<String> nearest(String typed, Collection<String> names) {
        String sought = heading(typed);
        return names.stream().filter(name -> distance(sought, heading(name)) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(sought, heading(name))));
    }

    /** How many letters have to be changed, put in or left out (Levenshtein). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            row[at] = at;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[other.length()];
    }
}
