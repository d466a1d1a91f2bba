package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Документы» as a curator meets them. */
@PortalTest
class LocalActPagesTest {

    private static final String NEW = "/workspace/documents/new";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Tenant school;
    RequestPostProcessor curator;

    @BeforeEach
    void aSchoolWithACurator() {
        school = town.school();
        curator = town.curatorOf(school).signedIn();
    }

    @Test
    void theListShowsWhatIsMissingInTheOrderOfTheForm() {
        Shown list = Shown.in(get("/workspace/documents"));

        assertThat(list.text()).contains("приложено 0 из 7");
        assertThat(list.texts("td.row-number")).containsExactly("1", "2", "3", "4", "5", "5", "7", "11");
        assertThat(list.texts("tbody .tag.warn")).hasSize(7).containsOnly("ещё не приложено");
        assertThat(list.attributes("td a.button", "href")).first().isEqualTo(NEW + "?kind=IMPLEMENTATION_ORDER");
    }

    @Test
    void aKindIsChosenFirstAndBringsTheUsualTitle() {
        assertThat(Shown.in(get(NEW)).attributes(".lines a", "href")).hasSize(11).contains(NEW + "?kind=REGULATION")
                .doesNotContain(NEW + "?kind=ASSIGNMENT_ORDER");
        assertThat(Shown.in(get(NEW + "?kind=nonsense")).attributes(".lines a", "href")).hasSize(11);

        Shown form = Shown.in(get(NEW + "?kind=REGULATION"));
        assertThat(form.value("kind")).isEqualTo("REGULATION");
        assertThat(form.value("title")).startsWith("Положение о системе наставничества");
        assertThat(form.attributes("form.sheet", "action")).as("the kind of the address must not outvote the one that is chosen then")
                .containsExactly(NEW);
    }

    @Test
    void aDocumentIsEnteredShownWithItsFileAndStandsInTheHistory() {
        MvcTestResult entered = post(NEW, regulation(), pdf("Положение «Ёлка».pdf"));
        String address = entered.getResponse().getRedirectedUrl();
        assertThat(entered).hasStatus(HttpStatus.FOUND);
        assertThat(address).matches("/workspace/documents/\\d+");

        Shown page = Shown.in(get(address));
        assertThat(page.texts("h1")).containsExactly("Положение о наставничестве");
        assertThat(page.text()).contains("№ 7 от 01.09.2026", "Положение «Ёлка».pdf", "PDF, ", "В документе никто не назван");
        assertThat(page.texts(".history li b")).containsExactly("Внесено");
        assertThat(page.texts(".history li").get(0)).containsPattern("Файл: Положение «Ёлка»\\.pdf, \\d{3} Б");
        assertThat(get(page.attributes("dd a", "href").get(0))).hasStatusOk().hasHeader("Content-Type", "application/pdf");

        Shown list = Shown.in(get("/workspace/documents"));
        assertThat(list.text()).contains("приложено 1 из 7");
        assertThat(list.attributes(".paper a", "href")).containsExactly(address);
    }

