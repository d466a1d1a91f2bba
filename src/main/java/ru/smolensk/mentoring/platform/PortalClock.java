package ru.smolensk.mentoring.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The portal's only clock, in the zone of Smolensk. {@link #at} turns it back for the current thread:
 * the demo city writes three years of history through the services that people use.
 */
@Component
public class PortalClock extends Clock {

    /** The zone in which a day begins for everybody who works with the portal. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final ThreadLocal<Instant> turnedTo = new ThreadLocal<>();
    private final Clock base;

    public PortalClock() {
        this(Clock.system(ZONE));
    }

    /** A clock that shows what another one does: for tests whose day is fixed. */
    public PortalClock(Clock base) {
        this.base = base;
    }

    /** The date of today in Smolensk. */
    public LocalDate today() {
        return LocalDate.now(this);
    }

    /** Runs the action as if it were that moment; other threads do not notice. */
    public <T> T at(Instant moment, Supplier<T> action) {
        Instant before = turnedTo.get();
        turnedTo.set(moment);
        try {
            return action.get();
        } finally {
            if (before == null) {
                turnedTo.remove();
            } else {
                turnedTo.set(before);
            }
        }
    }

    @Override
    public Instant instant() {
        Instant moment = turnedTo.get();
        return moment == null ? base.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PortalClock(base.withZone(zone));
    }
}
