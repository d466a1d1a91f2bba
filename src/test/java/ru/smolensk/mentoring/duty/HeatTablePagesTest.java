package ru.smolensk.mentoring.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Turn;

/** «Обязанности организаций»: the department's first page. */
@PortalTest
@Order(Turn.WHOLE_CITY)
class HeatTablePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    RequestPostProcessor methodologist;
    RequestPostProcessor observer;
    Tenant school;
    Traces traces;
    LocalDate today;

    @BeforeEach
    void aSchool() {
        methodologist = town.methodologist().signedIn();
        observer = town.observer().signedIn();
        today = clock.today();
        school = town.school();
        traces = new Traces(jdbc, school.id(), town.methodologist().accountId());
    }

    @Test
    void everyCellSaysItsStateAndLeadsToItsPlaceOnThePageOfTheOrganisation() {
        long edition = traces.draft("REGULATION", null, 1);
        traces.appointed(today.minusDays(3), null).submit(edition, today.minusDays(2)).act("CURATOR_ORDER", today.minusDays(3));

        Shown row = Shown.in(get("?q=" + encoded(school.shortName())));
        assertThat(row.texts("tbody td:not(.lag) > a > span:first-child")).containsExactly("есть", "ждёт вас", "нет", "нет", "нет",
                "в работе", "нет", "нет",
                "в работе", "нет");
        assertThat(row.attributes("tbody td > a", "href")).containsExactlyElementsOf(Arrays.stream(Duty.values())
                .map(duty -> duty == Duty.REGULATION ? "/department/reviews/" + school.slug() + "/" + edition
                        : "/department/organisations/" + school.slug() + "#" + duty.anchor()).toList());
        assertThat(row.texts("tbody td:nth-child(3) > a .visually-hidden")).containsExactly(": Положение, " + school.shortName());

        Shown page = Shown.in(mvc.get().uri("/department/organisations/" + school.slug()).with(methodologist).exchange());
        assertThat(page.attributes(".duties > li", "id")).containsExactlyElementsOf(Arrays.stream(Duty.values()).map(Duty::anchor)
                .toList());
        assertThat(page.texts("#duty-4-2").get(0)).contains("ждёт вас", "На рассмотрении методического отдела с ");
        Shown watched = Shown.in(mvc.get().uri("/department/organisations/" + school.slug()).with(observer).exchange());
        assertThat(watched.texts("#duty-4-2 .mark").get(0)).isEqualTo("на рассмотрении");
    }

    @Test
    void theFilterStandsInTheAddressAndNothingTypedIsLost() {
        traces.appointed(today.minusDays(3), null);
        String name = "q=" + encoded(school.shortName().toUpperCase());

        Shown found = Shown.in(get("?" + name + "&kind=GENERAL&duty=CURATOR&state=DONE&sort=name"));
        assertThat(found.texts("tbody th a")).hasSize(1);
        assertThat(found.value("kind")).isEqualTo("GENERAL");
        assertThat(found.value("duty")).isEqualTo("CURATOR");
        assertThat(found.value("state")).isEqualTo("DONE");
        assertThat(found.value("sort")).isEqualTo("name");
        assertThat(found.attributes("thead th[aria-sort]", "aria-sort")).containsExactly("ascending");
        assertThat(found.attributes("thead th.num a", "href").get(0)).contains("kind=GENERAL", "duty=CURATOR", "state=DONE", "sort=lag",
                "q=");
        assertThat(Shown.in(get("?" + name + "&kind=PRESCHOOL")).texts(".empty h2")).containsExactly("Таких организаций нет");
        assertThat(Shown.in(get("?" + name + "&duty=CURATOR&state=NOT_STARTED")).texts("tbody th")).isEmpty();
        assertThat(Shown.in(get("?" + name + "&state=NOT_STARTED")).texts("tbody th")).hasSize(1);
        assertThat(Shown.in(get("?" + name + "&state=DONE")).texts("tbody th")).as("done without a duty: everything").isEmpty();
        assertThat(Shown.in(get("?" + name)).texts(".filter .count").get(0)).startsWith("показано 1 из ");
    }

    @Test
    void whatNobodyCanChooseIsNoFilterAndStrangeWordsAreSoughtAsTheyAre() {
        assertThat(get("?state=FORGOTTEN")).hasStatusOk();
        assertThat(get("?duty=4.2")).hasStatusOk();
        assertThat(get("?sort=%27drop")).hasStatusOk();
        for (String words : List.of("%", "_", "\"'<script>alert(1)</script>", "😀{x}", "я".repeat(10_000), "\u0000")) {
            MvcTestResult answer = get("?q=" + encoded(words));
            assertThat(answer).hasStatusOk();
            assertThat(Shown.in(answer).value("q")).isEqualTo(words.replace("\u0000", ""));
        }
    }

    @Test
    void aClosedOrganisationOwesNothing() {
        jdbc.sql("update organisation set closed_on = ? where id = ?").params(today, school.id()).update();
        assertThat(Shown.in(get("?q=" + encoded(school.shortName()))).texts("tbody th")).isEmpty();
        jdbc.sql("update organisation set closed_on = ? where id = ?").params(today.plusDays(1), school.id()).update();
        assertThat(Shown.in(get("?q=" + encoded(school.shortName()))).texts("tbody th")).hasSize(1);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheRows() {
        int before = Statements.of(get("").getResponse());
        for (int at = 0; at < 5; at++) {
            traces = new Traces(jdbc, town.school().id(), town.methodologist().accountId());
            traces.appointed(today.minusDays(3), null).submit(traces.draft("REGULATION", null, 1), today.minusDays(2))
                    .published(today, 1, true, Traces.ALL_PAPERS);
        }
        assertThat(Statements.of(get("").getResponse())).isEqualTo(before).isLessThanOrEqualTo(8);
    }

    private MvcTestResult get(String query) {
        return mvc.get().uri(java.net.URI.create("/department" + query)).with(methodologist).exchange();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
