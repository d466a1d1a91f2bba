package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Office;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Town;

/** Papers drawn up from the data, and their scans. */
@PortalTest
class PaperPagesTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Town.Person curator;

    @BeforeEach
    void aSchool() {
        school = town.school();
        curator = town.curatorOf(school);
    }

    private byte[] bytes(String address) {
        MvcTestResult answer = mvc.get().uri(address).with(curator.signedIn()).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String page(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    private String fileName(String address) {
        String header = mvc.get().uri(address).with(curator.signedIn()).exchange().getResponse().getHeader("Content-Disposition");
        return URLDecoder.decode(header.substring(header.indexOf("UTF-8''") + 7).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Test
    void theOrderNamesItsPairsWithPositionsAndDates() throws IOException {
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        String address = "/workspace/papers/order/" + staged.order();
        String word = BuiltInTemplatesTest.words(bytes(address + "/paper.docx"));
        assertThat(word).contains("№ " + staged.number(), "1\u00a0сентября 2026\u00a0г.", "О закреплении пар", "Громова Вера Павловна",
                "учитель физики",
                "Лебедев Олег Игоревич, учитель истории", "педагог – педагог", "опытный педагог – молодой специалист",
                "02.09.2026\u00a0– 31.05.2027")
                .doesNotContain("{{", "}}", "[", "null");
        assertThat(Office.words(bytes(address + "/paper.pdf"))).contains("Громова Вера", "ПРИКАЗЫВАЮ", staged.number());
        assertThat(fileName(address + "/paper.docx")).isEqualTo("Приказ о закреплении № " + staged.number().replace('/', '-')
                + " от 01.09.2026.docx");
        assertThat(fileName(address + "/paper.pdf")).endsWith(" от 01.09.2026.pdf");
        assertThat(page("/workspace/orders/" + staged.order())).contains(address + "/paper.docx", address + "/paper.pdf", "скана нет");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CURATOR_ORDER")
    void everyPaperOpensAsWordAndPdfAndHasAPage(PaperKind kind) throws IOException {
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        String address = "/workspace/papers/" + kind.word() + "/" + staged.thing(kind);
        assertThat(BuiltInTemplatesTest.words(bytes(address + "/paper.docx"))).contains("Муниципальное бюджетное учреждение")
                .doesNotContain("{{", "null", "[");
        assertThat(bytes(address + "/paper.pdf")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(page(address)).contains(kind.label(), address + "/paper.docx");
        Town.Person other = town.curatorOf(town.kindergarten());
        assertThat(mvc.get().uri(address + "/paper.docx").with(other.signedIn())).hasStatus(404);
        assertThat(mvc.get().uri(address).with(other.signedIn())).hasStatus(404);
    }

    @Test
    void theProgrammeHoldsItsActivitiesAndWhatIsAbsentStaysALineToFill() throws IOException {
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        String address = "/workspace/papers/programme/" + staged.programme();
        String word = BuiltInTemplatesTest.words(bytes(address + "/paper.docx"));
        assertThat(word).contains("«Первые шаги»", "Посещение уроков", "карта наблюдений", "первая задача", "вторая задача", "№ 15-од",
                "____________________");
        assertThat(page(address)).contains("Чего не хватает", "затруднения", "ожидаемые результаты");
        assertThat(Office.words(bytes(address + "/paper.pdf"))).contains("Посещение уроков", "октябрь");
    }

    @Test
    void aNameIsNeverReadAsAFieldAndNothingInItIsMarkup() throws IOException {
        String evil = "{{организация}} [фио] <b>&amp;\"";
        Staged staged = Staged.in(jdbc, school.id(), evil, "Лебедев");
        String word = BuiltInTemplatesTest.words(bytes("/workspace/papers/order/" + staged.order() + "/paper.docx"));
        assertThat(word).contains(evil + " Вера");
        String printed = Office.words(bytes("/workspace/papers/processing-consent/" + staged.mentor() + "/paper.pdf"));
        assertThat(printed.replaceAll("\\s+", " ")).contains("{{организация}} [фио] <b>&amp;\"");
        assertThat(page("/workspace/papers/processing-consent/" + staged.mentor())).contains("&lt;b&gt;");
        assertThat(fileName("/workspace/papers/processing-consent/" + staged.mentor() + "/paper.pdf")).doesNotContain("<", "\"")
                .endsWith(".pdf");
    }

    @Test
    void aNameOfEightyLettersAndAnEmojiFit() throws IOException {
        Staged staged = Staged.in(jdbc, school.id(), "Ы".repeat(76) + "😀", "Лебедев");
        assertThat(BuiltInTemplatesTest.words(bytes("/workspace/papers/order/" + staged.order() + "/paper.docx")))
                .contains("Ы".repeat(76) + "😀");
        assertThat(bytes("/workspace/papers/order/" + staged.order() + "/paper.pdf")).isNotEmpty();
    }

    @Test
    void whatLacksItsScanIsListedUntilItIsThere() {
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        String address = "/workspace/papers/programme/" + staged.programme();
        assertThat(page("/workspace/papers")).contains("Первые шаги", staged.number(), staged.code(), "Громова Вера Павловна",
                "№ 3, заседание 12.10.2026");

        MvcTestResult empty = mvc.post().uri(address).multipart().param("file.kept", "").with(curator.signedIn()).with(csrf()).exchange();
        assertThat(empty).hasStatus(422).bodyText().contains("Выберите файл со сканом");
        MvcTestResult future = attach(address, "скан.pdf", "01.01.2099");
        assertThat(future).hasStatus(422).bodyText().contains("Этот день ещё не наступил");

        assertThat(attach(address, "скан.pdf", "02.09.2026")).hasStatus3xxRedirection();
        assertThat(page(address)).contains("скан.pdf", "подписан 02.09.2026", "Внесено");
        assertThat(page("/workspace/programmes/" + staged.programme())).contains("скан есть");
        assertThat(page("/workspace/papers")).doesNotContain("Первые шаги");

        assertThat(attach(address, "другой.pdf", "")).hasStatus3xxRedirection();
        assertThat(page(address)).contains("другой.pdf").doesNotContain("скан.pdf,");
        assertThat(jdbc.sql("select count(*) from signed_paper where programme_id = ? and annulled_on is not null")
                .param(staged.programme()).query(Long.class).single())
                .isEqualTo(1);

        assertThat(mvc.post().uri(address + "/annul").with(curator.signedIn()).with(csrf()).param("reason", "Не тот файл"))
                .hasStatus3xxRedirection();
        assertThat(page("/workspace/papers")).contains("Первые шаги");
        assertThat(page(address)).as("what was taken away stays in the history").contains("скана нет", "Не тот файл", "другой.pdf",
                "Заменён новым сканом");
        assertThat(mvc.post().uri(address + "/annul").with(curator.signedIn()).with(csrf()).param("reason", "Ещё раз")).hasStatus(404);
    }

    @Test
    void theScanOfAConsentBelongsToTheConsentItself() {
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        String address = "/workspace/papers/processing-consent/" + staged.mentor();
        assertThat(page(address)).contains("/workspace/mentors/" + staged.mentor() + "/consents/new?kind=PROCESSING");
        assertThat(attach(address, "рано.pdf", null)).hasStatus(422);
        jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'PROCESSING', '2026-09-01')")
                .params(school.id(), staged.mentor()).update();
        assertThat(attach(address, "согласие.pdf", null)).hasStatus3xxRedirection();
        assertThat(page(address)).contains("согласие.pdf");
        assertThat(page("/workspace/mentors/" + staged.mentor())).contains("согласие.pdf", "скан есть");
        assertThat(jdbc.sql("select count(*) from consent where participant_id = ? and file_id is not null").param(staged.mentor())
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void theOrderOfACuratorIsForTheDepartmentAndForTheOrganisation() throws IOException {
        long appointment = jdbc.sql("select id from curator_appointment where organisation_id = ?").param(school.id()).query(Long.class)
                .single();
        Town.Person observer = town.observer();
        MvcTestResult word = mvc.get().uri("/department/curators/" + appointment + "/order.docx").with(observer.signedIn()).exchange();
        assertThat(BuiltInTemplatesTest.words(word.getResponse().getContentAsByteArray())).contains("О назначении куратора",
                "Муниципальное бюджетное учреждение");
        assertThat(BuiltInTemplatesTest.words(bytes("/workspace/papers/curator-order/" + appointment + "/paper.docx")))
                .contains("ПРИКАЗЫВАЮ");
        assertThat(attach("/workspace/papers/curator-order/" + appointment, "приказ.pdf", null)).hasStatus3xxRedirection();
        assertThat(page("/workspace/papers/curator-order/" + appointment)).contains("скан есть");
    }

    @Test
    void whatIsNoPaperIsNotFound() {
        assertThat(mvc.get().uri("/workspace/papers/nonsense/1").with(curator.signedIn())).hasStatus(404);
        assertThat(mvc.get().uri("/workspace/papers/order/1").with(curator.signedIn())).hasStatus(404);
        assertThat(mvc.get().uri("/workspace/papers/order/x/paper.pdf").with(curator.signedIn())).hasStatus4xxClientError();
    }

    private MvcTestResult attach(String address, String name, String signedOn) {
        var request = mvc.post().uri(address).multipart().file(new MockMultipartFile("file.file", name, "application/pdf",
                SampleFiles.pdf())).param("file.kept", "");
        return (signedOn == null ? request : request.param("signedOn", signedOn)).with(curator.signedIn()).with(csrf()).exchange();
    }
}
