package ru.smolensk.mentoring.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How an edition stands, for the page of what is reviewed.
 *
 * @param at when it was handed in or decided last; {@code null} for a draft
 * @param by who did that
 * @param words what the reviewer said to the decision, or {@code null}
 * @param unanswered how many remarks wait for an answer
 */
public record ReviewStanding(long edition, ReviewSubject subject, int number, ReviewState state, LocalDate approvedOn, Instant at, String by,
                             String words, int unanswered) {

    /** Its state in a word. */
    public String word() {
        return subject.word(state);
    }

    /**
     * How it stands.
     *
     * @param submissions all of the edition, the newest first
     */
    static ReviewStanding of(Edition edition, List<Submission> submissions) {
        Submission last = submissions.isEmpty() ? null : submissions.get(0);
        int unanswered = submissions.stream().filter(one -> one.outcome() == Submission.Outcome.RETURNED).findFirst()
                .map(Submission::unanswered).orElse(0);
        return new ReviewStanding(edition.id(), edition.reviewed(), edition.number(), edition.state(), edition.approvedOn(),
                last == null ? null : last.waiting() ? last.submittedAt() : last.decidedAt(),
                last == null ? null : last.waiting() ? last.submittedByName() : last.decidedByName(),
                last == null ? null : last.words(), unanswered);
    }
}
