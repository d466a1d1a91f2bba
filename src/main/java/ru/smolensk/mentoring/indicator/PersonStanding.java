package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ru.smolensk.mentoring.indicator.Explanation.Unmet;
import ru.smolensk.mentoring.platform.PersonName;

/**
 * A mentor or a mentee in a period, by the two conditions of the form.
 *
 * @param mentorshipIds mentorships in force that name the person in this role
 * @param programmeIds programmes in force that cover the person in this role
 * @param obstacles why the person is not counted; empty for one who is
 */
record PersonStanding(Role role, long id, PersonName name, String position, LocalDate leftOn,
        Set<Long> mentorshipIds, Set<Long> programmeIds, List<Obstacle> obstacles) {

    enum Role {
        MENTOR("mentor"), MENTEE("mentee");

        private final String word;

        Role(String word) {
            this.word = word;
        }
    }

    private static final Set<Obstacle> NOT_APPROVED = EnumSet.of(Obstacle.PROGRAMME_NOT_APPROVED,
            Obstacle.PROGRAMME_UNFINISHED, Obstacle.PROGRAMME_APPROVED_LATER);
    private static final Set<Obstacle> NOT_STARTED = EnumSet.of(Obstacle.PROGRAMME_NOT_STARTED);
    private static final Set<Obstacle> OVER = EnumSet.of(Obstacle.PROGRAMME_OVER, Obstacle.PROGRAMME_COMPLETED,
            Obstacle.PROGRAMME_CANCELLED, Obstacle.PROGRAMME_SUPERSEDED);

    Explanation.Line line(Papers papers) {
        return new Explanation.Line(id, name.full(), position == null ? "" : position, address(),
                orders(papers).toList(), programmes(papers).toList(), unmet(papers).toList());
    }

    Stream<Explanation.Order> orders(Papers papers) {
        return papers.mentorships().stream().filter(one -> mentorshipIds.contains(one.id())).map(MentorshipStanding::order).distinct();
    }

    Stream<Explanation.Programme> programmes(Papers papers) {
        return papers.programmes().stream().map(ProgrammeStanding::programme).filter(one -> programmeIds.contains(one.id()));
    }

    /** The obstacles with the day each is about and the page to do the next step on. */
    Stream<Unmet> unmet(Papers papers) {
        return obstacles.stream().map(obstacle -> switch (obstacle) {
            case NO_ORDER -> new Unmet(obstacle, null, newMentorship());
            case MENTORSHIP_OVER -> new Unmet(obstacle, lastDay(papers), newMentorship());
            case MENTORSHIP_NOT_STARTED -> upcoming(papers)
                    .map(next -> new Unmet(obstacle, next.since, next.mentorship.address())).orElseThrow();
            case NO_PROGRAMME -> new Unmet(obstacle, null, newProgramme(papers));
            case PROGRAMME_OVER -> new Unmet(obstacle, lastOf(papers, OVER).obstacleOn(), newProgramme(papers));
            case PROGRAMME_NOT_APPROVED -> notApproved(papers);
            case PROGRAMME_NOT_STARTED -> ofProgramme(obstacle, lastOf(papers, NOT_STARTED));
            case LEFT -> new Unmet(obstacle, leftOn, current(papers).map(MentorshipStanding::address).orElse(null));
            case EXPERIENCE_UNKNOWN, NOT_TEACHING_YET -> new Unmet(obstacle, null, address() + "/edit");
            default -> new Unmet(obstacle, null, null);
        });
    }

    /** Whoever has come to another mentor needs a programme with that one: nobody is sent to the draft that was left behind. */
    private Unmet notApproved(Papers papers) {
        ProgrammeStanding programme = lastOf(papers, NOT_APPROVED);
        if (!mentorshipIds.isEmpty() && !mentorshipIds.contains(programme.mentorshipId())) {
            return new Unmet(Obstacle.NO_PROGRAMME, null, newProgramme(papers));
        }
        return ofProgramme(programme.obstacle() == Obstacle.PROGRAMME_UNFINISHED ? programme.obstacle() : Obstacle.PROGRAMME_NOT_APPROVED,
                programme);
    }

    private static Unmet ofProgramme(Obstacle obstacle, ProgrammeStanding programme) {
        return new Unmet(obstacle, programme.obstacleOn(), programme.programme().address());
    }

    private String address() {
        return "/workspace/" + role.word + "s/" + id;
    }

    private String newMentorship() {
        return "/workspace/mentorships/new?" + role.word + "=" + id;
    }

    /** A programme belongs to a mentorship: without one the order comes first. */
    private String newProgramme(Papers papers) {
        return current(papers).or(() -> upcoming(papers).map(Engagement::mentorship))
                .map(mentorship -> "/workspace/programmes/new?mentorship=" + mentorship.id()).orElse(null);
    }

    private Optional<MentorshipStanding> current(Papers papers) {
        return papers.mentorships().stream().filter(one -> mentorshipIds.contains(one.id())).findFirst();
    }

    private Optional<Engagement> upcoming(Papers papers) {
        return engagements(papers, Obstacle.MENTORSHIP_NOT_STARTED)
                .filter(one -> one.since.isAfter(papers.period().until()))
                .min(Comparator.comparing(Engagement::since));
    }

    private LocalDate lastDay(Papers papers) {
        return engagements(papers, Obstacle.MENTORSHIP_OVER)
                .map(Engagement::until)
                .filter(until -> until.isBefore(papers.period().since()))
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** The person's time in mentorships that are in force, or are not because of this obstacle. */
    private Stream<Engagement> engagements(Papers papers, Obstacle unlessFor) {
        return papers.mentorships().stream().filter(one -> one.isInForce() || one.obstacle() == unlessFor).flatMap(this::engagement);
    }

    private Stream<Engagement> engagement(MentorshipStanding mentorship) {
        return role == Role.MENTEE
                ? mentorship.members().stream().filter(one -> one.menteeId() == id)
                        .map(one -> new Engagement(mentorship, one.joinedOn(), one.lastDay()))
                : Stream.of(mentorship).filter(one -> one.mentorId() == id)
                        .map(one -> new Engagement(one, one.startsOn(), one.lastDay()));
    }

    /** The person's programme with such an obstacle, the latest; those of the mentorships in force first, then drafts before all. */
    private ProgrammeStanding lastOf(Papers papers, Set<Obstacle> some) {
        return papers.programmes().stream()
                .filter(one -> some.contains(one.obstacle()))
                .filter(one -> role == Role.MENTEE ? one.menteeIds().contains(id) : one.mentorId() == id)
                .max(Comparator.comparing((ProgrammeStanding one) -> mentorshipIds.contains(one.mentorshipId()))
                        .thenComparing(ProgrammeStanding::obstacleOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow();
    }

    private record Engagement(MentorshipStanding mentorship, LocalDate since, LocalDate until) {
    }
}
