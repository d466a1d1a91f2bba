package ru.smolensk.mentoring.participant;

import java.time.LocalDate;

/** Who is a young specialist: teaching experience from 0 to 3 years, no age limit (DOMAIN 2, F9). */
public final class YoungSpecialist {

    /** ◆ Still one on the anniversary itself, no longer the day after. */
    static final int YEARS = 3;

    private YoungSpecialist() {
    }

    /**
     * Whether somebody is a young specialist on the day.
     *
     * @param teachingSince the first day of teaching; {@code null} if it is not known, and then nobody can say they are
     */
    public static boolean on(LocalDate day, LocalDate teachingSince) {
        return teachingSince != null && !day.isBefore(teachingSince) && !day.isAfter(teachingSince.plusYears(YEARS));
    }
}
