package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** The methodologist changes templates in Word. */
@PortalTest
class TemplatePagesTest {

    private static final String HOME = "/department/templates/order";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Town.Person methodologist;

    @BeforeEach
    void aMethodologist() {
        methodologist = town.methodologist();
    }

    /** The templates are the city's: other tests expect the ones that are built in. */
    @AfterEach
    void backToTheBuiltIn() {
        mvc.post().uri(HOME + "/built-in").param("seen", String.valueOf(newest())).with(methodologist.signedIn()).with(csrf()).exchange();
    }

    private int newest() {
        return jdbc.sql("select coalesce(max(number), 0) from paper_template where kind = 'ASSIGNMENT_ORDER'").query(Integer.class)
                .single();
    }

    private MvcTestResult upload(byte[] content, String reason, int seen) {
        return mvc.post().uri(HOME).multipart().file(new MockMultipartFile("file", "приказ новый.docx", "application/octet-stream",
                content))
                .param("reason", reason).param("seen", String.valueOf(seen)).with(methodologist.signedIn()).with(csrf()).exchange();
    }

    private byte[] bytes(String address) {
        MvcTestResult answer = mvc.get().uri(address).with(methodologist.signedIn()).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String page(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    @Test
    void aChangedTemplateChangesWordAndPdfAndEveryEditionStays() throws IOException {
        Tenant school = town.school();
        Town.Person curator = town.curatorOf(school);
        Staged staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
        byte[] before = bytes(HOME + "/template.docx");
        int seen = newest();
        assertThat(upload(TemplateFileTest.saying("По пункту 9 и приказу {{номер приказа}}"), "Добавлен пункт 9", seen))
                .hasStatus3xxRedirection();
        int number = seen + 1;
        assertThat(page(HOME)).contains("Действует издание " + number, "приказ новый.docx", "Добавлен пункт 9");
        assertThat(page("/department/templates")).contains("приказ новый.docx");

        String address = "/workspace/papers/order/" + staged.order();
        byte[] word = mvc.get().uri(address + "/paper.docx").with(curator.signedIn()).exchange().getResponse().getContentAsByteArray();
        byte[] pdf = mvc.get().uri(address + "/paper.pdf").with(curator.signedIn()).exchange().getResponse().getContentAsByteArray();
        assertThat(BuiltInTemplatesTest.words(word)).contains("По пункту 9 и приказу " + staged.number());
        assertThat(Office.words(pdf)).contains("По пункту 9 и приказу " + staged.number());

        assertThat(mvc.post().uri(HOME + "/built-in").param("seen", String.valueOf(number)).with(methodologist.signedIn()).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(bytes(HOME + "/template.docx")).isEqualTo(bytes(HOME + "/built-in.docx")).isEqualTo(before);
        assertThat(page(HOME + "/editions/" + number)).as("it asks first").contains("Вернуться к изданию " + number + "?",
                "name=\"seen\" value=\"" + (number + 1) + "\"");
        assertThat(page(HOME)).contains("href=\"" + HOME + "/editions/" + number + "\"");
        assertThat(mvc.post().uri(HOME + "/editions/" + number).param("seen", String.valueOf(number + 1)).with(methodologist.signedIn())
                .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page(HOME)).contains("как в издании\u00a0" + number);
        assertThat(BuiltInTemplatesTest.words(bytes(HOME + "/template.docx"))).contains("По пункту 9 и приказу {{номер приказа}}");
        assertThat(bytes(HOME + "/editions/" + number + "/template.docx")).isEqualTo(bytes(HOME + "/template.docx"));
        assertThat(jdbc.sql("select count(*) from journal_entry where subject = 'PAPER_TEMPLATE' and account_id = ?")
                .param(methodologist.accountId())
                .query(Long.class).single()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingTypedIsLost() {
        int seen = newest();
        assertThat(upload(TemplateFileTest.saying("{{чужое поле}}"), "Проба <b>", seen)).hasStatus(422).bodyText()
                .contains("Поля «{{чужое поле}}» у этого документа нет", "Проба &lt;b&gt;", "id=\"file-error\"");
        assertThat(upload(SampleFiles.docxWithMacros(), "Проба", seen)).hasStatus(422).bodyText().contains("макросы");
        assertThat(upload(new byte[0], "Проба", seen)).hasStatus(422).bodyText().contains("Файл шаблона пустой")
                .doesNotContain("Выберите файл шаблона");
        assertThat(upload(TemplateFileTest.saying("так"), "", seen)).hasStatus(422).bodyText().contains("что изменено и зачем");
        assertThat(upload(TemplateFileTest.saying("{{чужое поле}}"), "", seen)).as("both at once").hasStatus(422).bodyText()
                .contains("Поля «{{чужое поле}}» у этого документа нет", "Напишите, что изменено и зачем");
        assertThat(mvc.post().uri(HOME).multipart().file(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]))
                .param("reason", "Проба").param("seen", String.valueOf(seen)).with(methodologist.signedIn()).with(csrf())).hasStatus(422)
                .bodyText()
                .contains("Выберите файл шаблона").doesNotContain("пустой.");
        assertThat(newest()).isEqualTo(seen);
    }

    @Test
    void aFieldWhereTheLibraryDoesNotLookIsRefused() {
        byte[] revised = TemplateFileTest.changed("word/document.xml", xml -> xml.replaceFirst("<w:sectPr",
                "<w:p><w:ins w:id=\"1\" w:author=\"а\"><w:r><w:t>{{номер приказа}}</w:t></w:r></w:ins></w:p><w:sectPr"));
        MvcTestResult answer = upload(revised, "Проба", newest());
        if (answer.getResponse().getStatus() == 422) {
            assertThat(answer).bodyText().contains("где портал его не заполнит");
        } else {
            assertThat(answer).hasStatus3xxRedirection();
        }
    }

    @Test
    void whoUploadsAfterSomebodyElseIsTold() {
        int seen = newest();
        assertThat(upload(TemplateFileTest.saying("раз"), "Раз", seen)).hasStatus3xxRedirection();
        assertThat(upload(TemplateFileTest.saying("два"), "Два", seen)).hasStatus(422).bodyText().contains("шаблон сменил кто-то ещё",
                "Два");
    }

    @Test
    void anObserverReadsAndChangesNothing() {
        Town.Person observer = town.observer();
        assertThat(mvc.get().uri(HOME).with(observer.signedIn())).hasStatusOk().bodyText().contains("{{номер приказа}}", "[наставник]")
                .doesNotContain("Загрузить изменённый");
        assertThat(mvc.post().uri(HOME).multipart().param("reason", "x").with(observer.signedIn()).with(csrf())).hasStatus(403);
    }

    @Test
    void thePageExplainsEveryFieldThatTheFillerKnows() {
        for (PaperKind kind : PaperKind.values()) {
            String page = page("/department/templates/" + kind.word());
            kind.fields().forEach(field -> assertThat(page).contains(field.typed(), field.meaning()));
            kind.rows().forEach(row -> row.fields().forEach(field -> assertThat(page).contains(field.inRow())));
            assertThat(bytes("/department/templates/" + kind.word() + "/sample.pdf"))
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(mvc.get().uri("/department/templates/nonsense").with(methodologist.signedIn())).hasStatus(404);
    }
}
