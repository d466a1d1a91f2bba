package ru.smolensk.mentoring.demo;

/** What becomes of something that an organisation hands to the methodological department. */
enum Fate {
    /** Approved at the first reading. */
    APPROVED,
    /** Approved; a second edition took its place later. */
    AMENDED,
    /** Returned with remarks, answered, approved. */
    ANSWERED,
    /** Returned, answered, and waiting for the second reading. */
    ANSWERED_WAITING,
    /** Returned twice; the second time it is still with the organisation. */
    RETURNED_TWICE,
    RETURNED,
    WAITING,
    WITHDRAWN,
    /** Begun and not handed in. */
    DRAFT,
    NONE
}
