package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** A curator is let in by a one-time link. */
@PortalTest
class InvitationsTest {

    private static final String PASSWORD = "тихая вода утром";

    @Autowired
    Invitations invitations;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PortalClock clock;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Town.Person methodologist;
    Tenant school;
    String login;

    @BeforeEach
    void aSchoolWithoutACurator() {
        methodologist = town.methodologist();
        school = town.school();
        login = "orlova." + Town.number();
    }

    @Test
    void theMethodologistInvitesAndThePersonChoosesAPasswordOnce() {
        MvcTestResult answer = invite("email", "orlova@school.example");
        assertThat(answer).as(Shown.in(answer).errors()).hasStatus(HttpStatus.FOUND);
        String page = answer.getResponse().getRedirectedUrl();
        String link = (String) answer.getMvcResult().getFlashMap().get("link");
        assertThat(link).as("the portal's own address").matches("https://mentoring.example/invitation/[A-Za-z0-9_-]{43}");
        String path = link.substring("https://mentoring.example".length());
        assertThat(Shown.in(mvc.get().uri(page).with(methodologist.signedIn()).exchange()).text()).contains("назначение действует", "Орлова А. В.")
                .doesNotContain(path);
        assertThat(jdbc.sql("select count(*) from journal_entry where changes::text like ? or subject_name like ?")
                .params("%" + path.substring(12) + "%", "%" + path.substring(12) + "%").query(Integer.class).single()).isZero();

        assertThat(Shown.in(mvc.get().uri(path).exchange()).text()).contains("Орлова А. В.", login);
        Shown mistaken = Shown.in(accept(path, PASSWORD, "другой пароль"));
        assertThat(mistaken.error("repeated")).contains("Пароли не совпадают");
        assertThat(accept(path, PASSWORD, PASSWORD)).hasRedirectedUrl("/login?invited");

        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/workspace");
        for (MvcTestResult again : List.of(mvc.get().uri(path).exchange(), accept(path, "ещё один пароль", "ещё один пароль"))) {
            assertThat(again).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(Shown.in(again).text()).contains("Ссылка не действует").doesNotContain("Орлова");
        }
        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/workspace");
    }

    @Test
    void aNewLinkTakesTheOldOnesPlaceAndEndsWithTheFortnight() {
        long account = invitations.enterCurator(login, "Орлова А. В.", null);
        String first = invitations.link(account, methodologist.accountId());
        String second = invitations.link(account, methodologist.accountId());
        assertThat(mvc.get().uri(first)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(second)).hasStatus(HttpStatus.OK);
        String token = second.substring("/invitation/".length());
        assertThat(clock.at(clock.instant().plus(Invitations.LASTS).minusSeconds(1), () -> invitations.invited(token))).isPresent();
        assertThat(clock.at(clock.instant().plus(Invitations.LASTS).plusSeconds(1), () -> invitations.invited(token))).isEmpty();
        for (String broken : List.of(token.substring(1), token + "A", token.substring(0, 42) + "!", "%00", "x".repeat(5000))) {
            assertThat(mvc.get().uri("/invitation/{token}", broken)).hasStatus4xxClientError();
        }
        jdbc.sql("update account set blocked = true where id = ?").param(account).update();
        assertThat(mvc.get().uri(second)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void ofTwoWhoOpenTheLinkAtOnceOneSetsThePassword() throws Exception {
        String token = invitations.link(invitations.enterCurator(login, "Орлова А. В.", null), methodologist.accountId()).substring(12);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> tries = List.of(() -> invitations.accept(token, "первый пароль"), () -> invitations.accept(token, "второй пароль"));
        int won = 0;
        for (Future<Boolean> answer : both.invokeAll(tries)) {
            try {
                won += answer.get() ? 1 : 0;
            } catch (java.util.concurrent.ExecutionException sameMoment) {
                assertThat(sameMoment).hasCauseInstanceOf(org.springframework.dao.OptimisticLockingFailureException.class);
            }
        }
        both.shutdown();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void nobodyButACuratorGetsALink() {
        for (Town.Person other : List.of(town.administrator(), town.methodologist(), town.observer())) {
            assertThatThrownBy(() -> invitations.link(other.accountId(), methodologist.accountId())).isInstanceOf(Refusal.class);
        }
    }

    /** A reviewer with the curator's password could approve what the same reviewer has handed in. */
    @Test
    void whoeverHasChosenAPasswordGetsNoLinkAnyMore() {
        invite("email", "");
        long id = jdbc.sql("select c.id from curator_appointment c join account a on a.id = c.account_id where a.login = ?").param(login)
                .query(Long.class).single();
        String address = "/department/curators/" + id;
        MvcTestResult second = post(address + "/link");
        String link = (String) second.getMvcResult().getFlashMap().get("link");
        assertThat(accept(link.substring("https://mentoring.example".length()), PASSWORD, PASSWORD)).hasRedirectedUrl("/login?invited");

        assertThat(Shown.in(mvc.get().uri(address).with(methodologist.signedIn()).exchange()).text()).contains("назначение действует")
                .doesNotContain("Новая ссылка");
        MvcTestResult third = post(address + "/link");
        assertThat(third).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(third).text()).contains("Не получилось", "Куратор уже входит со своим паролем");
        assertThat(third.getMvcResult().getFlashMap().get("link")).isNull();
        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/workspace");
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).with(methodologist.signedIn()).with(csrf()).exchange();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            login,        ёлка,            латинских букв
            login,        -,               Введите логин
            email,        без собаки,      не похоже на адрес
            email,        two@@at.ru,      не похоже на адрес
            displayName,  -,               Введите имя
            startsOn,     31.02.2026,      Такой даты нет
            organisation, -,               Выберите организацию
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String typed, String message) {
        MvcTestResult answer = invite(field, typed == null ? "" : typed);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.value(field)).isEqualTo(typed == null ? "" : typed);
        assertThat(form.value("orderNumber")).isEqualTo("5-од");
        assertThat(jdbc.sql("select count(*) from account where login = ?").param(login).query(Integer.class).single()).isZero();
    }

