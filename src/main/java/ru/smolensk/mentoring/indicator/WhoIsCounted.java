package ru.smolensk.mentoring.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.indicator.Explanation.Line;
import ru.smolensk.mentoring.indicator.PersonStanding.Role;

/** Opens a figure: turns standings into lines with names, papers, reasons and next steps. */
@Component
class WhoIsCounted {

    private final Standings standings;

    WhoIsCounted(Standings standings) {
        this.standings = standings;
    }

    Explanation explain(Figure figure, long organisation, Period period) {
        List<Line> lines = switch (figure) {
            case PAIRS -> mentorships(organisation, period, mentorship -> !mentorship.isGroup());
            case GROUPS -> mentorships(organisation, period, MentorshipStanding::isGroup);
            case MENTORSHIPS -> mentorships(organisation, period, mentorship -> true);
            case APPROVED_PROGRAMMES -> programmes(organisation, period);
            case YOUNG_SPECIALISTS -> people(Role.MENTEE, organisation, period);
            case MENTORS -> people(Role.MENTOR, organisation, period);
            case PARTNER_ORGANISATIONS -> partners(organisation, period);
            case MENTEE_SATISFACTION, MENTOR_SATISFACTION -> List.of();
        };
        return new Explanation(figure, period,
                lines.stream().filter(line -> line.unmet().isEmpty()).toList(),
                lines.stream().filter(line -> !line.unmet().isEmpty()).sorted(Comparator.comparing(line -> !line.hasNextStep())).toList());
    }

    private List<Line> mentorships(long organisation, Period period, Predicate<MentorshipStanding> some) {
        return standings.mentorships(organisation, period).stream().filter(some).map(MentorshipStanding::line).toList();
    }

    private List<Line> programmes(long organisation, Period period) {
        Map<Long, MentorshipStanding> mentorships = standings.mentorships(organisation, period).stream()
                .collect(Collectors.toMap(MentorshipStanding::id, Function.identity()));
        return standings.programmes(organisation, period).stream()
                .map(programme -> programme.line(mentorships.get(programme.mentorshipId()))).toList();
    }

    private List<Line> people(Role role, long organisation, Period period) {
        Papers papers = papers(organisation, period);
        return standings.people(role, organisation, period).stream().map(person -> person.line(papers)).toList();
    }

    private List<Line> partners(long organisation, Period period) {
        Papers papers = papers(organisation, period);
        return standings.partners(organisation, period).stream().map(partner -> partner.line(papers)).toList();
    }

    private Papers papers(long organisation, Period period) {
        return new Papers(period, standings.mentorships(organisation, period), standings.programmes(organisation, period));
    }
}
