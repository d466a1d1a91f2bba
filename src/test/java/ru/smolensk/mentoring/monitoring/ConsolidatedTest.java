package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** The consolidated table: whose figures count, the sums, the differences, what stands out. */
@PortalTest
class ConsolidatedTest {

    private static final AcademicYear YEAR = new AcademicYear(2031);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Consolidated consolidated;

    Tenant school;
    Tenant garden;
    Tenant without;

    @BeforeEach
    void threeOrganisations() {
        school = town.school();
        garden = town.kindergarten();
        without = town.school();
    }

    @Test
    void onlyAcceptedReportsCountUnlessWhatIsHandedInIsAskedFor() {
        report(school, 2031, "APPROVED", 4, 1, 2, 3, 100);
        report(garden, 2031, "SUBMITTED", 2, 0, 1, 1, 40);

        assertThat(row(false, school).figures().mentorships()).isEqualTo(5);
        assertThat(row(false, garden).figures()).isNull();
        assertThat(row(true, garden).figures().pairs()).isEqualTo(2);
        assertThat(row(true, without).standing().state()).isEqualTo(ReportState.NOT_STARTED);
        assertThat(row(true, without).figures()).isNull();
    }

    @Test
    void theCityIsTheSumOfSumsAndItsCoverageNamesThoseWithoutAReport() {
        Consolidated.Row one = row(figures(1, 0, 1, 2, 10), null, OrganisationKind.GENERAL);
        Consolidated.Row two = row(figures(3, 1, 30, 90, 100), null, OrganisationKind.GENERAL);
        Consolidated.Row none = row(null, null, OrganisationKind.PRESCHOOL);

        Consolidated.Total total = Consolidated.Total.of(List.of(one, two, none));

        assertThat(total.reports()).isEqualTo(2);
        assertThat(total.organisations()).isEqualTo(3);
        assertThat(total.figures().mentorships()).isEqualTo(5);
        assertThat(total.figures().youngSpecialists().share()).isEqualTo(Share.of(31, 92));
        assertThat(total.figures().youngSpecialists().coverage()).isEqualTo("по данным 2 из 3");
    }

