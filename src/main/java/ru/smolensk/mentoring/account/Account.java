package ru.smolensk.mentoring.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;

/** A person who logs in. Accounts are blocked, never deleted: the journal names them. */
@Entity
class Account implements Audited {

    /** What a login is made of; the database holds the same. */
    static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,59}";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;

    private String login;
    private String displayName;
    @Enumerated(EnumType.STRING)
    private Role role;
    private String passwordHash;
    private boolean mustChangePassword;
    private boolean blocked;
    private Instant createdAt;
    private String email;
    private boolean mailWanted = true;
    @Version
    private int version;

    protected Account() {
    }

    Account(String login, String displayName, Role role, String passwordHash, boolean mustChangePassword, Instant createdAt) {
        this.login = login;
        this.displayName = displayName;
        this.role = role;
        this.passwordHash = passwordHash;
        this.mustChangePassword = mustChangePassword;
        this.createdAt = createdAt;
    }

    /** The login that was meant: people type capitals and spaces. */
    static String loginMeant(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    void rename(String newName) {
        displayName = newName;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
    }

    void resetPassword(String temporaryHash) {
        passwordHash = temporaryHash;
        mustChangePassword = true;
    }

    /** Where mail about the person's work goes, {@code null} for nowhere, and whether they want any. */
    void chooseMail(String address, boolean wanted) {
        email = address;
        mailWanted = wanted;
    }

    void block() {
        Refusal.when(blocked, null, "Учётная запись уже заблокирована");
        blocked = true;
    }

    void unblock() {
        Refusal.when(!blocked, null, "Учётная запись не заблокирована");
        blocked = false;
    }

    @Override
    public Long id() {
        return id;
    }

    @Override
    public Long organisationId() {
        return null;
    }

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String title() {
        return displayName;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Логин", login).add("Имя", displayName).add("Роль", role).add("Почта", email)
                .add("Письма", mailWanted ? null : "не присылать").add("Заблокирована", blocked ? true : null);
    }

    @Override
    public int version() {
        return version;
    }

    public String login() {
        return login;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public String email() {
        return email;
    }

    public boolean mailWanted() {
        return mailWanted;
    }

    public boolean blocked() {
        return blocked;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
