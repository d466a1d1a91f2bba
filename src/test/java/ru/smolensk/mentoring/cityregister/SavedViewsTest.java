package ru.smolensk.mentoring.cityregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** A register as somebody has set it up is kept under a name, for them alone. */
@PortalTest
class SavedViewsTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Town.Person observer;

    @BeforeEach
    void aReader() {
        observer = town.observer();
    }

    @Test
    void aViewIsKeptOpenedRenamedAndDeleted() {
        MvcTestResult kept = keep(observer, "Свободные «наставники» <b>");
        assertThat(kept).hasStatus3xxRedirection();
        String address = "/department/registers/mentors?q=%D0%BC%D0%B5%D1%82%D0%BE%D0%B4&kind=GENERAL"
                + "&state=free&columns=name,competences&sort=-served";
        assertThat(kept.getResponse().getRedirectedUrl()).isEqualTo(address);
        long id = id("Свободные «наставники» <b>");

        assertThat(get(observer, "/account/views/" + id).getResponse().getRedirectedUrl()).isEqualTo(address);
        assertThat(get(observer, "/department/registers")).hasStatusOk().bodyText().contains("/account/views/" + id,
                "Свободные «наставники» &lt;b&gt;");
        assertThat(get(observer, "/department/registers/mentors?sort=-served&columns=competences&state=free&kind=GENERAL&q=метод"))
                .hasStatusOk().bodyText()
                .contains("aria-current=\"page\"", "Переименовать вид").doesNotContain("Сохранить этот вид");
        assertThat(get(observer, "/department/registers/mentees")).bodyText().doesNotContain("/account/views/" + id);

        assertThat(post(observer, "/account/views/" + id + "/edit", "Мой вид")).hasStatus3xxRedirection();
        assertThat(post(observer, "/account/views/" + id + "/edit", " ")).hasStatus(422).bodyText().contains("Назовите вид");
        assertThat(get(observer, "/account/views/" + id + "/edit")).bodyText().contains("value=\"Мой вид\"");
        assertThat(post(observer, "/account/views/" + id + "/delete", "")).hasStatus3xxRedirection();
        assertThat(get(observer, "/account/views/" + id)).hasStatus(404);
    }

    @Test
    void anothersViewDoesNotExist() {
        keep(observer, "Мой");
        long id = id("Мой");
        for (Town.Person other : new Town.Person[] {town.observer(), town.methodologist(), town.curatorOf(town.school()),
                town.administrator()}) {
            assertThat(get(other, "/account/views/" + id)).hasStatus(404);
            assertThat(get(other, "/account/views/" + id + "/edit")).hasStatus(404);
            assertThat(post(other, "/account/views/" + id + "/edit", "Чужой")).hasStatus(404);
            assertThat(post(other, "/account/views/" + id + "/delete", "")).hasStatus(404);
        }
        assertThat(id("Мой")).isEqualTo(id);
    }

    @Test
    void twoViewsOfOneNameAreRefusedAndNothingTypedIsLost() {
        keep(observer, "Все школы");
        assertThat(keep(observer, "ВСЕ ШКОЛЫ")).hasStatus(422).bodyText().contains("Вид с таким названием у вас уже есть",
                "value=\"ВСЕ ШКОЛЫ\"");
        assertThat(keep(observer, "ы".repeat(101))).hasStatus(422).bodyText().contains("не длиннее 100");
        assertThat(keep(observer, "")).hasStatus(422).bodyText().contains("Назовите вид");
        assertThat(keep(observer, "🙂 «кавычки» \\ ' --")).hasStatus3xxRedirection();
    }

    @Test
    void thereAreTwentyAtMostAndADeletedOneMakesRoom() {
        for (int number = 1; number <= SavedViews.MOST; number++) {
            assertThat(keep(observer, "Вид " + number)).hasStatus3xxRedirection();
        }
        assertThat(keep(observer, "Лишний")).hasStatus(422).bodyText().contains("уже двадцать видов");
        post(observer, "/account/views/" + id("Вид 7") + "/delete", "");
        assertThat(keep(observer, "Лишний")).hasStatus3xxRedirection();
    }

    @Test
    void aViewWhoseWordsAreTooLongIsRefusedWithASentence() {
        String columns = String.join(",", PeopleRegisters.MENTORS.columns().stream().map(Column::key).toList());
        assertThat(mvc.post().uri("/account/views/new/mentors?q={q}&sort=-served&columns=" + columns, "→".repeat(200))
                .with(observer.signedIn())
                .with(csrf()).param("name", "Стрелки").exchange()).hasStatus(422).bodyText().contains("Слова поиска слишком длинные",
                "value=\"Стрелки\"");
    }

    @Test
    void whatTheRegisterDoesNotKnowIsNotKept() {
        assertThat(mvc.post().uri("/account/views/new/partners?q=a&evil=1&sort=drop&columns=x&state=y").with(observer.signedIn())
                .with(csrf())
                .param("name", "Чистый").exchange()).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select query from saved_view where account_id = ?").param(observer.accountId()).query(String.class).single())
                .isEqualTo("q=a");
        assertThat(get(observer, "/account/views/new/nonsense")).hasStatus(404);
    }

    private MvcTestResult keep(Town.Person who, String name) {
        return mvc.post().uri("/account/views/new/mentors?q=метод&kind=GENERAL&state=free&columns=competences&sort=-served")
                .with(who.signedIn()).with(csrf())
                .param("name", name).exchange();
    }

    private long id(String name) {
        return jdbc.sql("select id from saved_view where account_id = ? and name = ?").params(observer.accountId(), name).query(Long.class)
                .single();
    }

    private MvcTestResult get(Town.Person who, String address) {
        return mvc.get().uri(address).with(who.signedIn()).exchange();
    }

    private MvcTestResult post(Town.Person who, String address, String name) {
        return mvc.post().uri(address).with(who.signedIn()).with(csrf()).param("name", name).exchange();
    }
}
