package ru.smolensk.mentoring.workbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What people take for the same words, and which words they probably meant. */
final class Likeness {

    private Likeness() {
    }

    private static final String DASHES = "-‐‑‒–—―−";
    private static final String QUOTES = "«»„“”\"'’*";

    /** The words without what does not matter in them: case, ё or е, the kind of dash, quotes, spaces. Asked of every cell, so in one pass. */
    static String plain(String words) {
        if (words == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder(words.length());
        boolean space = false;
        for (int at = 0; at < words.length(); at++) {
            char letter = Character.toLowerCase(words.charAt(at));
            if (Character.isWhitespace(letter) || letter == '\u00a0') {
                space = true;
            } else if (DASHES.indexOf(letter) >= 0) {
                if (plain.length() == 0 || plain.charAt(plain.length() - 1) != '-') {
                    plain.append('-');
                }
                space = false;
            } else if (QUOTES.indexOf(letter) < 0) {
                if (space && plain.length() > 0 && plain.charAt(plain.length() - 1) != '-') {
                    plain.append(' ');
                }
                plain.append(letter == 'ё' ? 'е' : letter);
                space = false;
            }
        }
        return plain.toString();
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
