package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.MentoringRegistry;
import ru.smolensk.mentoring.platform.StartRefused;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.TestDatabase;
import ru.smolensk.mentoring.testing.Town;

/** The portal started once more: a second instance beside the first, and a first start in production. */
@PortalTest
class OtherStartsTest {

    private static final String STRANGERS_ONLY = "--server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1";

    @Autowired
    Town town;

    @Autowired
    Accounts accounts;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    @Test
    void twoInstancesServeOnePersonAndCountOneSetOfFailures() {
        try (ConfigurableApplicationContext second = start(environment.getProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username"), environment.getProperty("spring.datasource.password"), STRANGERS_ONLY)) {
            int secondPort = port(second);
            Client client = new Client(port);
            client.signIn(town.methodologist().login(), Town.PASSWORD);

            client.moveTo(secondPort);
            assertThat(client.get("/department/curators").statusCode()).isEqualTo(200);
            assertThat(client.post("/department/curators/new").statusCode()).as("a form of one instance sent to the other").isEqualTo(422);
            assertThat(Client.target(client.post("/logout"))).isEqualTo("/");
            client.moveTo(port);
            assertThat(Client.target(client.get("/department"))).isEqualTo("/login");

            failuresCountOnBoth(secondPort);
            aStrangersForwardedAddressIsNotBelieved(secondPort);
        }
    }

    private void failuresCountOnBoth(int secondPort) {
        Client client = new Client(port, "X-Forwarded-For", "203.0.113.40");
        String login = town.observer().login();
        for (int failure = 0; failure < LoginThrottle.FREE_BY_ACCOUNT; failure++) {
            client.moveTo(failure % 2 == 0 ? port : secondPort);
            assertThat(Client.target(client.signIn(login, "не тот"))).isEqualTo("/login?error");
        }
        assertThat(Client.target(client.signIn(login, Town.PASSWORD))).isEqualTo("/login?wait");
    }

    /** The second instance takes nobody here for its proxy. */
    private void aStrangersForwardedAddressIsNotBelieved(int secondPort) {
        exhaust("127.0.0.1");
        try {
            Client client = new Client(secondPort, "X-Forwarded-For", "203.0.113.41");
            assertThat(Client.target(client.signIn("nobody-" + Town.number(), "не тот"))).isEqualTo("/login?wait");
        } finally {
            jdbc.sql("delete from login_failure").update();
        }
    }

    @Test
    void whatAVisitorWritesBeforeTheProxysOwnWordIsNotBelieved() {
        exhaust("198.51.100.200");

        Client client = new Client(port, "X-Forwarded-For", "203.0.113.42, 198.51.100.200");
        assertThat(Client.target(client.signIn("nobody-" + Town.number(), "не тот"))).isEqualTo("/login?wait");
    }

    private void exhaust(String address) {
        for (int failure = 0; failure < LoginThrottle.FREE_BY_ADDRESS; failure++) {
            throttle.admits("nobody-" + Town.number(), address);
        }
    }

    @Test
    void theFirstStartInProductionHasItsAdministratorAndNobodyOfTheDemo() {
        TestDatabase database = TestDatabase.migrated("first_start");
        try (ConfigurableApplicationContext portal = start(database.url(), database.username(), database.password(),
                "--portal.admin.login=Chief", "--portal.admin.password=длинный первый пароль")) {
            Client client = new Client(port(portal));
            assertThat(client.get("/login").body()).doesNotContain("persona");
            for (String persona : new String[] {"admin", "curator", "methodist", "observer"}) {
                assertThat(Client.target(client.signIn(persona, "demo"))).isEqualTo("/login?error");
            }
            assertThat(Client.target(client.signIn("chief", "длинный первый пароль"))).isEqualTo("/admin");
            assertThat(client.get("/admin").statusCode()).isEqualTo(200);
            for (String address : new String[] {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/loggers", "/actuator/metrics"}) {
                assertThat(client.get(address).statusCode()).as(address).isEqualTo(404);
            }
            assertThat(client.get("/actuator/health/readiness").body()).contains("UP").doesNotContain("PostgreSQL");
        }
    }

    @Test
    void theFirstAdministratorComesFromTheEnvironment() {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("env",
                Map.of("PORTAL_ADMIN_LOGIN", "chief", "PORTAL_ADMIN_PASSWORD", "длинный первый пароль")));

        FirstAdministrator.Credentials found = new Binder(ConfigurationPropertySources.from(sources))
                .bind("portal.admin", FirstAdministrator.Credentials.class).get();

        assertThat(found.login()).isEqualTo("chief");
        assertThat(found.password()).isEqualTo("длинный первый пароль");
        assertThat(found.toString()).doesNotContain("пароль");
    }

    @ParameterizedTest
    @CsvSource({"админ,длинный пароль,PORTAL_ADMIN_LOGIN", "a,длинный пароль,PORTAL_ADMIN_LOGIN", "chief,короче,PORTAL_ADMIN_PASSWORD"})
    void anAdministratorThatCanNotBeIsSaidInOneSentence(String login, String password, String variable) {
        Accounts nobodyYet = new Accounts(null, null, null, null, null) {
            @Override
            public boolean hasAdministrator() {
                return false;
            }
        };
        assertThatThrownBy(() -> new FirstAdministrator(nobodyYet, new FirstAdministrator.Credentials(login, password)).run(null))
                .isInstanceOf(StartRefused.class).hasMessageStartingWith(variable).hasMessageNotContaining(password);
    }

    @Test
    void whereThereIsAnAdministratorTheEnvironmentChangesNothing() {
        town.administrator();
        new FirstAdministrator(accounts, new FirstAdministrator.Credentials("intruder", "длинный первый пароль")).run(null);

        assertThat(Client.target(new Client(port, "X-Forwarded-For", "203.0.113.99").signIn("intruder", "длинный первый пароль")))
                .isEqualTo("/login?error");
    }

    private static ConfigurableApplicationContext start(String url, String username, String password, String... more) {
        SpringApplication portal = new SpringApplication(MentoringRegistry.class);
        portal.setAdditionalProfiles("test");
        String[] arguments = {"--server.port=0", "--spring.datasource.url=" + url, "--spring.datasource.username=" + username,
            "--spring.datasource.password=" + password, "--spring.main.register-shutdown-hook=false"};
        return portal.run(Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext portal) {
        return portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
