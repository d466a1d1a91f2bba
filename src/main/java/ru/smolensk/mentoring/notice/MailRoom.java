package ru.smolensk.mentoring.notice;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.notice.Letter.Envelope;
import ru.smolensk.mentoring.platform.PortalClock;

/**
 * Sends the planned letters, each in a transaction of its own: its row stays locked while the server is spoken to, so of several instances
 * one sends it, and a portal that dies meanwhile leaves it planned. Only a death between the server's word and the commit sends a letter
 * again, under the same Message-ID. A failure is tried again later, {@link #ATTEMPTS} times, and then shown to the administrator.
 */
@Component
class MailRoom {

    /** How often a letter is tried, each time after a pause twice as long as the one before. */
    static final int ATTEMPTS = 8;
    static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(MailRoom.class);
    /** A turn sends no more, so that a stop of the portal never waits long. */
    private static final int LETTERS_A_TURN = 100;
    private static final int LONGEST_FAILURE = 300;

    private final JdbcClient jdbc;
    private final Letter letter;
    private final ObjectProvider<JavaMailSender> server;
    private final TransactionTemplate transaction;
    private final PortalClock clock;

    MailRoom(JdbcClient jdbc, Letter letter, ObjectProvider<JavaMailSender> server, TransactionTemplate transaction, PortalClock clock) {
        this.jdbc = jdbc;
        this.letter = letter;
        this.server = server;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due. */
    @Scheduled(initialDelayString = "${portal.mail.pause:PT20S}", fixedDelayString = "${portal.mail.pause:PT20S}")
    void sendWhatIsDue() {
        JavaMailSender sender = server.getIfAvailable();
        for (int sent = 0; sender != null && sent < LETTERS_A_TURN; sent++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> sendNext(sender)))) {
                return;
            }
        }
    }

    /** Whether there was one to send. */
    private boolean sendNext(JavaMailSender sender) {
        Optional<Envelope> next = jdbc.sql("""
                select m.notice_id, m.recipient, m.attempts, n.kind, n.words, n.address, o.short_name
                  from notice_mail m join notice n on n.id = m.notice_id left join organisation o on o.id = n.organisation_id
                 where m.state = 'PLANNED' and m.next_attempt_at <= :now
                 order by m.next_attempt_at, m.notice_id limit 1 for update of m skip locked
                """).param("now", time(clock.instant()))
                .query((row, number) -> new Envelope(row.getLong("notice_id"), row.getString("recipient"), NoticeKind.valueOf(row.getString("kind")),
                        row.getString("short_name"), row.getString("words"), row.getString("address"), row.getInt("attempts"))).optional();
        next.ifPresent(envelope -> {
            try {
                sender.send(letter.write(sender, envelope));
                settle(envelope, "SENT", null);
            } catch (MailException | MessagingException failure) {
                LOG.warn("The letter of notice {} was not sent, attempt {}: {}", envelope.noticeId(), envelope.attempts() + 1,
                        failure.getClass().getSimpleName());
                retryOrGiveUp(envelope, reason(failure));
            }
        });
        return next.isPresent();
    }

    private void retryOrGiveUp(Envelope envelope, String failure) {
        if (envelope.attempts() + 1 >= ATTEMPTS) {
            settle(envelope, "FAILED", failure);
        } else {
            Instant again = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << envelope.attempts()));
            jdbc.sql("update notice_mail set attempts = attempts + 1, next_attempt_at = ?, failure = ? where notice_id = ?")
                    .params(time(again), failure, envelope.noticeId()).update();
        }
    }

    private void settle(Envelope envelope, String state, String failure) {
        jdbc.sql("update notice_mail set attempts = attempts + 1, state = ?, settled_at = ?, failure = ? where notice_id = ?")
                .params(state, time(clock.instant()), failure, envelope.noticeId()).update();
    }

    /** What the mail server said, in its own words. */
    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().strip().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_FAILURE));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
