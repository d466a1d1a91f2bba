package ru.smolensk.mentoring.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Town;

/** The list of papers, its filters, and the pages that lead to papers. */
@PortalTest
class PaperListTest {

    private static final String LIST = "/workspace/papers";

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Town.Person curator;
    Staged staged;

    @BeforeEach
    void aSchool() {
        school = town.school();
        curator = town.curatorOf(school);
        staged = Staged.in(jdbc, school.id(), "Громова", "Лебедев");
    }

    private String page(String address, Town.Person reader) {
        MvcTestResult answer = mvc.get().uri(address).with(reader.signedIn()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String list(String asked) {
        return page(LIST + asked, curator);
    }

    private void attach(String address) {
        assertThat(mvc.post().uri(address).multipart().file(new MockMultipartFile("file.file", "подписано.pdf", "application/pdf",
                SampleFiles.pdf()))
                .param("file.kept", "").with(curator.signedIn()).with(csrf())).hasStatus3xxRedirection();
    }

    private String programmes(String asked) {
        String page = list(asked);
        int from = page.indexOf("aria-labelledby=\"programme\"");
        return from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void thePageIsCalledAsInTheMenuAndARowNamesMenteesAndTerm() {
        assertThat(list("")).containsPattern("<h1[^>]*>На подпись</h1>");
        assertThat(programmes("")).contains("Первые шаги", "Громова Вера Павловна", "Лебедев Олег Игоревич · 02.09.2026 – 31.05.2027");
    }

    @Test
    void aHeadingAgreesWithTheNumberOfPapers() {
        assertThat(programmes("")).containsPattern("Персонализированная программа\\s*(</th:block>)?\\s*<span[^>]*>1<");
        long other = jdbc.sql("select nextval('portal_id')").query(Long.class).single();
        jdbc.sql("""
                insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, goal, tasks, starts_on,
                  ends_on, approved_on, act_number)
                values (?, ?, ?, ?, 1, 'APPROVED', 'Вторые шаги', 'Цель', 'Задачи', '2026-09-03', '2027-05-30', '2026-09-02', '16-од')
                """).params(school.id(), other, staged.mentorship(), other).update();
        assertThat(programmes("")).contains("Персонализированные программы", "Первые шаги", "Вторые шаги");
    }

    @Test
    void papersAreFoundByStateKindAndWords() {
        String address = LIST + "/programme/" + staged.programme();
        assertThat(programmes("?state=SIGNED")).isEmpty();
        attach(address);
        assertThat(programmes("")).as("nothing is owed").isEmpty();
        assertThat(programmes("?state=SIGNED")).contains("Первые шаги", "скан есть", "подписано.pdf");
        assertThat(programmes("?state=ALL")).contains("Первые шаги");
        assertThat(programmes("?state=ALL&kind=ASSIGNMENT_ORDER")).isEmpty();
        assertThat(list("?state=ALL&kind=ASSIGNMENT_ORDER")).contains(staged.number());
        assertThat(programmes("?state=ALL&q=лебедев")).contains("Первые шаги");
        assertThat(list("?state=ALL&q=никого такого нет")).contains("Ничего не нашлось");
        assertThat(list("?state=нет&kind=такого&page=99999")).contains("На подпись");
        assertThat(list("?state=ALL&kind=LETTER_OF_THANKS")).contains("Громова Вера Павловна");
    }

    @Test
    void whatEndedInAnEarlierYearIsNoDebtAndIsStillFound() {
        jdbc.sql("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure) values (?, 'прежний', '2025-09-01',
                  'О закреплении', 'WITHHELD')
                """).param(school.id()).update();
        jdbc.sql("""
                insert into mentorship (organisation_id, code, mentor_id, form, model, kinds, order_id, order_dated_on, starts_on,
                  planned_end, last_day)
                select ?, 'П-прежняя', ?, 'TEACHER_TEACHER', 'EXPERIENCED_YOUNG', '{TRADITIONAL}', id, dated_on, '2025-09-02',
                  '2026-05-31', '2026-05-31'
                  from assignment_order where organisation_id = ? and number = 'прежний'
                """).params(school.id(), staged.mentor(), school.id()).update();
        assertThat(list("")).contains(staged.code()).doesNotContain("П-прежняя");
        assertThat(list("?state=EARLIER")).contains("П-прежняя").doesNotContain(staged.code());
        assertThat(list("?state=ALL")).contains("П-прежняя", staged.code());
    }

    @Test
    void theOrderOfACuratorIsReachedByBothSidesWhichSeeWhetherItIsSigned() {
        long appointment = jdbc.sql("select id from curator_appointment where organisation_id = ?").param(school.id()).query(Long.class)
                .single();
        String address = LIST + "/curator-order/" + appointment;
        Town.Person methodologist = town.methodologist();
        assertThat(page("/workspace/confirmation", curator)).contains(address, "скана нет");
        assertThat(page("/department/curators/" + appointment, methodologist)).contains("скана нет", "Чего не хватает", "/order.docx");
        attach(address);
        assertThat(page("/workspace/confirmation", curator)).contains(address, "скан есть", "подписано.pdf");
        String department = page("/department/curators/" + appointment, methodologist);
        assertThat(department).contains("скан есть", "подписано.pdf").doesNotContain("скана нет", "Чего не хватает");
        String file = department.replaceAll("(?s).*href=\"(/department/organisations/[^\"]+/files/\\d+)\".*", "$1");
        assertThat(mvc.get().uri(file).with(methodologist.signedIn())).hasStatusOk();
    }

    @Test
    void aPersonsConsentIsToldOfOnce() {
        String page = page("/workspace/mentors/" + staged.mentor(), curator);
        String consent = LIST + "/processing-consent/" + staged.mentor();
        assertThat(page.split(consent + "/paper.docx", -1)).hasSize(2);
        assertThat(page.substring(page.indexOf("id=\"consents\""), page.indexOf("</ul>", page.indexOf("id=\"consents\""))))
                .contains(consent, "скана нет");
        assertThat(page).contains(LIST + "/thanks/" + staged.mentor());
    }

    @Test
    void aNameWithAnInitialIsNoNameForAnOrder() {
        assertThat(PaperReading.inFull("Орлова Анна Викторовна")).isEqualTo("Орлова Анна Викторовна");
        assertThat(PaperReading.inFull("Е. Новикова")).isNull();
        assertThat(PaperReading.inFull("Орлова А. В.")).isNull();
        assertThat(PaperReading.inFull("Орлова Анна")).isNull();
    }
}
