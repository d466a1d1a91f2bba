package ru.smolensk.mentoring.mentorship;

/**
 * A pair or group was entered by mistake and is annulled. Published in the transaction of the annulment, so that what stands on the
 * mentorship (its programmes) is annulled with it or not at all.
 *
 * @param reason the curator's words, kept in the history
 */
public record MentorshipAnnulled(long organisationId, long mentorshipId, String reason) {
}
