package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** What the database itself holds of accounts and failed logins. */
@PortalTest
class AccountRulesTest {

    private static final String ACCOUNT = "insert into account (login, display_name, role, password_hash, created_at) values (?, 'Орлова', ?, '-', now())";

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLoginIsLatinAndLowercase() {
        for (String login : new String[] {"Orlova", "орлова", "o", "", ".orlova", "or lova", "orlova\n"}) {
            assertThat(constraintAgainst(jdbc, ACCOUNT, login, "CURATOR")).as(login).isEqualTo("account_login_form");
        }
    }

    @Test
    void aLoginIsTakenOnce() {
        String login = "twice-" + Town.number();
        assertThat(constraintAgainst(jdbc, ACCOUNT, login, "CURATOR")).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, ACCOUNT, login, "OBSERVER")).isEqualTo("account_login_unique");
    }

    @Test
    void aRoleIsOneOfFour() {
        assertThat(constraintAgainst(jdbc, ACCOUNT, "role-" + Town.number(), "KING")).isEqualTo("account_role_known");
        assertThat(constraintAgainst(jdbc, ACCOUNT, "role-" + Town.number(), "VISITOR")).isEqualTo("account_role_known");
        for (Role role : Role.values()) {
            assertThat(constraintAgainst(jdbc, ACCOUNT, "role-" + Town.number(), role.name())).isEqualTo("nothing");
        }
    }

    @Test
    void failedLoginsAreCountedFromOne() {
        assertThat(constraintAgainst(jdbc, "insert into login_failure (key_hash, failures, last_at) values (repeat('a', 64), 0, now())"))
                .isEqualTo("login_failure_counted");
    }
}
