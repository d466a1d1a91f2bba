package ru.smolensk.mentoring.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Turn;

/** Whatever is in the data: the heat table, the page of the organisation and the curator's list tell the same. */
@PortalTest
@Order(Turn.WHOLE_CITY)
class EverywhereTheSameTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Autowired
    Duties duties;

    @RepeatedTest(12)
    void theThreePlacesAgree(RepetitionInfo turn) {
        Random dice = new Random(turn.getCurrentRepetition() * 475L);
        Tenant school = town.school();
        RequestPostProcessor curator = town.curatorOf(school).signedIn();
        RequestPostProcessor methodologist = town.methodologist().signedIn();
        live(school, dice);

        String row = "tbody tr:has(a[href='/department/organisations/" + school.slug() + "'])";
        Shown table = Shown.in(mvc.get().uri("/department").with(methodologist).exchange());
        Shown page = Shown.in(mvc.get().uri("/department/organisations/" + school.slug()).with(methodologist).exchange());
        Shown list = Shown.in(mvc.get().uri("/workspace?all=yes").with(curator).exchange());
        List<DutyStanding> standings = duties.of(school.id(), clock.today());

        List<String> words = standings.stream().map(standing -> standing.mark().label(true).replace("\u00ad", "")).toList();
        assertThat(table.texts(row + " td:not(.lag) > a > span:first-child")).isEqualTo(words);
        assertThat(page.texts(".duties .mark")).isEqualTo(words);
        Set<String> owed = standings.stream().filter(DutyStanding::owed).map(standing -> standing.duty().label())
                .collect(Collectors.toSet());
        Set<String> all = Arrays.stream(Duty.values()).map(Duty::label).collect(Collectors.toSet());
        assertThat(list.texts(".todo b").stream().filter(all::contains).collect(Collectors.toSet())).isEqualTo(owed);
        Set<String> overdue = standings.stream().filter(DutyStanding::overdue).map(standing -> standing.duty().label())
                .collect(Collectors.toSet());
        assertThat(list.texts(".todo li:has(.tag:contains(просрочено)) b")).containsExactlyInAnyOrderElementsOf(overdue);
        long lag = standings.stream().mapToLong(DutyStanding::lag).max().orElse(0);
        assertThat(table.texts(row + " td.lag")).containsExactly(lag == 0 ? "–" : lag + " дн.");
        assertThat(page.texts(".duties").get(0)).contains(standings.stream().map(DutyStanding::term).filter(term -> !term.isEmpty())
                .map(term -> term.substring(1).replace('\u00a0', ' ')).toArray(String[]::new));
    }

    private void live(Tenant school, Random dice) {
        LocalDate today = clock.today();
        AcademicYear year = AcademicYear.of(today);
        Traces traces = new Traces(jdbc, school.id(), town.methodologist().accountId());
        for (String kind : List.of("IMPLEMENTATION_ORDER", "REGULATION", "ROADMAP", "CURATOR_ORDER", "REALISATION_ORDER",
                "ORGANISATION_PROGRAMME")) {
            if (dice.nextInt(3) > 0) {
                traces.act(kind, today.minusDays(dice.nextInt(60)));
            }
        }
        for (String subject : List.of("REGULATION", "ORGANISATION_PROGRAMME", "ROADMAP")) {
            int fate = dice.nextInt(6);
            if (fate > 0) {
                long edition = traces.draft(subject, subject.equals("ROADMAP") ? year.start() : null, 1);
                LocalDate handedIn = today.minusDays(20 + dice.nextInt(20));
                if (fate > 1) {
                    traces.submit(edition, handedIn);
                }
                if (fate > 2) {
                    traces.decide(edition, List.of("RETURNED", "WITHDRAWN", "APPROVED").get(fate - 3), handedIn.plusDays(dice.nextInt(20)));
                }
            }
        }
        if (dice.nextBoolean()) {
            long association = traces.association(dice.nextBoolean() ? traces.act("ASSOCIATION_ORDER",
                    today.minusDays(dice.nextInt(50))) : null);
            traces.member(association, traces.mentor(today.minusDays(70), null), today.minusDays(60), dice.nextBoolean() ? today : null);
        }
        if (dice.nextBoolean()) {
            traces.mentee(today.minusDays(60), null);
        }
        if (dice.nextBoolean()) {
            traces.confirmed(today);
        }
        for (int edition = dice.nextInt(3); edition > 0; edition--) {
            traces.published(today.minusDays(edition * 15L), 1, true, dice.nextBoolean() ? Traces.ALL_PAPERS : new String[] {"REGULATION"});
        }
        EnumSet.allOf(Duty.class).stream().filter(duty -> dice.nextInt(3) > 0).forEach(duty ->
                traces.due(duty, year, List.of(year.firstDay(), today.minusDays(1), today, today.plusDays(3), today.plusDays(40))
                        .get(dice.nextInt(5))));
    }
}
