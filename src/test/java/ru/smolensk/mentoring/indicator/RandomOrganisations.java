package ru.smolensk.mentoring.indicator;

import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Random organisations for tests of other modules. */
public final class RandomOrganisations {

    private RandomOrganisations() {
    }

    /** Saves so many; their identifiers in the order of their seeds. */
    public static List<Long> saved(JdbcTemplate template, int count) {
        List<Facts> all = LongStream.range(0, count).mapToObj(RandomFacts::of).toList();
        Facts.save(template, all);
        return all.stream().map(facts -> facts.id).toList();
    }
}
