package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * An edition was approved. Published in the transaction of the change.
 *
 * @param superseded the edition whose place it took, or {@code null}
 * @param words what the reviewer says to the decision, or {@code null}
 */
public record Approved(Tenant tenant, long edition, ReviewSubject subject, AcademicYear year, long submittedBy, long reviewedBy,
                       Long superseded, String words) {
}
