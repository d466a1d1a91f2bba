package ru.smolensk.mentoring.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Town.Person;

/** The section from the curator's button to what everybody reads (DOMAIN 9). */
@PortalTest
class PublicationTest {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 12);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 12);

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PortalClock clock;

    Tenant school;
    Person curator;

    @BeforeEach
    void aSchoolWithOneCountedPair() {
        school = town.school();
        curator = town.curatorOf(school);
        staff("2025-09-01", 40, 2);
        pair(1, "П-1");
    }

    @Test
    void nobodySeesAnythingBeforeThePublication() {
        assertThat(mvc.get().uri("/organisations/" + school.slug())).hasStatusOk().bodyText()
                .contains("Раздел ещё не опубликован").doesNotContain("data-indicator");
    }

    @Test
    void aPublishedEditionShowsTheFiguresOfItsDate() {
        publish(OCTOBER);
        assertThat(mvc.get().uri("/organisations/" + school.slug())).hasStatusOk().bodyText()
                .contains("12\u00a0октября 2025\u00a0г.", "data-indicator=\"pairs\" data-value=\"1\"", "data-indicator=\"approved-programmes\" data-value=\"1\"")
                .contains("data-indicator=\"young-specialists\" data-numerator=\"1\" data-denominator=\"2\" data-percent=\"50.0\"")
                .contains("data-indicator=\"mentors\" data-numerator=\"1\" data-denominator=\"40\" data-percent=\"2.5\"")
                .contains("data-indicator=\"mentee-satisfaction\" data-reason=\"NO_RESPONSES\"")
                .contains("опроса ещё не было");
    }

    @Test
    void whatChangesAfterThePublicationStaysInTheWorkspaceUntilTheNextOne() {
        publish(OCTOBER);
        pair(2, "П-2");
        on(NOVEMBER, () -> {
            assertThat(section()).contains("data-indicator=\"pairs\" data-value=\"1\"");
            assertThat(workspace("/workspace/section")).contains("Есть неопубликованные изменения", "пары: 1 → 2", "утверждённые программы: 1 → 2",
                    "class=\"button\">Опубликовать раздел");
            return null;
        });
        publish(NOVEMBER);
        assertThat(section()).contains("data-indicator=\"pairs\" data-value=\"2\"");
        on(NOVEMBER, () -> assertThat(workspace("/workspace/section")).contains("Опубликовано всё, что есть",
                "class=\"button second\">Опубликовать раздел"));
    }

    @Test
    void anOldEditionIsReadByTheDayItWasInForce() {
        publish(OCTOBER);
        pair(2, "П-2");
        publish(NOVEMBER);
        assertThat(text("/organisations/" + school.slug() + "?date=2025-11-11"))
                .contains("data-indicator=\"pairs\" data-value=\"1\"", "Это прежняя редакция");
        assertThat(text("/organisations/" + school.slug() + "?date=2025-11-12")).contains("data-indicator=\"pairs\" data-value=\"2\"");
        assertThat(text("/organisations/" + school.slug() + "?date=2025-10-11")).contains("Раздел ещё не опубликован");
        assertThat(text("/organisations/" + school.slug() + "/editions")).contains("?edition=1", "?edition=2");
    }

    @Test
    void editionsOfOneDayAreOpenedEachByItsNumber() {
        publish(OCTOBER);
        pair(2, "П-2");
        publish(OCTOBER);
        String address = "/organisations/" + school.slug();
        assertThat(text(address + "?edition=1")).contains("data-indicator=\"pairs\" data-value=\"1\"", "Это прежняя редакция");
        assertThat(text(address + "?edition=2")).contains("data-indicator=\"pairs\" data-value=\"2\"").doesNotContain("Это прежняя редакция");
        assertThat(mvc.get().uri(address + "?edition=3")).hasStatus(404);
        assertThat(mvc.get().uri(address + "?edition=-1")).hasStatus(404);
        assertThat(mvc.get().uri(address + "?edition=1'")).hasStatus(404);
    }

    @Test
    void whatHasNotChangedIsNotPublishedAgainAndThePageNeverGoesBackInTime() {
        publish(NOVEMBER);
        assertThat(asked(NOVEMBER, "12.11.2025")).hasStatus(422).bodyText().contains("ничего не изменилось");
        pair(2, "П-2");
        assertThat(asked(NOVEMBER, "11.11.2025")).hasStatus(422).bodyText().contains("Уже опубликованы числа на 12.11.2025", "value=\"11.11.2025\"");
        assertThat(section()).contains("data-indicator=\"pairs\" data-value=\"1\"");
        assertThat(asked(NOVEMBER.plusDays(1), "13.11.2025")).hasStatus(302);
    }

    @Test
    void thePreviewShowsTheDayThatWasTyped() {
        pair(2, "П-2");
        assertThat(on(NOVEMBER, () -> workspace("/workspace/section/preview?asOf=12.10.2025"))).contains("12\u00a0октября 2025");
        assertThat(mvc.post().uri("/workspace/section/preview").with(curator.signedIn()).with(csrf()).param("asOf", "12.10.2025").param("_once", "1"))
                .hasStatus(302).hasRedirectedUrl("/workspace/section/preview?asOf=12.10.2025");
        for (String day : new String[] {"31.02.2025", "01.01.2099", ""}) {
            assertThat(mvc.post().uri("/workspace/section/preview").with(curator.signedIn()).with(csrf()).param("asOf", day)).as(day).hasStatus(422);
        }
        assertThat(on(NOVEMBER, () -> workspace("/workspace/section/preview?asOf=вчера"))).contains("12\u00a0ноября 2025");
    }

    private MvcTestResult asked(LocalDate day, String asOf) {
        return on(day, () -> mvc.post().uri("/workspace/section").with(curator.signedIn()).with(csrf()).param("asOf", asOf).exchange());
    }

    @Test
    void aDateThatIsNoneShowsTheNewestEditionAndSaysSo() {
        publish(OCTOBER);
        for (String date : new String[] {"31.02.2026", "0001-01-01", "9999-12-31", "завтра", "\"<b>"}) {
            assertThat(mvc.get().uri("/organisations/{slug}?date={date}", school.slug(), date)).hasStatusOk().bodyText().as(date)
                    .contains("data-indicator=\"pairs\" data-value=\"1\"", "в адресе портал не понял", HtmlUtils.htmlEscape(date));
        }
        assertThat(text("/organisations/" + school.slug() + "?date=")).doesNotContain("не понял");
        assertThat(text("/organisations/" + school.slug() + "?date=2025-12-31")).doesNotContain("не понял");
    }

    @Test
    void dataThatContradictThemselvesAreNotPublished() {
        staff("2025-10-01", 40, 0);
        MvcTestResult refused = on(OCTOBER, () -> mvc.post().uri("/workspace/section").with(curator.signedIn()).with(csrf())
                .param("asOf", "12.10.2025").exchange());
        assertThat(refused).hasStatus(422).bodyText().contains("Раздел нельзя опубликовать", "(1 из 0)");
        assertThat(on(OCTOBER, () -> workspace("/workspace"))).contains("ошибка в данных");
        assertThat(section()).contains("Раздел ещё не опубликован");
    }

    @Test
    void aDayThatHasNotComeIsRefusedAndStaysInItsField() {
        MvcTestResult refused = on(OCTOBER, () -> mvc.post().uri("/workspace/section").with(curator.signedIn()).with(csrf())
                .param("asOf", "13.10.2025").exchange());
        assertThat(refused).hasStatus(422).bodyText().contains("Этот день ещё не наступил", "value=\"13.10.2025\"");
    }

    @Test
    void anEditionIsNeverRewritten() {
        publish(OCTOBER);
        assertThatThrownBy(() -> jdbc.sql("update section_edition set as_of = '2020-01-01' where organisation_id = ?").param(school.id()).update())
                .hasMessageContaining("the table only grows");
        assertThatThrownBy(() -> jdbc.sql("delete from section_edition where organisation_id = ?").param(school.id()).update())
                .hasMessageContaining("the table only grows");
    }

    @Test
    void aReaderWhoHasTheEditionCostsOneStatementAndANewReaderThree() {
        publish(OCTOBER);
        MvcTestResult first = mvc.get().uri("/organisations/" + school.slug()).exchange();
        assertThat(Statements.of(first.getResponse())).isLessThanOrEqualTo(3);
        String etag = first.getResponse().getHeader("ETag");
        MvcTestResult again = mvc.get().uri("/organisations/" + school.slug()).header("If-None-Match", etag).exchange();
        assertThat(again).hasStatus(304);
        assertThat(Statements.of(again.getResponse())).isEqualTo(1);
        publish(NOVEMBER);
        assertThat(mvc.get().uri("/organisations/" + school.slug()).header("If-None-Match", etag)).hasStatusOk();
    }

    @Test
    void thePageOfAReaderWhoLoggedInIsNotTakenForTheVisitorsPage() {
        publish(OCTOBER);
        String visitors = mvc.get().uri("/organisations/" + school.slug()).exchange().getResponse().getHeader("ETag");
        assertThat(mvc.get().uri("/organisations/" + school.slug()).with(curator.signedIn()).header("If-None-Match", visitors)).hasStatusOk();
    }

    @Test
    void aPublishedFileIsForEverybodyUntilItIsClosed() {
        long file = document("REGULATION", "NO_NAMES");
        String address = "/organisations/" + school.slug() + "/files/" + file;
        assertThat(mvc.get().uri(address)).hasStatus(404);
        publish(OCTOBER);
        assertThat(section()).contains(address);
        assertThat(mvc.get().uri(address)).hasStatusOk();
        assertThat(mvc.get().uri("/organisations/" + town.school().slug() + "/files/" + file)).hasStatus(404);
        String etag = mvc.get().uri("/organisations/" + school.slug()).exchange().getResponse().getHeader("ETag");

        jdbc.sql("update stored_file set withdrawn_at = now() where id = ?").param(file).update();
        assertThat(mvc.get().uri(address)).hasStatus(404);
        assertThat(mvc.get().uri("/organisations/" + school.slug()).header("If-None-Match", etag)).hasStatusOk().bodyText().doesNotContain(address);
    }

    @Test
    void aDocumentThatNamesPeopleIsPublishedWithoutItsFile() {
        long file = document("REGULATION", "WITHHELD");
        publish(OCTOBER);
        assertThat(section()).contains("Положение", "файл на сайте не размещён").doesNotContain("/files/" + file);
        assertThat(mvc.get().uri("/organisations/" + school.slug() + "/files/" + file)).hasStatus(404);
    }

    @Test
    void aLinkToADocumentThatNamesPeopleIsNotPublished() {
        for (String disclosure : new String[] {"WITHHELD", "NO_NAMES"}) {
            jdbc.sql("insert into local_act (organisation_id, kind, dated_on, title, link, disclosure) values (?, 'REGULATION', '2025-09-05', ?, ?, ?)")
                    .params(school.id(), disclosure, "https://school.example/" + disclosure, disclosure).update();
        }
        publish(OCTOBER);
        assertThat(section()).contains("https://school.example/NO_NAMES", "WITHHELD").doesNotContain("https://school.example/WITHHELD");
    }

    @Test
    void theCitySumsPublishedEditionsOnly() {
        long before = cityPairs();
        publish(OCTOBER);
        pair(2, "П-2");
        assertThat(cityPairs()).isEqualTo(before + 1);
    }

    @Test
    void theListForgivesYoAndCaseAndKeepsItsFilter() {
        jdbc.sql("update organisation set short_name = 'МБДОУ «Детский сад № ' || id || ' «Ёлочка»»' where id = ?").param(school.id()).update();
        assertThat(text("/organisations?q=елочка")).contains("/organisations/" + school.slug());
        assertThat(text("/organisations?q=ЁЛОЧКА&kind=PRESCHOOL")).doesNotContain("/organisations/" + school.slug() + "\"");
        assertThat(text("/organisations?page=-5&sort=nonsense&kind=NONSENSE")).contains("<h1>");
    }

    @Test
    void constraintsHoldWithoutTheApplication() {
        assertThatThrownBy(() -> edition(1, "2025-10-13", "2025-10-12")).hasMessageContaining("section_edition_not_of_the_future");
        edition(1, "2025-10-12", "2025-10-12");
        assertThatThrownBy(() -> edition(1, "2025-10-12", "2025-10-12")).hasMessageContaining("section_edition_number_unique");
        Tenant other = town.school();
        long foreign = file(other);
        assertThatThrownBy(() -> jdbc.sql("""
                insert into section_edition_file select organisation_id, id, ? from section_edition where organisation_id = ?
                """).params(foreign, school.id()).update()).hasMessageContaining("section_edition_file_file_fk");
    }

    @Test
    void rowSevenListsTheOrderByWhichSomebodyJoinedLaterWhileTheyAreInTheGroup() {
        long joining = jdbc.sql("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                values (?, '21-од', '2025-10-20', 'О включении в группу', 'WITHHELD') returning id
                """).param(school.id()).query(Long.class).single();
        long mentee = person("Поздний", "2024-09-01");
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2025-09-01', 'YOUNG')")
                .params(school.id(), mentee).update();
        jdbc.sql("""
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, left_on, leaving_reason, mentor_id, starts_on, last_day,
                                               order_id, order_dated_on)
                select organisation_id, id, ?, '2025-10-21', '2025-12-01', 'Переехал', mentor_id, starts_on, last_day, ?, '2025-10-20'
                  from mentorship where organisation_id = ?
                """).params(mentee, joining, school.id()).update();

        publish(OCTOBER);
        assertThat(section()).contains("О закреплении").doesNotContain("О включении в группу");
        publish(NOVEMBER);
        assertThat(section()).contains("О закреплении", "О включении в группу");
        publish(LocalDate.of(2025, 12, 2));
        assertThat(section()).contains("О закреплении").doesNotContain("О включении в группу");
    }

    @Test
    void documentsThatHaveChangedAreNamed() {
        long kept = document("REGULATION", "NO_NAMES");
        document("OTHER", "NO_NAMES");
        publish(OCTOBER);
        jdbc.sql("update local_act set title = 'Положение о наставничестве' where organisation_id = ? and file_id = ?").params(school.id(), kept).update();
        jdbc.sql("update local_act set annulled_on = '2025-11-01', annulment_reason = 'Ошибка' where organisation_id = ? and kind = 'OTHER'")
                .param(school.id()).update();
        document("BEST_CASE", "NO_NAMES");

        on(NOVEMBER, () -> assertThat(workspace("/workspace/section").replace('\u00a0', ' ')).contains("документы: добавлен «Положение» № 7; "
                + "изменён «Положение» № 7 → «Положение о наставничестве» № 7; убран «Положение» № 7"));
        publish(NOVEMBER);
        on(NOVEMBER, () -> assertThat(workspace("/workspace/section")).contains("Опубликовано всё, что есть"));
    }

    private void edition(int number, String asOf, String publishedOn) {
        jdbc.sql("""
                insert into section_edition (organisation_id, number, as_of, published_at, published_on, published_by, content)
                values (?, ?, cast(? as date), now(), cast(? as date), ?, '{}')
                """).params(school.id(), number, asOf, publishedOn, curator.accountId()).update();
    }

    private void publish(LocalDate day) {
        MvcTestResult done = on(day, () -> mvc.post().uri("/workspace/section").with(curator.signedIn()).with(csrf())
                .param("asOf", day.toString()).exchange());
        assertThat(done).hasStatus3xxRedirection();
    }

    private <T> T on(LocalDate day, Supplier<T> action) {
        return clock.at(day.atTime(LocalTime.NOON).atZone(PortalClock.ZONE).toInstant(), action);
    }

    private String section() {
        return text("/organisations/" + school.slug());
    }

    private String text(String address) {
        return body(mvc.get().uri(address).exchange());
    }

    private String workspace(String address) {
        return body(mvc.get().uri(address).with(curator.signedIn()).exchange());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private long cityPairs() {
        String page = text("/");
        String mark = "data-indicator=\"mentorships\" data-value=\"";
        int at = page.indexOf(mark) + mark.length();
        return Long.parseLong(page.substring(at, page.indexOf('"', at)));
    }

    private void staff(String day, int all, int young) {
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, cast(? as date), ?, ?)")
                .params(school.id(), day, all, young).update();
    }

    private long document(String kind, String disclosure) {
        long file = file(school);
        jdbc.sql("""
                insert into local_act (organisation_id, kind, number, dated_on, title, file_id, disclosure)
                values (?, ?, '7', '2025-09-05', 'Положение', ?, ?)
                """).params(school.id(), kind, file, disclosure).update();
        return file;
    }

    private long file(Tenant owner) {
        long file = jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                values (?, 'Положение.pdf', 'application/pdf', 4, repeat('0', 64), now(), true) returning id
                """).param(owner.id()).query(Long.class).single();
        jdbc.sql("insert into stored_file_piece (file_id, position, content) values (?, 0, '%PDF')").param(file).update();
        return file;
    }

    /** A mentor and a young mentee of the own staff with an order and an approved programme, from September 2025 on. */
    private void pair(int number, String code) {
        long mentor = person("Наставник" + number, "1996-09-01");
        long mentee = person("Наставляемый" + number, "2024-09-01");
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2025-09-01')").params(school.id(), mentor).update();
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2025-09-01', 'YOUNG')")
                .params(school.id(), mentee).update();
        long order = jdbc.sql("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                values (?, ?, '2025-09-02', 'О закреплении', 'WITHHELD') returning id
                """).params(school.id(), "14-" + number).query(Long.class).single();
        long pair = jdbc.sql("""
                insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                values (?, ?, ?, 'TEACHER_TEACHER', ?, '2025-09-02', '2025-09-03', '2026-05-31', '2026-05-31') returning id
                """).params(school.id(), code, mentor, order).query(Long.class).single();
        jdbc.sql("""
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                values (?, ?, ?, '2025-09-03', ?, '2025-09-03', '2026-05-31')
                """).params(school.id(), pair, mentee, mentor).update();
        long programme = jdbc.sql("select nextval('portal_id')").query(Long.class).single();
        jdbc.sql("""
                insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on, approved_on, act_number)
                values (?, ?, ?, ?, 1, 'APPROVED', 'Первые шаги', '2025-09-10', '2026-05-31', '2025-09-09', '31-од')
                """).params(school.id(), programme, pair, programme).update();
        jdbc.sql("insert into programme_mentee (organisation_id, programme_id, mentorship_id, mentee_id) values (?, ?, ?, ?)")
                .params(school.id(), programme, pair, mentee).update();
    }

    private long person(String lastName, String teachingSince) {
        return jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, workplace, teaching_since)
                values (?, ?, 'Вера', 'OWN_STAFF', cast(? as date)) returning id
                """).params(school.id(), lastName, teachingSince).query(Long.class).single();
    }
}
