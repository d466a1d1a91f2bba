package ru.smolensk.mentoring.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what rules refuse, so that everything wrong with what was typed is said in one go. */
public final class Refusals {

    /** ◆ No paper and no figure of the portal is older: an earlier date is a slip of the year. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final List<Refusal> found = new ArrayList<>();

    /** Notes a refusal if there is something wrong. */
    public Refusals when(boolean wrong, String field, String message) {
        if (wrong) {
            found.add(new Refusal(field, message));
        }
        return this;
    }

    /** Notes a date that is too long ago to be meant. */
    public Refusals whenLongAgo(LocalDate day, String field) {
        return when(day != null && day.isBefore(EARLIEST), field, "Слишком давняя дата. Проверьте год");
    }

    /** Notes what a rule refuses, if it does. */
    public Refusals and(Optional<Refusal> refusal) {
        refusal.ifPresent(found::add);
        return this;
    }

    /** What has been refused so far, in the order of the rules. */
    public List<Refusal> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the gathering.
     *
     * @throws Refusal with everything that was found, if anything was
     */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.of(found);
        }
    }
}
