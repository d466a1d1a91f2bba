package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** «Нормативные акты»: kept by methodologists, read by everybody. */
@PortalTest
class LegalActPagesTest {

    private static final String NEW = "/department/acts/new";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    RequestPostProcessor reader;
    String title;

    @BeforeEach
    void aMethodologist() {
        reader = town.methodologist().signedIn();
        title = "О ведомственных наградах " + Town.number();
    }

    @Test
    void anActIsEnteredShownToEverybodyAtItsLevelAndStandsInTheHistory() {
        String address = entered(act());

        Shown page = Shown.in(get(address));
        assertThat(page.texts("h1")).containsExactly(title);
        assertThat(page.text()).contains("Федеральный уровень", "№ 400 от 01.07.2021", "Минпросвещения России");
        assertThat(page.texts(".history li b")).containsExactly("Внесено");
        assertThat(Shown.in(get("/department/acts?q=" + title)).texts("tbody th a")).containsExactly(title);

        reader = request -> request;
        Shown open = Shown.in(get("/acts"));
        assertThat(open.texts("section[aria-labelledby=FEDERAL] li a")).contains(title);
        assertThat(open.texts("section[aria-labelledby=FEDERAL] li").stream().filter(line -> line.contains(title)))
                .first().asString().contains("Минпросвещения России, № 400 от 01.07.2021");
    }

    @Test
    void theFileOfAnActIsOpenToEverybodyAlsoAfterItWasReplaced() {
        Map<String, String> typed = act();
        typed.put("link", null);
        String address = entered(typed, pdf("Приказ 400.pdf"));
        String file = Shown.in(get(address)).attributes("dd a", "href").get(0);
        typed.putAll(Map.of("version", "0", "file.kept", ""));
        assertThat(post(address + "/edit", typed, pdf("Приказ 400 новый.pdf"))).hasRedirectedUrl(address);

        reader = request -> request;
        assertThat(file).startsWith("/acts/files/");
        assertThat(get(file)).hasStatusOk().hasHeader("Content-Type", "application/pdf").hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        assertThat(Shown.in(get("/acts")).attributes("li a[href^=/acts/files]", "href")).doesNotContain(file).isNotEmpty();
    }

