package ru.smolensk.mentoring.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.GoingRound;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Сроки»: due dates of duties, set by methodologists. */
@PortalTest
class CampaignPagesTest {

    private static final String NEW = "/department/campaigns/new";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Duties duties;

    @Autowired
    PortalClock clock;

    RequestPostProcessor methodologist;
    Tenant school;
    Traces traces;
    LocalDate today;
    AcademicYear year;

    @BeforeEach
    void aSchool() {
        methodologist = town.methodologist().signedIn();
        school = town.school();
        traces = new Traces(jdbc, school.id(), town.methodologist().accountId());
        today = clock.today();
        year = AcademicYear.of(today);
    }

    /** A general due date would reach the organisations of other tests. */
    @AfterEach
    void noGeneralDateStays() {
        jdbc.sql("update campaign set annulled_on = current_date, annulment_reason = 'тест' where scope <> 'LISTED' and annulled_on is null").update();
    }

    @Test
    void aDueDateIsSetForSomeAndKept() {
        traces.appointed(today.minusDays(1), null);
        MvcTestResult answer = send(NEW, fields("CURATOR", day(today), "LISTED", "", school.slug()));
        assertThat(answer.getResponse().getRedirectedUrl()).matches("/department/campaigns/\\d+");

        Shown page = Shown.in(get(answer.getResponse().getRedirectedUrl()));
        assertThat(page.texts("h1")).containsExactly("Куратор " + year);
        assertThat(page.texts(".sums b")).containsExactly("1", "0", "0", "0");
        assertThat(page.texts("tbody th a")).containsExactly(school.shortName());
        assertThat(page.texts(".history li").get(0)).contains("Срок: " + day(today), "Организации: " + school.shortName());
        assertThat(duties.of(school.id(), today).get(0).punctuality()).isEqualTo(Punctuality.ON_TIME);
        assertThat(duties.of(school.id(), today.minusDays(2)).get(0).punctuality()).isEqualTo(Punctuality.AHEAD);
    }

    @Test
    void theDueDatesAndTheOrganisationsUnderOneAreTakenAwayAsTheyAreShown() throws Exception {
        long early = traces.due(Duty.CURATOR, year, today);
        long late = traces.due(Duty.REGULATION, year, today);
        jdbc.sql("update campaign set title = 'Я ранний', due_on = ? where id = ?").params(year.firstDay(), early).update();
        jdbc.sql("update campaign set title = 'А поздний', due_on = ? where id = ?").params(year.lastDay(), late).update();
        String list = "/department/campaigns?year=" + year.start();
        for (String sort : new String[] {"", "&sort=title", "&sort=-title", "&sort=-due", "&sort=overdue", "&sort=nonsense"}) {
            List<String> shown = Shown.in(get(list + sort)).texts("tbody th a");
            List<String> file = csv(list + sort + "&table=csv");
            assertThat(file).as(sort).hasSameSizeAs(shown);
            for (int row = 0; row < shown.size(); row++) {
                assertThat(file.get(row)).as(sort).contains(";" + shown.get(row) + ";");
            }
        }
        assertThat(Shown.in(get(list)).texts("tbody th a")).isEqualTo(Shown.in(get(list + "&sort=nonsense")).texts("tbody th a"))
                .containsSubsequence("Я ранний", "А поздний");
        assertThat(Shown.in(get(list + "&sort=title")).texts("tbody th a")).containsSubsequence("А поздний", "Я ранний");
        assertThat(Shown.in(get(list + "&sort=-due")).texts("tbody th a")).containsSubsequence("А поздний", "Я ранний");
        assertThat(csv(list + "&table=csv")).anySatisfy(row -> assertThat(row)
                .startsWith(day(year.lastDay()) + ";А поздний;4.2;").endsWith(";1 организация;0;0;0;1;"));
        jdbc.sql("update campaign set annulled_on = current_date, annulment_reason = 'тест' where id = ?").param(late).update();
        assertThat(csv(list + "&table=csv&sort=-due"))
                .anySatisfy(row -> assertThat(row).contains(";А поздний;").contains("1 организация;;;;;"));

        assertThat(csv("/department/campaigns/" + early + "?table=csv")).singleElement().asString().startsWith(school.shortName() + ";");
        assertThat(get("/department/campaigns/999999999?table=csv")).hasStatus(404);
        assertThat(get(list + "&table=ods")).hasStatus(404);
    }

