package ru.smolensk.mentoring.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.smolensk.mentoring.platform.StartRefused;

/** Enters the first administrator from {@code PORTAL_ADMIN_LOGIN} and {@code PORTAL_ADMIN_PASSWORD} when there is none yet. */
@Component
@Order(10)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int SHORTEST_PASSWORD = 8;

    /** The administrator's name and password from the environment; both may be absent. */
    @ConfigurationProperties("portal.admin")
    record Credentials(String login, String password) {

        @Override
        public String toString() {
            return "Credentials of " + login;
        }
    }

    private final Accounts accounts;
    private final Credentials credentials;

    FirstAdministrator(Accounts accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.hasAdministrator()) {
            return;
        }
        if (!StringUtils.hasText(credentials.login()) || !StringUtils.hasText(credentials.password())) {
            LOG.warn("There is no administrator yet: set PORTAL_ADMIN_LOGIN and PORTAL_ADMIN_PASSWORD and start again.");
            return;
        }
        expectUsable(Account.loginMeant(credentials.login()), credentials.password());
        accounts.enter(Account.loginMeant(credentials.login()), "Администратор портала", Role.ADMINISTRATOR, credentials.password());
        LOG.info("The first administrator is entered.");
    }

    private static void expectUsable(String login, String password) {
        if (!login.matches(Account.LOGIN)) {
            throw new StartRefused("PORTAL_ADMIN_LOGIN не подходит: логин – от 2 до 60 латинских букв, цифр, точек и дефисов,"
                    + " первой стоит буква или цифра.");
        }
        if (password.strip().length() < SHORTEST_PASSWORD || !Passwords.readToTheEnd(password)) {
            throw new StartRefused("PORTAL_ADMIN_PASSWORD не подходит: нужно от 8 до 36 знаков.");
        }
    }
}
