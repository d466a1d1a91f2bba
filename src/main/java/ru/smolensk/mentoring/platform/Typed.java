package ru.smolensk.mentoring.platform;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person typed, read. Forms keep the text as it was typed, so that a wrong date comes back to its field letter by letter;
 * commands get the value.
 */
public final class Typed {

    /** Nothing in the portal happened before or will happen after these years. */
    static final int FIRST_YEAR = 1930;
    static final int LAST_YEAR = 2099;

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);

    /**
     * What nobody sees, or PostgreSQL or HTML can't hold: controls, halves of pairs, noncharacters, soft hyphens, empty spaces, marks that
     * turn the direction.
     */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}"
                    + "\\x{ad}\\x{200b}\\x{2060}\\x{feff}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    private static final Pattern LINE_ENDS = Pattern.compile("[ \\t]*[\\n\\x{2028}\\x{2029}][\\s\\x{2028}\\x{2029}]*");

    /** As people write it before a number; a Latin «N» is one only if digits follow. */
    /** Any dash within a number; Word puts a long one where a short one was typed. */
    private static final Pattern DASH = Pattern.compile("(?<=\\S)[\\u2010-\\u2015\\u2212](?=\\S)");
    private static final Pattern NUMBER_SIGN = Pattern.compile("^(№[№\\h]*|N[oо]?[.°]?\\h*(?=\\d))");

    private Typed() {
    }

    /**
     * Reads a text: white space around it and what nobody can see are dropped, line ends are one character, letters are composed.
     *
     * @return the text, or {@code null} if nothing of it can be seen
     */
    public static String text(String text) {
        if (text == null) {
            return null;
        }
        String lines = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
        String seen = UNSEEN.matcher(lines).replaceAll("");
        int from = 0;
        int until = seen.length();
        while (from < until && white(seen.charAt(from))) {
            from++;
        }
        while (until > from && white(seen.charAt(until - 1))) {
            until--;
        }
        return from == until ? null : seen.substring(from, until);
    }

    /** Reads a text of one line: its line ends are spaces. */
    public static String line(String text) {
        String lines = text(text);
        return lines == null ? null : LINE_ENDS.matcher(lines).replaceAll(" ");
    }

    /**
     * Reads the number of a paper, «14-а». The sign before it, «№ 14-а» or «N 14-а», is dropped: the portal writes it itself. A dash within
     * it is read as a hyphen, so that «14–а» is no second paper.
     *
     * @return the number, or {@code null} if nothing is left
     */
    public static String paperNumber(String text) {
        String line = line(text);
        return line == null ? null : text(DASH.matcher(NUMBER_SIGN.matcher(line).replaceFirst("")).replaceAll("-"));
    }

    private static boolean white(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter); // The second knows the space that does not break.
    }

    /**
     * Reads «01.09.2026», «1.9.2026» or «2026-09-01».
     *
     * @return the day, or {@code null} for no text
     * @throws IllegalArgumentException if there is no such day or its year is out of the portal's time
     */
    public static LocalDate date(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        LocalDate day = anyDay(text);
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("not a date");
        }
        return day;
    }

    /** The day of any year that a text says, or {@code null}. */
    static LocalDate anyDay(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text.strip(), format);
            } catch (DateTimeException ignored) {
                // The next form may fit.
            }
        }
        return null;
    }

    /** Reads a date that its own field checks: what is none is {@code null} here. */
    public static LocalDate dateIfAny(String text) {
        return dateOr(text, null);
    }

    /** Reads a date of an address, where anything senseless means the usual day. */
    public static LocalDate dateOr(String text, LocalDate usual) {
        try {
            LocalDate day = date(text);
            return day == null ? usual : day;
        } catch (IllegalArgumentException senseless) {
            return usual;
        }
    }

    /**
     * Reads a whole number of up to nine digits.
     *
     * @return the number, or {@code null} for no text
     * @throws IllegalArgumentException if it is not such a number
     */
    public static Integer number(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String digits = text.strip().replace("\u00a0", "").replace(" ", "");
        if (!digits.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Integer.valueOf(digits);
    }
}
