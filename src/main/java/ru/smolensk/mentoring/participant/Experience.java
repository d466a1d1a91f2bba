package ru.smolensk.mentoring.participant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ru.smolensk.mentoring.platform.Russian;

/**
 * Teaching experience on a day.
 *
 * @param since the first day of teaching, {@code null} if it is not known
 */
record Experience(LocalDate since, LocalDate day) {

    /** «стаж 33 года», «стаж меньше года», «стаж с 01.09.2027», «стаж не указан». */
    public String words() {
        return "стаж " + length();
    }

    /** The same without «стаж»: for a column that is called so. */
    public String length() {
        if (since == null) {
            return "не указан";
        }
        if (since.isAfter(day)) {
            return "с\u00a0" + new Russian().date(since);
        }
        long years = ChronoUnit.YEARS.between(since, day);
        return years == 0 ? "меньше года" : new Russian().count(years, "год", "года", "лет");
    }

    public boolean young() {
        return YoungSpecialist.on(day, since);
    }
}
