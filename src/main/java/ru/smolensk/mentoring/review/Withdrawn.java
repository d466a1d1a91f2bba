package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * The organisation took back what it had handed in. Published in the transaction of the change.
 *
 * @param claimedBy the reviewer who was reading it, or {@code null}
 */
public record Withdrawn(Tenant tenant, long edition, ReviewSubject subject, AcademicYear year, long withdrawnBy, Long claimedBy) {
}
