package ru.smolensk.mentoring.duty;

/** What the organisation did, held against the due date of a campaign. */
public enum Punctuality {
    /** Done, or handed in, on the due date or before. */
    ON_TIME,
    /** Done, or handed in, after it. */
    LATE,
    /** Not done, and the date has passed. */
    OVERDUE,
    /** Not done, and there is still time. */
    AHEAD
}
