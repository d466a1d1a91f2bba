package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** The city asks for reports: who is asked, who has handed in and when, what the curator sees. */
@PortalTest
class MonitoringCampaignTest {

    private static final String HOME = "/department/monitoring";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Autowired
    ReportStandings standings;

    Tenant school;
    Town.Person curator;
    Town.Person methodologist;
    AcademicYear year;
    LocalDate due;

    @BeforeEach
    void aSchoolAndADepartment() {
        school = town.school();
        curator = town.curatorOf(school);
        methodologist = town.methodologist();
        year = AcademicYear.of(clock.today());
        due = clock.today().plusDays(10);
        cancelAll();
    }

    /** A year has one campaign, and other tests want theirs. */
    @AfterEach
    void cancelAll() {
        jdbc.sql("update monitoring_campaign set annulled_on = current_date, annulment_reason = 'проба' where annulled_on is null").update();
    }

    @Test
    void aCampaignIsOpenedChangedAndCancelledWithItsHistory() {
        String campaign = opened();
        Shown page = Shown.in(get(campaign));
        assertThat(page.text()).contains("Внутренний мониторинг " + year, school.shortName(), "срок впереди", "не сдан");

        String version = Shown.in(get(campaign + "/edit")).value("version");
        assertThat(post(campaign + "/edit", typed("version", version, "title", "Итоги года", "organisations", school.slug())))
                .hasRedirectedUrl(campaign);
        assertThat(post(campaign + "/edit", typed("version", version, "title", "Другое", "organisations", school.slug())))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(post(campaign + "/annul", "reason", "")).error("reason")).isNotEmpty();
        assertThat(post(campaign + "/annul", "reason", "Перенесли")).hasRedirectedUrl(campaign);
        assertThat(Shown.in(get(campaign)).text()).contains("Итоги года", "Кампания отменена", "Перенесли");
        assertThat(Shown.in(get(HOME)).texts(".tag")).contains("отменена");
    }

    @Test
    void aYearHasOneCampaign() {
        opened();
        MvcTestResult second = post(HOME + "/new", typed("organisations", school.slug()));
        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(second).error("year")).contains("уже есть");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(nullValues = "-", textBlock = """
            since, 31.08.2020, since
            until, 01.09.2030, until
            until, 31.02.2027, until
            dueOn, 01.01.2020, dueOn
            dueOn, 01.01.2030, dueOn
            dueOn, -,          dueOn
            scope, KIND,       kind
            organisations, -,  organisations
            """)
    void whatIsWrongIsSaidAtItsField(String field, String value, String wrong) {
        String[] typed = typed("organisations", school.slug());
        for (int at = 0; at < typed.length; at += 2) {
            if (typed[at].equals(field)) {
                typed[at + 1] = value == null ? "" : value;
            }
        }
        MvcTestResult answer = post(HOME + "/new", typed);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error(wrong)).isNotEmpty();
    }

    @Test
    void handedInOnTheDayIsInTimeTheDayAfterIsLateAndWithdrawingTakesItBack() {
        opened();
        assertThat(standing()).isEqualTo(HandedIn.AHEAD);
        long report = handedIn(due, null);
        assertThat(standing()).isEqualTo(HandedIn.ON_TIME);
        assertThat(standings.of(school.id(), year).state()).isEqualTo(ReportState.WAITING);
        assertThat(standings.of(school.id(), year).reportId()).isEqualTo(report);

        Tenant late = town.school();
        ask(late);
        school = late;
        handedIn(due.plusDays(1), null);
        assertThat(standing()).isEqualTo(HandedIn.LATE);

        Tenant back = town.school();
        ask(back);
        school = back;
        handedIn(due, "WITHDRAWN");
        assertThat(standing()).isEqualTo(HandedIn.AHEAD);
        assertThat(clock.at(due.plusDays(1).atTime(12, 0).atZone(PortalClock.ZONE).toInstant(), this::standing)).isEqualTo(HandedIn.OVERDUE);
    }

    @Test
    void whoIsNotAskedOwesNothing() {
        opened();
        Tenant other = town.kindergarten();
        assertThat(standings.asked(other.id())).isEmpty();
        assertThat(standings.of(other.id(), year).punctuality()).isNull();
        assertThat(standings.asked(school.id())).singleElement().satisfies(one -> assertThat(one.owed()).isTrue());
    }

    @Test
    void theCuratorSeesItAmongTheThingsToDoUntilItIsHandedIn() {
        opened();
        String words = "Сдать отчёт мониторинга за " + year + " до " + new Russian().date(due);
        assertThat(Shown.in(own("/workspace")).text()).contains(words);
        assertThat(Shown.in(own("/workspace/reports")).text()).contains(words);

        handedIn(clock.today(), null);
        assertThat(Shown.in(own("/workspace")).text()).doesNotContain("Сдать отчёт мониторинга");
    }

    @Test
    void aNewReportTakesThePeriodThatTheCityAsksFor() {
        opened();
        String report = mvc.post().uri("/workspace/reports").with(curator.signedIn()).with(csrf()).param("_once", UUID.randomUUID().toString())
                .param("year", String.valueOf(year.start())).exchange().getResponse().getRedirectedUrl();
        assertThat(Shown.in(own(report + "/figures")).value("until")).isEqualTo("31.05." + (year.start() + 1));
    }

    // ---- Hands -------------------------------------------------------------------------------------------------------------

    private String opened() {
        MvcTestResult answer = post(HOME + "/new", typed("organisations", school.slug()));
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return answer.getResponse().getRedirectedUrl();
    }

    /** A good form, with more fields or others. */
    private String[] typed(String... more) {
        Russian russian = new Russian();
        List<String> all = new java.util.ArrayList<>(List.of("year", String.valueOf(year.start()), "since", russian.date(year.firstDay()), "until",
                "31.05." + (year.start() + 1), "dueOn", russian.date(due), "scope", "LISTED"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void ask(Tenant one) {
        jdbc.sql("insert into monitoring_campaign_organisation (organisation_id, campaign_id) select ?, id from monitoring_campaign where annulled_on is null")
                .param(one.id()).update();
    }

    private HandedIn standing() {
        return standings.of(school.id(), year).punctuality();
    }

    /** A report that was handed in on a day. */
    private long handedIn(LocalDate on, String outcome) {
        long report = jdbc.sql("""
                with edition as (insert into review_edition (organisation_id, subject, academic_year, number, state)
                  values (:school, 'MONITORING_REPORT', :year, 1, :state) returning organisation_id, id),
                handed as (insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content, outcome, decided_at,
                                                          decided_by)
                  select organisation_id, id, 1, :at, :curator, '{}', cast(:outcome as varchar), case when cast(:outcome as text) is not null then cast(:at as timestamptz) end,
                         case when cast(:outcome as text) is not null then cast(:curator as bigint) end from edition)
                insert into monitoring_report (organisation_id, edition_id, academic_year, since, until, dated_on, figures)
                select organisation_id, id, :year, :since, :until, :since, cast('
                  {"date": "2026-09-01", "pairs": 0, "groups": 0, "approvedProgrammes": 0, "partnerOrganisations": 0,
                   "youngSpecialists": {"reason": "NO_STAFF_COUNT"}, "mentors": {"reason": "NO_STAFF_COUNT"},
                   "menteeSatisfaction": {"reason": "NO_RESPONSES"}, "mentorSatisfaction": {"reason": "NO_RESPONSES"}}' as jsonb)
                  from edition returning id
                """).param("school", school.id()).param("year", year.start()).param("state", outcome == null ? "SUBMITTED" : outcome)
                .param("at", on.atTime(23, 30).atZone(PortalClock.ZONE).toOffsetDateTime()).param("curator", curator.accountId())
                .param("outcome", outcome).param("since", year.firstDay()).param("until", year.lastDay()).query(Long.class).single();
        assertThat(report).isPositive();
        return report;
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(java.net.URI.create(address)).with(methodologist.signedIn()).exchange();
    }

    private MvcTestResult own(String address) {
        return mvc.get().uri(java.net.URI.create(address)).with(curator.signedIn()).exchange();
    }

    private MvcTestResult post(String address, String... typed) {
        var request = mvc.post().uri(java.net.URI.create(address)).with(methodologist.signedIn()).with(csrf())
                .param("_once", UUID.randomUUID().toString());
        for (int at = 0; at < typed.length; at += 2) {
            request = request.param(typed[at], typed[at + 1]);
        }
        return request.exchange();
    }
}
