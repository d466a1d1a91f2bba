package ru.smolensk.mentoring.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;

/** The letters that could not be sent so far, for the administrator. Of what a letter says only its kind is shown. */
@Service
@Transactional
class Undelivered {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Undelivered(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One letter.
     *
     * @param givenUp whether the portal has stopped trying
     * @param nextAttemptAt when it is tried again, if it is
     */
    record Row(long noticeId, String person, String recipient, NoticeKind kind, Instant plannedAt, int attempts, String failure, boolean givenUp,
               Instant nextAttemptAt) {
    }

    /** How many letters are sent, wait, and were given up. */
    record Counts(long sent, long waiting, long givenUp) {
    }

    @Transactional(readOnly = true)
    public Counts counts() {
        return jdbc.sql("""
                select count(*) filter (where state = 'SENT') as sent, count(*) filter (where state = 'PLANNED') as waiting,
                       count(*) filter (where state = 'FAILED') as given_up from notice_mail
                """).query(Counts.class).single();
    }

    /** What has failed at least once and is not sent yet, the newest first. */
    @Transactional(readOnly = true)
    public List<Row> letters() {
        return jdbc.sql("""
                select m.*, n.kind, n.noticed_at, a.display_name from notice_mail m join notice n on n.id = m.notice_id join account a on a.id = n.account_id
                 where m.state <> 'SENT' and m.failure is not null order by n.noticed_at desc, n.id desc limit\s""" + SHOWN)
                .query((row, number) -> new Row(row.getLong("notice_id"), row.getString("display_name"), row.getString("recipient"),
                        NoticeKind.valueOf(row.getString("kind")), row.getObject("noticed_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"),
                        row.getString("failure"), row.getString("state").equals("FAILED"),
                        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant())).list();
    }

    /** Lets a letter be tried again at once, to the address that the person has now. */
    public void tryAgain(long noticeId) {
        int found = jdbc.sql("""
                update notice_mail m set state = 'PLANNED', settled_at = null, attempts = 0, next_attempt_at = :now, recipient = coalesce(a.email, m.recipient)
                  from notice n join account a on a.id = n.account_id
                 where n.id = m.notice_id and m.notice_id = :id and m.state <> 'SENT'
                """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("id", noticeId).update();
        if (found == 0) {
            throw new NotFound();
        }
    }
}
