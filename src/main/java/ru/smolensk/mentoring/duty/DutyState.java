package ru.smolensk.mentoring.duty;

/** How far a duty has come; whether in time is another matter ({@link Punctuality}). */
public enum DutyState {
    DONE,
    /** Handed in: now it is up to the methodological department. */
    WAITING,
    /** Given back with remarks. */
    RETURNED,
    IN_WORK,
    NOT_STARTED
}
