package ru.smolensk.mentoring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Office;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** The city's analytical note and the consolidated workbook, from accepted reports to what LibreOffice shows. */
@PortalTest
class AnalyticalNoteTest {

    /** Years of which, and before which, no other test has reports. */
    private static int year = 2002;

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Town.Person methodologist;
    Tenant school;
    Tenant kindergarten;
    int its;
    String base;

    @BeforeEach
    void twoAcceptedReports() {
        its = year += 2;
        base = "/department/monitoring/" + its;
        methodologist = town.methodologist();
        school = town.school();
        kindergarten = town.kindergarten();
        report(school, its, 3, 2, 3, 4, 40, "HIGH", "HIGH");
        report(kindergarten, its, 1, 1, 5, 1, 10, "LOW", "MIDDLE");
        report(school, its - 1, 1, 1, 2, 2, 40, "LOW", "LOW");
    }

    @Test
    void thePageShowsSumsOfNumeratorsOfSumsOfDenominators() {
        Shown page = Shown.in(get(base + "/note"));
        assertThat(page.text()).contains("37,5 % (3 из 8)", "10,0 % (5 из 50)", "Школы", "66,7 % (2 из 3)", "Общей оценки, выводов и предложений пока нет",
                "50,0 % (1 из 2)");
        for (String chart : List.of("years", "young-specialists", "mentors", "mentee-satisfaction", "mentor-satisfaction")) {
            MvcTestResult picture = get(base + "/charts/" + chart + ".png");
            assertThat(picture).hasStatusOk().hasContentType("image/png");
        }
        assertThat(get(base + "/charts/programmes.png")).hasStatus(404);
        assertThat(get("/department/monitoring/2099/note")).hasStatus(404);
    }

