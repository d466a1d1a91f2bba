package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** «Численность» as a curator meets it; the pattern for the web tests of other modules. */
@PortalTest
class StaffPagesTest {

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
    void anEmptyListSaysWhatItIsForAndOffersTheFirstStep() {
        Shown list = Shown.in(get("/workspace/staff"));

        assertThat(list.text()).contains("Численность ещё не внесена");
        assertThat(list.attributes(".empty a", "href")).containsExactly("/workspace/staff/new");
    }

    @Test
    void aCountIsEnteredListedAndStandsInTheHistory() {
        assertThat(post("/workspace/staff/new", "01.09.2024", "42", "3")).hasRedirectedUrl("/workspace/staff");

        Shown list = Shown.in(get("/workspace/staff"));
        assertThat(list.texts("tbody th")).containsExactly("01.09.2024");
        assertThat(list.texts("tbody td.num")).containsExactly("42", "3");
        assertThat(list.texts(".history li b")).containsExactly("Внесено");
        assertThat(list.texts(".history li").get(0)).contains("Иванова Вера", "Педагогических работников: 42");
    }

    @Test
    void aCountIsCorrectedAndTheHistoryHoldsBoth() {
        post("/workspace/staff/new", "01.09.2024", "42", "3");
        long id = onlyCount();
        assertThat(Shown.in(get("/workspace/staff/" + id + "/edit")).value("teachingStaff")).isEqualTo("42");

        assertThat(correct(id, "0", "01.09.2024", "44", "3")).hasRedirectedUrl("/workspace/staff");

        Shown list = Shown.in(get("/workspace/staff"));
        assertThat(list.texts("tbody td.num")).containsExactly("44", "3");
        assertThat(list.texts(".history del")).containsExactly("42");
    }