    @Test
    void aLinkMayStandInsteadOfAFile() {
        Map<String, String> typed = regulation();
        typed.put("link", "https://school.example/положение?x=1&y=«2»");

        String address = entered(typed);

        assertThat(Shown.in(get(address)).attributes("dd a", "href")).containsExactly("https://school.example/положение?x=1&y=«2»");
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            kind      | -                          | kind       | Выберите вид документа
            kind      | ASSIGNMENT_ORDER           | kind       | на странице «Приказы»
            kind      | PARTNER_DOCUMENT           | partnerId  | Выберите партнёра
            kind      | CURATOR_ORDER              | number     | Введите номер приказа
            datedOn   | -                          | datedOn    | Введите дату
            datedOn   | 31.02.2024                 | datedOn    | Такой даты нет
            datedOn   | 01.09.2098                 | datedOn    | ещё не наступила
            title     | -                          | title      | Введите название
            link      | http://school.example      | link       | начинается с https://
            link      | javascript:alert(1)        | link       | начинается с https://
            link      | https://                   | link       | начинается с https://
            link      | https://school.example/a b | link       | не содержит пробелов
            link      | https://school.example     | link       | либо файл, либо ссылка
            disclosure| -                          | disclosure | Выберите, что из документа увидят все
            disclosure| REDACTED_COPY              | publicFile | Приложите копию
            """)
    void whatIsWrongIsSaidAtItsFieldAndNeitherTheFileNorAnythingTypedIsLost(String field, String value, String at, String message) {
        Map<String, String> typed = regulation();
        typed.put("number", null);
        typed.put(field, value);

        MvcTestResult answer = post(NEW, typed, pdf("положение.pdf"));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(at)).contains(message);
        assertThat(form.attributes("#errors a", "href")).containsExactly("#" + at);
        typed.forEach((name, text) -> {
            if (!name.endsWith(".kept") && !"ASSIGNMENT_ORDER".equals(text)) {
                assertThat(form.value(name)).as(name).isEqualTo(text == null ? "" : text);
            }
        });
        assertThat(form.texts("#file-kept").get(0)).matches("Файл «положение.pdf», \\d+ Б уже загружен – можно выбрать другой");
        assertThat(acts()).isZero();
    }

    @Test
    void aFileThatIsKeptNeedNotBeChosenAgain() {
        Map<String, String> typed = regulation();
        typed.put("datedOn", "вчера");
        Shown form = Shown.in(post(NEW, typed, pdf("положение.pdf")));

        typed.put("datedOn", "01.09.2026");
        typed.put("file.kept", form.value("file.kept"));
        String address = entered(typed);

        assertThat(Shown.in(get(address)).text()).contains("положение.pdf");
        assertThat(jdbc.sql("select attached from stored_file where id = ?").param(Long.valueOf(form.value("file.kept")))
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void aWrongFileHasItsMessageAndLeavesTheRestAlone() {
        Map<String, byte[]> wrong = new LinkedHashMap<>();
        wrong.put("пустой", new byte[0]);
        wrong.put("программа", SampleFiles.exe());
        wrong.put("веб-страница", SampleFiles.html());
        wrong.put("20 МБ", new byte[21 * 1024 * 1024]);
        wrong.forEach((words, content) -> {
            MvcTestResult answer = post(NEW, regulation(), new MockMultipartFile("file.file", "приказ.pdf", "application/pdf", content));

            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            Shown form = Shown.in(answer);
            assertThat(form.error("file")).contains(words).contains("«приказ.pdf»");
            assertThat(form.value("title")).isEqualTo("Положение о наставничестве");
            assertThat(form.value("disclosure")).isEqualTo("NO_NAMES");
            assertThat(form.value("file.kept")).isEmpty();
        });
        assertThat(acts()).isZero();
    }

    @Test
    void aWordDocumentThatIsCalledPdfIsTakenUnderItsRightName() {
        String address = post(NEW, regulation(), new MockMultipartFile("file.file", "положение.pdf", "application/pdf", SampleFiles.docx()))
                .getResponse().getRedirectedUrl();

        assertThat(Shown.in(get(address)).text()).contains("положение.docx", "DOCX, ");
    }

    @Test
    void tenThousandCharactersEmojiAndQuotesComeBackAsTheyWereTyped() {
        Map<String, String> typed = regulation();
        typed.put("title", "я".repeat(10_000));
        typed.put("number", "«7» \"'<b>&amp; 🎓");
        MvcTestResult answer = post(NEW, typed, pdf("п.pdf"));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error("title")).contains("не длиннее 500");
        assertThat(Shown.in(answer).value("title")).isEqualTo("я".repeat(10_000));
        assertThat(Shown.in(answer).value("number")).isEqualTo("«7» \"'<b>&amp; 🎓");

        typed.put("title", "Поло\u0000жение 🎓 \"'<b>");
        Shown page = Shown.in(get(entered(typed, pdf("п.pdf"))));
        assertThat(page.texts("h1")).containsExactly("Положение 🎓 \"'<b>");
        assertThat(page.text()).contains("№ «7» \"'<b>&amp; 🎓");
    }

    @Test
    void aDocumentIsChangedKeepingItsFileAndTheHistoryHoldsBoth() {
        String address = entered(regulation(), pdf("положение.pdf"));
        Shown form = Shown.in(get(address + "/edit"));
        assertThat(form.texts("#file-kept").get(0)).contains("«положение.pdf»");

        Map<String, String> typed = regulation();
        typed.put("version", form.value("version"));
        typed.put("file.kept", form.value("file.kept"));
        typed.put("number", "8");
        assertThat(post(address + "/edit", typed)).hasRedirectedUrl(address);

        Shown page = Shown.in(get(address));
        assertThat(page.text()).contains("№ 8 от", "положение.pdf");
        assertThat(page.texts(".history del")).containsExactly("7");
    }

    @Test
    void aFileGivesWayToAnother() {
        String address = entered(regulation(), pdf("старый.pdf"));
        Map<String, String> typed = edited(address);
        post(address + "/edit", typed, pdf("новый.pdf"));

        Shown page = Shown.in(get(address));
        assertThat(page.texts("dd a")).containsExactly("новый.pdf");
        assertThat(page.texts(".history del")).singleElement().asString().matches("старый\\.pdf, \\d{3} Б");
    }

    @Test
    void aFileGivesWayToALinkWhenItIsTakenAway() {
        String address = entered(regulation(), pdf("положение.pdf"));
        Map<String, String> typed = edited(address);
        typed.put("link", "https://school.example/p");
        assertThat(Shown.in(post(address + "/edit", typed)).error("link")).contains("уберите загруженный файл");

        typed.put("file.drop", "true");
        assertThat(post(address + "/edit", typed)).hasRedirectedUrl(address);
        assertThat(Shown.in(get(address)).attributes("dd a", "href")).containsExactly("https://school.example/p");
    }

    @Test
    void whenConsentIsWithdrawnTheFileLeavesThePublicAtOnceAndComesBackWhenItIsGivenAgain() {
        Map<String, String> typed = regulation();
        typed.put("disclosure", "CONSENTED");
        String address = entered(typed, pdf("положение.pdf"));
        long file = Long.parseLong(Shown.in(get(address + "/edit")).value("file.kept"));
        assertThat(withdrawn(file)).isFalse();

        typed = edited(address);
        typed.put("disclosure", "WITHHELD");
        post(address + "/edit", typed);
        assertThat(withdrawn(file)).isTrue();

        typed = edited(address);
        typed.put("disclosure", "CONSENTED");
        post(address + "/edit", typed);
        assertThat(withdrawn(file)).isFalse();

        typed = edited(address);
        typed.put("disclosure", "REDACTED_COPY");
        post(address + "/edit", typed, new MockMultipartFile("publicFile.file", "без имён.pdf", null, SampleFiles.pdf()));
        assertThat(withdrawn(file)).isTrue();
        long copy = Long.parseLong(Shown.in(get(address + "/edit")).value("publicFile.kept"));
        assertThat(withdrawn(copy)).isFalse();
        assertThat(Shown.in(get(address)).texts("dd a")).containsExactly("положение.pdf", "без имён.pdf");

        typed = edited(address);
        typed.put("disclosure", "WITHHELD");
        post(address + "/edit", typed);
        assertThat(withdrawn(copy)).isTrue();
    }

    @Test
    void aReplacedFileThatNamesPeopleLeavesThePublicWithItsConsents() {
        Map<String, String> typed = regulation();
        typed.put("disclosure", "CONSENTED");
        String address = entered(typed, pdf("старый.pdf"));
        long file = Long.parseLong(Shown.in(get(address + "/edit")).value("file.kept"));

        post(address + "/edit", edited(address), pdf("новый.pdf"));

        assertThat(withdrawn(file)).isTrue();
    }

    @Test
    void aCorrectedFileThatNamesNobodyLeavesTheOlderEditionsAsTheyWere() {
        String address = entered(regulation(), pdf("старый.pdf"));
        long file = Long.parseLong(Shown.in(get(address + "/edit")).value("file.kept"));

        post(address + "/edit", edited(address), pdf("новый.pdf"));

        assertThat(withdrawn(file)).isFalse();
    }

    @Test
    void aPartnersDocumentNamesAPartnerOfTheOwnOrganisation() {
        long own = aPartner(school, "СмолГУ");
        long another = aPartner(town.school(), "Чужой завод");
        assertThat(Shown.in(get("/workspace/documents")).text()).contains("нет документа СмолГУ");
        Shown form = Shown.in(get(NEW + "?kind=PARTNER_DOCUMENT"));
        assertThat(form.texts("#partnerId option")).containsExactly("Выберите", "СмолГУ");

        Map<String, String> typed = regulation();
        typed.put("kind", "PARTNER_DOCUMENT");
        typed.put("partnerId", String.valueOf(another));
        assertThat(post(NEW, typed, pdf("договор.pdf"))).hasStatus(HttpStatus.NOT_FOUND);
        typed.put("partnerId", "1 or 1=1");
        assertThat(post(NEW, typed, pdf("договор.pdf"))).hasStatus(HttpStatus.BAD_REQUEST);

        typed.put("partnerId", String.valueOf(own));
        Shown page = Shown.in(get(entered(typed, pdf("договор.pdf"))));
        assertThat(page.text()).contains("Партнёр СмолГУ");
        assertThat(Shown.in(get("/workspace/documents")).text()).doesNotContain("нет документа");
        assertThat(Shown.in(get("/workspace/documents?q=смолгу")).texts(".paper a")).hasSize(1);
    }

    @Test
    void theFileOfAnotherOrganisationCanNotBeTaken() {
        entered(regulation(), pdf("чужой.pdf"));
        Long forged = jdbc.sql("select file_id from local_act where organisation_id = ?").param(school.id()).query(Long.class).single();
        school = town.school();
        curator = town.curatorOf(school).signedIn();

        Map<String, String> typed = regulation();
        typed.put("file.kept", forged.toString());
        MvcTestResult answer = post(NEW, typed);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error("file")).contains("Выберите файл ещё раз");
        assertThat(Shown.in(answer).text()).doesNotContain("чужой.pdf");
        assertThat(acts()).isZero();
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThere() {
        String address = entered(regulation(), pdf("положение.pdf"));
        curator = town.curatorOf(town.school()).signedIn();

        assertThat(get(address)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(address + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(address + "/edit", regulation())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(address + "/annul")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(address + "/annul", Map.of("reason", "чужое"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aStaleFormShowsWhatIsSavedAndKeepsTheNewFile() {
        String address = entered(regulation(), pdf("положение.pdf"));
        Map<String, String> stale = edited(address);
        Map<String, String> quicker = edited(address);
        quicker.put("number", "8");
        post(address + "/edit", quicker);

        stale.put("number", "9");
        MvcTestResult answer = post(address + "/edit", stale, pdf("другой.pdf"));

        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        Shown form = Shown.in(answer);
        assertThat(form.errors()).contains("изменил кто-то ещё", "Номер 8");
        assertThat(form.value("number")).isEqualTo("9");
        assertThat(form.texts("#file-kept").get(0)).contains("«другой.pdf»");
        stale.put("version", form.value("version"));
        stale.put("file.kept", form.value("file.kept"));
        assertThat(post(address + "/edit", stale)).hasRedirectedUrl(address);
        assertThat(Shown.in(get(address)).text()).contains("№ 9", "другой.pdf");
    }

    @Test
    void anAnnulledDocumentStaysWithItsReasonAndIsMissingAgain() {
        String address = entered(regulation(), pdf("положение.pdf"));
        assertThat(Shown.in(post(address + "/annul", Map.of("reason", " "))).error("reason")).contains("Напишите причину");

        assertThat(post(address + "/annul", Map.of("reason", "Приложен не тот файл"))).hasRedirectedUrl("/workspace/documents");

        Shown list = Shown.in(get("/workspace/documents"));
        assertThat(list.text()).contains("приложено 0 из 7");
        assertThat(list.texts(".paper .tag")).containsExactly("аннулирован");
        assertThat(Shown.in(get(address)).text()).contains("Приложен не тот файл");
        assertThat(Shown.in(post(address + "/edit", edited(address))).errors()).contains("аннулирована");
    }

    @Test
    void aSecondClickOnTheButtonEntersNothingMore() {
        Map<String, String> typed = regulation();
        typed.put("_once", UUID.randomUUID().toString());
        String first = entered(typed, pdf("положение.pdf"));

        assertThat(entered(typed, pdf("положение.pdf"))).isEqualTo(first);
        assertThat(acts()).isOne();
    }

    @Test
    void theSearchLooksAtNumbersAndTitlesAndSaysWhenThereIsNothing() {
        entered(regulation(), pdf("положение.pdf"));

        assertThat(Shown.in(get("/workspace/documents?q=ПОЛОЖЕНИЕ")).texts(".paper a")).hasSize(1);
        assertThat(Shown.in(get("/workspace/documents?q=%25")).texts(".empty h2")).containsExactly("Таких документов нет");
        assertThat(Shown.in(get("/workspace/documents?q=<b>\"")).value("q")).isEqualTo("<b>\"");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheDocuments() {
        int few = Statements.of(get("/workspace/documents").getResponse());
        for (int i = 0; i < 5; i++) {
            entered(regulation(), pdf("положение.pdf"));
        }
        assertThat(Statements.of(get("/workspace/documents").getResponse())).isEqualTo(few);
    }

    @Test
    void aRequestThatNoFormSendsIsABadOne() {
        assertThat(mvc.post().uri(NEW).multipart().file(pdf("x.pdf")).with(csrf()).with(curator)).hasStatus(HttpStatus.BAD_REQUEST);
        Map<String, String> typed = regulation();
        typed.put("kind", "NONSENSE");
        assertThat(post(NEW, typed, pdf("x.pdf"))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.post().uri(NEW).with(csrf()).with(curator)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        Map<String, String> typed = regulation();
        typed.put("kind", "CURATOR_ORDER");
        typed.put("number", "");
        typed.put("datedOn", "1.9.26");
        typed.put("disclosure", "");
        Shown form = Shown.in(post(NEW, typed));
        assertThat(form.error("number")).contains("номер приказа");
        assertThat(form.error("file")).contains("Приложите файл");
        assertThat(form.error("disclosure")).contains("Выберите");
        assertThat(form.error("datedOn")).contains("Напишите год полностью: 01.09.2026");
    }

    private static Map<String, String> regulation() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", "REGULATION");
        typed.put("title", "Положение о наставничестве");
        typed.put("number", "7");
        typed.put("datedOn", "01.09.2026");
        typed.put("link", null);
        typed.put("disclosure", "NO_NAMES");
        typed.put("file.kept", "");
        typed.put("publicFile.kept", "");
        return typed;
    }

    /** What the form for editing sends when nothing is touched. */
    private Map<String, String> edited(String address) {
        Shown form = Shown.in(get(address + "/edit"));
        Map<String, String> typed = regulation();
        typed.keySet().forEach(name -> typed.put(name, form.value(name)));
        typed.put("version", form.value("version"));
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
        URI encoded = URI.create(address.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22"));
        return mvc.get().uri(encoded).with(curator).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> typed, MockMultipartFile... chosen) {
        var request = mvc.post().uri(address).multipart().with(csrf()).with(curator);
        for (MockMultipartFile file : chosen) {
            request = request.file(file);
        }
        for (Map.Entry<String, String> field : typed.entrySet()) {
            request = request.param(field.getKey(), field.getValue() == null ? "" : field.getValue());
        }
        return request.exchange();
    }

    private boolean withdrawn(long file) {
        return jdbc.sql("select withdrawn_at is not null from stored_file where id = ?").param(file).query(Boolean.class).single();
    }

    private long aPartner(Tenant tenant, String name) {
        return jdbc.sql("insert into partner_organisation (organisation_id, name) values (?, ?) returning id").params(tenant.id(), name)
                .query(Long.class).single();
    }

    private int acts() {
        return jdbc.sql("select count(*) from local_act where organisation_id = ?").param(school.id()).query(Integer.class).single();
    }
}
