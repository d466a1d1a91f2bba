package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

@PortalTest
class LoginTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Test
    void everybodyBeginsWhereTheirWorkIs() {
        assertThat(signIn(town.curatorOf().login(), Town.PASSWORD)).hasRedirectedUrl("/workspace");
        assertThat(signIn(town.methodologist().login(), Town.PASSWORD)).hasRedirectedUrl("/department");
        assertThat(signIn(town.observer().login(), Town.PASSWORD)).hasRedirectedUrl("/department");
        assertThat(signIn(town.administrator().login(), Town.PASSWORD)).hasRedirectedUrl("/admin");
    }

    @Test
    void capitalsAndSpacesInTheLoginDoNotMatterAndSpacesAroundThePasswordNeither() {
        assertThat(signIn("  " + town.administrator().login().toUpperCase() + " ", " " + Town.PASSWORD + " ")).hasRedirectedUrl("/admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "никто", "nobody\u0000", "a'; drop table account; --", "😀"})
    void anUnknownLoginAndAWrongPasswordGetTheSameAnswer(String unknown) {
        MvcTestResult stranger = signIn(unknown + (unknown.equals("nobody") ? Town.number() : ""), Town.PASSWORD);
        MvcTestResult wrong = signIn(town.administrator().login(), "не тот пароль");

        assertThat(Stream.of(stranger, wrong).map(answer -> answer.getResponse().getStatus())).containsOnly(302);
        assertThat(Stream.of(stranger, wrong).map(answer -> answer.getResponse().getRedirectedUrl())).containsOnly("/login?error");
        assertThat(stranger.getResponse().getHeaderNames()).isEqualTo(wrong.getResponse().getHeaderNames());
        assertThat(Stream.of(stranger, wrong)).allSatisfy(answer -> assertThat(answer).bodyText().isEmpty());
    }

    @Test
    void aTenThousandCharacterLoginOrPasswordIsAWrongOne() {
        assertThat(signIn("a".repeat(10_000), Town.PASSWORD)).hasRedirectedUrl("/login?error");
        assertThat(signIn(town.administrator().login(), "я".repeat(10_000))).hasRedirectedUrl("/login?error");
    }

    /** Otherwise the clock would tell which logins exist. */
    @Test
    void anUnknownLoginAndABlockedAccountTakeAsLongAsAWrongPassword() {
        String known = "known-" + Town.number();
        long id = accounts.enter(known, "Кузнецова Анна", Role.CURATOR, Town.PASSWORD);
        signIn(known, "разогрев");

        long wrong = fastest(() -> signIn(known, "не тот пароль"));
        long unknown = fastest(() -> signIn("nobody-" + Town.number(), "не тот пароль"));
        jdbc.sql("update account set blocked = true where id = ?").param(id).update();
        jdbc.sql("delete from login_failure").update();
        long blocked = fastest(() -> signIn(known, "не тот пароль"));

        assertThat(List.of(unknown, blocked)).allSatisfy(time -> assertThat(time).isGreaterThan(wrong / 2));
    }

    @Test
    void aBlockedAccountGetsTheAnswerOfAWrongPassword() {
        Town.Person curator = town.curatorOf();
        jdbc.sql("update account set blocked = true where id = ?").param(curator.accountId()).update();

        assertThat(signIn(curator.login(), Town.PASSWORD)).hasRedirectedUrl("/login?error");
        assertThat(Shown.in(mvc.get().uri("/login?error").exchange()).text()).contains("Логин или пароль не подошли").doesNotContain("блокир");
    }

    @Test
    void theLoginLeadsBackToThePageAskedFor() {
        Cookie browser = ask("/department/organisations?q=33&page=2");

        assertThat(signIn(browser, town.methodologist().login())).hasRedirectedUrl("/department/organisations?q=33&page=2");
    }

    @Test
    void theLoginNeverLeadsToAForeignHost() {
        Cookie browser = ask("http://evil.example/department/organisations");

        assertThat(signIn(browser, town.methodologist().login())).hasRedirectedUrl("/department/organisations");
    }

    @Test
    void theLoginDoesNotLeadToAPageOfSomebodyElsesRole() {
        Cookie browser = ask("/admin/accounts");

        assertThat(signIn(browser, town.methodologist().login())).hasRedirectedUrl("/department");
    }

    @Test
    void aParameterOfTheLoginPageLeadsNowhere() {
        for (String name : new String[] {"continue", "redirect", "target", "spring-security-redirect"}) {
            assertThat(mvc.post().uri("/login").with(csrf()).param("username", town.observer().login()).param("password", Town.PASSWORD)
                    .param(name, "http://evil.example/")).hasRedirectedUrl("/department");
        }
    }

    @Test
    void everyLoginStandsInTheJournalAndNoPasswordDoes() {
        Town.Person curator = town.curatorOf();
        signIn(curator.login(), Town.PASSWORD);
        signIn(curator.login(), "секретный промах");

        assertThat(jdbc.sql("select action from journal_entry where subject = 'ACCOUNT' and subject_id = ?").param(curator.accountId())
                .query(String.class).list()).containsExactly("SIGNED_IN");
        assertThat(jdbc.sql("select count(*) from journal_entry where changes::text || coalesce(reason, '') ~ ?")
                .param("секретный промах|" + Town.PASSWORD).query(Integer.class).single()).isZero();
    }

    @Test
    void theFormOfTheLoginOffersDemoPeopleNowhereButInTheDemo() {
        Shown page = Shown.in(mvc.get().uri("/login").exchange());

        assertThat(page.texts(".personas button")).isEmpty();
        assertThat(page.text()).doesNotContain("вымышлен");
        for (String persona : new String[] {"curator", "curator2", "curator-empty", "methodist", "methodist2", "observer", "admin"}) {
            assertThat(signIn(persona, "demo")).hasRedirectedUrl("/login?error");
        }
    }

    @Test
    void everyPostNeedsItsCsrfTokenTheLoginToo() {
        for (String address : new String[] {"/login", "/logout", "/account", "/workspace/staff/new", "/admin/accounts/new", "/nonsense"}) {
            assertThat(mvc.post().uri(address).with(town.administrator().signedIn())).as(address).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(mvc.post().uri(address).with(town.administrator().signedIn()).with(csrf().useInvalidToken())).as(address)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    private Cookie ask(String address) {
        MvcTestResult answer = mvc.get().uri(address).exchange();
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return answer.getResponse().getCookie("portal");
    }

    private MvcTestResult signIn(Cookie browser, String login) {
        return mvc.post().uri("/login").cookie(browser).with(csrf()).param("username", login).param("password", Town.PASSWORD).exchange();
    }

    private MvcTestResult signIn(String login, String password) {
        SecurityContextHolder.clearContext();
        return mvc.post().uri("/login").with(csrf()).with(request -> {
            request.setRemoteAddr("198.51.100." + Town.number() % 250); // Not one address for all tests: it would have to wait.
            return request;
        }).param("username", login).param("password", password).exchange();
    }

    private static long fastest(Supplier<?> work) {
        List<Long> times = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            long begin = System.nanoTime();
            work.get();
            times.add(System.nanoTime() - begin);
        }
        return times.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