    @Test
    void yearsAreComparedByTheOrganisationsThatReportedInBoth() {
        Consolidated.Row both = row(figures(3, 0, 2, 3, 10), figures(1, 0, 1, 2, 10), OrganisationKind.GENERAL);
        Consolidated.Row onlyNow = row(figures(20, 0, 0, 50, 10), null, OrganisationKind.GENERAL);
        Consolidated.Row onlyBefore = row(null, figures(7, 0, 9, 9, 10), OrganisationKind.GENERAL);

        Consolidated.Change change = Consolidated.Total.of(List.of(both, onlyNow, onlyBefore)).change();

        assertThat(change.organisations()).isEqualTo(1);
        assertThat(change.of(Column.MENTORSHIPS)).isEqualTo("+2");
        assertThat(change.of(Column.YOUNG_SPECIALISTS)).isEqualTo("+16,7\u00a0п.\u00a0п.");
        assertThat(Consolidated.Total.of(List.of(onlyNow, onlyBefore)).change().of(Column.MENTORSHIPS)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} after {2} of {3}")
    @CsvSource(textBlock = """
            1, 4, 2, 4, true
            1, 4, 1, 2, true
            26, 100, 50, 100, false
            0, 4, 1, 4, true
            0, 4, 0, 4, false
            """)
    void aShareThatFellByHalfStandsOut(long young, long all, long youngBefore, long allBefore, boolean found) {
        Consolidated.Row row = row(figures(9, 0, young, all, 10), figures(9, 0, youngBefore, allBefore, 10), OrganisationKind.GENERAL);
        assertThat(Oddity.SHARE_FELL.in(row).isPresent()).isEqualTo(found);
        assertThat(Oddity.SHARE_FELL.in(row(figures(9, 0, young, all, 10), null, OrganisationKind.GENERAL))).isEmpty();
    }

    @Test
    void moreMentorsThanPairsAnOldStaffCountAndAContradictionStandOut() {
        FrozenFigures mentors = figures(1, 0, 1, 2, 10);
        assertThat(Oddity.MORE_MENTORS_THAN_MENTORSHIPS.in(row(mentors, null, OrganisationKind.GENERAL))).hasValue("2\u00a0наставника, а пар и групп – 1");
        assertThat(Oddity.MORE_MENTORS_THAN_MENTORSHIPS.in(row(figures(2, 0, 1, 2, 10), null, OrganisationKind.GENERAL))).isEmpty();
        assertThat(Oddity.CONTRADICTION.in(row(figures(9, 0, 3, 2, 10), null, OrganisationKind.GENERAL))).isPresent();
        assertThat(Oddity.OLD_STAFF_COUNT.in(row(mentors, null, OrganisationKind.GENERAL))).isEmpty();
        FrozenFigures old = new FrozenFigures(mentors.date(), 1, 0, 1, mentors.youngSpecialists(), mentors.mentors(), 0, mentors.menteeSatisfaction(),
                mentors.mentorSatisfaction(), mentors.date().minusMonths(12).minusDays(1));
        assertThat(Oddity.OLD_STAFF_COUNT.in(row(old, null, OrganisationKind.GENERAL))).isPresent();
        assertThat(Oddity.OLD_STAFF_COUNT.in(row(null, null, OrganisationKind.GENERAL))).isEmpty();
    }

    @Test
    void differencesAreInPercentagePointsAndInCounts() {
        FrozenFigures now = figures(3, 0, 2, 3, 10);
        FrozenFigures before = figures(5, 0, 1, 2, 10);
        assertThat(Column.MENTORSHIPS.difference(now, before)).isEqualTo("−2");
        assertThat(Column.YOUNG_SPECIALISTS.difference(now, before)).isEqualTo("+16,7\u00a0п.\u00a0п.");
        assertThat(Column.MENTEE_SATISFACTION.difference(now, before)).isEmpty();
        assertThat(Column.MENTORSHIPS.difference(now, null)).isEmpty();
    }

    @Test
    void theTableIsFilteredAndSortedInItsAddress() {
        report(school, 2031, "APPROVED", 40, 1, 2, 3, 100);
        report(school, 2030, "APPROVED", 2, 0, 3, 3, 100);
        String home = "/department/monitoring/2031";
        Shown all = page(home + "?q=" + school.slug().replace("sh-", ""));
        assertThat(all.texts(".consolidated:not(.totals) tbody th")).containsExactly(school.shortName());
        assertThat(all.text()).contains("66,7 %", "2 из 3", "+39", "−33,3 п. п.");
        assertThat(page(home + "?state=ACCEPTED&kind=PRESCHOOL&q=" + school.slug().replace("sh-", "")).text()).contains("Таких организаций нет");
        assertThat(page(home + "?sort=MENTORSHIPS&down=yes").texts(".consolidated:not(.totals) tbody th").get(0)).isEqualTo(school.shortName());
        assertThat(page(home + "?sort=NONSENSE&kind=THEATRE&state=X&page=zzz&reports=?").text()).contains("Сводная таблица");
        assertThat(page(home + "?q=" + without.slug().replace("sh-", "")).texts(".consolidated:not(.totals) tbody td").get(0)).isEqualTo("не сдан");
        assertThat(mvc.get().uri("/department/monitoring/1999").with(town.observer().signedIn())).hasStatus(404);
    }

    @Test
    void aReportThatHoldsLessThanNewerOnesIsRead() {
        report(school, 2031, "APPROVED", 4, 1, 2, 3, 100);
        report(garden, 2030, "SUBMITTED", 2, 0, 1, 1, 40);
        jdbc.sql("update monitoring_report set figures = '{\"date\": \"2031-05-15\"}' where organisation_id = ?").param(garden.id()).update();
        assertThat(page("/department/monitoring/2031?reports=handed").text()).contains("66,7 %");
        assertThat(page("/department/monitoring/2030?reports=handed&q=" + garden.slug().replace("ds-", "")).text()).contains("нет данных о численности");
    }

    @Test
    void thePageOfAnOrganisationHoldsItsAcceptedReportsOverTheYears() {
        String home = "/department/organisations/" + school.slug();
        assertThat(page(home).text()).contains("Принятых отчётов ещё нет");
        report(school, 2032, "APPROVED", 4, 0, 1, 2, 100);
        report(school, 2034, "APPROVED", 3, 0, 3, 3, 100);
        report(school, 2035, "SUBMITTED", 9, 0, 3, 3, 100);
        report(garden, 2033, "APPROVED", 8, 0, 3, 3, 100);
        Shown page = page(home);
        assertThat(page.texts("section[aria-labelledby=reports] tbody th a")).containsExactly("Отчёт за 2034/2035", "Отчёт за 2032/2033");
        assertThat(page.text()).contains("100,0 %", "3 из 3", "+50,0 п. п. к 2032/2033", "−1 к 2032/2033");
        assertThat(page(page.attributes("section[aria-labelledby=reports] tbody th a", "href").get(1)).text()).contains("2032/2033", school.shortName());
    }

    @Test
    void theTableShowsItsChartsWithTheFiguresBesideThem() {
        report(school, 2033, "APPROVED", 4, 1, 1, 2, 100);
        report(school, 2034, "APPROVED", 4, 1, 2, 3, 100);
        report(garden, 2034, "SUBMITTED", 2, 0, 0, 3, 40);
        String home = "/department/monitoring/2034";
        Shown accepted = page(home);
        assertThat(accepted.texts(".chart figcaption")).containsExactly("Молодые специалисты: доля по видам организаций",
                "Наставники: доля по видам организаций", "Доли по годам, по принятым отчётам");
        assertThat(accepted.attributes(".chart img", "alt")).allMatch(words -> words.endsWith("те же числа стоят в таблице"));
        assertThat(accepted.text()).contains("66,7 % (2 из 3)", "50,0 % (1 из 2)");
        Shown handed = page(home + "?reports=handed");
        assertThat(handed.texts(".chart figcaption")).contains("Доли по годам, по сданным отчётам");
        assertThat(handed.text()).contains("33,3 % (2 из 6)");
        List<String> pictures = new ArrayList<>(accepted.attributes(".chart img", "src"));
        pictures.addAll(handed.attributes(".chart img", "src"));
        assertThat(pictures).hasSize(6).doesNotHaveDuplicates();
        Set<String> drawn = new HashSet<>();
        for (String picture : pictures) {
            MvcTestResult answer = mvc.get().uri(URI.create(picture)).with(town.observer().signedIn()).exchange();
            assertThat(answer).as(picture).hasStatusOk().hasContentType("image/png");
            drawn.add(Arrays.toString(answer.getResponse().getContentAsByteArray()));
        }
        assertThat(drawn).as("what is only handed in changes the shares of young specialists, of mentors and of the years").hasSize(6);
        assertThat(page("/department/monitoring/2035").texts(".chart")).isEmpty();
    }

    private Shown page(String address) {
        var answer = mvc.get().uri(URI.create(address)).with(town.observer().signedIn()).exchange();
        assertThat(answer).hasStatusOk();
        return Shown.in(answer);
    }

    private Consolidated.Row row(boolean handed, Tenant tenant) {
        return consolidated.of(YEAR, handed).rows().stream().filter(row -> row.organisationId() == tenant.id()).findFirst().orElseThrow();
    }

    private static Consolidated.Row row(FrozenFigures now, FrozenFigures before, OrganisationKind kind) {
        return new Consolidated.Row(1, "sh-1", "Школа", kind, new ReportStanding(1, YEAR, null, null, ReportState.ACCEPTED, null, null, 1L, 1L, null),
                now, before);
    }

    private static FrozenFigures figures(int pairs, int groups, long young, long allYoung, long staff) {
        return new FrozenFigures(LocalDate.of(2032, 5, 15), pairs, groups, pairs, Share.of(young, allYoung), Share.of(2, staff), 0,
                Share.none(Share.Reason.NO_RESPONSES), Share.none(Share.Reason.NO_RESPONSES), LocalDate.of(2031, 9, 1));
    }

    private void report(Tenant whose, int year, String state, int pairs, int groups, int young, int allYoung, int staff) {
        long curator = town.curatorOf(whose).accountId();
        jdbc.sql("""
                with edition as (insert into review_edition (organisation_id, subject, academic_year, number, state, approved_on, approved_by)
                  values (:school, 'MONITORING_REPORT', :year, 1, :state, case when :state = 'APPROVED' then current_date end,
                          case when :state = 'APPROVED' then cast(:reader as bigint) end) returning organisation_id, id),
                handed as (insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content)
                  select organisation_id, id, 1, now(), :curator, '{}' from edition)
                insert into monitoring_report (organisation_id, edition_id, academic_year, since, until, dated_on, figures)
                select organisation_id, id, :year, make_date(:year, 9, 1), make_date(:year + 1, 5, 31), make_date(:year + 1, 5, 15),
                       cast(:figures as jsonb) from edition
                """).param("school", whose.id()).param("year", year).param("state", state).param("reader", town.methodologist().accountId())
                .param("curator", curator).param("figures", """
                {"date": "%d-05-15", "pairs": %d, "groups": %d, "approvedProgrammes": %d, "youngSpecialists": {"numerator": %d, "denominator": %d},
                 "mentors": {"numerator": 1, "denominator": %d}, "partnerOrganisations": 0, "menteeSatisfaction": {"reason": "NO_RESPONSES"},
                 "mentorSatisfaction": {"reason": "NO_RESPONSES"}, "countedOn": "%d-09-01"}""".formatted(year + 1, pairs, groups, pairs, young,
                        allYoung, staff, year)).update();
    }
}
