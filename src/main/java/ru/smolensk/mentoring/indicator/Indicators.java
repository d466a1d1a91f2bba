package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The figures of one organisation (DOMAIN 5, F6 and F8–F13).
 *
 * @param pairs mentorships in force with one mentee
 * @param groups mentorships in force with two mentees or more
 * @param approvedProgrammes personalised programmes in force
 * @param youngSpecialists young specialists who have entered, of those of the staff count
 * @param mentors mentors of the own staff who have entered, of the teaching staff
 * @param partnerOrganisations partners with a mentor who has entered
 * @param countedOn the date of the staff count used; {@code null} if there is none
 */
public record Indicators(
        long organisationId,
        Period period,
        int pairs,
        int groups,
        int approvedProgrammes,
        Share youngSpecialists,
        Share mentors,
        int partnerOrganisations,
        Share menteeSatisfaction,
        Share mentorSatisfaction,
        LocalDate countedOn) {

    /** ◆ An older staff count is still used, with a warning. */
    static final java.time.Period STAFF_COUNT_IS_FRESH_FOR = java.time.Period.ofMonths(12);

    /** Pairs and groups together (F6). */
    public int mentorships() {
        return pairs + groups;
    }

    /** Whether the staff count used was more than twelve months old on the last day of the period. */
    public boolean staffCountIsOld() {
        return countedOn != null && countedOn.plus(STAFF_COUNT_IS_FRESH_FOR).isBefore(period.until());
    }

    /** Whether some share has more people than there are. Such a section can't be published (DOMAIN 5). */
    public boolean contradicts() {
        return Stream.of(youngSpecialists, mentors, menteeSatisfaction, mentorSatisfaction).anyMatch(Share::contradicts);
    }
}