    @Test
    void theOrganisationsUnderADueDateAreSorted() throws Exception {
        LocalDate due = within(today.minusDays(3));
        long campaign = traces.due(Duty.CURATOR, year, due);
        String page = "/department/campaigns/" + campaign;
        String late = another("Б", campaign, today);
        String early = another("В", campaign, due.minusDays(5));
        String earlier = another("А", campaign, due.minusDays(9));
        String never = school.shortName();
        for (String asked : new String[] {page, page + "?sort=state", page + "?sort=nonsense"}) {
            assertThat(organisations(asked)).as(asked).containsExactly(never, late, earlier, early);
        }
        assertThat(organisations(page + "?sort=-state")).startsWith(earlier, early).endsWith(never);
        assertThat(organisations(page + "?sort=organisation")).containsSubsequence(earlier, late, early);
        assertThat(organisations(page + "?sort=-organisation")).containsSubsequence(early, late, earlier);
        assertThat(organisations(page + "?sort=handed")).as("what is not known comes last").containsExactly(late, early, earlier, never);
        assertThat(organisations(page + "?sort=-handed")).containsExactly(earlier, early, late, never);
        assertThat(Shown.in(get(page + "?sort=-handed")).attributes("th[aria-sort]", "aria-sort")).containsExactly("ascending");
        assertThat(csv(page + "?table=csv").get(1)).as("words without soft hyphens").contains(";с опозданием;");
    }

    /** The organisations on the page, the same as in the file. */
    private List<String> organisations(String address) throws Exception {
        List<String> shown = Shown.in(get(address)).texts("tbody th a");
        assertThat(csv(address + (address.contains("?") ? "&" : "?") + "table=csv").stream().map(row -> row.split(";")[0]))
                .isEqualTo(shown);
        return shown;
    }

    /** Another organisation under the same due date, with a curator since the day. */
    private String another(String letter, long campaign, LocalDate since) {
        Tenant other = town.school();
        jdbc.sql("update organisation set short_name = ? || ' ' || short_name where id = ?").params(letter, other.id()).update();
        new Traces(jdbc, other.id(), traces.account()).appointed(since, null);
        jdbc.sql("insert into campaign_organisation (campaign_id, organisation_id) values (?, ?)").params(campaign, other.id()).update();
        return jdbc.sql("select short_name from organisation where id = ?").param(other.id()).query(String.class).single();
    }

    private List<String> csv(String address) throws Exception {
        return get(address).getResponse().getContentAsString(StandardCharsets.UTF_8).lines().skip(1)
                .map(row -> row.replace("\"", "")).toList();
    }

    @Test
    void onTimeLateOverdueAndAheadAreKeptApart() {
        LocalDate due = within(today.minusDays(3));
        traces.due(Duty.CURATOR, year, due);
        assertThat(standing(Duty.CURATOR).punctuality()).isEqualTo(Punctuality.OVERDUE);
        assertThat(standing(Duty.CURATOR).lag()).isEqualTo(today.toEpochDay() - due.toEpochDay());
        assertThat(standing(Duty.CURATOR).mark()).isEqualTo(Mark.OVERDUE);
        assertThat(duties.of(school.id(), due).get(0).punctuality()).as("on the day itself there is still time")
                .isEqualTo(Punctuality.AHEAD);
        traces.appointed(due.plusDays(1), null);
        assertThat(standing(Duty.CURATOR).punctuality()).isEqualTo(Punctuality.LATE);
        assertThat(standing(Duty.CURATOR).mark()).isEqualTo(Mark.LATE);
        assertThat(standing(Duty.CURATOR).lag()).isZero();
    }

    @Test
    void whatWasHandedInOnTimeIsOnTimeHoweverLongItIsRead() {
        LocalDate due = within(today.minusDays(10));
        traces.due(Duty.REGULATION, year, due);
        long edition = traces.draft("REGULATION", null, 1);
        traces.submit(edition, due);
        assertThat(standing(Duty.REGULATION).punctuality()).isEqualTo(Punctuality.ON_TIME);
        assertThat(standing(Duty.REGULATION).mark()).isEqualTo(Mark.WAITING);
        traces.decide(edition, "RETURNED", due.plusDays(2));
        assertThat(standing(Duty.REGULATION).punctuality()).isEqualTo(Punctuality.OVERDUE);
        assertThat(standing(Duty.REGULATION).state()).isEqualTo(DutyState.RETURNED);
        traces.submit(edition, due.plusDays(3)).decide(edition, "APPROVED", due.plusDays(4));
        assertThat(standing(Duty.REGULATION).punctuality()).isEqualTo(Punctuality.LATE);
    }

