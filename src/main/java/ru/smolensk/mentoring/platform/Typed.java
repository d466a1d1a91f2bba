package ru.smolensk.mentoring.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

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

    private Typed() {
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
        for (DateTimeFormatter format : DATES) {
            try {
                LocalDate day = LocalDate.parse(text.strip(), format);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeException ignored) {
                // The next form may fit.
            }
        }
        throw new IllegalArgumentException("not a date");
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
