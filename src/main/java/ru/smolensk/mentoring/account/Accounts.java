package ru.smolensk.mentoring.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/** Enters, blocks and unblocks accounts and changes their passwords. */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Journal journal;
    private final PortalClock clock;

    Accounts(AccountRepository accounts, Passwords passwords, FindByIndexNameSessionRepository<? extends Session> sessions,
             Journal journal, PortalClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String login) {
        // What can't be a login never reaches the database: it may hold what PostgreSQL can't.
        return Optional.of(Account.loginMeant(login)).filter(meant -> meant.matches(Account.LOGIN)).flatMap(accounts::findByLogin)
                .map(AccountUser::new).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /**
     * Enters an account with a password that its owner keeps.
     *
     * @return the account's identifier
     */
    public long enter(String login, String displayName, Role role, String password) {
        return enterHashed(login, displayName, role, passwords.encode(password), false);
    }

    /**
     * An account and the temporary password that its owner has yet to be told. Shown once; kept and noted nowhere.
     */
    record TemporaryPassword(long accountId, String password) {

        @Override
        public String toString() {
            return "TemporaryPassword of " + accountId;
        }
    }

    /** Enters an account whose password must be changed at the first login. */
    TemporaryPassword enterWithTemporaryPassword(String login, String displayName, Role role) {
        String temporary = passwords.temporary();
        return new TemporaryPassword(enterHashed(login, displayName, role, passwords.encode(temporary), true), temporary);
    }

    /**
     * Enters many accounts of one password that everybody knows, hashed once: for the demo city.
     *
     * @return identifiers by login
     */
    public Map<String, Long> enterDemo(List<DemoAccount> people, String password) {
        String hash = passwords.encodeKnownToAll(password);
        return people.stream().collect(Collectors.toMap(DemoAccount::login,
                person -> enterHashed(person.login(), person.displayName(), person.role(), hash, false)));
    }

    /** Whether there is an account of that login. */
    @Transactional(readOnly = true)
    boolean known(String login) {
        return accounts.existsByLogin(login);
    }

    /** An account of the demo city. */
    public record DemoAccount(String login, String displayName, Role role) {
    }

    private long enterHashed(String login, String displayName, Role role, String hash, boolean mustChangePassword) {
        Refusal.when(accounts.existsByLogin(login), "login", "Такой логин уже занят. Выберите другой");
        Account account = accounts.saveAndFlush(new Account(login, displayName, role, hash, mustChangePassword, clock.instant()));
        journal.entered(account);
        return account.id();
    }

    void changeOwnPassword(long accountId, String current, String replacement) {
        Account account = byId(accountId);
        Refusal.when(!passwords.matches(current, account.passwordHash()), "current", "Текущий пароль введён неверно");
        Refusal.when(passwords.matches(replacement, account.passwordHash()), "replacement", "Новый пароль совпадает с прежним");
        setPassword(account, replacement);
    }

    /** The person has chosen this password; whoever still works with the former one logs in again. */
    void setPassword(Account account, String replacement) {
        Passwords.expectGood(replacement, account.login());
        journal.change(account, Action.PASSWORD_CHANGED, () -> account.changePassword(passwords.encode(replacement)));
        endSessions(account);
    }

    void chooseMail(long accountId, String address, boolean wanted) {
        Account account = byId(accountId);
        journal.change(account, Action.CHANGED, () -> account.chooseMail(address, wanted));
    }

    TemporaryPassword resetPassword(long accountId, long byAccountId) {
        Refusal.when(accountId == byAccountId, null, "Свой пароль меняют на странице «Учётная запись»");
        Account account = byId(accountId);
        String temporary = passwords.temporary();
        journal.change(account, Action.PASSWORD_RESET, () -> account.resetPassword(passwords.encode(temporary)));
        endSessions(account);
        return new TemporaryPassword(accountId, temporary);
    }

    void rename(long accountId, Integer version, String displayName) {
        Account account = byId(accountId);
        account.expectVersion(version);
        journal.change(account, Action.CHANGED, () -> account.rename(displayName));
    }

    void block(long accountId, long byAccountId, String reason) {
        Refusal.when(accountId == byAccountId, null, "Свою учётную запись заблокировать нельзя");
        Account account = byId(accountId);
        journal.change(account, Action.BLOCKED, reason, account::block);
        endSessions(account);
    }

    void unblock(long accountId) {
        Account account = byId(accountId);
        journal.change(account, Action.UNBLOCKED, account::unblock);
    }

    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return accounts.existsByRole(Role.ADMINISTRATOR);
    }

    @Transactional(readOnly = true)
    Account byId(long id) {
        return accounts.findById(id).orElseThrow(NotFound::new);
    }

    /** Only after the change is there for everybody: somebody who logs in meanwhile does it under the new rules. */
    private void endSessions(Account account) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sessions.findByPrincipalName(account.login()).keySet().forEach(sessions::deleteById);
            }
        });
    }
}
