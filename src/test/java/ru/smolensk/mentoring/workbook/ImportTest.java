package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

@PortalTest
class ImportTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Imports imports;

    Tenant school;
    Town.Person curator;

    @BeforeEach
    void aSchool() {
        school = town.school();
        curator = town.curatorOf(school);
    }

    @Test
    void aWorkbookTypedByHandIsPreviewedConfirmedAndCountedAsOneEntryOfTheJournal() throws IOException {
        String upload = upload("школа.xlsx", whole().bytes());
        assertThat(page(upload)).hasStatusOk().bodyText().contains("Проверьте таблицу", "Записать всё", "Ткаченко Вера Олеговна",
                "программа будет утверждена без них").doesNotContain("С ошибками</a>");
        assertThat(count("participant")).as("a preview writes nothing").isZero();
        assertThat(entries("part_of is null")).isZero();

        confirm(upload);
        assertThat(page(upload)).hasStatusOk().bodyText().contains("Таблица импортирована", "Записано: 8\u00a0новых строк");
        assertThat(Map.of("people", count("participant"), "mentors", count("mentor"), "mentees", count("mentee"), "partners", count("partner_organisation"),
                "consents", count("consent"), "orders", count("assignment_order"), "mentorships", count("mentorship"), "programmes", count("programme"),
                "counts", count("staff_count"))).isEqualTo(Map.of("people", 4L, "mentors", 2L, "mentees", 2L, "partners", 1L, "consents", 1L, "orders", 1L,
                "mentorships", 1L, "programmes", 1L, "counts", 1L));
        assertThat(jdbc.sql("select status || ' ' || act_number from programme where organisation_id = ?").param(school.id()).query(String.class).single())
                .isEqualTo("APPROVED 7-од");
        assertThat(jdbc.sql("select kinds::text from mentorship where organisation_id = ?").param(school.id()).query(String.class).single())
                .isEqualTo("{GROUP,VIRTUAL}");
        assertThat(entries("part_of is null")).as("one import").isEqualTo(1);
        assertThat(entries("part_of is not null")).isGreaterThanOrEqualTo(8);
        Town.Person methodologist = town.methodologist();
        String whole = jdbc.sql("select subject_id::text from journal_entry where organisation_id = ? and subject = 'WORKBOOK_IMPORT'").param(school.id())
                .query(String.class).single();
        assertThat(mvc.get().uri("/department/audit?organisation=" + school.slug()).with(methodologist.signedIn())).bodyText()
                .contains("Импорт таблицы: внесено", "школа.xlsx", "Наставники: новые", "audit?whole=" + whole).doesNotContain("Участник: внесено");
        assertThat(mvc.get().uri("/department/audit?whole=" + whole).with(methodologist.signedIn())).bodyText().contains("Участник: внесено");

        String again = upload("школа.xlsx", whole().bytes());
        assertThat(page(again)).bodyText().contains("записывать нечего").doesNotContain("Записать всё");
        String exported = upload("выгрузка.xlsx", filled());
        assertThat(page(exported)).bodyText().contains("записывать нечего");
    }

    @Test
    void whatChangesIsShownAsItWasAndAsItWillBe() throws IOException {
        confirm(upload("школа.xlsx", whole().bytes()));
        String upload = upload("правка.xlsx", new Typing().sheet("НАСТАВНИКИ ", "фио, Должность")
                .row("ткаченко вера олеговна", "заместитель директора").sheet("Численность", Typing.headings(Sheet.STAFF)).row(DAY, 43, 3)
                .sheet("Программы", "Код пары или группы, Название, Цель").row("г-1", "Первые шаги", null).bytes());
        assertThat(page(upload)).bodyText().contains("эта программа утверждена".replace("эта", "Эта"), "Скачать с пометками");
        upload = upload("правка.xlsx", new Typing().sheet("Наставники", "ФИО, Должность").row("Ткаченко Вера Олеговна", "заместитель директора")
                .sheet("Численность", Typing.headings(Sheet.STAFF)).row(DAY, 43, 3).bytes());
        assertThat(page(upload)).bodyText().contains("<del class=\"preline\">учитель</del>", "заместитель директора", "<del class=\"preline\">42</del>");
        confirm(upload);
        assertThat(jdbc.sql("select position from participant where organisation_id = ? and last_name = 'Ткаченко'").param(school.id()).query(String.class)
                .single()).isEqualTo("заместитель директора");
        assertThat(jdbc.sql("select competences from mentor r join participant p on p.id = r.participant_id where p.organisation_id = ? and last_name = 'Ткаченко'")
                .param(school.id()).query(String.class).single()).as("a column that the file does not have").isEqualTo("+ опыт; методика");
        assertThat(count("participant")).as("who is not in the file stays").isEqualTo(4);
    }

    @Test
    void whatHasChangedSinceThePreviewLeadsBackToIt() throws IOException {
        confirm(upload("школа.xlsx", whole().bytes()));
        String upload = upload("правка.xlsx", new Typing().sheet("Численность", Typing.headings(Sheet.STAFF)).row(DAY, 43, 3).bytes());
        jdbc.sql("update staff_count set teaching_staff = 44 where organisation_id = ?").param(school.id()).update();
        confirm(upload);
        assertThat(page(upload)).bodyText().contains("Проверьте таблицу", "<del class=\"preline\">44</del>", "Записать всё");
        confirm(upload);
        assertThat(jdbc.sql("select teaching_staff from staff_count where organisation_id = ?").param(school.id()).query(Integer.class).single()).isEqualTo(43);
        confirm(upload);
        assertThat(page(upload)).as("a second click").bodyText().contains("Таблица импортирована");
    }

    @Test
    void whileOneImportIsWrittenAnotherOfTheOrganisationIsRefused() throws IOException {
        String upload = upload("школа.xlsx", whole().bytes());
        jdbc.sql("""
                insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at)
                values (?, ?, 'другая.xlsx', '', 'WRITING', now(), now())
                """).params(school.id(), curator.accountId()).update();
        assertThat(mvc.post().uri(upload + "/confirm").with(curator.signedIn()).with(csrf())).hasStatus3xxRedirection().flash()
                .extractingByKey("warning").asString().contains("Сейчас записывается другая таблица");
        assertThat(count("participant")).isZero();
        jdbc.sql("update workbook_import set seen_at = now() - interval '1 hour' where organisation_id = ? and state = 'WRITING'").param(school.id()).update();
        confirm(upload);
        assertThat(page(upload)).as("one that died does not stand in the way for ever").bodyText().contains("Таблица импортирована");
    }

    @Test
    void whatIsOverEarlyLeavesRoomForAnotherPairOfTheSameTwo() throws IOException {
        String form = "педагог – педагог";
        confirm(upload("школа.xlsx", whole().bytes()));
        Typing typed = new Typing().sheet("Пары и группы", Typing.headings(Sheet.MENTORSHIPS))
                .row("П-1", "Зайцев Олег Ильич", "Орлова Анна Викторовна", form, null, null, "14-а", DAY, DAY, DAY.plusMonths(8), DAY.plusMonths(2), "Переезд")
                .row("П-2", "Зайцев Олег Ильич", "Орлова Анна Викторовна", form, null, null, "14-а", DAY, DAY.plusMonths(3), DAY.plusMonths(8));
        String upload = upload("пары.xlsx", typed.bytes());
        assertThat(page(upload)).bodyText().contains("Переезд", "Записать всё");
        confirm(upload);
        assertThat(page(upload)).bodyText().contains("Записано: 2\u00a0новые строки");
        assertThat(jdbc.sql("select code || ' ' || last_day from mentorship where organisation_id = ? and code like 'П-%' order by code").param(school.id())
                .query(String.class).list()).containsExactly("П-1 2025-11-01", "П-2 2026-05-01");
        assertThat(entries("action = 'ENDED_EARLY'")).isEqualTo(1);

        typed = new Typing().sheet("Пары и группы", Typing.headings(Sheet.MENTORSHIPS))
                .row("П-3", "Ткаченко Вера Олеговна", "Бойко Пётр", form, null, null, "14-а", DAY, DAY.plusMonths(9), DAY.plusMonths(10))
                .row("П-4", "Зайцев Олег Ильич", "Орлова Анна Викторовна", form, null, null, "14-а", DAY, DAY.plusMonths(4), DAY.plusMonths(5))
                .row("П-5", "Ткаченко Вера Олеговна", "Бойко Пётр", form, null, null, "14-а", DAY, DAY.plusMonths(10), DAY.plusMonths(11));
        assertThat(page(upload("пары.xlsx", typed.bytes()))).bodyText().contains("Эти двое в эти дни уже вместе", "– в «П-2», 01.12.2025",
                "– в «П-3», 01.06.2026", "Скачать с пометками");
    }

    @Test
    void whatAnImportChangesMakesOlderFormsStale() throws IOException {
        confirm(upload("школа.xlsx", whole().bytes()));
        String version = "select version from participant where organisation_id = ? and last_name = 'Ткаченко'";
        int before = jdbc.sql(version).param(school.id()).query(Integer.class).single();
        confirm(upload("правка.xlsx", new Typing().sheet("Наставники", "ФИО, Компетенции").row("Ткаченко Вера Олеговна", "проектная работа").bytes()));
        assertThat(jdbc.sql("select competences from mentor r join participant p on p.id = r.participant_id where p.organisation_id = ? and last_name = 'Ткаченко'")
                .param(school.id()).query(String.class).single()).isEqualTo("проектная работа");
        assertThat(jdbc.sql(version).param(school.id()).query(Integer.class).single()).isGreaterThan(before);
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedOnItsPage() throws IOException {
        assertThat(page(upload("записка.xlsx", "просто слова".getBytes(java.nio.charset.StandardCharsets.UTF_8)))).hasStatusOk().bodyText()
                .contains("Это не таблица Excel и не ODS, каким бы ни было имя файла", "В портале ничего не изменилось", "Загрузить другой файл");
        byte[] good = whole().bytes();
        assertThat(page(upload("обрывок.xlsx", java.util.Arrays.copyOf(good, good.length / 2)))).hasStatusOk().bodyText()
                .contains("Файл повреждён или загружен не целиком");
    }

    @Test
    void anImportThatARestartHasCutShortSaysSo() {
        for (String state : java.util.List.of("CHECKING", "WRITING")) {
            long id = jdbc.sql("""
                    insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at, done, total)
                    values (?, ?, 'школа.xlsx', '', ?, now() - interval '1 hour', now(), 40, 138) returning id
                    """).params(school.id(), curator.accountId(), state).query(Long.class).single();
            assertThat(page("/workspace/import/" + id)).bodyText().contains("готово 40 из 138\u00a0строк", "Страницу можно закрыть и вернуться");
            jdbc.sql("update workbook_import set seen_at = now() - interval '1 hour' where id = ?").param(id).update();
            assertThat(page("/workspace/import/" + id)).bodyText().contains("Таблицу импортировать не удалось", "его перезапустили", "В портале ничего не изменилось")
                    .doesNotContain("<progress");
        }
    }

    @Test
    void nobodyElseSeesAnUpload() throws IOException {
        String upload = upload("школа.xlsx", whole().bytes());
        curator = town.curatorOf(town.school());
        assertThat(page(upload)).hasStatus(404);
        assertThat(page(upload + "/marked.xlsx")).hasStatus(404);
        assertThat(mvc.post().uri(upload + "/confirm").with(curator.signedIn()).with(csrf())).hasStatus(404);
        assertThat(count("participant")).isZero();
    }

    @Test
    void withoutAFileTheFormSaysSo() {
        assertThat(mvc.post().uri("/workspace/import").multipart().with(curator.signedIn()).with(csrf())).hasStatus(422).bodyText()
                .contains("Выберите файл таблицы");
        assertThat(mvc.post().uri("/workspace/import").multipart().file("file", new byte[(int) WorkbookFile.LIMIT + 1]).with(curator.signedIn()).with(csrf()))
                .hasStatus(422).bodyText().contains("до 10\u00a0МБ");
    }

    @Test
    void theMarkedWorkbookHasARemarkOnEachWrongCell() throws IOException {
        String upload = upload("плохая.xlsx", new Typing().sheet("Численность", Typing.headings(Sheet.STAFF)).row(DAY, 42, 3).row("1 сентября 2024", 5, 9)
                .row(DAY.minusYears(2), 5, 9).bytes());
        assertThat(page(upload)).bodyText().contains("дату пишут так", "не может быть больше", "Скачать с пометками");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(page(upload + "/marked.xlsx").getResponse().getContentAsByteArray()))) {
            var sheet = book.getSheet("Численность");
            assertThat(sheet.getCellComments()).hasSize(3);
            assertThat(sheet.getRow(2).getCell(0).getCellComment().getString().getString()).contains("1 сентября 2024");
            assertThat(sheet.getRow(3).getCell(2).getCellComment().getString().getString()).contains("не может быть больше");
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(42);
            assertThat(sheet.getRow(1).getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(DAY);
        }
        assertThat(count("staff_count")).isZero();
    }

    private Typing whole() {
        return new Typing().sheet("Программы", Typing.headings(Sheet.PROGRAMMES)).row("Г-1", "Первые шаги", null, "Освоиться", DAY, DAY.plusMonths(8), DAY, "7-од")
                .sheet("пары  и группы", Typing.headings(Sheet.MENTORSHIPS))
                .row("Г-1", "Ткаченко Вера Олеговна", "Орлова Анна Викторовна; Бойко Пётр", "педагог – педагог", "опытный педагог - молодой специалист",
                        "в группе; Виртуальное", "14-а", "01.09.2025", DAY, DAY.plusMonths(8), null, null, DAY)
                .sheet("Наставники", Typing.headings(Sheet.MENTORS))
                .row("Ткаченко Вера Олеговна", null, "учитель", "эта организация", null, null, DAY.minusYears(20), "высшая", "+ опыт; методика",
                        null, null, DAY, DAY, null)
                .row("Зайцев Олег Ильич", LocalDate.of(1980, 3, 12), "технолог", "предприятие", "ООО «Станок»", null, null, null, null, null, null, DAY)
                .sheet("Наставляемые", Typing.headings(Sheet.MENTEES))
                .row("Орлова Анна Викторовна", null, null, "молодой педагог", "эта организация", DAY.minusYears(1), "Как вести журнал", DAY)
                .skip()
                .row("Бойко Петр", null, null, "новый в коллективе", null, null, null, "01.09.2025")
                .sheet("Приказы", Typing.headings(Sheet.ORDERS)).row("№ 14-а", DAY, "О закреплении")
                .sheet("Численность", Typing.headings(Sheet.STAFF)).row(DAY, 42, "3").sheet("Лист1", "");
    }

    private String upload(String name, byte[] content) {
        MvcTestResult answer = mvc.post().uri("/workspace/import").multipart().file(new org.springframework.mock.web.MockMultipartFile("file", name, null, content))
                .with(curator.signedIn()).with(csrf()).exchange();
        assertThat(answer).hasStatus3xxRedirection();
        String address = answer.getResponse().getRedirectedUrl();
        Awaitility.await().until(() -> !imports.of(school, Long.parseLong(address.substring(address.lastIndexOf('/') + 1))).orElseThrow().going());
        return address;
    }

    private void confirm(String address) {
        assertThat(mvc.post().uri(address + "/confirm").with(curator.signedIn()).with(csrf())).hasStatus3xxRedirection();
        Awaitility.await().until(() -> !imports.of(school, Long.parseLong(address.substring(address.lastIndexOf('/') + 1))).orElseThrow().going());
    }

    private MvcTestResult page(String address) {
        return mvc.get().uri(address).with(curator.signedIn()).exchange();
    }

    private byte[] filled() {
        return page("/workspace/import/filled.xlsx").getResponse().getContentAsByteArray();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = ?").param(school.id()).query(Long.class).single();
    }

    private long entries(String which) {
        return jdbc.sql("select count(*) from journal_entry where organisation_id = ? and account_id = ? and " + which).params(school.id(), curator.accountId())
                .query(Long.class).single();
    }
}