    @Test
    void theNarrowerDueDateGoesFirst() {
        set("REGULATION", year.lastDay(), "ALL", "");
        assertThat(standing(Duty.REGULATION).dueOn()).isEqualTo(year.lastDay());
        set("REGULATION", year.lastDay().minusDays(1), "KIND", "GENERAL");
        set("REGULATION", year.lastDay().minusDays(5), "KIND", "PRESCHOOL");
        assertThat(standing(Duty.REGULATION).dueOn()).isEqualTo(year.lastDay().minusDays(1));
        long first = traces.due(Duty.REGULATION, year, year.lastDay().minusDays(2));
        long second = traces.due(Duty.REGULATION, year, year.lastDay().minusDays(3));
        assertThat(standing(Duty.REGULATION).campaignId()).isEqualTo(Math.max(first, second));
        for (long listed : List.of(first, second)) {
            assertThat(send("/department/campaigns/" + listed + "/annul", "reason", "Передумали"))
                    .hasRedirectedUrl("/department/campaigns/" + listed);
        }
        assertThat(standing(Duty.REGULATION).dueOn()).isEqualTo(year.lastDay().minusDays(1));
        assertThat(Shown.in(get("/department/campaigns/" + first)).text()).contains("Срок отменён", "Передумали");
    }

    @Test
    void aDueDateOfAnotherYearDoesNotCountInThisOne() {
        traces.due(Duty.REGULATION, new AcademicYear(year.start() + 1), LocalDate.of(year.start() + 1, 10, 1));
        assertThat(standing(Duty.REGULATION).dueOn()).isNull();
    }

    @Test
    void aDueDateIsMovedAndTheHistoryHoldsBoth() {
        long id = set("BASES", year.firstDay().plusDays(20), "LISTED", "", school.slug());
        Shown form = Shown.in(get("/department/campaigns/" + id + "/edit"));
        assertThat(form.value("duty")).isEqualTo("BASES");
        assertThat(form.value("organisations")).isEqualTo(school.slug());

        assertThat(send("/department/campaigns/" + id + "/edit", and(fields("BASES", day(year.firstDay().plusDays(30)), "LISTED", "",
                school.slug()),
                "version", form.value("version")))).hasRedirectedUrl("/department/campaigns/" + id);

        assertThat(Shown.in(get("/department/campaigns/" + id)).texts(".history del")).contains(day(year.firstDay().plusDays(20)));
        assertThat(standing(Duty.BASES).dueOn()).isEqualTo(year.firstDay().plusDays(30));
    }

    @Test
    void aStaleFormShowsBothAndCanBeSentAgain() {
        long id = set("BASES", year.firstDay().plusDays(20), "LISTED", "", school.slug());
        String edit = "/department/campaigns/" + id + "/edit";
        send(edit, and(fields("BASES", day(year.firstDay().plusDays(30)), "LISTED", "", school.slug()), "version", "0"));

        MvcTestResult stale = send(edit, and(fields("BASES", day(year.firstDay().plusDays(40)), "LISTED", "", school.slug()), "version",
                "0"));
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Shown form = Shown.in(stale);
        assertThat(form.errors()).contains("изменил кто-то ещё", "Срок " + day(year.firstDay().plusDays(30)));
        assertThat(form.value("dueOn")).isEqualTo(day(year.firstDay().plusDays(40)));
        assertThat(send(edit, and(fields("BASES", day(year.firstDay().plusDays(40)), "LISTED", "", school.slug()), "version",
                form.value("version"))))
                .hasRedirectedUrl("/department/campaigns/" + id);
    }

