package ru.smolensk.mentoring.review;

import java.time.Instant;
import java.time.LocalDate;

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
}
