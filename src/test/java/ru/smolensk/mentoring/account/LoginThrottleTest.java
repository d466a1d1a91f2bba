package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

@PortalTest
class LoginThrottleTest {

    private static final Instant NOON = Instant.parse("2026-10-12T09:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    PortalClock clock;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void fiveFailuresMakeAnAccountWaitEvenWithTheRightPassword() {
        String login = town.observer().login();
        for (int failure = 0; failure < LoginThrottle.FREE_BY_ACCOUNT; failure++) {
            assertThat(attempt(NOON, login, "не тот", address())).isEqualTo("/login?error");
        }

        assertThat(attempt(NOON.plusSeconds(29), login, Town.PASSWORD, address())).isEqualTo("/login?wait");
        assertThat(attempt(NOON.plusSeconds(31), login, Town.PASSWORD, address())).isEqualTo("/department");
    }

    @Test
    void anUnknownLoginWaitsAsAKnownOneDoes() {
        String login = "nobody-" + Town.number();
        for (int failure = 0; failure < LoginThrottle.FREE_BY_ACCOUNT; failure++) {
            assertThat(attempt(NOON, login, "не тот", address())).isEqualTo("/login?error");
        }
        assertThat(attempt(NOON.plusSeconds(29), " " + login.toUpperCase(), "не тот", address())).isEqualTo("/login?wait");
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToAQuarterOfAnHour() {
        String login = "nobody-" + Town.number();
        IntStream.range(1, LoginThrottle.FREE_BY_ACCOUNT).forEach(failure -> admits(NOON, login, address()));
        Instant now = NOON;
        for (long wait : new long[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(admits(now, login, address())).isTrue();
            assertThat(admits(now.plusSeconds(wait - 1), login, address())).as(wait + " s").isFalse();
            now = now.plusSeconds(wait + 1);
        }
    }

    @Test
    void aSuccessForgivesTheAccount() {
        String login = town.observer().login();
        for (int failure = 1; failure < LoginThrottle.FREE_BY_ACCOUNT; failure++) {
            attempt(NOON, login, "не тот", address());
        }
        assertThat(attempt(NOON, login, Town.PASSWORD, address())).isEqualTo("/department");
        assertThat(attempt(NOON, login, "не тот", address())).isEqualTo("/login?error");
        assertThat(attempt(NOON, login, Town.PASSWORD, address())).isEqualTo("/department");
    }

    @Test
    void anHourWithoutAFailureForgivesEverything() {
        String login = "nobody-" + Town.number();
        IntStream.range(0, LoginThrottle.FREE_BY_ACCOUNT).forEach(failure -> admits(NOON, login, address()));
        Instant later = NOON.plus(LoginThrottle.MEMORY).plusSeconds(1);

        assertThat(admits(later, login, address())).isTrue();
        assertThat(admits(later, login, address())).isTrue();
    }

    @Test
    void whoTriesManyAccountsWaitsByAddressAndOthersDoNot() {
        String attacker = address();
        IntStream.range(0, LoginThrottle.FREE_BY_ADDRESS).forEach(failure -> admits(NOON, "nobody-" + Town.number(), attacker));
        String login = town.observer().login();

        assertThat(attempt(NOON.plusSeconds(1), login, Town.PASSWORD, attacker)).isEqualTo("/login?wait");
        assertThat(attempt(NOON.plusSeconds(1), login, Town.PASSWORD, address())).isEqualTo("/department");
    }

    @Test
    void aWholeSchoolBehindOneAddressLogsInWithoutWaiting() {
        String school = address();
        String login = town.observer().login();
        for (int teacher = 0; teacher < LoginThrottle.FREE_BY_ADDRESS + 5; teacher++) {
            assertThat(attempt(NOON, login, Town.PASSWORD, school)).isEqualTo("/department");
        }
    }

    @Test
    void theNeighboursOfAnAddressOfTheSixthVersionAreOneAddress() {
        IntStream.range(0, LoginThrottle.FREE_BY_ADDRESS)
                .forEach(failure -> admits(NOON, "nobody-" + Town.number(), "2001:db8:7:1:0:0:0:" + failure));

        assertThat(admits(NOON, "nobody-" + Town.number(), "2001:db8:7:1:a:b:c:d")).isFalse();
        assertThat(admits(NOON, "nobody-" + Town.number(), "2001:db8:7:2:0:0:0:1")).isTrue();
    }

    @Test
    void aHundredAttemptsAtOnceAreAHundred() throws InterruptedException, ExecutionException {
        String login = "nobody-" + Town.number();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> attempts = IntStream.range(0, 40)
                    .mapToObj(one -> (Callable<Boolean>) () -> throttle.admits(login, "203.0.113." + one)).toList();
            int admitted = 0;
            for (Future<Boolean> answer : crowd.invokeAll(attempts)) {
                admitted += answer.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(LoginThrottle.FREE_BY_ACCOUNT);
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    void anAttackerFromManyAddressesGetsNoMoreAttemptsAtOneAccount() throws InterruptedException, ExecutionException {
        Town.Person observer = town.observer();
        ExecutorService crowd = Executors.newFixedThreadPool(14);
        try {
            List<Callable<String>> attempts = IntStream.range(0, 14).mapToObj(one -> (Callable<String>) () -> Client.target(
                    new Client(port, "X-Forwarded-For", address()).signIn(observer.login(), "не тот"))).toList();
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> answer : crowd.invokeAll(attempts)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn("/login?error"::equals).hasSize(LoginThrottle.FREE_BY_ACCOUNT);
            assertThat(answers).filteredOn("/login?wait"::equals).hasSize(14 - LoginThrottle.FREE_BY_ACCOUNT);
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    void whoSitsAtAnUnlockedComputerCanNotGuessThePasswordByChangingIt() {
        Client stranger = new Client(port, "X-Forwarded-For", address());
        Town.Person observer = town.observer();
        stranger.signIn(observer.login(), Town.PASSWORD);

        for (int failure = 0; failure < LoginThrottle.FREE_BY_ACCOUNT; failure++) {
            assertThat(change(stranger, "не тот " + failure)).contains("Текущий пароль введён неверно");
        }
        assertThat(change(stranger, Town.PASSWORD)).contains("Слишком много попыток");
        assertThat(Client.target(new Client(port, "X-Forwarded-For", address()).signIn(observer.login(), Town.PASSWORD))).isEqualTo("/login?wait");
    }

    private static String change(Client client, String current) {
        return Shown.in(client.post("/account", "current", current, "replacement", "другая дорога", "repeated", "другая дорога")).error("current");
    }

    @Test
    void anAddressIsOneHoweverAProxyWritesIt() {
        assertThat(LoginThrottle.neighbourhood("203.0.113.7:51234")).isEqualTo(LoginThrottle.neighbourhood("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(List.of("2001:db8:7:1::9", "[2001:db8:7:1::9]:443", "[2001:db8:7:1::9]", "2001:DB8:7:1:a:b:c:d"))
                .extracting(LoginThrottle::neighbourhood).containsOnly("2001:db8:7:1");
        assertThat(List.of("unknown", "", "::x", "a:b:c")).extracting(LoginThrottle::neighbourhood).containsExactly("unknown", "", "::x", "a:b:c");
    }

    @Test
    void whatIsOlderThanTheMemoryIsForgotten() {
        admits(NOON.minus(Duration.ofDays(3)), "nobody-" + Town.number(), address());

        clock.at(NOON.minus(Duration.ofDays(2)), () -> {
            throttle.forget();
            return null;
        });

        assertThat(jdbc.sql("select count(*) from login_failure where last_at < '2026-10-10T00:00Z'").query(Integer.class).single()).isZero();
    }

    @Test
    void neitherLoginsNorAddressesAreKept() {
        admits(NOON, "keep-me-not", "198.51.100.77");

        assertThat(jdbc.sql("select count(*) from login_failure where key_hash !~ '^[0-9a-f]{64}$'").query(Integer.class).single()).isZero();
    }

    private boolean admits(Instant now, String login, String address) {
        return clock.at(now, () -> throttle.admits(login, address));
    }

    private String attempt(Instant now, String login, String password, String address) {
        return clock.at(now, () -> mvc.post().uri("/login").with(csrf()).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }).param("username", login).param("password", password).exchange().getResponse().getRedirectedUrl());
    }

    private static String address() {
        int number = Town.number();
        return "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256;
    }
}
