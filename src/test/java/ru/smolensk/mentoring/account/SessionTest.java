package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** Cookies and sessions over real HTTP. */
@PortalTest
class SessionTest {

    @Autowired
    Town town;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void theSessionCookieIsHiddenFromScriptsAndFromOtherSites() {
        assertThat(sessionCookies(new Client(port).get("/login"))).singleElement().asString()
                .contains("HttpOnly").containsIgnoringCase("SameSite=Lax").contains("Path=/").doesNotContain("Secure");
    }

    @Test
    void behindHttpsEveryCookieTravelsOverHttpsOnly() {
        Client client = new Client(port, "X-Forwarded-Proto", "https");

        assertThat(sessionCookies(client.get("/login"))).singleElement().asString().contains("Secure");
        HttpResponse<String> panel = client.get("/accessibility?save=true&size=large");
        assertThat(panel.headers().allValues("set-cookie")).singleElement().asString().contains("portal-view", "HttpOnly", "Secure", "SameSite=Lax");
        assertThat(client.get("/help").headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void theSessionGetsAnotherNumberAtTheLogin() {
        Client client = new Client(port);
        client.get("/login");
        String before = client.cookie("portal");

        assertThat(Client.target(client.signIn(town.observer().login(), Town.PASSWORD))).isEqualTo("/department");

        assertThat(client.cookie("portal")).isNotEqualTo(before);
        Client thief = new Client(port, "Cookie", "portal=" + before);
        assertThat(Client.target(thief.get("/department"))).isEqualTo("/login");
    }

    @Test
    void aSessionNumberFromOutsideIsNotTaken() {
        Client client = new Client(port, "Cookie", "portal=ZmFrZS1zZXNzaW9uLW51bWJlcg");
        assertThat(sessionCookies(client.get("/login"))).singleElement().asString().doesNotContain("ZmFrZS1zZXNzaW9uLW51bWJlcg");
    }

    @Test
    void whoOnlyReadsGetsNoSession() {
        for (String page : List.of("/", "/organisations", "/help", "/privacy", "/accessibility", "/nonsense")) {
            assertThat(sessionCookies(new Client(port).get(page))).as(page).isEmpty();
        }
    }

    @Test
    void sessionsLiveInTheDatabaseWithoutThePassword() {
        Town.Person observer = town.observer();
        new Client(port).signIn(observer.login(), Town.PASSWORD);

        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = ?").param(observer.login())
                .query(Integer.class).single()).isOne();
        assertThat(jdbc.sql("""
                select count(*) from spring_session_attributes a join spring_session s on s.primary_id = a.session_primary_id
                 where s.principal_name = ? and (position(convert_to('$2a$', 'UTF8') in a.attribute_bytes) > 0
                                                 or position(convert_to(?, 'UTF8') in a.attribute_bytes) > 0)""")
                .params(observer.login(), Town.PASSWORD).query(Integer.class).single()).isZero();
    }

    @Test
    void aSessionThatAnotherReleaseHasWrittenLeadsToTheLoginAndNotToAFailure() {
        Town.Person observer = town.observer();
        Client client = signedIn(observer);
        jdbc.sql("""
                update spring_session_attributes a set attribute_bytes = '\\xaced0005737200' from spring_session s
                 where s.primary_id = a.session_primary_id and s.principal_name = ?""").param(observer.login()).update();

        assertThat(client.get("/help").statusCode()).isEqualTo(200);
        assertThat(Client.target(client.get("/department"))).isEqualTo("/login");
        assertThat(Client.target(client.signIn(observer.login(), Town.PASSWORD))).isEqualTo("/department");
    }

    @Test
    void whoHasLeftIsOutEverywhere() {
        Client client = signedIn(town.observer());

        assertThat(Client.target(client.post("/logout"))).isEqualTo("/");

        assertThat(Client.target(client.get("/department"))).isEqualTo("/login");
    }

    @Test
    void aBlockedAccountIsOutAtOnceOnEveryDevice() {
        Town.Person observer = town.observer();
        Client office = signedIn(observer);
        Client home = signedIn(observer);

        accounts.block(observer.accountId(), -1, "Уволился");

        assertThat(List.of(office, home)).allSatisfy(client -> assertThat(Client.target(client.get("/department"))).isEqualTo("/login"));
        assertThat(Client.target(office.signIn(observer.login(), Town.PASSWORD))).isEqualTo("/login?error");
        accounts.unblock(observer.accountId());
        assertThat(Client.target(office.signIn(observer.login(), Town.PASSWORD))).isEqualTo("/department");
    }

    @Test
    void aNewPasswordEndsEverySessionOfTheAccountAndNobodyElses() {
        Town.Person observer = town.observer();
        Client mine = signedIn(observer);
        Client other = signedIn(town.observer());

        String temporary = accounts.resetPassword(observer.accountId(), -1).password();

        assertThat(Client.target(mine.get("/department"))).isEqualTo("/login");
        assertThat(other.get("/department").statusCode()).isEqualTo(200);
        assertThat(Client.target(mine.signIn(observer.login(), Town.PASSWORD))).isEqualTo("/login?error");
        assertThat(Client.target(mine.signIn(observer.login(), temporary))).isEqualTo("/account");
    }

    @Test
    void whoMistypedThePasswordFindsTheLoginInItsFieldAndNotInTheAddress() {
        Client client = new Client(port);
        assertThat(Client.target(client.signIn("Anna.Orlova \"<b>", "не тот"))).isEqualTo("/login?error");

        Shown page = Shown.in(client.get("/login?error"));
        assertThat(page.value("username")).isEqualTo("Anna.Orlova \"<b>");
        assertThat(page.value("password")).isEmpty();
        assertThat(Shown.in(client.get("/login")).value("username")).as("shown once").isEmpty();
        assertThat(Client.target(client.signIn("a".repeat(10_000), "не тот"))).isEqualTo("/login?error");
        assertThat(Shown.in(client.get("/login?error")).value("username")).isEmpty();
    }

    @Test
    void aTemporaryPasswordOpensNothingButItsOwnReplacement() {
        Town.Person observer = town.observer();
        Client client = new Client(port);
        client.get("/department");
        client.signIn(observer.login(), accounts.resetPassword(observer.accountId(), -1).password());

        for (String page : List.of("/department", "/department/curators", "/workspace", "/admin")) {
            assertThat(Client.target(client.get(page))).as(page).isIn("/account", null);
        }
        assertThat(Client.target(client.get("/department"))).isEqualTo("/account");
        assertThat(client.get("/account").body()).contains("Вы вошли с временным паролем");
        assertThat(client.get("/help").statusCode()).isEqualTo(200);
    }

    @Test
    void anOwnPasswordIsChosenUsedAtTheNextLoginAndEndsTheSession() {
        Town.Person observer = town.observer();
        Client client = signedIn(observer);

        HttpResponse<String> done = change(client, Town.PASSWORD, "новая дорога домой", "новая дорога домой");

        assertThat(Client.target(done)).isEqualTo("/login?changed");
        assertThat(Client.target(client.get("/department"))).isEqualTo("/login");
        assertThat(Client.target(client.signIn(observer.login(), "новая дорога домой"))).isEqualTo("/department");
    }

    @Test
    void anOwnPasswordIsRefusedWithReasonAndNeverShownAgain() {
        Town.Person observer = town.observer();
        Client client = signedIn(observer);
        for (String tried : List.of("12345678", "абабабаб", "Qwerty2026", "мой пароль", observer.login().toUpperCase() + "!")) {
            assertRefused(change(client, Town.PASSWORD, tried, tried), "replacement", "легко подобрать");
        }

        assertRefused(change(client, "не тот", "новая дорога домой", "новая дорога домой"), "current", "Текущий пароль введён неверно");
        assertRefused(change(client, Town.PASSWORD, "короче", "короче"), "replacement", "от 8 до 36 знаков");
        assertRefused(change(client, Town.PASSWORD, "я".repeat(37), "я".repeat(37)), "replacement", "от 8 до 36 знаков");
        assertRefused(change(client, Town.PASSWORD, "პ".repeat(36), "პ".repeat(36)), "replacement", "слишком длинный");
        assertRefused(change(client, Town.PASSWORD, "новая дорога домой", "новая дорога"), "repeated", "Пароли не совпадают");
        assertRefused(change(client, Town.PASSWORD, Town.PASSWORD, Town.PASSWORD), "replacement", "совпадает с прежним");
        assertRefused(change(client, "", "", ""), "current", "Введите текущий пароль");
        assertThat(client.get("/department").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> answer, String field, String message) {
        assertThat(answer.statusCode()).isEqualTo(422);
        Shown page = Shown.in(answer);
        assertThat(page.error(field)).contains(message);
        assertThat(List.of("current", "replacement", "repeated")).allSatisfy(name -> assertThat(page.value(name)).isEmpty());
    }

    private static HttpResponse<String> change(Client client, String current, String replacement, String repeated) {
        return client.post("/account", "current", current, "replacement", replacement, "repeated", repeated);
    }

    private Client signedIn(Town.Person person) {
        Client client = new Client(port);
        client.signIn(person.login(), Town.PASSWORD);
        return client;
    }

    private static List<String> sessionCookies(HttpResponse<?> answer) {
        return answer.headers().allValues("set-cookie").stream().filter(cookie -> cookie.startsWith("portal=")).toList();
    }
}
