package ru.smolensk.mentoring.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SignedIn;

/**
 * What happens in the city, day by day. It is written down first, organisation by organisation, and then carried out in the order of time, so
 * that the journal grows as it would have grown. What would happen today or later has not happened.
 */
final class Chronicle {

    private static final int FIRST_MINUTE = 9 * 60;
    private static final int LAST_MINUTE = 17 * 60 + 50;

    private final LocalDate today;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Needed> sheets = new ArrayList<>();
    /** The minute at which somebody did the last thing of a day. */
    private final Map<String, Integer> minutes = new HashMap<>();

    Chronicle(LocalDate today) {
        this.today = today;
    }

    /** Something that a person does at a moment. */
    record Happening(Instant moment, SignedIn who, Runnable act) {
    }

    private record Needed(LocalDate day, Sheet sheet) {
    }

    /** Notes that a paper will be needed on a day. */
    void order(LocalDate day, Sheet sheet) {
        if (day.isBefore(today)) {
            sheets.add(new Needed(day, sheet));
        }
    }

    /** The papers in the order in which they will be needed. */
    List<Sheet> sheets() {
        return sheets.stream().sorted(Comparator.comparing(Needed::day)).map(Needed::sheet).toList();
    }

    /** Writes down what somebody does on a day, after all that the same person does on it already. */
    void add(LocalDate day, SignedIn who, Dice dice, Runnable act) {
        if (!day.isBefore(today)) {
            return;
        }
        int first = dice.between(FIRST_MINUTE, FIRST_MINUTE + 240);
        int minute = minutes.merge(who.accountId() + "/" + day, first, (last, ignored) -> Math.min(LAST_MINUTE, last + dice.between(1, 6)));
        happenings.add(new Happening(day.atStartOfDay(PortalClock.ZONE).plusMinutes(minute).toInstant(), who, act));
    }

    /** In the order of time; what happens in the same minute in the order in which it was written down. */
    List<Happening> inOrder() {
        return happenings.stream().sorted(Comparator.comparing(Happening::moment)).toList();
    }
}
