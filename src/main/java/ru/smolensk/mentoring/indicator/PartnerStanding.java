package ru.smolensk.mentoring.indicator;

import java.util.List;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.indicator.Explanation.Unmet;

/**
 * A partner in a period: counted when one of its mentors has entered (F11).
 *
 * @param mentors mentors of the base who work there
 */
record PartnerStanding(long id, String name, List<PersonStanding> mentors) {

    Explanation.Line line(Papers papers) {
        return new Explanation.Line(id, name, mentors.stream().map(mentor -> mentor.name().brief()).collect(Collectors.joining(", ")), null,
                mentors.stream().flatMap(mentor -> mentor.orders(papers)).distinct().toList(),
                mentors.stream().flatMap(mentor -> mentor.programmes(papers)).distinct().toList(),
                unmet(papers));
    }

    private List<Unmet> unmet(Papers papers) {
        if (mentors.isEmpty()) {
            return List.of(new Unmet(Obstacle.NO_MENTOR_OF_PARTNER, null, "/workspace/mentors/new"));
        }
        boolean entered = mentors.stream().anyMatch(mentor -> mentor.obstacles().isEmpty());
        return entered ? List.of() : mentors.stream().flatMap(mentor -> mentor.unmet(papers)).distinct().toList();
    }
}