    @ParameterizedTest(name = "{4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            -,      01.10.2024, ALL,    -,   duty,          Выберите
            BASES,  -,          ALL,    -,   dueOn,         Введите срок
            BASES,  31.02.2025, ALL,    -,   dueOn,         Такой даты нет
            BASES,  скоро 🦉,    ALL,    -,   dueOn,         Такой даты нет
            BASES,  31.08.2024, ALL,    -,   dueOn,         Срок должен быть внутри 2024/2025 учебного года: с 01.09.2024 по 31.08.2025
            BASES,  01.09.2025, ALL,    -,   dueOn,         Срок должен быть внутри 2024/2025
            BASES,  01.10.2024, -,      -,   scope,         Выберите
            BASES,  01.10.2024, KIND,   -,   kind,          Выберите вид организаций
            BASES,  01.10.2024, LISTED, -,   organisations, Отметьте хотя бы одну организацию
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String duty, String dueOn, String scope, String kind, String field,
            String message) {
        int before = campaigns();
        MvcTestResult answer = send(NEW, "duty", duty, "year", "2024", "dueOn", dueOn, "scope", scope, "kind", kind, "title",
                "«Сроки» & 'кавычки' 😀");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.errors()).contains(message);
        assertThat(form.title()).startsWith("Ошибка:");
        assertThat(form.value("duty")).isEqualTo(duty == null ? "" : duty);
        assertThat(form.value("dueOn")).isEqualTo(dueOn == null ? "" : dueOn);
        assertThat(form.value("scope")).isEqualTo(scope == null ? "" : scope);
        assertThat(form.value("title")).isEqualTo("«Сроки» & 'кавычки' 😀");
        assertThat(campaigns()).isEqualTo(before);
    }

    @Test
    void tooLongATitleComesBackWholeAndInvisibleCharactersDoNot() {
        Shown form = Shown.in(send(NEW, and(fields("BASES", day(year.firstDay()), "LISTED", "", school.slug()), "title",
                "я".repeat(10_000))));
        assertThat(form.error("title")).contains("не длиннее 300");
        assertThat(form.value("title")).hasSize(10_000);
        long id = setWith(and(fields("BASES", " " + day(year.firstDay()) + "\u0000", "LISTED", "", school.slug()), "title", "Ба\u0000зы"));
        assertThat(Shown.in(get("/department/campaigns/" + id)).texts("h1")).containsExactly("Базы");
    }

    @Test
    void twoGeneralDueDatesOfTheSameThingAreRefusedInWords() {
        set("SECTION_OPENED", year.lastDay(), "ALL", "");
        MvcTestResult second = send(NEW, fields("SECTION_OPENED", day(year.firstDay()), "ALL", ""));
        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).error("dueOn")).contains("Такой срок на этот учебный год уже назначен");
    }

    @Test
    void whatNobodyCanSendIsRefused() {
        assertThat(send(NEW, fields("DANCING", day(year.firstDay()), "ALL", ""))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send(NEW, fields("BASES", day(year.firstDay()), "EVERYBODY", ""))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send(NEW, "duty", "BASES", "year", "весна", "dueOn", "01.10.2024", "scope", "ALL")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send(NEW, "duty", "BASES", "year", "2147483647", "dueOn", "01.10.2024", "scope", "ALL"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send(NEW, fields("BASES", day(year.firstDay()), "LISTED", "", "no-such-school"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/department/campaigns/999999999")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send("/department/campaigns/999999999/annul", "reason", "нет")).hasStatus(HttpStatus.NOT_FOUND);
        RequestPostProcessor curator = town.curatorOf(school).signedIn();
        RequestPostProcessor observer = town.observer().signedIn();
        for (RequestPostProcessor other : List.of(curator, observer)) {
            methodologist = other;
            assertThat(send(NEW, fields("BASES", day(year.firstDay()), "ALL", ""))).hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void aCancelledDueDateCanNeitherBeChangedNorCancelledAgain() {
        long id = set("BASES", year.firstDay(), "LISTED", "", school.slug());
        assertThat(Shown.in(send("/department/campaigns/" + id + "/annul", "reason", " ")).error("reason")).contains("Напишите причину");
        send("/department/campaigns/" + id + "/annul", "reason", "Ошибка");
        assertThat(Shown.in(send("/department/campaigns/" + id + "/annul", "reason", "Ещё раз")).errors()).contains("уже отменён");
        assertThat(Shown.in(send("/department/campaigns/" + id + "/edit", and(fields("BASES", day(year.firstDay()), "LISTED", "",
                school.slug()),
                "version", "1"))).errors()).contains("Этот срок отменён");
        assertThat(standing(Duty.BASES).dueOn()).isNull();
    }

    @Test
    void theListCountsWhoHasKeptEachDateInAConstantNumberOfStatements() {
        long id = set("CURATOR", year.firstDay(), "LISTED", "", school.slug());
        int before = Statements.of(get("/department/campaigns").getResponse());
        set("REGULATION", year.firstDay(), "LISTED", "", school.slug(), town.school().slug());

        MvcTestResult answer = get("/department/campaigns?year=" + year.start());
        assertThat(Statements.of(answer.getResponse())).isEqualTo(before);
        assertThat(Shown.in(answer).texts("tr:has(a[href='/department/campaigns/" + id + "']) td.num")).containsExactly("0", "0",
                today.isAfter(year.firstDay())
                ? "1" : "0", today.isAfter(year.firstDay()) ? "0" : "1");
        assertThat(get("/department/campaigns?year=nonsense")).hasStatusOk();
        assertThat(Shown.in(get("/department/campaigns?year=" + (year.start() + 1))).texts(".empty h2, tbody tr")).isNotEmpty();
    }

    @Test
    void whoGoesRoundTheApplicationMeetsTheConstraints() {
        String insert = "insert into campaign (title, duty, academic_year, due_on, scope, kind, annulled_on) values ";
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'DANCING', 2024, '2024-10-01', 'LISTED', null, null)"))
                .isEqualTo("campaign_duty_known");
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'BASES', 2024, '2024-10-01', 'SOME', null, null)"))
                .isEqualTo("campaign_scope_known");
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'BASES', 2024, '2024-10-01', 'KIND', 'CIRCUS', null)"))
                .isEqualTo("campaign_kind_known");
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'BASES', 2024, '2024-10-01', 'KIND', null, null)"))
                .isEqualTo("campaign_kind_of_scope");
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'BASES', 2024, '2024-08-31', 'LISTED', null, null)"))
                .isEqualTo("campaign_due_within_year");
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'BASES', 2024, '2024-10-01', 'LISTED', null, '2024-10-01')"))
                .isEqualTo("campaign_annulled_with_reason");
        assertThat(GoingRound.constraintAgainst(jdbc, insert + "('x', 'BASES', 2024, '2024-10-01', 'ALL', null, null), "
                + "('y', 'BASES', 2024, '2024-10-02', 'ALL', null, null)")).isEqualTo("campaign_one_due_date");
        assertThat(GoingRound.constraintAgainst(jdbc, "insert into campaign_organisation (organisation_id, campaign_id) values (?, 1)",
                school.id()))
                .isEqualTo("campaign_organisation_campaign_fk");
        assertThat(GoingRound.constraintAgainst(jdbc, "insert into campaign_organisation (organisation_id, campaign_id) values (1, ?)",
                traces.due(Duty.BASES, year, today))).isEqualTo("campaign_organisation_organisation_fk");
    }

    private DutyStanding standing(Duty duty) {
        return duties.of(school.id(), today).get(duty.ordinal());
    }

    private LocalDate within(LocalDate day) {
        return day.isBefore(year.firstDay()) ? year.firstDay() : day;
    }

    private String[] fields(String duty, String dueOn, String scope, String kind, String... slugs) {
        List<String> fields = new ArrayList<>(List.of("duty", duty, "year", String.valueOf(year.start()), "dueOn", dueOn, "scope", scope,
                "kind", kind));
        Arrays.stream(slugs).forEach(slug -> fields.addAll(List.of("organisations", slug)));
        return fields.toArray(String[]::new);
    }

    private static String[] and(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private long set(String duty, LocalDate dueOn, String scope, String kind, String... slugs) {
        return setWith(fields(duty, day(dueOn), scope, kind, slugs));
    }

    private long setWith(String... fields) {
        String address = send(NEW, fields).getResponse().getRedirectedUrl();
        assertThat(address).matches("/department/campaigns/\\d+");
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private static String day(LocalDate day) {
        return new Russian().date(day);
    }

    private int campaigns() {
        return jdbc.sql("select count(*) from campaign").query(Integer.class).single();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(methodologist).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(methodologist);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1] == null ? "" : fields[at + 1]);
        }
        return request.exchange();
    }
}