    @Test
    void aTakenLoginAndDatesThatContradictLeaveNoAccountBehind() {
        assertThat(Shown.in(invite("login", town.observer().login())).error("login")).contains("уже занят");
        assertThat(Shown.in(invite("startsOn", "31.08.2024")).error("startsOn")).contains("раньше даты приказа");
        assertThat(jdbc.sql("select count(*) from account where login = ?").param(login).query(Integer.class).single()).isZero();
    }

    @Test
    void theDatabaseHoldsItToo() {
        long account = invitations.enterCurator(login, "Орлова А. В.", null);
        String row = """
                insert into invitation (account_id, token_hash, invited_at, expires_at, used_at)
                values (?, lpad(?, 64, '0'), now(), now() + cast(? as interval), now() + cast(? as interval))
                """;
        assertThat(constraintAgainst(jdbc, row, account, "a" + Town.number(), "1 day", null)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, row, account, "b" + Town.number(), "1 day", null)).isEqualTo("invitation_one_open");
        assertThat(constraintAgainst(jdbc, row, account, "c", "-1 day", "-2 days")).isEqualTo("invitation_lasts");
        assertThat(constraintAgainst(jdbc, row, account, "c", "1 day", "2 days")).isEqualTo("invitation_used_in_time");
        assertThat(constraintAgainst(jdbc, "update account set email = 'nowhere' where id = ?", account)).isEqualTo("account_email_form");
    }

    private MvcTestResult invite(String field, String value) {
        var fields = new java.util.LinkedHashMap<>(java.util.Map.of("organisation", school.slug(), "displayName", "Орлова А. В.", "login", login,
                "orderNumber", "5-од", "orderDatedOn", "01.09.2024", "startsOn", "01.09.2024"));
        fields.put(field, value);
        var post = mvc.post().uri("/department/curators/invite").with(methodologist.signedIn()).with(csrf());
        fields.forEach(post::param);
        return post.exchange();
    }

    private MvcTestResult accept(String path, String password, String repeated) {
        return mvc.post().uri(path).with(csrf()).param("replacement", password).param("repeated", repeated).exchange();
    }

    private MvcTestResult signIn(String password) {
        return mvc.post().uri("/login").with(csrf()).param("username", login).param("password", password).exchange();
    }
}
