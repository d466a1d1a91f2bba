package ru.smolensk.mentoring.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads editions for the pages of both sides: an organisation's own, and what was handed in, row by row. */
@Service
@Transactional(readOnly = true)
class ReviewReading {

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final Submissions submissions;
    private final RemarkRepository remarks;

    ReviewReading(JdbcClient jdbc, Reviews reviews, Submissions submissions, RemarkRepository remarks) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.submissions = submissions;
        this.remarks = remarks;
    }

    /**
     * An edition of the organisation.
     *
     * @param at when it was handed in or decided last, or {@code null}
     * @param unanswered remarks that wait for an answer
     */
    record Own(long id, ReviewSubject subject, AcademicYear year, int number, ReviewState state, LocalDate approvedOn, Instant at,
               int unanswered) {

        public String title() {
            return subject.title(year) + (number == 1 ? "" : ", редакция " + number);
        }
    }

    /**
     * One of the things that are reviewed.
     *
     * @param current what is on its way or in force
     * @param old what was replaced
     * @param beginning where a new edition begins; {@code null} while one is on its way
     */
    record Card(ReviewSubject subject, List<Own> current, List<Own> old, String beginning) {
    }

    List<Card> ofOrganisation(Tenant tenant) {
        List<Own> all = jdbc.sql("""
                select e.id, e.subject, e.academic_year, e.number, e.state, e.approved_on, coalesce(s.decided_at, s.submitted_at) as at,
                       case when e.state in ('RETURNED', 'WITHDRAWN') then (
                         select count(*) from review_remark r where r.organisation_id = e.organisation_id and r.answer is null
                            and r.submission_id = (select x.id from review_submission x where x.organisation_id = e.organisation_id
                                                      and x.edition_id = e.id and x.outcome = 'RETURNED' order by x.number desc limit 1))
                         else 0 end as unanswered
                  from review_edition e
                  left join lateral (select * from review_submission s where s.organisation_id = e.organisation_id and s.edition_id = e.id
                                      order by s.number desc limit 1) s on true
                 where e.organisation_id = ? order by e.academic_year desc nulls last, e.number desc
                """).param(tenant.id()).query(ReviewReading::own).list();
        return Arrays.stream(ReviewSubject.values()).filter(reviews::owned).map(subject -> {
            List<Own> its = all.stream().filter(own -> own.subject() == subject).toList();
            boolean open = its.stream().anyMatch(own -> own.state().open());
            return new Card(subject, its.stream().filter(own -> own.state() != ReviewState.SUPERSEDED).toList(),
                    its.stream().filter(own -> own.state() == ReviewState.SUPERSEDED).toList(),
                    open ? null : reviews.owner(subject).beginning(tenant, subject));
        }).toList();
    }

    private static Own own(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        Short year = row.getObject("academic_year", Short.class);
        return new Own(row.getLong("id"), ReviewSubject.valueOf(row.getString("subject")), year == null ? null : new AcademicYear(year),
                row.getInt("number"), ReviewState.valueOf(row.getString("state")), row.getObject("approved_on", LocalDate.class),
                at == null ? null : at.toInstant(), row.getInt("unanswered"));
    }

    List<Submission> submissions(Tenant tenant, long edition) {
        return submissions.of(tenant.id(), edition);
    }

    /** The remarks that the organisation has to answer, or has answered: those of what was returned last. */
    List<Remark> returned(Tenant tenant, List<Submission> all) {
        return all.stream().filter(one -> one.outcome() == Submission.Outcome.RETURNED).findFirst()
                .map(one -> remarks.findByOrganisationIdAndSubmissionIdOrderById(tenant.id(), one.id())).orElse(List.of());
    }

    /**
     * A submission to be read.
     *
     * @param typedNumber which one; anything senseless means the last
     * @param difference only what changed, where there is something to compare with
     * @param department whether remarks that were not sent are shown
     * @throws NotFound if nothing was handed in under this number
     */
    Optional<ReviewSheet> sheet(Tenant tenant, List<Submission> all, Integer typedNumber, boolean difference, boolean department) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Submission shown = typedNumber == null ? all.get(0)
                : all.stream().filter(one -> one.number() == typedNumber).findFirst().orElseThrow(NotFound::new);
        Submission before = submissions.before(tenant.id(), shown.id()).orElse(null);
        boolean sent = shown.outcome() == Submission.Outcome.RETURNED;
        return Optional.of(ReviewSheet.of(shown, submissions.content(tenant.id(), shown.id()), department || sent ? remarks(tenant, shown) : List.of(),
                before, before == null ? null : submissions.content(tenant.id(), before.id()), before == null ? List.of() : remarks(tenant, before),
                difference));
    }

    private List<Remark> remarks(Tenant tenant, Submission submission) {
        return remarks.findByOrganisationIdAndSubmissionIdOrderById(tenant.id(), submission.id());
    }
}
