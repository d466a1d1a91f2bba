package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** The methodologist exports and imports the list of organisations in the manner of an organisation's own workbook. */
@PortalTest
class OrganisationImportTest {

    private static final String HERE = "/department/organisations/import";
    private static final String GENERAL = "школа";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Imports imports;

    Town.Person methodologist;
    Tenant known;
    String slug;
    String name;

    @BeforeEach
    void aMethodologist() {
        methodologist = town.methodologist();
        known = town.school();
        slug = "novaya-" + Town.number();
        name = "МБОУ «Новая школа " + slug + "»";
    }

    @Test
    void organisationsAreEnteredAndChangedAndTheJournalHasOneImport() {
        byte[] list = typed().row(slug, name, "Полное имя новой школы", GENERAL, "https://new.example.ru")
                .row(known.slug(), known.shortName(), "Другое полное имя", GENERAL, null).bytes();
        String upload = upload(list);
        assertThat(page(upload)).hasStatusOk().bodyText().contains("Таблица организаций", slug, "Записать всё", "Новые", "Изменённые");
        assertThat(page(upload + "?show=CHANGED")).bodyText().contains("Другое полное имя");
        assertThat(count(slug)).as("a preview writes nothing").isZero();
        confirm(upload);
        assertThat(page(upload)).bodyText().contains("Таблица импортирована", "1\u00a0новая строка");
        assertThat(count(slug)).isEqualTo(1);
        assertThat(jdbc.sql("select full_name from organisation where id = ?").param(known.id()).query(String.class).single()).isEqualTo("Другое полное имя");
        assertThat(mvc.get().uri("/department/audit").with(methodologist.signedIn())).bodyText().contains("Импорт таблицы: внесено", "Организации: новые");
        assertThat(page(upload(list))).bodyText().contains("записывать нечего");
        assertThat(page(upload(page(HERE + "/filled.xlsx").getResponse().getContentAsByteArray()))).as("what was exported")
                .bodyText().contains("записывать нечего").doesNotContain("Записать всё");
    }

    @Test
    void theRulesAreThoseOfTheFormAndNothingIsWrittenWhileAnythingIsWrong() {
        Tenant closed = town.school();
        jdbc.sql("update organisation set closed_on = '2025-01-01' where id = ?").param(closed.id()).update();
        String upload = upload(typed().row(slug, name, "Полное имя", GENERAL, null)
                .row("Школа 5", "МБОУ «Пятая " + slug + "»", "Полное имя", GENERAL, null)
                .row("import", "МБОУ «Импорт " + slug + "»", "Полное имя", GENERAL, null)
                .row("shestaya-" + Town.number(), known.shortName(), "Полное имя", GENERAL, null)
                .row("sedmaya", null, "Полное имя", "лицей", "www.example.ru")
                .row(slug, name + " вторая", "Полное имя", GENERAL, null)
                .row(closed.slug(), closed.shortName(), "Полное имя", GENERAL, null).bytes());
        assertThat(page(upload)).bodyText().contains("только строчные латинские буквы и цифры", "Организация с таким кратким названием уже есть",
                "«лицей» здесь не бывает", "У двух организаций одинаковым быть не может", "Адрес сайта начинается с https:// или http://",
                "О том же уже сказано в строке 2", "Организация с этим адресом закрыта",
                "Адрес «import» занят страницей самого портала", "Скачать с пометками").doesNotContain("Записать всё");
        assertThat(page(upload + "/marked.xlsx")).hasStatusOk();
        confirm(upload);
        assertThat(count(slug)).isZero();
    }

    @Test
    void aNameThatOneGivesUpIsFreeForTheNext() {
        String free = known.shortName();
        String upload = upload(typed().row(known.slug(), free + " имени Твардовского", "Полное имя", GENERAL, null)
                .row(slug, free, "Полное имя", GENERAL, null).bytes());
        assertThat(page(upload)).bodyText().contains("Записать всё");
        confirm(upload);
        assertThat(jdbc.sql("select short_name from organisation where slug = ?").param(slug).query(String.class).single()).isEqualTo(free);
    }

    @Test
    void theWorkbookOfAnOrganisationIsNoListOfOrganisations() {
        assertThat(page(upload(new Typing().sheet("Приказы", Typing.headings(Sheet.ORDERS)).row("1", "01.09.2025", "О закреплении").bytes())))
                .bodyText().contains("Такого листа в таблице нет", "Есть листы: Организации");
        Town.Person curator = town.curatorOf(known);
        MvcTestResult answer = mvc.post().uri("/workspace/import").multipart().file(new MockMultipartFile("file", "т.xlsx", null, typed().row("a", "b", "c").bytes()))
                .with(curator.signedIn()).with(csrf()).exchange();
        assertThat(mvc.get().uri(answer.getResponse().getRedirectedUrl()).with(curator.signedIn())).bodyText().contains("Такого листа в таблице нет");
        assertThat(mvc.get().uri(HERE + "/" + id(answer.getResponse().getRedirectedUrl())).with(methodologist.signedIn())).as("an organisation's upload").hasStatus(404);
    }

    private static Typing typed() {
        return new Typing().sheet("Организации", Typing.headings(Sheet.ORGANISATIONS));
    }

    private String upload(byte[] content) {
        MvcTestResult answer = mvc.post().uri(HERE).multipart().file(new MockMultipartFile("file", "Организации.xlsx", null, content))
                .with(methodologist.signedIn()).with(csrf()).exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return settled(answer.getResponse().getRedirectedUrl());
    }

    private void confirm(String upload) {
        assertThat(mvc.post().uri(upload + "/confirm").with(methodologist.signedIn()).with(csrf())).hasStatus3xxRedirection();
        settled(upload);
    }

    private String settled(String address) {
        Awaitility.await().until(() -> !imports.of(null, id(address)).orElseThrow().going());
        return address;
    }

    private static long id(String address) {
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private MvcTestResult page(String address) {
        return mvc.get().uri(address).with(methodologist.signedIn()).exchange();
    }

    private long count(String sought) {
        return jdbc.sql("select count(*) from organisation where slug = ?").param(sought).query(Long.class).single();
    }
}
