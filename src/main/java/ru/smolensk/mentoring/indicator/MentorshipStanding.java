package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A mentorship in a period.
 *
 * @param members everybody it ever named as mentee
 * @param obstacle why it is not in force; {@code null} if it is
 * @param obstacleOn the day of the obstacle
 */
record MentorshipStanding(long id, long mentorId, PersonName mentor, LocalDate startsOn, LocalDate lastDay, Explanation.Order order,
        List<Member> members, Obstacle obstacle, LocalDate obstacleOn) {

    /** @param inPeriod whether the mentee is in it on some day of the period */
    record Member(long menteeId, PersonName name, LocalDate joinedOn, LocalDate lastDay, boolean inPeriod) {
    }

    boolean isInForce() {
        return obstacle == null;
    }

    boolean isGroup() {
        return present().count() >= 2;
    }


    /** «Орлова А. В. – Петров П. П., Сидорова С. С.». */
    String title() {
        return mentor.brief() + " – " + present().map(member -> member.name.brief()).collect(Collectors.joining(", "));
    }

    Explanation.Line line() {
        return new Explanation.Line(id, title(), new Russian().period(startsOn, lastDay), address(), List.of(order), List.of(),
                isInForce() ? List.of() : List.of(new Explanation.Unmet(obstacle, obstacleOn, nextStep())));
    }

    String address() {
        return "/workspace/mentorships/" + id;
    }

    private String nextStep() {
        return switch (obstacle) {
            case ORDER_LATER, ORDER_ANNULLED, MENTORSHIP_NOT_STARTED -> address();
            default -> null;
        };
    }

    /** Those in it in the period; of a mentorship that is not in force, everybody. */
    private Stream<Member> present() {
        return members.stream().filter(member -> member.inPeriod || !isInForce());
    }
}
