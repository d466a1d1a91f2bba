package ru.smolensk.mentoring.programme;

import java.time.LocalDate;

/** Where an edition of a programme is in its life (DOMAIN 4). */
enum ProgrammeStatus {
    DRAFT, APPROVED, SUPERSEDED, COMPLETED, CANCELLED, ANNULLED;

    /**
     * A state in words, with the colour that goes with them.
     *
     * @param tone the class of the tag: good, warn, bad or nothing
     */
    record State(String words, String tone) {
    }

    /** What the status means on that day: an approved programme may be still ahead, in force or overdue. */
    State on(LocalDate today, LocalDate startsOn, LocalDate endsOn) {
        return switch (this) {
            case DRAFT -> new State("черновик", "warn");
            case APPROVED -> today.isBefore(startsOn) ? new State("утверждена, ещё не началась", "")
                    : today.isAfter(endsOn) ? new State("срок вышел", "bad") : new State("действует", "good");
            case SUPERSEDED -> new State("заменена новой редакцией", "");
            case COMPLETED -> new State("завершена", "good");
            case CANCELLED -> new State("отменена", "");
            case ANNULLED -> new State("аннулирована", "");
        };
    }
}
