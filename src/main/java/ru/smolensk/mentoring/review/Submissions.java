package ru.smolensk.mentoring.review;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.smolensk.mentoring.platform.PortalClock;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps and reads what was handed in. The database itself lets a submission only get its decision, once. */
@Repository
class Submissions {

    private static final String ROW = """
            select s.id, s.edition_id, s.number, s.submitted_at, s.submitted_by, b.display_name as submitter, s.outcome, s.decided_at,
                   d.display_name as decider, s.words,
                   (select count(*) from review_remark r where r.organisation_id = s.organisation_id and r.submission_id = s.id) as remarks,
                   (select count(*) from review_remark r where r.organisation_id = s.organisation_id and r.submission_id = s.id
                       and r.answer is null) as unanswered
              from review_submission s join account b on b.id = s.submitted_by left join account d on d.id = s.decided_by
            """;

    private final JdbcClient jdbc;
    /** Submissions of years ago stay readable when newer ones hold more: what an old one lacks is empty. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of an edition, the newest first. */
    List<Submission> of(long organisationId, long editionId) {
        return jdbc.sql(ROW + " where s.organisation_id = ? and s.edition_id = ? order by s.number desc").params(organisationId, editionId)
                .query(Submissions::row).list();
    }

    Optional<Submission> last(long organisationId, long editionId) {
        return of(organisationId, editionId).stream().findFirst();
    }

    Handed content(long organisationId, long id) {
        return jdbc.sql("select content from review_submission where organisation_id = ? and id = ?").params(organisationId, id)
                .query((row, number) -> json.readValue(row.getString(1), Handed.class)).single();
    }

    /**
     * What the submission is compared with: the one before it in the edition that the organisation did not withdraw ◆, else what was
     * approved last of the same subject before this edition.
     */
    Optional<Submission> before(long organisationId, long id) {
        return jdbc.sql(ROW + """
                  join review_edition e on e.organisation_id = s.organisation_id and e.id = s.edition_id
                  join review_submission n on n.organisation_id = s.organisation_id and n.id = :id
                  join review_edition m on m.organisation_id = n.organisation_id and m.id = n.edition_id
                 where s.organisation_id = :organisation and e.subject = m.subject and e.academic_year is not distinct from m.academic_year
                   and (e.id = m.id and s.number < n.number and s.outcome <> 'WITHDRAWN' or e.number < m.number and s.outcome = 'APPROVED')
                 order by e.number desc, s.number desc limit 1
                """).param("organisation", organisationId).param("id", id).query(Submissions::row).optional();
    }

    /** The submission that rows without keys are recognised in: the last one of the edition, else what was approved last of its subject. */
    Optional<Handed> lastContent(Edition edition) {
        return jdbc.sql("""
                select s.content from review_submission s join review_edition e on e.organisation_id = s.organisation_id and e.id = s.edition_id
                 where s.organisation_id = :organisation and e.subject = :subject and e.academic_year is not distinct from :year
                   and (e.id = :edition or e.number < :number and s.outcome = 'APPROVED')
                 order by e.number desc, s.number desc limit 1
                """).param("organisation", edition.organisationId()).param("edition", edition.id()).param("number", edition.number())
                .param("subject", edition.reviewed().name())
                .param("year", edition.year() == null ? null : edition.year().start(), java.sql.Types.SMALLINT)
                .query((row, number) -> json.readValue(row.getString(1), Handed.class)).optional();
    }

    Submission add(Edition edition, Handed content, Instant at, long by) {
        jdbc.sql("""
                insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content)
                select :organisation, :edition, coalesce(max(number), 0) + 1, :at, :by, cast(:content as jsonb)
                  from review_submission where organisation_id = :organisation and edition_id = :edition
                """).param("organisation", edition.organisationId()).param("edition", edition.id()).param("at", moment(at)).param("by", by)
                .param("content", json.writeValueAsString(content)).update();
        return last(edition.organisationId(), edition.id()).orElseThrow();
    }

    void decide(long organisationId, long id, Submission.Outcome outcome, Instant at, long by, String words) {
        jdbc.sql("""
                update review_submission set outcome = :outcome, decided_at = :at, decided_by = :by, words = :words
                 where organisation_id = :organisation and id = :id
                """).param("organisation", organisationId).param("id", id).param("outcome", outcome.name()).param("at", moment(at))
                .param("by", by).param("words", words).update();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, PortalClock.ZONE);
    }

    private static Submission row(ResultSet row, int number) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        String outcome = row.getString("outcome");
        return new Submission(row.getLong("id"), row.getLong("edition_id"), row.getInt("number"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(), row.getLong("submitted_by"), row.getString("submitter"),
                outcome == null ? null : Submission.Outcome.valueOf(outcome), decided == null ? null : decided.toInstant(),
                row.getString("decider"), row.getString("words"), row.getInt("remarks"), row.getInt("unanswered"));
    }
}
