package ru.smolensk.mentoring.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enters the first administrator from {@code PORTAL_ADMIN_LOGIN} and {@code PORTAL_ADMIN_PASSWORD} when there is none yet. */
@Component
@Order(10)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** The administrator's name and password from the environment; both may be absent. */
    @ConfigurationProperties("portal.admin")
    record Credentials(String login, String password) {
    }

    private final Accounts accounts;
    private final Credentials credentials;

    FirstAdministrator(Accounts accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean given = credentials.login() != null && !credentials.login().isBlank()
                && credentials.password() != null && !credentials.password().isBlank();
        if (accounts.hasAdministrator()) {
            return;
        }
        if (given) {
            accounts.enter(credentials.login().strip().toLowerCase(java.util.Locale.ROOT), "Администратор портала", Role.ADMINISTRATOR,
                    credentials.password());
            LOG.info("The first administrator is entered.");
        } else {
            LOG.warn("There is no administrator yet: set PORTAL_ADMIN_LOGIN and PORTAL_ADMIN_PASSWORD and start again.");
        }
    }
}
