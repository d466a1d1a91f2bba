package ru.smolensk.mentoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Turn;

/** The SQL against the rules written down apart, on several hundred small organisations. A failure names the seed of the organisation. */
@PortalTest
@Order(Turn.LAST)
@Transactional
class CountingOfRandomOrganisationsTest {

    private static final int ORGANISATIONS = 600;
    private static final int PERIODS = 10;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IndicatorReport report;

    /** What the database says of one person. */
    private record Standing(Set<Long> mentorships, Set<Long> programmes, boolean entered, boolean counted) {
    }

    @Test
    void everyFigureAndEveryListOfPeopleIsWhatTheRulesSay() {
        for (int group = 0; group < RandomFacts.FIRST_DAYS.size(); group++) {
            Map<Long, Facts> organisations = organisations(group);
            Facts.save(template, List.copyOf(organisations.values()));
            // The planner's statistics may be of the moment before.
            template.execute("analyze");
            for (Period period : periods(group)) {
                Map<Long, Indicators> indicators = indicators(period);
                Map<Long, Standing> mentees = standings("mentee_standing", period);
                Map<Long, Standing> mentors = standings("mentor_standing", period);
                Set<Long> mentorships = inForce("mentorship_standing", period);
                Set<Long> programmes = inForce("programme_standing", period);
                organisations.forEach((seed, facts) -> {
                    String where = "seed " + seed + ", " + period;
                    WrittenRules rules = new WrittenRules(facts, period);
                    boolean open = facts.closedOn == null || facts.closedOn.isAfter(period.until());
                    assertThat(indicators.get(facts.id)).as(where).isEqualTo(open ? rules.indicators() : null);
                    facts.mentorships.forEach(one -> assertThat(mentorships.contains(one.id())).as("%s: %s", where, one)
                            .isEqualTo(rules.mentorshipsInForce().anyMatch(one::equals)));
                    facts.programmes.forEach(one -> assertThat(programmes.contains(one.id())).as("%s: %s", where, one)
                            .isEqualTo(rules.programmesInForce().anyMatch(one::equals)));
                    facts.people.forEach(person -> {
                        assertThat(mentees.get(person.id())).as("%s: mentee %s", where, person).isEqualTo(!person.mentee() ? null
                                : new Standing(rules.mentorshipsOfMentee(person), rules.programmesOfMentee(person),
                                        rules.menteeHasEntered(person), rules.isCountedAsMentee(person)));
                        assertThat(mentors.get(person.id())).as("%s: mentor %s", where, person).isEqualTo(!person.mentor() ? null
                                : new Standing(rules.mentorshipsOfMentor(person), rules.programmesOfMentor(person),
                                        rules.mentorHasEntered(person), rules.isCountedAsMentor(person)));
                    });
                });
            }
        }
    }

    @Test
    void everyFigureOpensIntoAsManyLinesAsItCounts() {
        for (int group = 0; group < RandomFacts.FIRST_DAYS.size(); group++) {
            Map<Long, Facts> organisations = organisations(group);
            Facts.save(template, List.copyOf(organisations.values()));
            // The planner's statistics may be of the moment before.
            template.execute("analyze");
            organisations.entrySet().stream().limit(15).forEach(entry -> {
                Period period = periods(entry.getKey()).get(entry.getKey().intValue() % PERIODS);
                Facts facts = entry.getValue();
                Indicators indicators = report.of(facts.id, period);
                Map<Figure, Long> counted = Map.of(
                        Figure.PAIRS, (long) indicators.pairs(), Figure.GROUPS, (long) indicators.groups(),
                        Figure.MENTORSHIPS, (long) indicators.mentorships(),
                        Figure.APPROVED_PROGRAMMES, (long) indicators.approvedProgrammes(),
                        Figure.YOUNG_SPECIALISTS, indicators.youngSpecialists().numerator(),
                        Figure.MENTORS, indicators.mentors().numerator(),
                        Figure.PARTNER_ORGANISATIONS, (long) indicators.partnerOrganisations());
                counted.forEach((figure, number) -> {
                    Explanation explanation = report.explain(figure, facts.id, period);
                    assertThat(explanation.counted()).as("seed %d, %s, %s", entry.getKey(), period, figure).hasSize(number.intValue());
                    assertThat(explanation.notCounted()).allMatch(line -> !line.unmet().isEmpty());
                });
                assertThat(report.partners(facts.id, period)).as("seed %d, %s", entry.getKey(), period)
                        .extracting(EnteredPartner::id).containsExactlyInAnyOrderElementsOf(new WrittenRules(facts, period).partners());
            });
        }
    }

    /** By seed; those of one group share their first day. */
    private static Map<Long, Facts> organisations(int group) {
        int groups = RandomFacts.FIRST_DAYS.size();
        return LongStream.range(0, ORGANISATIONS / groups).map(i -> i * groups + group).boxed()
                .collect(Collectors.toMap(seed -> seed, RandomFacts::of, (one, other) -> one, TreeMap::new));
    }

    /** Every day from before everything until after everything, and some periods. */
    private static List<Period> periods(long group) {
        LocalDate first = RandomFacts.firstDay(group).minusDays(2);
        int days = RandomFacts.DAYS + 10;
        List<Period> periods = new ArrayList<>();
        Random random = new Random(group);
        for (int i = 0; i < PERIODS; i++) {
            LocalDate since = first.plusDays(random.nextInt(days));
            periods.add(new Period(since, since.plusDays(1 + random.nextInt(6))));
        }
        for (int i = 0; i < days; i++) {
            periods.add(Period.on(first.plusDays(i)));
        }
        return periods;
    }

    private Map<Long, Indicators> indicators(Period period) {
        Map<Long, Indicators> all = new HashMap<>();
        jdbc.sql("select * from indicators(:since, :until, null)").param("since", period.since()).param("until", period.until())
                .query((row, number) -> IndicatorReport.indicators(row, period)).list()
                .forEach(one -> all.put(one.organisationId(), one));
        return all;
    }

    private Map<Long, Standing> standings(String function, Period period) {
        Map<Long, Standing> all = new HashMap<>();
        jdbc.sql("select * from " + function + "(:since, :until, null)").param("since", period.since()).param("until", period.until())
                .query((row, number) -> all.put(row.getLong("participant_id"), new Standing(
                        ids(row, "mentorship_ids"), ids(row, "programme_ids"), row.getBoolean("entered"), ((Object[]) row.getArray("reasons").getArray()).length == 0))).list();
        return all;
    }

    private Set<Long> inForce(String function, Period period) {
        return Set.copyOf(jdbc.sql("select id from " + function + "(:since, :until, null) where reason is null")
                .param("since", period.since()).param("until", period.until()).query(Long.class).list());
    }

    private static Set<Long> ids(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }
}
