package ru.smolensk.mentoring.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.platform.AcademicYear;

/**
 * The three academic years that the city tells about. The last one began at least two months ago, so that its autumn is always there;
 * what it plans reaches beyond it, so that the city is alive whenever it was founded.
 *
 * @param today nothing happens on this day or later
 */
record Years(LocalDate today, AcademicYear current) {

    private static final int LATE_ENOUGH_MONTHS = 2;

    static Years before(LocalDate today) {
        return new Years(today, AcademicYear.of(today.minusMonths(LATE_ENOUGH_MONTHS)));
    }

    AcademicYear last() {
        return current.previous();
    }

    AcademicYear first() {
        return last().previous();
    }

    /** The oldest first. */
    List<AcademicYear> all() {
        return List.of(first(), last(), current);
    }

    /** The portal is opened: accounts and organisations are entered. */
    LocalDate opening() {
        return workday(LocalDate.of(first().start(), 8, 20));
    }

    /** The day itself, or the Monday after a weekend; the New Year holidays are over before the 9th of January. */
    static LocalDate workday(LocalDate day) {
        LocalDate working = day.getMonthValue() == 1 && day.getDayOfMonth() < 9 ? day.withDayOfMonth(9) : day;
        while (working.getDayOfWeek() == DayOfWeek.SATURDAY || working.getDayOfWeek() == DayOfWeek.SUNDAY) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** A working day of an academic year: September to December of its first calendar year, January to August of its second. */
    static LocalDate day(AcademicYear year, int month, int day) {
        return workday(LocalDate.of(month >= 9 ? year.start() : year.start() + 1, month, day));
    }
}
