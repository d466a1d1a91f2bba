package ru.smolensk.mentoring.platform;

import java.time.LocalDate;

/**
 * The academic year, from 1 September to 31 August, written «2026/2027».
 *
 * @param start the calendar year in which it begins
 */
public record AcademicYear(int start) implements Comparable<AcademicYear> {

    /** The academic year that the day belongs to. */
    public static AcademicYear of(LocalDate day) {
        return new AcademicYear(day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(start, 9, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(start + 1, 8, 31);
    }

    public AcademicYear previous() {
        return new AcademicYear(start - 1);
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(start, other.start);
    }

    @Override
    public String toString() {
        return start + "/" + (start + 1);
    }
}
