package ru.smolensk.mentoring.review;

import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * An edition was returned with remarks. Published in the transaction of the change.
 *
 * @param remarks how many
 * @param words what the reviewer says to the decision, or {@code null}
 */
public record GivenBack(Tenant tenant, long edition, ReviewSubject subject, AcademicYear year, long submittedBy, long reviewedBy,
                        int remarks, String words) {
}
