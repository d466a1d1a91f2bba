package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
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
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.DeskHand;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** «Отчёты»: written part by part, handed in, returned, accepted, amended. */
@PortalTest
class MonitoringReportPagesTest {

    private static final String HOME = "/workspace/reports";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskHand methodologist;

    @Autowired
    PortalClock clock;

    Tenant school;
    Town.Person curator;
    AcademicYear year;

    @BeforeEach
    void aSchoolWithACurator() {
        at(town.school());
        year = AcademicYear.of(clock.today());
    }

    private void at(Tenant organisation) {
        school = organisation;
        curator = town.curatorOf(organisation);
    }

    // ---- Starting ----------------------------------------------------------------------------------------------------------

    @Test
    void aYearHasOneReportInWork() {
        String report = begun();
        assertThat(Shown.in(get(report)).text()).contains("Отчёт внутреннего мониторинга за " + year, "черновик",
                "В этом периоде программы не действовали", "нет численности");

        MvcTestResult second = post(HOME, "year", String.valueOf(year.start()));
        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).error("year")).contains("уже составляется");
    }

    @ParameterizedTest
    @CsvSource({"1999", "2050", "99999"})
    void aYearThatIsNotOfferedIsRefused(String typed) {
        assertThat(Shown.in(post(HOME, "year", typed)).error("year")).contains("Выберите учебный год");
    }

    // ---- Writing -----------------------------------------------------------------------------------------------------------

    @Test
    void whatIsWrittenOfAProgrammeComesBackAndTheNextOneFollows() {
        long first = running();
        long second = running();
        String report = begun();
        String course = report + "/process/" + first;
        assertThat(Shown.in(get(report + "/process")).texts(".report-parts .tag")).containsExactly("не описана", "не описана");

        MvcTestResult saved = post(course, "version", "0", "result", "Ведёт уроки сама «отлично» 🦉", "risks", "Нагрузка", "projects", "Музей",
                "examsPercent", " 92 ", "achievement", "ROSE", "olympiads", "SAME", "activity", "Конкурс", "next", "yes");

        assertThat(saved.getResponse().getRedirectedUrl()).isIn(report + "/process/" + second, report + "/process");
        Shown form = Shown.in(get(course));
        assertThat(form.value("result")).isEqualTo("Ведёт уроки сама «отлично» 🦉");
        assertThat(form.value("examsPercent")).isEqualTo("92");
        assertThat(form.value("achievement")).isEqualTo("ROSE");
        assertThat(Shown.in(get(report)).text()).contains("Описано 1 из 2");
        assertThat(Shown.in(get(report)).texts(".history > ol > li").get(0)).contains("этап 1: «Первые шаги").doesNotContain("null");
        assertThat(Shown.in(get(report)).texts(".history li ul li")).anyMatch(change -> change.contains("Ведёт уроки сама"));
    }

    @Test
    void aScriptSavesAPartWhileItIsWritten() throws Exception {
        long programme = running();
        String report = begun();
        MvcTestResult first = save(report + "/conclusions", "version", "0", "conclusions", "Хорошо 😀");
        assertThat(first).hasStatusOk();
        assertThat(first.getResponse().getContentAsString(StandardCharsets.UTF_8)).matches("\\{\"version\":1,\"words\":\"Сохранено в \\d\\d:\\d\\d\"\\}");
        assertThat(save(report + "/conclusions", "version", "1", "conclusions", "Хорошо, и дальше лучше")).hasStatusOk();
        assertThat(Shown.in(get(report + "/conclusions")).value("conclusions")).isEqualTo("Хорошо, и дальше лучше");
        assertThat(Shown.in(get(report + "/conclusions")).text()).as("no message waits for the next page").doesNotContain("Выводы сохранены");

        MvcTestResult stale = save(report + "/conclusions", "version", "1", "conclusions", "Второе окно");
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(words(stale)).contains("изменил кто-то ещё", "остаётся в полях");
        assertThat(Shown.in(get(report + "/conclusions")).value("conclusions")).isEqualTo("Хорошо, и дальше лучше");

        MvcTestResult graveWithoutAMeasure = save(report + "/risks", "version", "0", "risks[0].likelihood", "HIGH", "risks[0].impact", "HIGH");
        assertThat(graveWithoutAMeasure).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(words(graveWithoutAMeasure)).startsWith("Пока не сохранено: ");
        assertThat(save(report + "/risks", "version", "0", "risks[0].likelihood", "HIGH", "risks[0].impact", "HIGH", "risks[0].measure", "Снизить часы"))
                .hasStatusOk();
        assertThat(words(save(report + "/influence", "version", "0", "futureMentors", "много"))).contains("целое число");
        assertThat(save(report + "/influence", "version", "0", "effects[0].assessment", "PARTLY", "futureMentors", "3")).hasStatusOk();
        String course = report + "/process/" + programme;
        assertThat(words(save(course, "version", "", "result", "Получается"))).startsWith("Сохранено в ");
        String version = Shown.in(get(course)).value("version");
        assertThat(save(course, "version", version, "result", "Получается всё лучше")).hasStatusOk();
        assertThat(save(course, "version", version, "result", "Второе окно")).hasStatus(HttpStatus.CONFLICT);
        assertThat(words(save(course, "version", version, "result", "я".repeat(4001)))).contains("не длиннее 4");

        Town.Person other = town.curatorOf(town.school());
        assertThat(mvc.post().uri(report + "/conclusions").with(other.signedIn()).with(csrf()).param("saving", "yes").param("version", "2"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult save(String address, String... typed) {
        String[] fields = Arrays.copyOf(typed, typed.length + 2);
        fields[typed.length] = "saving";
        fields[typed.length + 1] = "yes";
        return post(address, fields);
    }

    private static String words(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8).replaceAll(".*\"words\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void anotherEditionOfAProgrammeKeepsWhatWasWritten() {
        long first = running();
        String report = begun();
        post(report + "/process/" + first, "version", "0", "result", "Получилось");
        jdbc.sql("update programme set status = 'SUPERSEDED', superseded_on = ? where id = ?").params(clock.today(), first).update();
        jdbc.sql("""
                insert into programme (organisation_id, mentorship_id, series_id, edition, status, title, starts_on, ends_on, approved_on, act_number)
                select organisation_id, mentorship_id, id, 2, 'APPROVED', 'Новые шаги', starts_on, ends_on, ?, '8' from programme where id = ?
                """).params(clock.today(), first).update();

        Shown process = Shown.in(get(report + "/process"));
        assertThat(process.texts(".report-parts b")).containsExactly("Новые шаги");
        assertThat(Shown.in(get(report + "/process/" + first)).value("result")).isEqualTo("Получилось");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"101", "-1", "много", "50.5"})
    void aPercentageThatIsNoneIsRefusedAtItsFieldAndNothingIsLost(String typed) {
        String course = begun() + "/process/" + running();

        MvcTestResult answer = post(course, "version", "0", "result", "<b>Да</b>", "examsPercent", typed);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error("examsPercent")).contains("от 0 до 100");
        assertThat(Shown.in(answer).value("examsPercent")).isEqualTo(typed);
        assertThat(Shown.in(answer).value("result")).isEqualTo("<b>Да</b>");
    }

    @Test
    void aKindergartenIsNotAskedForExaminations() {
        at(town.kindergarten());
        String course = begun() + "/process/" + running();

        assertThat(Shown.in(get(course)).text()).doesNotContain("ВПР");
        assertThat(Shown.in(post(course, "version", "0", "examsPercent", "50")).errors()).contains("только в общеобразовательных");
        assertThat(post(course, "version", "0", "result", "Адаптировалась")).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void aGraveRiskNeedsAMeasureAndEveryOtherWordStays() {
        String report = begun();

        MvcTestResult answer = post(report + "/risks", "version", "0", "risks[1].likelihood", "HIGH", "risks[1].impact", "HIGH",
                "risks[3].likelihood", "HIGH", "risks[3].impact", "HIGH", "risks[0].measure", "Семинар");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("напишите, что вы делаете");
        assertThat(Shown.in(answer).texts("fieldset .wrong")).hasSize(2);
        assertThat(Shown.in(answer).value("risks[0].measure")).isEqualTo("Семинар");
        assertThat(Shown.in(answer).value("risks[1].likelihood")).isEqualTo("HIGH");
        assertThat(post(report + "/risks", "version", "0", "risks[1].likelihood", "HIGH", "risks[1].impact", "HIGH", "risks[1].measure", "Меньше часов"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(Shown.in(get(report)).text()).contains("Оценено 1 из 6");
    }

    @Test
    void eachPartGetsStaleByItself() {
        String report = begun();
        assertThat(post(report + "/conclusions", "version", "0", "conclusions", "Первые")).hasStatus(HttpStatus.FOUND);
        assertThat(post(report + "/risks", "version", "0", "risks[0].measure", "Семинар")).hasStatus(HttpStatus.FOUND);
        assertThat(post(report + "/influence", "version", "0", "futureMentors", "3")).hasStatus(HttpStatus.FOUND);

        MvcTestResult stale = post(report + "/conclusions", "version", "0", "conclusions", "Другие");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "Первые");
        assertThat(Shown.in(stale).value("conclusions").strip()).isEqualTo("Другие");
        assertThat(post(report + "/influence", "version", "0", "futureMentors", "4")).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(report + "/risks", "version", "0", "risks[0].measure", "Иначе")).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(report + "/figures", "version", "7", "since", "01.09." + year.start(), "until", "01.12." + year.start()))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void tooMuchTextComesBackWithItsMessageAndNulsDisappear() {
        String report = begun();
        String much = "ы".repeat(100_000);

        Shown form = Shown.in(post(report + "/conclusions", "version", "0", "conclusions", much));
        assertThat(form.error("conclusions")).contains("не длиннее 20 000");
        assertThat(form.value("conclusions").strip()).isEqualTo(much);
        Shown influence = Shown.in(post(report + "/influence", "version", "0", "effects[4].words", "ы".repeat(10_000)));
        assertThat(influence.errors()).contains("не длиннее 4000");
        post(report + "/conclusions", "version", "0", "conclusions", " Вы\u0000воды «x» 🦉 ");
        assertThat(Shown.in(get(report + "/conclusions")).value("conclusions").strip()).isEqualTo("Выводы «x» 🦉");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"since, 31.08", "until, 01.09", "until, 31.02", "since, вчера"})
    void thePeriodLiesWithinTheYear(String field, String day) {
        String report = begun();
        String typed = day.matches("\\d.*") ? day + "." + ("until".equals(field) ? year.start() + 1 : year.start()) : day;

        Shown form = Shown.in(post(report + "/figures", "version", "0", "since", "since".equals(field) ? typed : "01.09." + year.start(), "until",
                "until".equals(field) ? typed : "31.05." + (year.start() + 1)));

        assertThat(form.error(field)).isNotEmpty();
        assertThat(form.value(field)).isEqualTo(typed);
    }

    @Test
    void filesAreAddedAndTakenAwayTenAtMost() {
        String report = begun();
        assertThat(Shown.in(post(report + "/attachments", "file.kept", "")).error("file")).contains("Выберите файл");
        for (int number = 1; number <= 10; number++) {
            assertThat(attach(report, "справка-" + number + ".pdf")).hasStatus(HttpStatus.FOUND);
        }
        assertThat(Shown.in(attach(report, "лишний.pdf")).errors()).contains("уже приложено 10 файлов");
        Shown page = Shown.in(get(report + "/attachments"));
        assertThat(page.texts(".lines li a")).hasSize(10).contains("справка-3.pdf");

        String remove = page.attributes(".lines form", "action").get(0);
        assertThat(post(remove)).hasStatus(HttpStatus.FOUND);
        assertThat(post(remove)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get(report + "/attachments")).texts(".lines li a")).hasSize(9);
    }

    @Test
    void nothingOfAnotherOrganisationIsThere() {
        String report = begun();
        long programme = running();
        at(town.school());
        String own = begun();

        for (String part : new String[] {"", "/process", "/process/" + programme, "/influence", "/risks", "/figures", "/conclusions", "/attachments",
            "/print"}) {
            assertThat(get(report + part)).as(part).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get(own + "/process/" + programme)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(own + "/process/" + programme, "version", "0", "result", "чужое")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(report + "/submit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(report + "/conclusions", "version", "0", "conclusions", "чужое")).hasStatus(HttpStatus.NOT_FOUND);
    }

    // ---- Handing in --------------------------------------------------------------------------------------------------------

    @Test
    void anUnfinishedReportSaysInOneGoWhatIsMissing() {
        running();
        String report = begun();

        MvcTestResult answer = post(report + "/submit");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).texts("#errors li")).hasSize(5).satisfiesExactlyInAnyOrder(
                process -> assertThat(process).contains("Ход программ", "Первые шаги"), effects -> assertThat(effects).contains("оцените ещё 5"),
                future -> assertThat(future).contains("планируют стать"), risks -> assertThat(risks).contains("ещё 6 рисков"),
                conclusions -> assertThat(conclusions).contains("Выводы"));
    }

    /** Nothing in force and no staff count: a report for a year without data. */
    @Test
    void aReportForAYearWithoutDataIsHandedInAndItsFiguresSayWhyThereAreNone() {
        String report = written();

        assertThat(post(report + "/submit")).hasRedirectedUrl(report);

        Shown page = Shown.in(get(report));
        assertThat(page.text()).contains("ждёт решения", "нет данных о численности");
        assertThat(jdbc.sql("select figures -> 'youngSpecialists' ->> 'reason' from monitoring_report where id = ?").param(id(report))
                .query(String.class).single()).isEqualTo("NO_STAFF_COUNT");
        assertThat(Shown.in(get(report + "/process")).text()).contains("программы не действовали");
    }

    @Test
    void theFiguresAreFrozenWhenItIsHandedInAndCountedAnewWhenItComesBack() {
        String report = written();
        post(report + "/submit");
        running();
        assertThat(Shown.in(get(report + "/figures")).attributes("[data-indicator=mentorships]", "data-value")).containsExactly("0");

        methodologist.returns(school, edition(report), "", "Где пары?");
        assertThat(Shown.in(get(report + "/figures")).attributes("[data-indicator=mentorships]", "data-value")).containsExactly("1");
        assertThat(Shown.in(get(report)).text()).contains("Возвращён с замечаниями", "Где пары?", "Нет ответа");
        assertThat(Shown.in(get("/workspace/reviews")).texts(".tag")).contains("возвращён");
    }

    @Test
    void whatIsReadOrAcceptedIsLockedAndTheNextEditionTakesItsPlace() {
        long programme = running();
        String report = written();
        post(report + "/process/" + programme, "version", "0", "result", "Получилось", "achievement", "ROSE", "olympiads", "NOT_APPLICABLE");
        post(report + "/submit");
        assertThat(Shown.in(post(report + "/conclusions", "version", "1", "conclusions", "Тайком")).errors()).contains("читает методический отдел");

        methodologist.approves(school, edition(report));

        Shown accepted = Shown.in(get(report));
        assertThat(accepted.text()).contains("принят", "Отчёт принят и больше не меняется");
        assertThat(Shown.in(post(report + "/risks", "version", "1")).errors()).contains("начните новую редакцию");
        assertThat(Shown.in(get(report + "/process")).text()).contains("Получилось");
        assertThat(Shown.in(get(report + "/print")).text()).contains("Принят методическим отделом", "Хороший год", "Получилось");

        String next = post(report + "/amend").getResponse().getRedirectedUrl();
        assertThat(Shown.in(get(next)).text()).contains("редакция 2", "Описано 1 из 1", "Оценено 6 из 6");
        assertThat(Shown.in(get(next + "/conclusions")).value("conclusions").strip()).isEqualTo("Хороший год");
        assertThat(Shown.in(post(report + "/amend")).errors()).contains("уже составляется");
        post(next + "/conclusions", "version", "0", "conclusions", "Очень хороший год");
        post(next + "/submit");
        methodologist.approves(school, edition(next));
        assertThat(Shown.in(get(report)).text()).contains("заменён");
        assertThat(Shown.in(get(HOME)).texts("tbody .tag")).containsExactly("принят", "заменён");
    }

    @Test
    void aDraftIsThrownAwayWithWhatIsWrittenAndOneThatWasHandedInStays() {
        String draft = written();
        assertThat(post(draft + "/discard")).hasRedirectedUrl(HOME);
        assertThat(get(draft)).hasStatus(404);

        String report = written();
        post(report + "/submit");
        assertThat(Shown.in(post(report + "/discard")).errors()).contains("читает методический отдел");
        post(report + "/withdraw");
        assertThat(get(report)).hasStatusOk();
    }

    @Test
    void theDepartmentReadsWhatWasHandedInAndNothingElse() {
        String report = written();
        var reader = town.observer().signedIn();
        String address = "/department/reports/" + id(report);
        assertThat(mvc.get().uri(address).with(reader)).hasStatus(HttpStatus.NOT_FOUND);
        post(report + "/submit");
        assertThat(Shown.in(mvc.get().uri(address).with(reader).exchange()).text()).contains("Хороший год", "Высокая нагрузка");

        methodologist.returns(school, edition(report), "", "Уточните");
        post(report + "/conclusions", "version", "1", "conclusions", "Ещё не сказано");
        assertThat(Shown.in(mvc.get().uri(address).with(reader).exchange()).text()).contains("сейчас у организации").doesNotContain("Ещё не сказано");
    }

    /** Accepted and published, both: and nobody is named. */
    @Test
    void everybodySeesAnAcceptedReportOnceTheSectionIsPublished() {
        long programme = running();
        String report = written();
        post(report + "/process/" + programme, "version", "0", "result", "Тайна этапа", "achievement", "ROSE", "olympiads", "SAME");
        String address = "/organisations/" + school.slug() + "/report";
        post("/workspace/section", "asOf", new Russian().date(clock.today()));
        post(report + "/submit");
        methodologist.approves(school, edition(report));
        assertThat(mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get("/workspace/section")).text()).contains("отчёт мониторинга за " + year);

        assertThat(post("/workspace/section", "asOf", new Russian().date(clock.today()))).hasStatus(HttpStatus.FOUND);

        assertThat(Shown.in(mvc.get().uri("/organisations/" + school.slug()).exchange()).texts("section[aria-labelledby=monitoring] a"))
                .contains("Отчёт внутреннего мониторинга за " + year + " учебный год");
        Shown page = Shown.in(mvc.get().uri(address + "?year=" + year.start()).exchange());
        assertThat(page.text()).contains("Хороший год", "Высокая нагрузка на наставников", "Принят методическим отделом")
                .doesNotContain("Тайна этапа", "Наставников П", "Молодцова");
        assertThat(mvc.get().uri(address + "?year=" + (year.start() - 1))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(address + "?year=вчера")).hasStatusOk();
    }

    @Test
    void lastYearsReportLiesBesideEachPart() {
        String last = written(year.previous());
        post(last + "/submit");
        methodologist.approves(school, edition(last));
        running();
        String report = begun();

        assertThat(Shown.in(get(report + "/conclusions")).texts(".last-year")).singleElement().asString().contains("Отчёт за " + year.previous(),
                "Хороший год");
        assertThat(Shown.in(get(report + "/influence")).texts(".last-year")).singleElement().asString().contains("достигнуто частично");
        assertThat(Shown.in(get(report + "/risks")).texts(".last-year")).singleElement().asString().contains("вероятность средняя");
        assertThat(Shown.in(get(report + "/figures")).texts("thead th")).contains(year.previous().toString());
        assertThat(Shown.in(get(report + "/process")).texts(".last-year")).singleElement().asString().contains("Программ в том отчёте не было");
    }

    // ---- Hands -------------------------------------------------------------------------------------------------------------

    private String begun() {
        return begun(year);
    }

    private String begun(AcademicYear of) {
        String address = post(HOME, "year", String.valueOf(of.start())).getResponse().getRedirectedUrl();
        assertThat(address).startsWith(HOME + "/");
        return address;
    }

    /** A report with all its parts but the first stage. */
    private String written() {
        return written(year);
    }

    private String written(AcademicYear of) {
        String report = begun(of);
        String[] effects = {"version", "0", "futureMentors", "2", "futureMentees", "0", "effects[0].assessment", "PARTLY", "effects[1].assessment",
            "ACHIEVED", "effects[2].assessment", "NOT_ASSESSED", "effects[3].assessment", "ACHIEVED", "effects[4].assessment", "NOT_ACHIEVED"};
        assertThat(post(report + "/influence", effects)).hasStatus(HttpStatus.FOUND);
        String[] risks = new String[26];
        risks[0] = "version";
        risks[1] = "0";
        for (int at = 0; at < 6; at++) {
            risks[2 + 4 * at] = "risks[" + at + "].likelihood";
            risks[3 + 4 * at] = "MIDDLE";
            risks[4 + 4 * at] = "risks[" + at + "].impact";
            risks[5 + 4 * at] = "LOW";
        }
        assertThat(post(report + "/risks", risks)).hasStatus(HttpStatus.FOUND);
        assertThat(post(report + "/conclusions", "version", "0", "conclusions", "Хороший год")).hasStatus(HttpStatus.FOUND);
        return report;
    }

    private long running() {
        LocalDate since = year.firstDay();
        return Running.programme(jdbc, school, since, year.lastDay());
    }

    private long edition(String report) {
        return jdbc.sql("select edition_id from monitoring_report where id = ?").param(id(report)).query(Long.class).single();
    }

    private static long id(String address) {
        return Long.parseLong(address.replaceAll(".*/", ""));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(java.net.URI.create(address)).with(curator.signedIn()).exchange();
    }

    private MvcTestResult post(String address, String... typed) {
        var request = mvc.post().uri(java.net.URI.create(address)).with(curator.signedIn()).with(csrf()).param("_once", UUID.randomUUID().toString());
        for (int at = 0; at < typed.length; at += 2) {
            request = request.param(typed[at], typed[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult attach(String report, String name) {
        return mvc.post().uri(report + "/attachments").multipart().file(new MockMultipartFile("file.file", name, null, SampleFiles.pdf()))
                .with(curator.signedIn()).with(csrf()).param("_once", UUID.randomUUID().toString()).param("file.kept", "").exchange();
    }

}
