package ru.smolensk.mentoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Журнал» as the department and the administrator read it. */
@PortalTest
class JournalPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PortalClock clock;

    @Autowired
    Town town;

    Tenant school;
    Town.Person curator;

    @BeforeEach
    void somethingHappened() {
        school = town.school();
        curator = town.curatorOf(school);
        mvc.post().uri("/workspace/partners/new").with(curator.signedIn()).with(csrf()).param("name", "=1+1 «Кристалл»").exchange();
        mvc.post().uri("/workspace/staff/new").with(curator.signedIn()).with(csrf()).param("countedOn", "01.09.2026")
                .param("teachingStaff", "42").param("youngSpecialists", "3").exchange();
    }

    @Test
    void theDepartmentReadsWhoChangedWhat() {
        Shown all = department("?organisation=" + school.slug());
        assertThat(all.texts("tbody tr")).anySatisfy(row -> assertThat(row).contains("Иванова Вера", school.shortName(), "Численность: внесено", "42"));
        assertThat(all.texts("tbody tr")).anySatisfy(row -> assertThat(row).contains("Организация-партнёр: внесено", "=1+1 «Кристалл»"));
    }

    @Test
    void itIsFilteredByKindPersonAndTime() {
        String here = "?organisation=" + school.slug();
        assertThat(department(here + "&subject=STAFF_COUNT").texts("tbody tr")).hasSize(1);
        assertThat(department(here + "&subject=STAFF_COUNT&q=вера иванова").texts("tbody tr")).hasSize(1);
        assertThat(department(here + "&subject=STAFF_COUNT&q=никтошкин").texts("tbody tr")).isEmpty();
        String today = new Russian().date(clock.today());
        assertThat(department(here + "&subject=STAFF_COUNT&from=" + today + "&to=" + today).texts("tbody tr")).hasSize(1);
        assertThat(department(here + "&to=" + new Russian().date(clock.today().minusDays(1))).texts("tbody tr")).isEmpty();
        assertThat(department(here).texts(".notice")).isEmpty();
        for (String senseless : java.util.List.of("&from=вчера", "&to=31.02.2026")) {
            Shown page = department(here + senseless);
            assertThat(page.texts("tbody tr")).as("a senseless day is none").isNotEmpty();
            assertThat(page.texts(".notice")).as("and it is said").singleElement().asString().contains("Такой даты нет");
            assertThat(page.attributes("[aria-invalid]", "value")).containsExactly(senseless.split("=")[1]);
        }
    }

    /** Who comes in when is the administrator's business: the department reads what was changed. */
    @Test
    void onlyTheAdministratorReadsWhoHasComeIn() throws UnsupportedEncodingException {
        mvc.post().uri("/login").with(csrf()).param("username", curator.login()).param("password", Town.PASSWORD).exchange();
        Shown ofAdministrator = Shown.in(mvc.get().uri("/admin/audit?subject=ACCOUNT").with(town.administrator().signedIn()).exchange());
        assertThat(ofAdministrator.texts("tbody tr")).first().asString().contains("Учётная запись: вход");
        assertThat(department("?subject=ACCOUNT").text()).doesNotContain("Учётная запись: вход");
        assertThat(mvc.get().uri("/department/audit/export?subject=ACCOUNT").with(town.methodologist().signedIn()).exchange().getResponse()
                .getContentAsString(StandardCharsets.UTF_8)).doesNotContain(";Вход;");
    }

    @Test
    void theAdministratorSeesWhoAndWhereButNotWhatThePapersSay() {
        Shown page = Shown.in(mvc.get().uri("/admin/audit?organisation=" + school.slug()).with(town.administrator().signedIn()).exchange());
        assertThat(page.text()).contains("Организация-партнёр: внесено", "Иванова Вера", "127.0.0.1").doesNotContain("Кристалл", "Педагогических");
    }

    @Test
    void theExportHoldsExactlyWhatIsShownAndNoLiveFormula() throws UnsupportedEncodingException {
        String filter = "?organisation=" + school.slug() + "&subject=PARTNER";
        assertThat(department(filter).attributes(".head .actions a", "href")).containsExactly("/department/audit/export" + filter);
        MvcTestResult answer = mvc.get().uri("/department/audit/export" + filter).with(town.observer().signedIn()).exchange();
        assertThat(answer).hasContentType("text/csv;charset=UTF-8");
        String csv = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFКогда;Кто;Организация;Что;Название;Действие;Причина;Изменения\r\n");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains(";'=1+1 «Кристалл»;Внесено;");

        String ofAdministrator = mvc.get().uri("/admin/audit/export" + filter).with(town.administrator().signedIn()).exchange()
                .getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(ofAdministrator.lines()).hasSize(2);
        assertThat(ofAdministrator).contains("127.0.0.1", "Организация-партнёр").doesNotContain("Кристалл");
    }

    @Test
    void itsStatementsDoNotGrowWithItsLines() {
        MvcTestResult answer = mvc.get().uri("/department/audit").with(town.methodologist().signedIn()).exchange();
        assertThat(Shown.in(answer).texts("tbody tr")).hasSizeGreaterThan(5);
        assertThat(Statements.of(answer.getResponse())).isLessThanOrEqualTo(5);
    }

    private Shown department(String filter) {
        return Shown.in(mvc.get().uri("/department/audit" + filter).with(town.methodologist().signedIn()).exchange());
    }
}
