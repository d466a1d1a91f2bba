package ru.smolensk.mentoring.monitoring;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Russian;

/** What stands out in a report or contradicts itself: a rule each, which gives the words for an organisation that it finds. */
public enum Oddity implements Labelled {

    /** More people than there are (DOMAIN 5): such a share is left out of the city's. */
    CONTRADICTION("Людей в программах больше, чем всего") {
        @Override
        public Optional<String> in(FrozenFigures now, FrozenFigures before) {
            return joined(Column.shares().filter(column -> column.share(now).contradicts())
                    .map(column -> column.label() + " – " + column.share(now).text()));
        }
    },

    /** A share fell to a half or less of what it was the year before. */
    SHARE_FELL("Доля упала вдвое и больше") {
        @Override
        public Optional<String> in(FrozenFigures now, FrozenFigures before) {
            return before == null ? Optional.empty() : joined(Column.shares().filter(column -> fell(column.share(now), column.share(before)))
                    .map(column -> column.label() + ": " + RUSSIAN.percent(column.share(before).percent()) + " → "
                            + RUSSIAN.percent(column.share(now).percent())));
        }
    },

    /** Who mentors is in a pair or a group, so there can't be more mentors than those. */
    MORE_MENTORS_THAN_MENTORSHIPS("Наставников больше, чем пар и групп") {
        @Override
        public Optional<String> in(FrozenFigures now, FrozenFigures before) {
            Long mentors = now.mentors().numerator();
            return mentors == null || mentors <= now.mentorships() ? Optional.empty()
                    : Optional.of(RUSSIAN.count(mentors, "наставник", "наставника", "наставников") + ", а пар и групп – " + now.mentorships());
        }
    },

    /** The staff count was more than twelve months old on the day of the figures. */
    OLD_STAFF_COUNT("Численность старше года") {
        @Override
        public Optional<String> in(FrozenFigures now, FrozenFigures before) {
            return now.staffCountIsOld() ? Optional.of("численность на " + RUSSIAN.date(now.countedOn()) + ", показатели на "
                    + RUSSIAN.date(now.date())) : Optional.empty();
        }
    };

    /** ◆ A share that is this part of last year's, or less, has fallen. */
    static final BigDecimal FALLEN = new BigDecimal("0.5");

    private static final Russian RUSSIAN = new Russian();

    private final String label;

    Oddity(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** What is odd in these figures, in words. */
    abstract Optional<String> in(FrozenFigures now, FrozenFigures before);

    /** What is odd in the report of an organisation; nothing where there is no report. */
    public Optional<String> in(Consolidated.Row row) {
        return row.figures() == null ? Optional.empty() : in(row.figures(), row.before());
    }

    private static boolean fell(Share now, Share before) {
        return now.isGiven() && before.isGiven() && before.percent().signum() > 0
                && now.percent().compareTo(before.percent().multiply(FALLEN)) <= 0;
    }

    private static Optional<String> joined(Stream<String> words) {
        return Optional.of(words.collect(Collectors.joining("; "))).filter(all -> !all.isEmpty());
    }
}
