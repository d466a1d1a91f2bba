package ru.smolensk.mentoring.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Dates, numbers and plurals as Russian papers write them; templates call it {@code russian}. */
@Component
public class Russian {

    /** A number that a browser would break; a very long one has to break somewhere. */
    private static final Pattern TORN = Pattern.compile("№[ \\u00a0](?=\\S{1,16}(?:\\s|$))[^\\s/-]*[/-]\\S*");
    private static final List<String> UNITS = List.of("КБ", "МБ", "ГБ", "ТБ");
    private static final Locale LOCALE = Locale.forLanguageTag("ru-RU");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d\u00a0MMMM yyyy\u00a0'г.'", LOCALE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm").withZone(PortalClock.ZONE);

    /** «01.09.2026», or nothing for no date. */
    public String date(LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    /** «1 сентября 2026 г.». */
    public String longDate(LocalDate day) {
        return day == null ? "" : LONG_DATE.format(day);
    }

    /** «воскресенье». */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, LOCALE);
    }

    /** «01.09.2026, 10:15» by the clocks of Smolensk. */
    public String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    /** «01.09.2026 – 31.05.2027»; an open end reads «с 01.09.2026». */
    public String period(LocalDate from, LocalDate until) {
        return until == null ? "с\u00a0" + date(from) : date(from) + "\u00a0– " + date(until);
    }

    /** «№ 14-а от 01.09.2026»; a paper without a number is named by its date alone. The number holds together at the end of a line. */
    public String paper(String number, LocalDate day) {
        return number(number) + (number(number).isEmpty() || day == null ? "" : " ") + (day == null ? "" : "от\u00a0" + date(day));
    }

    /** «№ 14-а», nothing for no number. */
    public String number(String number) {
        return number == null || number.isBlank() ? "" : "№\u00a0" + number;
    }

    /** A piece of a text; {@code whole}: it must not be torn at the end of a line. */
    public record Piece(String words, boolean whole) {
    }

    /** The text piece by piece: numbers of papers with a hyphen or a stroke hold together, and the text itself stays as it is. */
    public List<Piece> pieces(String words) {
        List<Piece> pieces = new ArrayList<>();
        Matcher number = TORN.matcher(words == null ? "" : words);
        int from = 0;
        while (number.find()) {
            if (number.start() > from) {
                pieces.add(new Piece(words.substring(from, number.start()), false));
            }
            pieces.add(new Piece(number.group(), true));
            from = number.end();
        }
        if (words != null && from < words.length()) {
            pieces.add(new Piece(words.substring(from), false));
        }
        return pieces;
    }

    /**
     * Quotes within quotes as Russian papers set them: «Детский сад № 6 „Василёк“». Words whose quotes do not pair are left as they are.
     */
    public String quoted(String words) {
        StringBuilder set = new StringBuilder();
        int depth = 0;
        for (char one : words == null ? new char[0] : words.toCharArray()) {
            depth -= one == '»' ? 1 : 0;
            if (depth < 0) {
                return words;
            }
            set.append(one == '«' && depth > 0 ? '„' : one == '»' && depth > 0 ? '“' : one);
            depth += one == '«' ? 1 : 0;
        }
        return depth == 0 ? set.toString() : words;
    }

    /** The same words for a place that has its quotes already: «Первые шаги „с нуля“» for «Первые шаги «с нуля»». */
    public String withinQuotes(String words) {
        String whole = quoted("«" + (words == null ? "" : words) + "»");
        return whole.substring(1, whole.length() - 1);
    }

    /** The same words with a capital letter in the beginning. */
    public String capital(String words) {
        return words == null || words.isEmpty() ? words : words.substring(0, 1).toUpperCase(LOCALE) + words.substring(1);
    }

    /** The same words, so that neither «№ 33» nor «О. Белозёрова» is torn at the end of a line. */
    public String together(String words) {
        return words == null ? "" : words.replace("№ ", "№\u00a0").replaceAll("(?<!\\p{L})(\\p{Lu}\\.) (?=\\p{Lu})", "$1\u00a0");
    }

    /** «1 пара», «2 пары», «5 пар», «100 000 знаков». */
    public String count(long number, String one, String few, String many) {
        return grouped(number) + "\u00a0" + plural(number, one, few, many);
    }

    /** Digits by threes from five digits on, as books print them. */
    private static String grouped(long number) {
        return Math.abs(number) < 10_000 ? String.valueOf(number) : String.valueOf(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0");
    }

    /** The form of the noun that agrees with the number. */
    public String plural(long number, String one, String few, String many) {
        long hundred = Math.abs(number) % 100;
        long ten = hundred % 10;
        if (hundred >= 11 && hundred <= 14 || ten == 0 || ten >= 5) {
            return many;
        }
        return ten == 1 ? one : few;
    }

    /** «66,7 %»; {@code null} gives nothing. */
    public String percent(BigDecimal value) {
        return value == null ? "" : value.toPlainString().replace('.', ',') + "\u00a0%";
    }

    /** «312 КБ», «1,1 МБ», «20 МБ»: 1 КБ is 1024 bytes. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + "\u00a0Б";
        }
        double size = bytes / 1024.0;
        int unit = 0;
        while (Math.round(size) >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        String number = unit == 0 ? String.valueOf(Math.round(size)) : String.format(LOCALE, "%.1f", size);
        return (number.endsWith(",0") ? number.substring(0, number.length() - 2) : number) + "\u00a0" + UNITS.get(unit);
    }
}
