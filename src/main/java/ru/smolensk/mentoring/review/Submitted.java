package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * An edition was handed in. Published in the transaction of the change.
 *
 * @param number which submission of the edition it is, from 1
 * @param claimedBy the reviewer who returned it and will read it again, or {@code null}
 */
public record Submitted(Tenant tenant, long edition, ReviewSubject subject, AcademicYear year, int number, long submittedBy,
                        Long claimedBy) {
}
