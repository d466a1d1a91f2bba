package ru.smolensk.mentoring.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/**
 * Lets a curator in by a one-time link: whoever opens it chooses the account's password. The link is shown once and kept nowhere; the
 * database knows its hash. A newer link takes the older one's place.
 */
@Service
@Transactional
public class Invitations {

    /** How long a link can be used. */
    public static final Duration LASTS = Duration.ofDays(14);

    private static final int TOKEN_BYTES = 32;
    private static final String TOKEN = "[A-Za-z0-9_-]{43}";

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(Accounts accounts, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Enters the account of a curator who chooses the password later, by a link.
     *
     * @param email where mail goes, or {@code null}
     * @return the account's identifier
     * @throws Refusal if the login is taken
     */
    public long enterCurator(String login, String displayName, String email) {
        long id = accounts.enterWithTemporaryPassword(Account.loginMeant(login), displayName, Role.CURATOR).accountId();
        if (email != null) {
            accounts.chooseMail(id, email, true);
        }
        return id;
    }

    /**
     * Makes a link for a curator's account; a former one stops working. ◆ Whoever has chosen a password keeps it: a reviewer who could set
     * it anew could submit in the curator's name what the same reviewer approves.
     *
     * @param byAccountId who invites
     * @return the path to hand over, for example {@code /invitation/…}
     * @throws Refusal if the account is no curator's, is blocked, or has a password of its owner's choice
     */
    public String link(long accountId, long byAccountId) {
        Account account = accounts.byId(accountId);
        Refusal.when(account.role() != Role.CURATOR || account.blocked(), null, "Ссылку для входа получают кураторы, чья учётная запись работает");
        Refusal.when(!account.mustChangePassword(), null,
                "Куратор уже входит со своим паролем, ссылка ему не нужна. Если пароль забыт, новый временный даст администратор портала");
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("delete from invitation where account_id = ? and used_at is null").param(accountId).update();
        jdbc.sql("insert into invitation (account_id, token_hash, invited_at, invited_by, expires_at) values (?, ?, ?, ?, ?)")
                .params(accountId, Sha256.hex(token), time(now), byAccountId, time(now.plus(LASTS))).update();
        journal.note(account, Action.LINK_ISSUED);
        return "/invitation/" + token;
    }

    /** Whether a link may be made: nobody has chosen a password for this account yet. */
    @Transactional(readOnly = true)
    public boolean awaited(long accountId) {
        Account account = accounts.byId(accountId);
        return account.role() == Role.CURATOR && !account.blocked() && account.mustChangePassword();
    }

    /** The account that a link lets in, as long as it does. */
    @Transactional(readOnly = true)
    Optional<Account> invited(String token) {
        return open(token, "").map(accounts::byId).filter(account -> !account.blocked());
    }

    /**
     * The invited person chooses a password. The link is used up by it, however many try at the same moment.
     *
     * @return whether the link was still good
     */
    boolean accept(String token, String password) {
        Optional<Account> invited = open(token, " for update").map(accounts::byId).filter(account -> !account.blocked());
        invited.ifPresent(account -> {
            accounts.setPassword(account, password);
            jdbc.sql("update invitation set used_at = ? where token_hash = ?").params(time(clock.instant()), Sha256.hex(token)).update();
        });
        return invited.isPresent();
    }

    private Optional<Long> open(String token, String lock) {
        if (token == null || !token.matches(TOKEN)) {
            return Optional.empty();
        }
        return jdbc.sql("select account_id from invitation where token_hash = ? and used_at is null and expires_at > ?" + lock)
                .params(Sha256.hex(token), time(clock.instant())).query(Long.class).optional();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
