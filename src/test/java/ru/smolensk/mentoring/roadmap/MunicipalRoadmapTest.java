package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** The municipal roadmap: everybody reads the order's own words, methodologists mark what has been done. */
@PortalTest
@Transactional
class MunicipalRoadmapTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MunicipalRoadmap roadmap;

    @Autowired
    EntityManager entities;

    RequestPostProcessor reader;

    @BeforeEach
    void aMethodologist() {
        reader = town.methodologist().signedIn();
    }

    @Test
    void thePageShowsAllRowsOfTheOrderWordForWord() throws IOException {
        List<List<String>> order = order();
        assertThat(order).hasSize(5 + 28);

        Document page = Jsoup.parse(get("/roadmap", request -> request).getResponse().getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select(".roadmap tbody tr").stream().map(MunicipalRoadmapTest::cells)).containsExactlyElementsOf(order);
        assertThat(page.select("h1").text()).isEqualTo("План мероприятий (дорожная карта) внедрения муниципальной системы наставничества "
                + "(целевой модели) педагогических работников образовательных организаций города Смоленска на 2022 год");
    }

    /** Приложение 2 as it lies in the order: a row that a page of paper has cut goes on under an empty number. */
    private static List<List<String>> order() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (var file = MunicipalRoadmapTest.class.getResourceAsStream("order-475-roadmap.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                List<String> cells = List.of(line.replaceAll("</?b>", "").split("\t"));
                if (!cells.get(0).isEmpty()) {
                    rows.add(new ArrayList<>(cells));
                } else {
                    List<String> cut = rows.get(rows.size() - 1);
                    IntStream.range(1, cells.size()).filter(at -> !cells.get(at).isEmpty())
                            .forEach(at -> cut.set(at, cut.get(at) + " " + cells.get(at)));
                }
            });
        }
        return rows;
    }

    private static List<String> cells(Element row) {
        if (row.hasClass("heading")) {
            return row.select("span").eachText();
        }
        return row.children().stream().limit(5).map(Element::text).toList();
    }

    @Test
    void nothingIsMarkedAtFirstAndTheProgressFollowsTheMarks() {
        assertThat(Shown.in(get("/roadmap")).texts(".figure")).containsExactly("0 из 28");

        assertThat(mark(3, "state", "DONE", "doneOn", "30.12.2021", "link", "https://smolensk.example/475", "responsible", "методист отдела"))
                .hasRedirectedUrl("/department/roadmap#row-3");

        Shown open = Shown.in(get("/roadmap", request -> request));
        assertThat(open.texts(".figure")).containsExactly("1 из 28");
        assertThat(open.texts("#row-3 td").get(4)).contains("Выполнено", "30.12.2021", "Подтверждение", "Отвечает: методист отдела");
        assertThat(open.attributes("#row-3 a", "href")).containsExactly("https://smolensk.example/475");
        Shown page = Shown.in(get("/department/roadmap/3"));
        assertThat(page.texts(".history li b")).containsExactly("Отмечено");
        assertThat(page.texts(".history li").get(0)).contains("Состояние: Отметки нет → Выполнено", "Выполнено: 30.12.2021");
    }

    @Test
    void everybodyTakesItAwayAsItIsShown() throws IOException {
        mark(3, "state", "DONE", "doneOn", "30.12.2021", "link", "https://smolensk.example/475", "responsible", "методист отдела");
        for (String address : new String[] {"/roadmap", "/department/roadmap"}) {
            Shown page = Shown.in(get(address));
            List<CSVRecord> file = CSVFormat.EXCEL.builder().setDelimiter(';').get().parse(new StringReader(
                    get(page.attributes(".take a", "href").get(1)).getResponse().getContentAsString(StandardCharsets.UTF_8).substring(1)))
                    .stream().skip(1).toList();
            assertThat(file.stream().map(row -> row.get(1) + row.get(2))).hasSize(28)
                    .isEqualTo(IntStream.range(0, 28)
                            .mapToObj(at -> page.texts("tr[id] td.number").get(at) + page.texts("tr[id] > th").get(at)).toList());
            assertThat(file.stream().map(row -> row.get(0)).distinct()).hasSize(5);
            assertThat(file.get(2).toList()).endsWith("Выполнено", "30.12.2021", "https://smolensk.example/475", "методист отдела", "");
            assertThat(file.get(3).get(6)).isEqualTo("Отметки нет");
            assertThat(get(address + "?table=ods")).hasStatus(404);
        }
        assertThat(get("/roadmap?table=xlsx", request -> request)).as("without an account").hasStatusOk();
        assertThat(get("/department/roadmap?table=xlsx", town.observer().signedIn())).hasStatusOk();
        assertThat(get("/department/roadmap?table=xlsx", town.curatorOf(town.school()).signedIn())).hasStatus(403);
    }

    @Test
    void aFileProvesARowAndEverybodyMayHaveIt() {
        var file = new MockMultipartFile("file.file", "отчёт.pdf", "application/pdf", SampleFiles.pdf());

        assertThat(mvc.post().multipart().uri("/department/roadmap/5/edit").file(file).with(csrf()).with(reader).param("version", "0")
                .param("state", "IN_WORK").param("file.kept", "")).hasStatus(HttpStatus.FOUND);

        String address = Shown.in(get("/roadmap")).attributes("#row-5 a", "href").get(0);
        assertThat(get(address, request -> request)).hasStatusOk();
        assertThat(Shown.in(get("/department/roadmap/5/edit")).text()).contains("Файл «отчёт.pdf»");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            -,        -,          -,                    state,  Выберите состояние
            DONE,     -,          -,                    doneOn, Введите дату
            DONE,     31.02.2026, -,                    doneOn, Такой даты нет
            DONE,     01.09.2098, -,                    doneOn, ещё не наступила
            IN_WORK,  01.09.2024, -,                    doneOn, Дата нужна только выполненному
            DONE,     01.09.2024, http://a.example,     link,   начинается с https://
            DONE,     01.09.2024, javascript:alert(1),  link,   начинается с https://
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String state, String doneOn, String link, String field, String message) {
        MvcTestResult answer = mark(9, "state", state, "doneOn", doneOn, "link", link, "note", "«Слова» & <b>😀</b>");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.value("doneOn")).isEqualTo(doneOn == null ? "" : doneOn);
        assertThat(form.value("link")).isEqualTo(link == null ? "" : link);
        assertThat(form.value("note")).isEqualTo("«Слова» & <b>😀</b>");
        assertThat(roadmap.plan().count(MeasureState.UNMARKED)).isEqualTo(28);
    }

    @Test
    void longWordsComeBackAsTyped() {
        String long10 = "ы".repeat(10_000);
        Shown form = Shown.in(mark(9, "state", "DONE", "doneOn", long10, "responsible", long10, "note", long10, "link", long10));

        assertThat(form.error("note")).contains("не длиннее 1000");
        assertThat(form.error("responsible")).contains("Не длиннее 300");
        assertThat(form.value("note")).isEqualTo(long10);
        assertThat(form.value("doneOn")).isEqualTo(long10);
    }

    @Test
    void aStaleFormShowsWhatIsSavedAndLosesNothing() {
        mark(9, "state", "IN_WORK");

        MvcTestResult stale = mark(9, "state", "NOT_DONE", "note", "не успели");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "Состояние Выполняется");
        assertThat(Shown.in(stale).value("note")).isEqualTo("не успели");
    }

    @Test
    void onlyTheRowsOfTheOrderAreThere() {
        assertThat(get("/department/roadmap/29")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/department/roadmap/0/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/department/roadmap/x/edit")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anObserverReadsAndIsOfferedNothingToChange() {
        reader = town.observer().signedIn();

        assertThat(Shown.in(get("/department/roadmap")).texts(".roadmap td a")).isEmpty();
        assertThat(Shown.in(get("/department/roadmap/3")).texts(".head .actions a")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            municipal_measure_state_known    | state = 'MAYBE'
            municipal_measure_done_with_date | state = 'DONE'
            municipal_measure_done_with_date | done_on = date '2022-01-01'
            municipal_measure_link_https     | link = 'http://school.example'
            municipal_measure_section_fk     | section_id = 3333
            municipal_measure_file_fk        | file_id = 3
            """)
    void whatMustHoldIsHeldByTheDatabaseToo(String constraint, String change) {
        assertThat(constraintAgainst(jdbc, "update municipal_measure set " + change + " where id = 1")).isEqualTo(constraint);
    }

    @Test
    void aRowHasEitherAFileOrALink() {
        long file = jdbc.sql("""
                insert into stored_file (name, media_type, size, sha256, received_at)
                values ('скан.png', 'image/png', 1, repeat('a', 64), now()) returning id""").query(Long.class).single();
        assertThat(constraintAgainst(jdbc, "update municipal_measure set link = 'https://a.example', file_id = ? where id = 1", file))
                .isEqualTo("municipal_measure_file_or_link");
    }

    private MvcTestResult get(String address) {
        return get(address, reader);
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        entities.flush(); // All requests of a test are one transaction here.
        entities.clear();
        return mvc.get().uri(java.net.URI.create(address)).with(who).exchange();
    }

    private MvcTestResult mark(long id, String... fields) {
        entities.flush();
        entities.clear();
        var request = mvc.post().uri("/department/roadmap/" + id + "/edit").with(csrf()).with(reader).param("version", "0");
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                request = request.param(fields[i], fields[i + 1]);
            }
        }
        return request.exchange();
    }
}
