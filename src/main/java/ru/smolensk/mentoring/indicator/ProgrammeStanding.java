package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An edition of a personalised programme in a period.
 *
 * @param menteeIds those it covers
 * @param obstacle why it is not in force; {@code null} if it is
 * @param obstacleOn the day of the obstacle; a draft has none
 */
record ProgrammeStanding(long mentorshipId, long mentorId, Set<Long> menteeIds, Explanation.Programme programme,
        Obstacle obstacle, LocalDate obstacleOn) {

    boolean isInForce() {
        return obstacle == null;
    }

    Explanation.Line line(MentorshipStanding mentorship) {
        return new Explanation.Line(programme.id(), programme.title(), mentorship.title(), programme.address(),
                List.of(mentorship.order()), List.of(programme),
                isInForce() ? List.of() : List.of(new Explanation.Unmet(obstacle, obstacleOn, nextStep())));
    }

    private String nextStep() {
        return switch (obstacle) {
            case PROGRAMME_NOT_APPROVED, PROGRAMME_UNFINISHED, PROGRAMME_APPROVED_LATER, PROGRAMME_NOT_STARTED -> programme.address();
            default -> null;
        };
    }
}
