package ru.smolensk.mentoring.account;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Journal journal;
    private final PortalClock clock;

    Accounts(AccountRepository accounts, PasswordEncoder passwords, FindByIndexNameSessionRepository<? extends Session> sessions,
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
        return accounts.findByLogin(login.strip().toLowerCase(java.util.Locale.ROOT)).map(AccountUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /**
     * Enters an account with a password that its owner keeps.
     *
     * @return the account's identifier
     */
    public long enter(String login, String displayName, Role role, String password) {
        return enterHashed(login, displayName, role, passwords.encode(password), false);
    }

    /** Enters an account whose password must be changed at the first login. */
    long invite(String login, String displayName, Role role, String temporaryPassword) {
        return enterHashed(login, displayName, role, passwords.encode(temporaryPassword), true);
    }

    /**
     * Enters many accounts of one password, hashed once: for the demo city.
     *
     * @return identifiers by login
     */
    public Map<String, Long> enterDemo(List<DemoAccount> people, String password) {
        String hash = passwords.encode(password);
        return people.stream().collect(java.util.stream.Collectors.toMap(DemoAccount::login,
                person -> enterHashed(person.login(), person.displayName(), person.role(), hash, false)));
    }

    /** An account of the demo city. */
    public record DemoAccount(String login, String displayName, Role role) {
    }

    private long enterHashed(String login, String displayName, Role role, String hash, boolean mustChangePassword) {
        Refusal.when(accounts.existsByLogin(login), "login", "Такой логин уже занят. Выберите другой");
        Account account = accounts.save(new Account(login, displayName, role, hash, mustChangePassword, clock.instant()));
        journal.entered(account);
        return account.id();
    }

    void changeOwnPassword(long accountId, String current, String replacement) {
        Account account = byId(accountId);
        Refusal.when(!passwords.matches(current, account.passwordHash()), "current", "Текущий пароль введён неверно");
        Refusal.when(passwords.matches(replacement, account.passwordHash()), "replacement", "Новый пароль совпадает с прежним");
        journal.change(account, Action.PASSWORD_CHANGED, () -> account.changePassword(passwords.encode(replacement)));
        endSessions(account);
    }

    void resetPassword(long accountId, String temporaryPassword) {
        Account account = byId(accountId);
        journal.change(account, Action.PASSWORD_CHANGED, () -> account.resetPassword(passwords.encode(temporaryPassword)));
        endSessions(account);
    }

    void rename(long accountId, Integer version, String displayName) {
        Account account = byId(accountId);
        account.expectVersion(version);
        journal.change(account, Action.CHANGED, () -> account.rename(displayName));
    }

    void block(long accountId, long byAccountId) {
        Refusal.when(accountId == byAccountId, null, "Свою учётную запись заблокировать нельзя");
        Account account = byId(accountId);
        journal.change(account, Action.BLOCKED, account::block);
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
    List<Account> all() {
        return accounts.findAllByOrderByRoleAscDisplayNameAsc();
    }

    @Transactional(readOnly = true)
    Account byId(long id) {
        return accounts.findById(id).orElseThrow(NotFound::new);
    }

    private void endSessions(Account account) {
        sessions.findByPrincipalName(account.login()).keySet().forEach(sessions::deleteById);
    }
}
