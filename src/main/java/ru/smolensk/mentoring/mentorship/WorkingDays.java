package ru.smolensk.mentoring.mentorship;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Working days of a five-day week: not Saturday, not Sunday, not a non-working holiday of article 112 of the Labour code. Days that the
 * government moves from year to year are not known here ◆.
 */
final class WorkingDays {

    private static final Set<MonthDay> HOLIDAYS = Stream.concat(
            IntStream.rangeClosed(1, 8).mapToObj(day -> MonthDay.of(1, day)),
            Stream.of(MonthDay.of(2, 23), MonthDay.of(3, 8), MonthDay.of(5, 1), MonthDay.of(5, 9), MonthDay.of(6, 12), MonthDay.of(11, 4)))
            .collect(Collectors.toUnmodifiableSet());

    private WorkingDays() {
    }

    static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** The given working day after the day, counted from the next one. */
    static LocalDate after(LocalDate day, int count) {
        LocalDate last = day;
        for (int counted = 0; counted < count;) {
            last = last.plusDays(1);
            if (working(last)) {
                counted++;
            }
        }
        return last;
    }
}
