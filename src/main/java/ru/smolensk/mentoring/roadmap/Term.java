package ru.smolensk.mentoring.roadmap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Russian;

/**
 * The last day that the words of a term mean, as far as they mean one: «до 01.12.2026», «15 сентября 2026 г.», «октябрь», «ноябрь – декабрь
 * 2026 года», «до сентября 2026 года» (the last of August). Everything else stays words alone.
 *
 * @param dueOn the day, or {@code null}
 * @param warning what is odd about it, for the preview; {@code null} if nothing is
 */
record Term(LocalDate dueOn, String warning) {

    private static final Term WORDS = new Term(null, null);
    private static final List<String> MONTHS = List.of("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
            "ноябр", "декабр");
    private static final String MONTH = "(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:ь|я|е|й|ю|а|у)?(?![а-яё])";
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})\\s+" + MONTH + "(?:\\s+(\\d{4}))?");
    private static final Pattern MONTH_ALONE = Pattern.compile("(?<![а-яё])(до\\s+)?" + MONTH + "(?:\\s+(\\d{4}))?");
    /** How Excel writes a date whose cell has lost its format: days since 30.12.1899. */
    private static final Pattern EXCEL = Pattern.compile("4\\d{4}|5\\d{4}");
    private static final LocalDate EXCEL_BEGAN = LocalDate.of(1899, 12, 30);

    static Term of(String words, AcademicYear year) {
        if (words == null) {
            return WORDS;
        }
        String text = words.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        try {
            return within(year, day(text, year), words);
        } catch (DateTimeException noSuchDay) {
            return new Term(null, "Такой даты нет: «" + words + "». Срок останется словами, без даты");
        }
    }

    private static Term within(AcademicYear year, LocalDate day, String words) {
        if (day == null) {
            return WORDS;
        }
        if (day.isBefore(year.firstDay()) || day.isAfter(year.lastDay())) {
            return new Term(null, "Срок «" + words + "» – не в " + year + " учебном году. Он останется словами, без даты");
        }
        return new Term(day, EXCEL.matcher(words.strip()).matches() ? "Число " + words + " – это дата Excel: "
                + new Russian().date(day) : null);
    }

    /** The last of the days that the words name. */
    private static LocalDate day(String text, AcademicYear year) {
        if (EXCEL.matcher(text.strip()).matches()) {
            return EXCEL_BEGAN.plusDays(Integer.parseInt(text.strip()));
        }
        LocalDate last = null;
        for (Matcher found = DIGITS.matcher(text); found.find();) {
            int typed = number(found, 3);
            last = later(last, LocalDate.of(typed < 100 ? 2000 + typed : typed, number(found, 2), number(found, 1)));
        }
        for (Matcher found = ISO.matcher(text); found.find();) {
            last = later(last, LocalDate.of(number(found, 1), number(found, 2), number(found, 3)));
        }
        if (last == null) {
            for (Matcher found = DAY_OF_MONTH.matcher(text); found.find();) {
                int month = MONTHS.indexOf(found.group(2)) + 1;
                last = later(last, LocalDate.of(found.group(3) == null ? yearOf(month, year) : number(found, 3), month, number(found, 1)));
            }
        }
        return last == null ? ofMonths(text, year) : last;
    }

    private static LocalDate ofMonths(String text, AcademicYear year) {
        LocalDate last = null;
        for (Matcher found = MONTH_ALONE.matcher(text); found.find();) {
            int month = MONTHS.indexOf(found.group(2)) + 1;
            int named = found.group(3) == null ? yearOf(month, year) : number(found, 3);
            last = later(last, found.group(1) == null ? YearMonth.of(named, month).atEndOfMonth() : LocalDate.of(named, month, 1).minusDays(1));
        }
        return last;
    }

    private static int yearOf(int month, AcademicYear year) {
        return month >= 9 ? year.start() : year.start() + 1;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
