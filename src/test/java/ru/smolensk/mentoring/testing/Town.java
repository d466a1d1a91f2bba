package ru.smolensk.mentoring.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.organisation.Appointments;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.organisation.Organisations;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Organisations and people for a {@link PortalTest}. Each is new and belongs to the test that asked for it, so tests of one database do not
 * meet. Every account has the password {@value #PASSWORD}.
 */
@TestComponent
public class Town {

    /** The password of everybody here. */
    public static final String PASSWORD = "долгий путь домой";

    /** The first day of every appointment and the date of its order. */
    public static final LocalDate LONG_AGO = LocalDate.of(2020, 9, 1);

    // The portal's own cost would take a quarter of a second each.
    private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private final Organisations organisations;
    private final Appointments appointments;
    private final UserDetailsService accounts;
    private final JdbcClient jdbc;

    Town(Organisations organisations, Appointments appointments, UserDetailsService accounts, JdbcClient jdbc) {
        this.organisations = organisations;
        this.appointments = appointments;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** A number that nobody had before: for what must be unique. */
    public static int number() {
        return NUMBER.incrementAndGet();
    }

    public Tenant school() {
        return organisation(OrganisationKind.GENERAL, "sh-", "МБОУ «СШ № %d»");
    }

    public Tenant kindergarten() {
        return organisation(OrganisationKind.PRESCHOOL, "ds-", "МБДОУ «Детский сад № %d»");
    }

    private Tenant organisation(OrganisationKind kind, String slug, String name) {
        int number = number();
        return organisations.enter(new Organisations.Description(slug + number, kind, name.formatted(number),
                "муниципальное бюджетное учреждение № " + number + " города Смоленска", null));
    }

    /** A curator of these organisations, appointed for an indefinite time. */
    public Person curatorOf(Tenant... workplaces) {
        Person curator = account("CURATOR");
        for (Tenant workplace : workplaces) {
            appointments.appoint(workplace.id(), new Appointments.Order(curator.accountId(), "120-од", LONG_AGO, LONG_AGO, null));
        }
        return curator;
    }

    public Person methodologist() {
        return account("METHODOLOGIST");
    }

    public Person observer() {
        return account("OBSERVER");
    }

    public Person administrator() {
        return account("ADMINISTRATOR");
    }

    private Person account(String role) {
        String login = role.toLowerCase(java.util.Locale.ROOT) + "-" + number();
        long id = jdbc.sql("""
                insert into account (id, login, display_name, role, password_hash, created_at)
                values (nextval('portal_id'), ?, ?, ?, ?, now()) returning id
                """).params(login, "Иванова Вера " + NUMBER, role, HASH).query(Long.class).single();
        return new Person(id, login, accounts);
    }

    /** Somebody with an account. */
    public record Person(long accountId, String login, UserDetailsService accounts) {

        /** A MockMvc request of this person: {@code mvc.get().uri("/workspace").with(curator.signedIn())}. */
        public RequestPostProcessor signedIn() {
            return user(accounts.loadUserByUsername(login));
        }
    }
}
