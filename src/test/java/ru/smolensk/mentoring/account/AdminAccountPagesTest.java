package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Учётные записи» as an administrator meets them. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class AdminAccountPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Town.Person administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = town.administrator();
    }

    @Test
    void aNewAccountHasATemporaryPasswordThatIsShownOnceAndFits(CapturedOutput log) {
        String login = "novikova." + Town.number();

        MvcTestResult created = send("/admin/accounts/new", "login", login.toUpperCase(), "displayName", "Новикова Е. А.", "role", "CURATOR");

        assertThat(created).hasStatus(HttpStatus.FOUND);
        String password = (String) created.getMvcResult().getFlashMap().get("password");
        assertThat(password).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        String page = created.getResponse().getRedirectedUrl();
        Shown shown = Shown.in(mvc.get().uri(page).with(administrator.signedIn()).cookie(created.getResponse().getCookie("portal")).exchange());
        assertThat(shown.texts("#temporary-password")).containsExactly(password);
        assertThat(shown.texts(".tag")).contains("временный пароль ещё не сменён");
        assertThat(Shown.in(get(page)).texts("#temporary-password")).isEmpty();
        assertThat(Shown.in(get(page)).texts(".history li").get(0)).contains("Внесено", login, "Куратор").doesNotContain(password);
        assertThat(jdbc.sql("select count(*) from journal_entry where changes::text like '%' || ? || '%'").param(password)
                .query(Integer.class).single()).isZero();
        assertThat(log).doesNotContain(password);
        assertThat(signIn(login, password)).hasRedirectedUrl("/account");
    }

    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,            Орлова А. В.,  CURATOR,  login,        Введите логин
            ёлка,         Орлова А. В.,  CURATOR,  login,        латинских букв
            a,            Орлова А. В.,  CURATOR,  login,        латинских букв
            or lova,      Орлова А. В.,  CURATOR,  login,        латинских букв
            -orlova,      Орлова А. В.,  CURATOR,  login,        латинских букв
            orlova😀,     Орлова А. В.,  CURATOR,  login,        латинских букв
            orlova.new,   -,             CURATOR,  displayName,  Введите имя
            orlova.new,   Орлова А. В.,  -,        role,         Выберите роль
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String login, String name, String role, String field, String message) {
        MvcTestResult answer = send("/admin/accounts/new", "login", login, "displayName", name, "role", role);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.value("login")).isEqualTo(login == null ? "" : login);
        assertThat(form.value("displayName")).isEqualTo(name == null ? "" : name);
        assertThat(form.value("role")).isEqualTo(role == null ? "" : role);
    }

    @Test
    void aNameOfTenThousandCharactersIsRefusedAndComesBack() {
        String name = "Я".repeat(10_000);
        Shown form = Shown.in(send("/admin/accounts/new", "login", "long.name", "displayName", name, "role", "CURATOR"));

        assertThat(form.error("displayName")).contains("не длиннее 200");
        assertThat(form.value("displayName")).isEqualTo(name);
    }

    @Test
    void quotesTagsAndEmojiInANameSurvive() {
        String name = "О'Нил «Анна» <b>&amp; 😀 \"\"";
        String page = send("/admin/accounts/new", "login", "quotes." + Town.number(), "displayName", name, "role", "OBSERVER")
                .getResponse().getRedirectedUrl();
        assertThat(Shown.in(get(page)).texts("h1")).containsExactly(name);
    }

    @Test
    void aLoginIsTakenOnce() {
        MvcTestResult second = send("/admin/accounts/new", "login", administrator.login(), "displayName", "Двойник", "role", "CURATOR");
        assertThat(Shown.in(second).error("login")).contains("уже занят");
    }

    @Test
    void aRoleThatIsNoneIsNoFormOfOurs() {
        assertThat(send("/admin/accounts/new", "login", "king", "displayName", "Король", "role", "KING")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aNameIsChangedWithHistoryAndAStaleFormIsToldSo() {
        Town.Person curator = town.curatorOf();
        String edit = address(curator) + "/edit";
        assertThat(send(edit, "version", "0", "displayName", "Петрова О. Н.")).hasRedirectedUrl(address(curator));
        assertThat(Shown.in(get(address(curator))).texts(".history li").toString()).contains("Петрова О. Н.", "Изменено");

        MvcTestResult stale = send(edit, "version", "0", "displayName", "Другая");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("Петрова О. Н.");
        assertThat(Shown.in(stale).value("displayName")).isEqualTo("Другая");
    }

    @Test
    void aBlockNeedsAReasonAndCanBeLifted() {
        Town.Person curator = town.curatorOf();
        assertThat(Shown.in(send(address(curator) + "/block", "reason", "")).error("reason")).contains("Напишите причину");

        assertThat(send(address(curator) + "/block", "reason", "Уволилась")).hasRedirectedUrl(address(curator));

        assertThat(Shown.in(get(address(curator))).texts(".tag")).contains("заблокирована");
        assertThat(signIn(curator.login(), Town.PASSWORD)).hasRedirectedUrl("/login?error");
        assertThat(Shown.in(send(address(curator) + "/block", "reason", "Ещё раз")).errors()).contains("уже заблокирована");
        assertThat(send(address(curator) + "/unblock")).hasRedirectedUrl(address(curator));
        assertThat(signIn(curator.login(), Town.PASSWORD)).hasRedirectedUrl("/workspace");
        assertThat(Shown.in(get(address(curator))).texts(".history li b")).contains("Заблокировано", "Разблокировано", "Вход");
    }

    @Test
    void nobodyBlocksThemselvesOrTakesTheirOwnPasswordAway() {
        assertThat(Shown.in(send(address(administrator) + "/block", "reason", "Устал")).errors()).contains("Свою учётную запись");
        assertThat(Shown.in(send(address(administrator) + "/password")).errors()).contains("Свой пароль");
        assertThat(signIn(administrator.login(), Town.PASSWORD)).hasRedirectedUrl("/admin");
    }

    @Test
    void aResetPasswordReplacesTheOldOne() {
        Town.Person curator = town.curatorOf();

        String password = (String) send(address(curator) + "/password").getMvcResult().getFlashMap().get("password");

        assertThat(signIn(curator.login(), Town.PASSWORD)).hasRedirectedUrl("/login?error");
        assertThat(signIn(curator.login(), password)).hasRedirectedUrl("/account");
        assertThat(Shown.in(get(address(curator))).texts(".history li b")).contains("Выдан временный пароль");
    }

    @Test
    void theListFindsByWordsRoleAndStateAndCountsItsRows() {
        String word = "Ёжикова" + Town.number();
        for (String role : new String[] {"CURATOR", "OBSERVER"}) {
            send("/admin/accounts/new", "login", "list." + Town.number(), "displayName", word + " Анна", "role", role);
        }
        String found = "/admin/accounts?q=" + UriUtils.encode("анна " + word.replace('Ё', 'е').toUpperCase(), "UTF-8");

        assertThat(Shown.in(get(found)).texts("tbody th")).hasSize(2);
        assertThat(Shown.in(get(found)).texts(".count")).containsExactly("2 записи");
        assertThat(Shown.in(get(found + "&role=CURATOR")).texts("tbody th")).hasSize(1);
        assertThat(Shown.in(get(found + "&state=INVITED")).texts("tbody th")).hasSize(2);
        assertThat(Shown.in(get(found + "&state=BLOCKED")).text()).contains("Никого не нашлось");
        assertThat(Shown.in(get(found + "&page=999")).texts("tbody th")).hasSize(2);
        assertThat(Shown.in(get("/admin/accounts?q=%25_%5C%27&page=-1")).text()).contains("Никого не нашлось");
    }

    @Test
    void theListCostsTheSameHoweverLongItIs() {
        int before = statements("/admin/accounts");
        for (int more = 0; more < 30; more++) {
            town.curatorOf();
        }
        assertThat(statements("/admin/accounts")).isEqualTo(before).isLessThanOrEqualTo(3);
    }

    private int statements(String address) {
        return Statements.of(get(address).getResponse());
    }

    private static String address(Town.Person person) {
        return "/admin/accounts/" + person.accountId();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(administrator.signedIn()).exchange();
    }

    private MvcTestResult signIn(String login, String password) {
        return mvc.post().uri("/login").with(csrf()).param("username", login).param("password", password).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(administrator.signedIn());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1] == null ? "" : fields[at + 1]);
        }
        return request.exchange();
    }
}
