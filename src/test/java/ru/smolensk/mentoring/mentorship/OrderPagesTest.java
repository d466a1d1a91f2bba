package ru.smolensk.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
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

/** «Приказы» as a curator meets them. */
@PortalTest
class OrderPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mentorships mentorships;

    Base base;
    RequestPostProcessor curator;

    @BeforeEach
    void aSchoolWithACurator() {
        base = new Base(town.school(), jdbc);
        curator = town.curatorOf(base.school()).signedIn();
    }

    @Test
    void anEmptyListSaysWhatItIsForAndOffersTheFirstStep() {
        Shown list = Shown.in(get("/workspace/orders"));
        assertThat(list.text()).contains("Приказов ещё нет");
        assertThat(list.attributes(".empty a", "href")).containsExactly("/workspace/orders/new");
    }

    @Test
    void aNewOrderIsCalledAsUsualAndShowsNothingButNumberAndDate() {
        Shown form = Shown.in(get("/workspace/orders/new"));
        assertThat(form.value("title")).isEqualTo("О закреплении наставнических пар и групп");
        assertThat(form.value("disclosure")).isEqualTo("WITHHELD");
    }

    @Test
    void anOrderIsEnteredWithItsFileAndStandsInTheHistory() {
        MvcTestResult answer = enter("№ 14-а", "02.09.2026", "О закреплении", "WITHHELD", SampleFiles.pdf());
        String address = answer.getResponse().getRedirectedUrl();
        Shown page = Shown.in(get(address));

        assertThat(page.texts("h1")).containsExactly("№ 14-а от 02.09.2026");
        assertThat(page.text()).contains("приказ.pdf", "видны только номер и дата", "Пар и групп по этому приказу ещё нет");
        assertThat(page.attributes(".empty a", "href").get(0)).startsWith("/workspace/mentorships/new?order=");
        assertThat(page.texts(".history li b")).containsExactly("Внесено");
        assertThat(get(page.attributes("a[href^=/workspace/files]", "href").get(0))).hasStatusOk();
    }

    @Test
    void anOrderWithoutAFileIsRemindedOf() {
        String address = enter("14-а", "02.09.2026", "О закреплении", "WITHHELD", null).getResponse().getRedirectedUrl();
        assertThat(Shown.in(get(address)).text()).contains("Файла приказа нет");
        assertThat(Shown.in(get("/workspace/orders")).text()).contains("нет файла");
    }

    @Test
    void theListIsSortedByDateAndThenByNumberAsPeopleCount() {
        for (String number : new String[] {"10", "2", "45/2-р", "14-а"}) {
            enter(number, "02.09.2026", "О закреплении", "WITHHELD", null);
        }
        enter("1", "03.09.2026", "О замене наставника", "WITHHELD", null);

        assertThat(Shown.in(get("/workspace/orders")).texts("tbody th a")).containsExactly("№ 1 от 03.09.2026", "№ 2 от 02.09.2026",
                "№ 10 от 02.09.2026", "№ 14-а от 02.09.2026", "№ 45/2-р от 02.09.2026");
        assertThat(Shown.in(get("/workspace/orders?q=замене")).texts("tbody th a")).containsExactly("№ 1 от 03.09.2026");
        for (String sought : new String[] {"14-А", "№ 14-а", "№14-а", "№ 14-а от 02.09.2026"}) {
            assertThat(Shown.in(mvc.get().uri("/workspace/orders").param("q", sought).with(curator).exchange()).texts("tbody th a"))
                    .as(sought).containsExactly("№ 14-а от 02.09.2026");
        }
        assertThat(Shown.in(get("/workspace/orders?sort=-date")).texts("tbody th a")).startsWith("№ 2 от 02.09.2026").endsWith("№ 1 от 03.09.2026");
        assertThat(Shown.in(get("/workspace/orders?sort=title")).texts("tbody th a")).startsWith("№ 2 от 02.09.2026").endsWith("№ 1 от 03.09.2026");
        assertThat(Shown.in(get("/workspace/orders?q=%25")).text()).contains("Ничего не нашлось");
        assertThat(Shown.in(get("/workspace/orders?page=чушь")).texts("tbody th")).hasSize(5);
    }

    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,     02.09.2026, О закреплении, number,  Введите номер
            14-а,  -,          О закреплении, datedOn, Введите дату приказа
            14-а,  31.09.2026, О закреплении, datedOn, Такой даты нет
            14-а,  вчера,      О закреплении, datedOn, Такой даты нет
            14-а,  01.09.1999, О закреплении, datedOn, Слишком давняя
            14-а,  01.09.2098, О закреплении, datedOn, До этой даты больше года
            14-а,  02.09.2026, -,             title,   Введите название
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String number, String date, String title, String field, String message) {
        MvcTestResult answer = enter(number, date, title, "WITHHELD", SampleFiles.pdf());
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.title()).startsWith("Ошибка:");
        assertThat(form.value("number")).isEqualTo(number == null ? "" : number);
        assertThat(form.value("datedOn")).isEqualTo(date == null ? "" : date);
        assertThat(form.value("title")).isEqualTo(title == null ? "" : title);
        assertThat(form.value("disclosure")).isEqualTo("WITHHELD");
        assertThat(form.text()).contains("приказ.pdf");
        assertThat(form.value("file.kept")).isNotEmpty();
        assertThat(orders()).isZero();
    }

    @Test
    void aRenamedProgramAnEmptyFileAndAMissingCopyAreRefusedAtTheirFields() {
        Shown renamed = Shown.in(enter("14-а", "02.09.2026", "О закреплении", "WITHHELD", "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(renamed.error("file")).isNotEmpty();
        assertThat(renamed.value("number")).isEqualTo("14-а");
        assertThat(Shown.in(enter("14-а", "02.09.2026", "О закреплении", "WITHHELD", new byte[0])).error("file")).contains("пустой");
        assertThat(Shown.in(enter("14-а", "02.09.2026", "О закреплении", "REDACTED_COPY", SampleFiles.pdf())).error("publicFile"))
                .contains("копию");
        assertThat(orders()).isZero();
    }

    @Test
    void tenThousandCharactersAreRefusedAndEmojiQuotesAndTagsSurvive() {
        Shown form = Shown.in(enter("9".repeat(10_000), "02.09.2026", "я".repeat(10_000), "WITHHELD", null));
        assertThat(form.error("number")).contains("не длиннее 50");
        assertThat(form.error("title")).contains("не длиннее 500");
        assertThat(form.value("title")).hasSize(10_000);

        String odd = "О «закреплении» \"пар\" & 'групп' <b>😀</b>";
        String address = enter("14😀", "02.09.2026", odd + "\u0000", "WITHHELD", null).getResponse().getRedirectedUrl();
        assertThat(Shown.in(get(address)).texts("h1 + .lead")).containsExactly(odd);
    }

    @Test
    void theSameNumberOfTheSameDayIsRefusedInWords() {
        enter("14-а", "02.09.2026", "О закреплении", "WITHHELD", null);
        MvcTestResult second = enter("14-А", "02.09.2026", "Другое название", "WITHHELD", null);
        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).error("number")).contains("уже внесён");
        assertThat(Shown.in(second).value("title")).isEqualTo("Другое название");
    }

    @Test
    void aCorrectedDateReachesThePairsAndNeverOvertakesThem() {
        long order = base.order("14-а", Base.ORDER_DATE);
        long pair = mentorships.start(base.school(), Base.together("П-1", order, base.mentor("Ткаченко"), base.mentee("Лебедева")));

        Shown refused = Shown.in(correct(order, "0", "14-а", "03.09.2026"));
        assertThat(refused.error("datedOn")).contains("«П-1»", "02.09.2026");
        assertThat(correct(order, "0", "14-б", "01.09.2026")).hasRedirectedUrl("/workspace/orders/" + order);
        assertThat(base.row(pair, "order_dated_on")).isEqualTo("2026-09-01");
        assertThat(Shown.in(get("/workspace/orders/" + order)).texts(".history del")).contains("14-а", "02.09.2026");
    }

    @Test
    void anOrderNamesItsPairsAndIsNotAnnulledUnderThem() {
        long order = base.order("14-а", Base.ORDER_DATE);
        long pair = mentorships.start(base.school(), Base.together("П-1", order, base.mentor("Ткаченко"), base.mentee("Лебедева")));
        Shown page = Shown.in(get("/workspace/orders/" + order));
        assertThat(page.texts("tbody th")).containsExactly("П-1");
        assertThat(page.text()).contains("Ткаченко Анна Петровна", "Лебедева Анна Петровна");

        assertThat(Shown.in(get("/workspace/orders/" + order + "/annul")).text()).contains("Пока аннулировать нельзя", "«П-1»");
        assertThat(Shown.in(get("/workspace/orders/" + order + "/annul")).attributes("main form", "action")).isEmpty();
        assertThat(Shown.in(send("/workspace/orders/" + order + "/annul", "reason", "Ошибка")).text()).contains("Пока аннулировать нельзя", "«П-1»");

        mentorships.annul(base.school(), pair, "Ошибка");
        assertThat(send("/workspace/orders/" + order + "/annul", "reason", "Ошибка")).hasRedirectedUrl("/workspace/orders/" + order);
        assertThat(Shown.in(get("/workspace/orders")).texts("tr.gone th").get(0)).contains("аннулирован");
        assertThat(Shown.in(correct(order, "1", "14-в", "01.09.2026")).errors()).contains("аннулирована");
    }

    @Test
    void aStaleFormShowsWhatIsSavedAndCanBeSentAgain() {
        long order = base.order("14-а", Base.ORDER_DATE);
        correct(order, "0", "14-б", "02.09.2026");
        MvcTestResult stale = correct(order, "0", "14-в", "02.09.2026");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "14-б");
        assertThat(Shown.in(stale).value("number")).isEqualTo("14-в");
        assertThat(correct(order, Shown.in(stale).value("version"), "14-в", "02.09.2026")).hasRedirectedUrl("/workspace/orders/" + order);
    }

    @Test
    void ordersOfAnotherOrganisationAreNotThere() {
        long foreign = new Base(town.school(), jdbc).order();
        assertThat(get("/workspace/orders/" + foreign)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/orders/" + foreign + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(correct(foreign, "0", "1", "02.09.2026")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send("/workspace/orders/" + foreign + "/annul", "reason", "Чужое")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/orders/abc")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get("/workspace/orders")).text()).contains("Приказов ещё нет");
    }

    @Test
    void aFileOfAnotherOrganisationIsNotTaken() {
        Base other = new Base(town.school(), jdbc);
        long file = jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at)
                values (?, 'чужой.png', 'image/png', 1, repeat('a', 64), now()) returning id""").param(other.school().id()).query(Long.class).single();
        MvcTestResult answer = send("/workspace/orders/new", "number", "1", "datedOn", "02.09.2026", "title", "О", "disclosure", "NO_NAMES",
                "file.kept", String.valueOf(file));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error("file")).contains("Выберите файл ещё раз");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(curator).exchange();
    }

    private MvcTestResult enter(String number, String date, String title, String disclosure, byte[] file) {
        var request = mvc.post().uri("/workspace/orders/new").multipart().with(csrf()).with(curator)
                .param("number", number == null ? "" : number).param("datedOn", date == null ? "" : date)
                .param("title", title == null ? "" : title).param("disclosure", disclosure).param("file.kept", "").param("publicFile.kept", "");
        return (file == null ? request : request.file(new MockMultipartFile("file.file", "приказ.pdf", "application/pdf", file))).exchange();
    }

    private MvcTestResult correct(long id, String version, String number, String date) {
        return send("/workspace/orders/" + id + "/edit", "version", version, "number", number, "datedOn", date, "title", "О закреплении",
                "disclosure", "WITHHELD");
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(curator);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private int orders() {
        return jdbc.sql("select count(*) from assignment_order where organisation_id = ?").param(base.school().id()).query(Integer.class).single();
    }
}