    @Test
    void anAnnulledCountStaysWithItsReasonAndFreesItsDay() {
        post("/workspace/staff/new", "01.09.2024", "42", "3");
        long id = onlyCount();
        assertThat(Shown.in(send("/workspace/staff/" + id + "/annul", "reason", " ")).error("reason")).contains("Напишите причину");

        assertThat(send("/workspace/staff/" + id + "/annul", "reason", "Посчитали с совместителями")).hasRedirectedUrl("/workspace/staff");

        assertThat(Shown.in(get("/workspace/staff")).texts("tr.gone th").get(0)).contains("аннулировано", "Посчитали с совместителями");
        assertThat(post("/workspace/staff/new", "01.09.2024", "40", "3")).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void anAnnulledCountCanNeitherBeCorrectedNorAnnulledAgain() {
        post("/workspace/staff/new", "01.09.2024", "42", "3");
        long id = onlyCount();
        send("/workspace/staff/" + id + "/annul", "reason", "Ошибка");

        MvcTestResult correction = correct(id, "1", "01.09.2024", "44", "3");
        assertThat(correction).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(correction).errors()).contains("Эта запись аннулирована");
        assertThat(Shown.in(send("/workspace/staff/" + id + "/annul", "reason", "Ещё раз")).errors()).contains("Эта запись аннулирована");
    }

    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,           42,     3,     countedOn,        Введите дату
            31.02.2024,  42,     3,     countedOn,        Такой даты нет
            вчера,       42,     3,     countedOn,        Такой даты нет
            01.09.1812,  42,     3,     countedOn,        Проверьте год
            01.09.1950,  42,     3,     countedOn,        Слишком давняя дата
            01.09.2098,  42,     3,     countedOn,        Дата ещё не наступила
            01.09.2024,  -,      3,     teachingStaff,    Введите, сколько всего
            01.09.2024,  -5,     3,     teachingStaff,    Введите целое число от 0 до 2000
            01.09.2024,  42.5,   3,     teachingStaff,    Введите целое число от 0 до 2000
            01.09.2024,  много,  3,     teachingStaff,    Введите целое число от 0 до 2000
            01.09.2024,  2001,   3,     teachingStaff,    Введите целое число от 0 до 2000
            01.09.2024,  9999999999999, 3, teachingStaff, Введите целое число от 0 до 2000
            01.09.2024,  42,     -,     youngSpecialists, Введите, сколько молодых специалистов
            01.09.2024,  42,     🦉,    youngSpecialists, Введите целое число от 0 до 2000
            01.09.2024,  42,     43,    youngSpecialists, не может быть больше
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String day, String all, String young, String field, String message) {
        MvcTestResult answer = post("/workspace/staff/new", day, all, young);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.errors()).contains(message);
        assertThat(form.attributes("#errors a", "href")).contains("#" + field);
        assertThat(form.title()).startsWith("Ошибка:");
        assertThat(form.value("countedOn")).isEqualTo(day == null ? "" : day);
        assertThat(form.value("teachingStaff")).isEqualTo(all == null ? "" : all);
        assertThat(form.value("youngSpecialists")).isEqualTo(young == null ? "" : young);
        assertThat(counts()).isZero();
    }

    @Test
    void tenThousandCharactersQuotesAndTagsComeBackAsTheyWereTyped() {
        String long10 = "9".repeat(10_000);
        Shown form = Shown.in(post("/workspace/staff/new", "\"'<script>alert(1)</script>", long10, "«3» & 😀"));

        assertThat(form.value("countedOn")).isEqualTo("\"'<script>alert(1)</script>");
        assertThat(form.value("teachingStaff")).isEqualTo(long10);
        assertThat(form.value("youngSpecialists")).isEqualTo("«3» & 😀");
    }

    @Test
    void whiteSpaceAndInvisibleCharactersAroundANumberDoNotMatter() {
        assertThat(post("/workspace/staff/new", " 1.9.2024\u0000 ", " 1\u00a0042 ", "\u00003")).hasRedirectedUrl("/workspace/staff");
        assertThat(jdbc.sql("select teaching_staff from staff_count where organisation_id = ?").param(school.id())
                .query(Integer.class).single()).isEqualTo(1042);
    }

    @Test
    void theSecondCountOfADayIsRefusedByTheDatabaseInWords() {
        post("/workspace/staff/new", "01.09.2024", "42", "3");

        MvcTestResult second = post("/workspace/staff/new", "01.09.2024", "45", "3");

        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).error("countedOn")).contains("На эту дату численность уже внесена");
        assertThat(Shown.in(second).value("teachingStaff")).isEqualTo("45");
    }

    @Test
    void aStaleFormShowsWhatIsSavedAndWhatWasTypedAndCanBeSentAgain() {
        post("/workspace/staff/new", "01.09.2024", "42", "3");
        long id = onlyCount();
        correct(id, "0", "01.09.2024", "44", "3");

        MvcTestResult stale = correct(id, "0", "01.09.2024", "47", "4");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Shown form = Shown.in(stale);
        assertThat(form.errors()).contains("изменил кто-то ещё", "Педагогических работников 44");
        assertThat(form.value("teachingStaff")).isEqualTo("47");
        assertThat(form.value("version")).isEqualTo("1");
        assertThat(correct(id, form.value("version"), "01.09.2024", "47", "4")).hasRedirectedUrl("/workspace/staff");
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThere() {
        post("/workspace/staff/new", "01.09.2024", "42", "3");
        long id = onlyCount();
        curator = town.curatorOf(town.school()).signedIn();

        assertThat(get("/workspace/staff/" + id + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(correct(id, "0", "01.09.2024", "1", "0")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send("/workspace/staff/" + id + "/annul", "reason", "чужое")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/staff/1/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/staff/abc/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(jdbc.sql("select teaching_staff from staff_count where id = ?").param(id).query(Integer.class).single()).isEqualTo(42);
    }

    @Test
    void aSecondClickOnTheButtonEntersNothingMore() {
        String once = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(mvc.post().uri("/workspace/staff/new").with(csrf()).with(curator).param("_once", once)
                    .param("countedOn", "01.09.2024").param("teachingStaff", "42").param("youngSpecialists", "3"))
                    .hasRedirectedUrl("/workspace/staff");
        }
        assertThat(counts()).isOne();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(curator).exchange();
    }

    private MvcTestResult post(String address, String day, String all, String young) {
        return send(address, "countedOn", day, "teachingStaff", all, "youngSpecialists", young);
    }

    private MvcTestResult correct(long id, String version, String day, String all, String young) {
        return send("/workspace/staff/" + id + "/edit", "version", version, "countedOn", day, "teachingStaff", all, "youngSpecialists", young);
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(curator);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1] == null ? "" : fields[at + 1]);
        }
        return request.exchange();
    }

    private long onlyCount() {
        return jdbc.sql("select id from staff_count where organisation_id = ?").param(school.id()).query(Long.class).single();
    }

    private int counts() {
        return jdbc.sql("select count(*) from staff_count where organisation_id = ?").param(school.id()).query(Integer.class).single();
    }
}
