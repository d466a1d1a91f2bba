package ru.smolensk.mentoring.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.paper.Chart;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** Published figures over the years (issue: dynamics; DOMAIN 5, 9). */
@PortalTest
class DynamicsTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Dynamics dynamics;

    Tenant school;
    long curator;

    @BeforeEach
    void aSchool() {
        school = town.school();
        curator = town.curatorOf(school).accountId();
    }

    @Test
    void aYearIsToldByItsLastEditionAndBeginsOnTheFirstOfSeptember() {
        edition(school, 1, "2025-05-31", 1, 1, 4);
        edition(school, 2, "2025-08-31", 2, 2, 4);
        edition(school, 3, "2025-09-01", 3, 1, 3);
        assertThat(dynamics.of(school.id(), school.slug())).extracting(Dynamics.Moment::year, Dynamics.Moment::page, Dynamics.Moment::mentorships,
                moment -> moment.youngSpecialists().text()).containsExactly(
                tuple(new AcademicYear(2024), "/organisations/" + school.slug() + "?edition=2", 2, "50,0\u00a0% (2 из 4)"),
                tuple(new AcademicYear(2025), "/organisations/" + school.slug() + "?edition=3", 3, "33,3\u00a0% (1 из 3)"));
    }

    @Test
    void anAcceptedReportTellsOfItsYearBeforeTheLastEditionDoes() {
        edition(school, 1, "2025-06-15", 0, 0, 4);
        edition(school, 2, "2025-10-01", 3, 1, 3, """
                , "reports": [{"start": 2024, "figures": {"date": "2025-05-15", "pairs": 5, "groups": 1, "approvedProgrammes": 6,
                  "partnerOrganisations": 0, "youngSpecialists": {"numerator": 3, "denominator": 4}, "mentors": {"numerator": 1, "denominator": 40},
                  "menteeSatisfaction": {"reason": "NO_RESPONSES"}, "mentorSatisfaction": {"reason": "NO_RESPONSES"}}}]""", "null");
        assertThat(dynamics.of(school.id(), school.slug())).extracting(Dynamics.Moment::reported, Dynamics.Moment::page,
                Dynamics.Moment::mentorships, Dynamics.Moment::date).containsExactly(
                tuple(true, "/organisations/" + school.slug() + "/report?year=2024&date=" + LocalDate.now(), 6, LocalDate.of(2025, 5, 15)),
                tuple(false, "/organisations/" + school.slug() + "?edition=2", 3, LocalDate.of(2025, 10, 1)));
    }

    @Test
    void satisfactionStandsInTheYearThatAsked() {
        String survey = "{\"closedOn\": \"2025-05-27\", \"version\": 1, \"byKeyQuestion\": true, \"threshold\": 7}";
        edition(school, 1, "2025-05-31", 1, 1, 4, "", survey);
        edition(school, 2, "2025-10-01", 1, 1, 4, "", survey);
        assertThat(dynamics.of(school.id(), school.slug())).extracting(moment -> moment.menteeSatisfaction().text())
                .containsExactly("75,0\u00a0% (3 из 4)", "опроса ещё не было");
    }

    @Test
    void theCityIsTheSumOfNumeratorsOfTheSumOfDenominators() {
        // A year of which no other test publishes anything.
        Tenant kindergarten = town.kindergarten();
        edition(school, 1, "2011-10-01", 1, 1, 4);
        edition(kindergarten, 1, "2011-11-01", 2, 1, 1);
        Dynamics.Moment moment = dynamics.ofCity().stream().filter(one -> one.year().start() == 2011).findFirst().orElseThrow();
        assertThat(moment.mentorships()).isEqualTo(3);
        assertThat(moment.youngSpecialists()).isEqualTo(Share.of(2, 5));
        assertThat(moment.coverage().published()).isEqualTo(2);
        assertThat(moment.coverage().organisations()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aYearWithoutAShareBreaksTheLine() {
        edition(school, 1, "2025-05-31", 1, 1, 4);
        edition(school, 2, "2025-10-01", 1, 2, 1);
        Chart.Lines shares = (Chart.Lines) Dynamics.shares(dynamics.of(school.id(), school.slug()));
        assertThat(shares.lines().get(0).values()).containsExactly(25.0, null);
        assertThat(shares.lines().get(1).values()).containsExactly(2.5, 2.5);
        assertThat(shares.lines()).as("nobody was asked in any year").hasSize(2);
    }

    @Test
    void thePageShowsTheYearsInATableAndInAPicture() throws Exception {
        edition(school, 1, "2025-05-31", 1, 1, 4);
        edition(school, 2, "2025-10-01", 3, 1, 3);
        String address = "/organisations/" + school.slug() + "/dynamics";
        assertThat(mvc.get().uri(address)).hasStatusOk().bodyText()
                .contains("2024/2025", "2025/2026", "33,3\u00a0% (1 из 3)", "?edition=2", address + "/shares.png?look=light");
        for (String chart : List.of("shares.png", "counts.png?look=dark&width=narrow")) {
            var picture = mvc.get().uri(address + "/" + chart).exchange();
            assertThat(picture).hasStatusOk().hasContentType("image/png");
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.getResponse().getContentAsByteArray()))).isNotNull();
        }
        assertThat(mvc.get().uri(address + "/другое.png")).hasStatus(404);
        assertThat(mvc.get().uri("/organisations/net-takoy/dynamics")).hasStatus(404);
    }

    @Test
    void anOrganisationThatHasPublishedNothingSaysSo() {
        assertThat(mvc.get().uri("/organisations/" + school.slug() + "/dynamics")).hasStatusOk().bodyText()
                .contains("Сравнивать пока нечего").doesNotContain("shares.png");
    }

    private void edition(Tenant tenant, int number, String asOf, int pairs, int young, int ofYoung) {
        edition(tenant, number, asOf, pairs, young, ofYoung, "", "null");
    }

    private void edition(Tenant tenant, int number, String asOf, int pairs, int young, int ofYoung, String more, String survey) {
        jdbc.sql("""
                insert into section_edition (organisation_id, number, as_of, published_at, published_on, published_by, content)
                values (?, ?, ?, now(), ?, ?, cast(? as jsonb))
                """).params(tenant.id(), number, LocalDate.parse(asOf), LocalDate.now(), curator, """
                {"figures": {"pairs": %d, "groups": 0, "approvedProgrammes": 1, "partnerOrganisations": 0,
                  "youngSpecialists": {"numerator": %d, "denominator": %d}, "mentors": {"numerator": 1, "denominator": 40},
                  "menteeSatisfaction": %s, "mentorSatisfaction": {"reason": "NO_RESPONSES"}}%s}
                """.formatted(pairs, young, ofYoung, survey.equals("null") ? "{\"reason\": \"NO_RESPONSES\"}"
                        : "{\"numerator\": 3, \"denominator\": 4, \"invited\": 5, \"survey\": " + survey + "}", more)).update();
    }
}
