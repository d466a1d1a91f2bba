package ru.smolensk.mentoring.account;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import ru.smolensk.mentoring.platform.SignedIn;

/** The account behind a session, as Spring Security keeps it; the password's hash leaves it right after the login. */
class AccountUser implements UserDetails, CredentialsContainer, SignedIn {

    private static final long serialVersionUID = 1;

    private final long accountId;
    private final String login;
    private final String displayName;
    private final Role role;
    private final boolean blocked;
    private final boolean mustChangePassword;
    private String passwordHash;

    AccountUser(Account account) {
        accountId = account.id();
        login = account.login();
        displayName = account.displayName();
        role = account.role();
        blocked = account.blocked();
        mustChangePassword = account.mustChangePassword();
        passwordHash = account.passwordHash();
    }

    @Override
    public long accountId() {
        return accountId;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String role() {
        return role.name();
    }

    String home() {
        return mustChangePassword ? "/account" : role.home();
    }

    /** Whether a page is one of this role's own. */
    boolean worksAt(String path) {
        return !mustChangePassword && (path.startsWith(role.home()) || path.startsWith("/account"));
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !blocked;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountUser user && user.accountId == accountId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(accountId);
    }
}