    @Test
    void theDocumentsHoldTheFiguresAndTheMethodologistsWords() throws Exception {
        write("Год удался & <b>точка</b>", "Вывод первый.\nВывод второй.", "Провести семинар");
        byte[] docx = taken(base + "/note.docx");
        byte[] pdf = taken(base + "/note.pdf");
        for (String words : List.of(Office.words(docx, "справка.docx"), Office.words(pdf))) {
            String said = words.replaceAll("\\s+", " ");
            assertThat(said).contains("Аналитическая справка о реализации системы наставничества", "за " + its + "/" + (its + 1) + " учебный год",
                    "от 30.12.2021 № 475", "3. Общая оценка Год удался & <b>точка</b>", "Вывод первый. Вывод второй.", "10. Предложения Провести семинар",
                    "37,5 % (3 из 8)", "66,7 % (2 из 3)", "Рисунок 1.", "Рисунок 4.", "Приложение. Показатели организаций");
            assertThat(said).contains("№ " + school.slug().replace("sh-", ""));
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getAllPictures()).as("three shares that somebody has, and the years").hasSize(4);
            // The very pictures of the page.
            byte[] ofPage = get(base + "/charts/mentors.png").getResponse().getContentAsByteArray();
            assertThat(document.getAllPictures()).anyMatch(picture -> Arrays.equals(picture.getData(), ofPage));
            assertThat(ImageIO.read(new ByteArrayInputStream(ofPage)).getWidth()).isEqualTo(1760);
        }
    }

    @Test
    void aRiskIsNamedFromTheMiddleOnAndTheMostNamedStandsFirst() {
        Shown page = Shown.in(get(base + "/note"));
        assertThat(page.text()).containsPattern("Высокая нагрузка на наставников и наставляемых\\s*2\\s*1");
    }

    @Test
    void theWordsAreKeptWithTheirHistoryAndAStaleFormLosesNothing() {
        write("Первая", null, null);
        MvcTestResult stale = post(base + "/note/edit", "assessment", "Вторая");
        assertThat(stale).hasStatus(409);
        assertThat(Shown.in(stale).text()).contains("Первая");
        assertThat(stale).bodyText().contains("Вторая");
        post(base + "/note/edit", "version", "0", "assessment", "Третья");
        assertThat(Shown.in(get(base + "/note")).text()).contains("Третья", "Общая оценка");
    }

    @Test
    void wordsThatAreTooLongAreSaidAtTheirField() {
        MvcTestResult answer = post(base + "/note/edit", "conclusions", "ж".repeat(20_001));
        assertThat(answer).hasStatus(422);
        assertThat(Shown.in(answer).error("conclusions")).contains("не длиннее 20 000");
    }

    @Test
    void theWorkbookHasRealNumbersAndSumsBelow() throws Exception {
        byte[] xlsx = taken(base + "/table.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheet = book.getSheetAt(0);
            Row head = sheet.getRow(0);
            Row its = row(book, name(school));
            assertThat(head.getCell(9).getStringCellValue()).isEqualTo("Молодые специалисты: вошли");
            assertThat(its.getCell(9).getNumericCellValue()).isEqualTo(2);
            assertThat(its.getCell(10).getNumericCellValue()).isEqualTo(3);
            assertThat(its.getCell(11).getNumericCellValue()).isEqualTo(0.667);
            assertThat(its.getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
            Row city = row(book, "Весь город");
            assertThat(city.getRowNum()).isEqualTo(sheet.getLastRowNum());
            assertThat(city.getCell(9).getNumericCellValue()).isEqualTo(3);
            assertThat(city.getCell(11).getNumericCellValue()).isEqualTo(0.375);
            assertThat(row(book, "Детские сады").getCell(14).getNumericCellValue()).isEqualTo(0.1);
            assertThat(sheet.getCTWorksheet().getAutoFilter()).isNotNull();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(book.getSheetAt(1).getLastRowNum()).as("each column is explained").isEqualTo(head.getLastCellNum());
        }
        assertThat(Office.words(xlsx, "свод.xlsx")).contains("Весь город");
    }

    private static Row row(XSSFWorkbook book, String name) {
        for (Row row : book.getSheetAt(0)) {
            if (row.getCell(0).getStringCellValue().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + name);
    }

    private String name(Tenant tenant) {
        return jdbc.sql("select short_name from organisation where id = ?").param(tenant.id()).query(String.class).single();
    }

    private void write(String assessment, String conclusions, String proposals) {
        assertThat(post(base + "/note/edit", "assessment", assessment, "conclusions", conclusions, "proposals", proposals)).hasStatus(302);
    }

    /** The file, at once or after a page of waiting. */
    private byte[] taken(String address) {
        MvcTestResult answer = get(address);
        if (answer.getResponse().getStatus() == 303) {
            String file = answer.getResponse().getRedirectedUrl() + "/file";
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> get(file).getResponse().getStatus() == 200);
            answer = get(file);
        }
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(methodologist.signedIn()).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(methodologist.signedIn()).with(csrf()).param("_once", UUID.randomUUID().toString());
        for (int index = 0; index < fields.length; index += 2) {
            request = fields[index + 1] == null ? request : request.param(fields[index], fields[index + 1]);
        }
        return request.exchange();
    }

    /** An accepted report with figures and one assessed risk. */
    private void report(Tenant tenant, int of, int pairs, int young, int ofYoung, int mentors, int ofMentors, String likelihood, String impact) {
        if (young > ofYoung) {
            throw new IllegalArgumentException("a contradiction");
        }
        String figures = """
                {"date": "%d-05-31", "pairs": %d, "groups": 0, "approvedProgrammes": %d, "partnerOrganisations": 0,
                 "youngSpecialists": {"numerator": %d, "denominator": %d}, "mentors": {"numerator": %d, "denominator": %d},
                 "menteeSatisfaction": {"numerator": 3, "denominator": 4}, "mentorSatisfaction": {"reason": "NO_RESPONSES"},
                 "countedOn": "%d-09-01"}""".formatted(of + 1, pairs, pairs, young, ofYoung, mentors, ofMentors, of);
        long report = jdbc.sql("""
                with edition as (insert into review_edition (organisation_id, subject, academic_year, number, state)
                  values (:school, 'MONITORING_REPORT', :year, 1, 'DRAFT') returning organisation_id, id)
                insert into monitoring_report (organisation_id, edition_id, academic_year, since, until, dated_on, figures)
                select organisation_id, id, :year, make_date(:year, 9, 1), make_date(:year + 1, 5, 31), make_date(:year + 1, 5, 31), cast(:figures as jsonb)
                  from edition returning id
                """).param("school", tenant.id()).param("year", of).param("figures", figures).query(Long.class).single();
        jdbc.sql("insert into monitoring_risk (organisation_id, report_id, risk, likelihood, impact, measure) values (?, ?, 'LOAD', ?, ?, 'Мера')")
                .params(tenant.id(), report, likelihood, impact).update();
        jdbc.sql("""
                update review_edition set state = 'APPROVED', approved_on = current_date, approved_by = ?
                 where organisation_id = ? and id = (select edition_id from monitoring_report where id = ?)
                """).params(methodologist.accountId(), tenant.id(), report).update();
    }
}
