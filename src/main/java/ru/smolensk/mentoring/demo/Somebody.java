package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import ru.smolensk.mentoring.platform.PersonName;

/** A person of a story. */
final class Somebody {

    final PersonName name;
    final String position;
    /** {@code null} for those who do not teach yet. */
    final LocalDate teachingSince;
    final LocalDate bornOn;
    /** The other educational organisation, or {@code null}. */
    final String employer;
    /** The partner they work for, or {@code null}. */
    final Ally ally;
    LocalDate enteredOn;
    LocalDate leftOn;
    boolean mentor;
    boolean mentee;
    /** Known once they are entered. */
    long id;

    Somebody(PersonName name, String position, LocalDate teachingSince, LocalDate bornOn, String employer, Ally ally) {
        this.name = name;
        this.position = position;
        this.teachingSince = teachingSince;
        this.bornOn = bornOn;
        this.employer = employer;
        this.ally = ally;
    }

    boolean ownStaff() {
        return employer == null && ally == null;
    }

    /** Whether they may be counted as a young specialist of the own staff on some day between these. */
    boolean youngOwnMentee(LocalDate since, LocalDate until) {
        return ownStaff() && mentee && teachingSince != null && !enteredOn.isAfter(until) && (leftOn == null || !leftOn.isBefore(since))
                && !teachingSince.plusYears(3).isBefore(since);
    }

    /** A partner organisation of a story. */
    static final class Ally {

        final String name;
        /** Known once it is entered. */
        long id;

        Ally(String name) {
            this.name = name;
        }
    }
}
