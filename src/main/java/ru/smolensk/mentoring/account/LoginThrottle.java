package ru.smolensk.mentoring.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.PortalClock;

/**
 * Slows down guessing. Attempts are counted by account and by address, whether the account exists or not, and before the password is looked
 * at, so that a hundred at once are a hundred. After {@link #FREE_BY_ACCOUNT} or {@link #FREE_BY_ADDRESS} failures each further one
 * doubles the wait, up to {@link #LONGEST}. A success forgives the account and takes its own attempt off the address;
 * {@link #MEMORY} without an attempt forgives everything.
 */
@Component
@Transactional
class LoginThrottle {

    static final int FREE_BY_ACCOUNT = 5;
    /** A whole school may sit behind one address. */
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

    /**
     * Counts an attempt, unless this account or this address still has to wait.
     *
     * @return whether the password may be looked at
     */
    boolean admits(String login, String address) {
        if (mustWait(login, address)) {
            return false;
        }
        // Always the account first: two attempts never wait for each other.
        return count(account(login), FREE_BY_ACCOUNT) && count(address(address), FREE_BY_ADDRESS);
    }

    /** Takes back what {@link #admits} has counted against an attempt that was right. */
    void succeeded(String login, String address) {
        jdbc.sql("delete from login_failure where key_hash = ?").param(account(login)).update();
        jdbc.sql("delete from login_failure where key_hash = ? and failures = 1").param(address(address)).update();
        jdbc.sql("update login_failure set failures = failures - 1, blocked_until = null where key_hash = ?").param(address(address)).update();
    }

    /** What is older than the memory is dropped. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from login_failure where last_at < ?").param(time(clock.instant().minus(MEMORY))).update();
    }

    private boolean mustWait(String login, String address) {
        return jdbc.sql("select exists (select from login_failure where key_hash in (?, ?) and blocked_until > ?)")
                .params(account(login), address(address), time(clock.instant())).query(Boolean.class).single();
    }

    /** Counts unless it has to wait, in one step: of a burst of attempts each sees what the one before it has counted. */
    private boolean count(String key, int free) {
        Instant now = clock.instant();
        Optional<Integer> counted = jdbc.sql("""
                insert into login_failure (key_hash, failures, last_at) values (:key, 1, :now)
                on conflict (key_hash) do update set last_at = :now,
                  failures = case when login_failure.last_at < :forgotten then 1 else login_failure.failures + 1 end
                  where login_failure.blocked_until is null or login_failure.blocked_until <= :now
                returning failures
                """).param("key", key).param("now", time(now)).param("forgotten", time(now.minus(MEMORY))).query(Integer.class).optional();
        counted.filter(failures -> failures >= free).ifPresent(failures -> {
            long doubled = FIRST_WAIT.toSeconds() << Math.min(failures - free, 10);
            Duration wait = Duration.ofSeconds(Math.min(doubled, LONGEST.toSeconds()));
            jdbc.sql("update login_failure set blocked_until = ? where key_hash = ?").params(time(now.plus(wait)), key).update();
        });
        return counted.isPresent();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String account(String login) {
        return Sha256.hex("account:" + Account.loginMeant(login));
    }

    private static String address(String address) {
        return Sha256.hex("address:" + neighbourhood(address));
    }

    /**
     * The address without the port that some proxies add. Whoever has an address of the sixth version has all that begin with the same
     * four groups, however it is written.
     */
    static String neighbourhood(String address) {
        String host = address.replaceFirst("^\\[(.*)](:\\d+)?$", "$1").replaceFirst("^([^:]+):\\d+$", "$1");
        if (!host.contains(":")) {
            return host;
        }
        try {
            // With a colon in it Java asks no name server.
            String[] groups = InetAddress.getByName(host).getHostAddress().split(":");
            return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length)));
        } catch (UnknownHostException none) {
            return host;
        }
    }
}
