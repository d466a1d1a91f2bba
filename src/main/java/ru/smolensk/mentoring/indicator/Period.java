package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;

/**
 * The days a figure is counted over, both ends included. What is in force on some day of the period counts (DOMAIN 5);
 * a figure as of a date is counted over that one day.
 */
public record Period(LocalDate since, LocalDate until) {

    /** @throws IllegalArgumentException if the period ends before it begins */
    public Period {
        if (until.isBefore(since)) {
            throw new IllegalArgumentException("a period from " + since + " until " + until);
        }
    }

    /** The period of one day. */
    public static Period on(LocalDate date) {
        return new Period(date, date);
    }
}
