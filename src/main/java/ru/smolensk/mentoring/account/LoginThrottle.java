package ru.smolensk.mentoring.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.PortalClock;

/**
 * Slows down guessing. Failures are counted by account and by address, whether the account exists or not; after {@link #FREE_BY_ACCOUNT}
 * or {@link #FREE_BY_ADDRESS} of them each further one doubles the wait, up to {@link #LONGEST}. A success forgives the account;
 * {@link #MEMORY} without a failure forgives everything.
 */
@Component
@Transactional
class LoginThrottle {

    static final int FREE_BY_ACCOUNT = 5;
    static final int FREE_BY_ADDRESS = 50;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration MEMORY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final PortalClock clock;

    LoginThrottle(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long this account from this address still has to wait, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Duration> wait(String login, String address) {
        return jdbc.sql("select max(blocked_until) from login_failure where key_hash in (?, ?)")
                .params(account(login), address(address)).query((row, number) -> row.getObject(1, OffsetDateTime.class)).optional()
                .map(until -> Duration.between(clock.instant(), until.toInstant())).filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    void failed(String login, String address) {
        count(account(login), FREE_BY_ACCOUNT);
        count(address(address), FREE_BY_ADDRESS);
    }

    void succeeded(String login) {
        jdbc.sql("delete from login_failure where key_hash = ?").param(account(login)).update();
    }

    /** What is older than the memory is dropped. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from login_failure where last_at < ?").param(time(clock.instant().minus(MEMORY))).update();
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        int failures = jdbc.sql("""
                insert into login_failure (key_hash, failures, last_at) values (:key, 1, :now)
                on conflict (key_hash) do update set last_at = :now,
                  failures = case when login_failure.last_at < :forgotten then 1 else login_failure.failures + 1 end
                returning failures
                """).param("key", key).param("now", time(now)).param("forgotten", time(now.minus(MEMORY))).query(Integer.class).single();
        if (failures >= free) {
            long doubled = FIRST_WAIT.toSeconds() << Math.min(failures - free, 10);
            Duration wait = Duration.ofSeconds(Math.min(doubled, LONGEST.toSeconds()));
            jdbc.sql("update login_failure set blocked_until = ? where key_hash = ?").params(time(now.plus(wait)), key).update();
        }
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String account(String login) {
        return hash("account:" + (login == null ? "" : login.strip().toLowerCase(Locale.ROOT)));
    }

    private static String address(String address) {
        return hash("address:" + address);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