    @Test
    void theFileOfAnOrganisationOrOfNoActIsNotServedAsTheCitys() {
        var school = town.school();
        long own = stored(school.id(), true);
        long left = stored(null, false);
        reader = request -> request;

        assertThat(get("/acts/files/" + own)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/acts/files/" + left)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/acts/files/999999999")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            level   | -                    | level   | Выберите уровень
            title   | -                    | title   | Введите название
            datedOn | 31.02.2021           | datedOn | Такой даты нет
            datedOn | 01.01.2098           | datedOn | ещё не наступила
            link    | -                    | link    | Введите ссылку на акт или приложите файл
            link    | ftp://publication.ru | link    | начинается с https:// или http://
            link    | javascript:alert(1)  | link    | начинается с https:// или http://
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String value, String at, String message) {
        Map<String, String> typed = act();
        typed.put(field, value);

        MvcTestResult answer = post(NEW, typed);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(at)).contains(message);
        typed.forEach((name, text) -> assertThat(form.value(name)).as(name).isEqualTo(text == null ? "" : text));
        assertThat(jdbc.sql("select count(*) from legal_act where title = ?").param(title).query(Integer.class).single()).isZero();
    }

    @Test
    void anActHasALinkOrAFileNotBothAndAGoodFileStays() {
        Shown form = Shown.in(post(NEW, act(), pdf("приказ.pdf")));

        assertThat(form.error("link")).contains("либо файл, либо ссылка");
        assertThat(form.texts("#file-kept").get(0)).contains("«приказ.pdf»");
        Map<String, String> typed = act();
        typed.put("link", null);
        typed.put("file.kept", form.value("file.kept"));
        assertThat(Shown.in(get(entered(typed))).texts("dd a")).containsExactly("приказ.pdf");
    }

    @Test
    void tenThousandCharactersAndQuotesComeBackAsTheyWereTyped() {
        Map<String, String> typed = act();
        typed.put("issuer", "ё".repeat(10_000));
        typed.put("title", title + " \"'<b> 🎓");
        Shown form = Shown.in(post(NEW, typed));

        assertThat(form.error("issuer")).contains("не длиннее 300");
        assertThat(form.value("issuer")).isEqualTo("ё".repeat(10_000));
        assertThat(form.value("title")).isEqualTo(title + " \"'<b> 🎓");
    }

    @Test
    void aStaleFormShowsWhatIsSaved() {
        String address = entered(act());
        Map<String, String> typed = act();
        typed.put("version", "0");
        typed.put("number", "401");
        post(address + "/edit", typed);
        typed.put("number", "402");

        MvcTestResult stale = post(address + "/edit", typed);

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("Номер 401");
        assertThat(Shown.in(stale).value("number")).isEqualTo("402");
        assertThat(Shown.in(stale).value("version")).isEqualTo("1");
    }

    @Test
    void anAnnulledActLeavesThePublicPageAndStaysWithItsReason() {
        String address = entered(act());
        assertThat(Shown.in(post(address + "/annul", Map.of())).error("reason")).contains("Напишите причину");
        assertThat(post(address + "/annul", Map.of("reason", "Внесён дважды"))).hasRedirectedUrl("/department/acts");

        assertThat(Shown.in(get("/acts")).text()).doesNotContain(title);
        assertThat(Shown.in(get(address)).text()).contains("Внесён дважды");
        assertThat(Shown.in(get(address)).texts(".head .button")).isEmpty();
        Map<String, String> typed = act();
        typed.put("version", "1");
        assertThat(Shown.in(post(address + "/edit", typed)).errors()).contains("аннулирован");
    }

    @Test
    void anObserverReadsAndHasNoButtons() {
        String address = entered(act());
        reader = town.observer().signedIn();

        assertThat(Shown.in(get("/department/acts")).texts("main .button")).containsExactly("Найти");
        assertThat(Shown.in(get(address)).texts("main .button")).isEmpty();
        assertThat(post(address + "/annul", Map.of("reason", "нет"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theListIsSearchedAndFilteredByLevel() {
        entered(act());
        assertThat(Shown.in(get("/department/acts?level=REGIONAL&q=" + title)).texts(".empty h2")).containsExactly("Таких актов нет");
        assertThat(Shown.in(get("/department/acts?level=FEDERAL&q=" + title.toUpperCase())).texts("tbody tr")).hasSize(1);
        assertThat(Shown.in(get("/department/acts?level=nonsense&page=-7&q=" + title)).value("q")).isEqualTo(title);
    }

    @Test
    void anUnknownActIsNotThere() {
        for (String page : new String[] {"", "/edit", "/annul"}) {
            assertThat(get("/department/acts/999999999" + page)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(post("/department/acts/999999999/edit", act())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/department/acts/999999999/annul", Map.of("reason", "нет"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    private Map<String, String> act() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("level", "FEDERAL");
        typed.put("title", title);
        typed.put("number", "400");
        typed.put("datedOn", "01.07.2021");
        typed.put("issuer", "Минпросвещения России");
        typed.put("link", "http://publication.example/400");
        typed.put("file.kept", "");
        return typed;
    }

    private static MockMultipartFile pdf(String name) {
        return new MockMultipartFile("file.file", name, "application/pdf", SampleFiles.pdf());
    }

    private String entered(Map<String, String> typed, MockMultipartFile... chosen) {
        MvcTestResult answer = post(NEW, typed, chosen);
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return answer.getResponse().getRedirectedUrl();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address.replace(" ", "%20"))).with(reader).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> typed, MockMultipartFile... chosen) {
        var request = mvc.post().uri(address).multipart().with(csrf()).with(reader);
        for (MockMultipartFile file : chosen) {
            request = request.file(file);
        }
        for (Map.Entry<String, String> field : typed.entrySet()) {
            request = request.param(field.getKey(), field.getValue() == null ? "" : field.getValue());
        }
        return request.exchange();
    }

    private long stored(Long organisation, boolean attached) {
        return jdbc.sql("insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)"
                + " values (cast(? as bigint), 'x.png', 'image/png', 1, repeat('a', 64), now(), ?) returning id")
                .params(organisation, attached).query(Long.class).single();
    }
}
