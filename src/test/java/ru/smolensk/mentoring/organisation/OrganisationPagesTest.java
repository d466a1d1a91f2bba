package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Организации» as an administrator meets them. */
@PortalTest
class OrganisationPagesTest {

    private static final String LIST = "/admin/organisations";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    RequestPostProcessor administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = town.administrator().signedIn();
    }

    @Test
    void anOrganisationIsEnteredShownAndChangedWithHistory() {
        String slug = "cdo-" + Town.number();
        MvcTestResult entered = send(LIST + "/new", "slug", slug, "kind", "ADDITIONAL", "shortName", "МБУ ДО «" + slug + "»",
                "fullName", "муниципальное бюджетное учреждение", "website", "");
        String page = entered.getResponse().getRedirectedUrl();
        assertThat(Shown.in(get(page)).text()).contains("МБУ ДО «" + slug + "»", "/organisations/" + slug, "Дополнительное образование", "Внесено");

        Shown form = Shown.in(get(page + "/edit"));
        assertThat(form.value("shortName")).isEqualTo("МБУ ДО «" + slug + "»");
        assertThat(form.attributes("[name=slug]", "name")).isEmpty();
        String[] change = {"version", form.value("version"), "kind", "ADDITIONAL", "shortName", "МБУ ДО «ЦДО " + slug + "»",
            "fullName", "муниципальное бюджетное учреждение", "website", "https://cdo.example/", "slug", "sh-stolen"};
        assertThat(send(page + "/edit", change)).hasRedirectedUrl(page);
        assertThat(Shown.in(get(page)).text()).contains("/organisations/" + slug, "https://cdo.example/", "Изменено").doesNotContain("sh-stolen");

        MvcTestResult stale = send(page + "/edit", change);
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("https://cdo.example/");
    }

    @ParameterizedTest(name = "{5}: {6}")
    @CsvSource(nullValues = "-", textBlock = """
            -,           GENERAL,  СШ,  полное,  -,                      slug,       Введите адрес страницы
            Школа-1,     GENERAL,  СШ,  полное,  -,                      slug,       только строчные латинские
            SH-1,        GENERAL,  СШ,  полное,  -,                      slug,       только строчные латинские
            import,      GENERAL,  СШ,  полное,  -,                      slug,       занят страницей самого портала
            new,         GENERAL,  СШ,  полное,  -,                      slug,       занят страницей самого портала
            sh--1,       GENERAL,  СШ,  полное,  -,                      slug,       только строчные латинские
            sh/../1,     GENERAL,  СШ,  полное,  -,                      slug,       только строчные латинские
            sh-new,      -,        СШ,  полное,  -,                      kind,       Выберите вид
            sh-new,      GENERAL,  -,   полное,  -,                      shortName,  Введите краткое название
            sh-new,      GENERAL,  СШ,  -,       -,                      fullName,   Введите полное название
            sh-new,      GENERAL,  СШ,  полное,  sh1.example,            website,    начинается с https
            sh-new,      GENERAL,  СШ,  полное,  javascript:alert(1),    website,    начинается с https
            sh-new,      GENERAL,  СШ,  полное,  https://sh 1.example,   website,    без пробелов
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String slug, String kind, String name, String full, String site, String field,
                                                          String message) {
        MvcTestResult answer = send(LIST + "/new", "slug", slug, "kind", kind, "shortName", name, "fullName", full, "website", site);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(List.of(form.value("slug"), form.value("kind"), form.value("shortName"), form.value("fullName"), form.value("website")))
                .containsExactly(empty(slug), empty(kind), empty(name), empty(full), empty(site));
    }

    @Test
    void tenThousandCharactersAreRefusedAndComeBack() {
        String endless = "щ".repeat(10_000);
        Shown form = Shown.in(send(LIST + "/new", "slug", "a".repeat(10_000), "kind", "GENERAL", "shortName", endless, "fullName", endless,
                "website", "https://" + "a".repeat(10_000)));
        assertThat(form.error("slug")).contains("не длиннее 60");
        assertThat(form.error("shortName")).contains("не длиннее 200");
        assertThat(form.error("fullName")).contains("не длиннее 500");
        assertThat(form.error("website")).contains("не длиннее 300");
        assertThat(form.value("fullName")).isEqualTo(endless);
    }

    @Test
    void anAddressAndANameAreTakenOnceAndTheDatabaseSaysIt() {
        Tenant school = town.school();
        assertThat(Shown.in(send(LIST + "/new", "slug", school.slug(), "kind", "GENERAL", "shortName", "Другая " + school.slug(),
                "fullName", "полное")).error("slug")).contains("уже занят");
        assertThat(Shown.in(send(LIST + "/new", "slug", school.slug() + "-b", "kind", "GENERAL", "shortName", school.shortName(),
                "fullName", "полное")).error("shortName")).contains("уже есть");
    }

    @Test
    void aClosedOrganisationHasNoWorkspaceFromThatDayAndCanBeOpenedAgain() {
        Tenant school = town.school();
        RequestPostProcessor curator = town.curatorOf(school).signedIn();
        String page = LIST + "/" + school.id();
        assertThat(Shown.in(send(page + "/close", "closedOn", "когда-нибудь")).error("closedOn")).contains("Такой даты нет");

        assertThat(send(page + "/close", "closedOn", "01.09.2026")).hasRedirectedUrl(page);

        assertThat(Shown.in(get(page)).texts(".tag")).contains("закрыта с 01.09.2026");
        assertThat(mvc.get().uri("/workspace/staff").with(curator)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(Shown.in(send(page + "/close", "closedOn", "02.09.2026")).errors()).contains("уже закрыта");
        assertThat(send(page + "/reopen")).hasRedirectedUrl(page);
        assertThat(mvc.get().uri("/workspace/staff").with(curator)).hasStatus(HttpStatus.OK);
        assertThat(send(page + "/reopen")).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(get(page)).texts(".history li b")).contains("Закрыто", "Снова открыто");
    }

    @Test
    void theListSortsNumbersAsPeopleDoAndFindsByWords() {
        String word = "Список" + Town.number();
        for (String number : List.of("10", "2", "1")) {
            send(LIST + "/new", "slug", word.toLowerCase().replace("список", "list-") + "-" + number, "kind", number.equals("1") ? "PRESCHOOL" : "GENERAL",
                    "shortName", word + " № " + number, "fullName", "учреждение «Ёлочка»");
        }
        String found = LIST + "?q=" + word.toUpperCase() + "%20елочка";

        assertThat(Shown.in(get(found)).texts("tbody th")).containsExactly(word + " № 1", word + " № 2", word + " № 10");
        assertThat(Shown.in(get(found)).texts(".count")).containsExactly("3 организации");
        assertThat(Shown.in(get(found + "&kind=GENERAL")).texts("tbody th")).hasSize(2);
        assertThat(Shown.in(get(found + "&state=CLOSED")).text()).contains("Организаций не нашлось");
        assertThat(Shown.in(get(found + "&kind=UNIVERSITY")).texts("tbody th")).as("no such kind is no filter").hasSize(3);
    }

    @Test
    void aLongListIsReadPageByPageAtTheSameCost() {
        String word = "страница" + Town.number();
        for (int number = 1; number <= 53; number++) {
            send(LIST + "/new", "slug", "page-" + Town.number(), "kind", "GENERAL", "shortName", word + " № " + number, "fullName", "полное");
        }
        MvcTestResult first = get(LIST + "?q=" + word);
        assertThat(Shown.in(first).texts("tbody th")).hasSize(50).startsWith(word + " № 1");
        assertThat(Shown.in(first).attributes("a[rel=next]", "href")).singleElement().asString().contains("page=2", "q=");
        assertThat(Shown.in(get(LIST + "?q=" + word + "&page=2")).texts("tbody th")).containsExactly(word + " № 51", word + " № 52", word + " № 53");
        assertThat(Statements.of(first.getResponse())).isLessThanOrEqualTo(3)
                .isEqualTo(Statements.of(get(LIST + "?q=" + word + "&page=2").getResponse()));
    }

    @Test
    void theOverviewCountsPeopleAndOrganisationsAndTellsOfTheMachine() {
        Shown overview = Shown.in(get("/admin"));

        assertThat(overview.texts("h2")).containsExactly("Кто работает с порталом", "Организации", "Сервер");
        assertThat(overview.texts(".tiles .name")).containsExactly("Кураторы", "Методисты", "Наблюдатели", "Администраторы",
                "Школы", "Детские сады", "Дополнительное образование");
        assertThat(overview.texts("dt")).contains("PostgreSQL", "Размер базы данных", "Версия схемы", "Открытых сеансов");
        assertThat(Statements.of(get("/admin").getResponse())).isLessThanOrEqualTo(8);
    }

    private static String empty(String typed) {
        return typed == null ? "" : typed;
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(URI.create(address).toASCIIString())).with(administrator).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(administrator);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1] == null ? "" : fields[at + 1]);
        }
        return request.exchange();
    }
}
