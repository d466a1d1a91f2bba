package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.Figure;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** F12 and F13: the newest closed second-wave survey, or the tally in its place (DOMAIN 5, 6). */
@PortalTest
@Transactional
class SatisfactionTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IndicatorReport report;

    @Autowired
    PortalClock clock;

    @Autowired
    EntityManager entities;

    Tenant school;
    LocalDate today;

    @BeforeEach
    void aSchool() {
        school = town.school();
        entities.flush();
        today = clock.today();
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor curator() {
        var curator = town.curatorOf(school);
        entities.flush();
        return curator.signedIn();
    }

    private Asked closed(int pairs) {
        return Asked.openFor(pairs, school, jdbc, today);
    }

    private void close(Asked asked) {
        asked.was(today.minusDays(20), today.minusDays(1));
    }

    @Test
    void withoutASurveyThereIsNoShareAndWithoutAnswersNeither() {
        assertThat(report.of(school.id(), today).menteeSatisfaction()).isEqualTo(new Share(null, null, Share.Reason.NO_RESPONSES));
        Asked asked = closed(3);
        assertThat(report.of(school.id(), today).menteeSatisfaction().text()).as("still open").isEqualTo("опроса ещё не было");
        close(asked);
        Share share = report.of(school.id(), today).menteeSatisfaction();
        assertThat(share.text()).isEqualTo("на опрос никто не ответил");
        assertThat(share.isGiven()).isFalse();
        assertThat(share.invited()).isEqualTo(3);
        assertThat(report.satisfaction(Figure.MENTEE_SATISFACTION, school.id(), today)).get().satisfies(
                one -> assertThat(one.invited() + "/" + one.respondents() + "/" + one.method()).isEqualTo("3/0/ответ на ключевой вопрос – не меньше 7 из 10"));
        assertThat(report.satisfaction(Figure.MENTORS, school.id(), today)).isEmpty();
    }

    @Test
    void sevenOfTenIsSatisfiedSixIsNot() {
        Asked asked = closed(4);
        List<String> tokens = asked.tokens(Audience.MENTEE);
        asked.answer(tokens.get(0), "{\"43\": 7}");
        asked.answer(tokens.get(1), "{\"43\": 6, \"42\": 10}");
        asked.answer(tokens.get(2), "{\"43\": 10}");
        close(asked);

        Indicators indicators = report.of(school.id(), today);
        assertThat(indicators.menteeSatisfaction()).isEqualTo(share(2, 3, 4, today));
        assertThat(indicators.menteeSatisfaction().text()).isEqualTo("66,7\u00a0% (2 из 3)");
        assertThat(indicators.mentorSatisfaction().text()).isEqualTo("на опрос никто не ответил");
        assertThat(report.of(school.id(), today.minusDays(1)).menteeSatisfaction().reason()).as("the day before it closed")
                .isEqualTo(Share.Reason.NO_RESPONSES);
    }

    @Test
    void theMeanOfAllPointsOfTenIsAnotherMethod() {
        long version = jdbc.sql("""
                insert into questionnaire (audience, wave, number, title, instruction, unverified, method, threshold)
                values ('MENTEE', 2, 990, 'Анкета', 'Оцените', false, 'MEAN', 7) returning id""").query(Long.class).single();
        List<Long> items = new ArrayList<>();
        for (int place = 1; place <= 3; place++) {
            items.add(jdbc.sql("""
                    insert into questionnaire_item (questionnaire_id, position, kind, words, scale_min, scale_max)
                    values (?, ?, 'SCALE', 'Вопрос', ?, ?) returning id""").params(version, place, place == 3 ? 0 : 1, place == 3 ? 2 : 10)
                    .query(Long.class).single());
        }
        jdbc.sql("update questionnaire set published_on = '2025-09-01' where id = ?").param(version).update();
        assertThat(satisfied(version, items, 7, 7, 0)).isTrue();
        assertThat(satisfied(version, items, 4, 10, 2)).isTrue();
        assertThat(satisfied(version, items, 4, 9, 2)).as("6,5; the scale to 2 is not of ten").isFalse();
        assertThat(satisfied(version, items, null, 7, null)).isTrue();
        assertThat(satisfied(version, items, null, null, 2)).as("nothing of ten was said").isNull();
    }

    private Boolean satisfied(long version, List<Long> items, Integer... points) {
        List<String> said = new ArrayList<>();
        for (int at = 0; at < points.length; at++) {
            if (points[at] != null) {
                said.add("\"" + items.get(at) + "\": " + points[at]);
            }
        }
        return jdbc.sql("select is_satisfied(?, cast(? as jsonb))").params(version, "{" + String.join(",", said) + "}")
                .query((row, at) -> row.getObject(1, Boolean.class)).list().get(0);
    }

    @Test
    void onTheClosingDayTheFigureWaitsForWhatIsBeingWritten() {
        Asked asked = closed(4);
        List<String> tokens = asked.tokens(Audience.MENTEE);
        tokens.stream().limit(3).forEach(token -> asked.answer(token, "{\"43\": 9}"));
        jdbc.sql("""
                insert into survey_draft (organisation_id, invitation_id, answers, begun_on)
                select organisation_id, id, '{"43": 1}', ? from survey_invitation where token = ?""").params(today, tokens.get(3)).update();
        jdbc.sql("update survey set closed_early_on = ? where id = ?").params(today, asked.survey()).update();
        assertThat(report.of(school.id(), today).menteeSatisfaction().isGiven()).isFalse();
        jdbc.sql("select survey_send(?, ?)").params(tokens.get(3), today).query(Boolean.class).single();
        assertThat(report.of(school.id(), today).menteeSatisfaction()).isEqualTo(share(3, 4, 4, today));
    }

    @Test
    void theFigureIsOpenedToItsSurveyAndNobodyIsNamed() {
        Asked asked = closed(3);
        asked.tokens(Audience.MENTEE).forEach(token -> asked.answer(token, "{\"43\": 9}"));
        close(asked);
        var answer = mvc.get().uri("/workspace/indicators/mentee-satisfaction").with(curator()).exchange();
        assertThat(answer).hasStatusOk();
        Shown page = Shown.in(answer);
        assertThat(page.text()).contains("100,0 % (3 из 3)", "3 человека, ответили 100,0 %", "ответ на ключевой вопрос – не меньше 7 из 10", "версия 1")
                .doesNotContain("Ответов Иван");
        assertThat(page.attributes("main a[href$=results]", "href")).containsExactly("/workspace/surveys/" + asked.survey() + "/results");
        assertThat(mvc.get().uri("/department/organisations/" + school.slug() + "/indicators/mentor-satisfaction").with(town.observer().signedIn()))
                .hasStatus(HttpStatus.OK);
        Shown figures = Shown.in(mvc.get().uri("/workspace/indicators").with(curator()).exchange());
        assertThat(figures.attributes("[data-indicator=mentee-satisfaction]", "data-numerator")).containsOnly("3");
        assertThat(figures.attributes("[data-indicator=mentee-satisfaction]", "data-invited")).containsOnly("3");
        assertThat(figures.attributes("[data-indicator=mentor-satisfaction]", "data-reason")).containsOnly("NO_RESPONSES");
    }

    /** By version 1 of the form: 7 of 10 to its key question. */
    private static Share share(long satisfied, long respondents, long invited, LocalDate closedOn) {
        Share.Survey survey = new Share.Survey(closedOn, 1, true, 7);
        return respondents == 0 ? new Share(0L, 0L, Share.Reason.NO_RESPONSES, invited, survey)
                : new Share(satisfied, respondents, null, invited, survey);
    }

    // ---- The SQL against the rule written down apart ------------------------------------------------------------------------

    /** What is known of a survey of one organisation and audience. */
    private record Fact(long id, int wave, LocalDate closedOn, boolean annulled, int invited, int cancelled, int respondents, int satisfied,
                        Integer asked, Integer answered, Integer content, LocalDate countedOn) {

        boolean tallied(LocalDate until) {
            return asked != null && !countedOn.isAfter(until);
        }
    }

    /** "satisfied respondents ÷ respondents of the newest closed final survey (or paper tally) not after T". */
    private static Share share(List<Fact> facts, LocalDate until) {
        return facts.stream().filter(one -> one.wave() == 2 && !one.annulled() && !one.closedOn().isAfter(until))
                .filter(one -> one.tallied(until) || one.invited() > one.cancelled())
                .max(Comparator.comparing(Fact::closedOn).thenComparing(Fact::id))
                .map(one -> one.tallied(until) ? share(one.content(), one.answered(), one.asked(), one.closedOn())
                        : share(one.satisfied(), one.respondents(), one.invited() - one.cancelled(), one.closedOn()))
                .orElse(new Share(null, null, Share.Reason.NO_RESPONSES));
    }

    @Test
    void everySatisfactionIsWhatTheRuleSaysOnRandomSurveys() {
        Map<Long, Map<Audience, List<Fact>>> all = new HashMap<>();
        for (long seed = 0; seed < 40; seed++) {
            all.put(town.school().id(), new HashMap<>(Map.of(Audience.MENTEE, new ArrayList<>(), Audience.MENTOR, new ArrayList<>())));
        }
        entities.flush();
        Random random = new Random(475);
        for (int number = 0; number < 8; number++) {
            int wave = random.nextInt(4) == 0 ? 1 : 2;
            LocalDate opens = FIRST.plusDays(random.nextInt(30));
            LocalDate closes = opens.plusDays(random.nextInt(6));
            boolean early = random.nextBoolean();
            boolean annulled = random.nextInt(5) == 0;
            long survey = jdbc.sql("""
                    insert into survey (title, academic_year, wave, opens_on, closes_on, closed_early_on, scope, mentee_questionnaire,
                                        mentor_questionnaire, annulled_on, annulment_reason)
                    values ('Опрос', 2025, :wave, :opens, :closes, :early, 'LISTED', case :wave when 1 then 1 else 3 end,
                            case :wave when 1 then 2 else 4 end, :annulled, :reason) returning id
                    """).param("wave", wave).param("opens", opens).param("closes", closes).param("early", early ? opens : null)
                    .param("annulled", annulled ? closes : null).param("reason", annulled ? "ошибка" : null).query(Long.class).single();
            for (long organisation : all.keySet()) {
                if (random.nextInt(3) > 0) {
                    jdbc.sql("insert into survey_organisation values (?, ?)").params(organisation, survey).update();
                    for (Audience audience : List.of(Audience.MENTEE, Audience.MENTOR)) {
                        all.get(organisation).get(audience).add(fact(random, survey, wave, organisation, audience, early ? opens : closes.plusDays(1),
                                annulled));
                    }
                }
            }
        }
        for (LocalDate day = FIRST.minusDays(1); day.isBefore(FIRST.plusDays(45)); day = day.plusDays(1)) {
            LocalDate until = day;
            Map<Long, Indicators> city = new HashMap<>();
            report.ofCity(until).organisations().forEach(one -> city.put(one.organisationId(), one));
            all.forEach((organisation, facts) -> {
                assertThat(city.get(organisation).menteeSatisfaction()).as("%d on %s", organisation, until)
                        .isEqualTo(share(facts.get(Audience.MENTEE), until));
                assertThat(city.get(organisation).mentorSatisfaction()).as("%d on %s", organisation, until)
                        .isEqualTo(share(facts.get(Audience.MENTOR), until));
            });
        }
        long some = all.keySet().iterator().next();
        assertThat(report.of(some, FIRST.plusDays(40)).menteeSatisfaction()).isEqualTo(share(all.get(some).get(Audience.MENTEE), FIRST.plusDays(40)));
    }

    private Fact fact(Random random, long survey, int wave, long organisation, Audience audience, LocalDate closedOn, boolean annulled) {
        int invited = random.nextInt(5);
        int cancelled = invited == 0 ? 0 : random.nextInt(invited + 1);
        int respondents = random.nextInt(3) == 0 ? 0 : random.nextInt(invited - cancelled + 1);
        int satisfied = 0;
        for (int at = 0; at < invited; at++) {
            jdbc.sql("""
                    with one as (insert into participant (organisation_id, last_name, first_name, workplace)
                      values (:organisation, 'Случаев', 'Пётр ' || :number, 'OWN_STAFF') returning id)
                    insert into survey_invitation (organisation_id, survey_id, audience, participant_id, token, cancelled_on)
                    select :organisation, :survey, :audience, id, lpad(:number::text, 43, 'z'), :cancelled from one
                    """).param("organisation", organisation).param("number", Town.number()).param("survey", survey).param("audience", audience.name())
                    .param("cancelled", at < cancelled ? FIRST : null).update();
        }
        for (int at = 0; at < respondents; at++) {
            int point = 1 + random.nextInt(10);
            satisfied += point >= 7 ? 1 : 0;
            long questionnaire = audience == Audience.MENTEE ? wave == 1 ? 1 : 3 : wave == 1 ? 2 : 4;
            jdbc.sql("""
                    insert into survey_response (organisation_id, survey_id, audience, questionnaire_id, answered_on, answers)
                    values (?, ?, ?, ?, '2025-09-02', cast(? as jsonb))""").params(organisation, survey, audience.name(), questionnaire,
                    wave == 1 ? "{}" : "{\"" + (audience == Audience.MENTEE ? 43 : 68) + "\": " + point + "}").update();
        }
        if (respondents > 0 || random.nextInt(2) == 0) {
            return new Fact(survey, wave, closedOn, annulled, invited, cancelled, respondents, satisfied, null, null, null, null);
        }
        LocalDate countedOn = FIRST.plusDays(random.nextInt(40));
        boolean taken = random.nextInt(4) == 0;
        jdbc.sql("""
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id,
                                          annulled_on, annulment_reason)
                values (:organisation, :survey, :audience, 5, 4, :satisfied, :counted, :file, :annulled, :reason)
                """).param("organisation", organisation).param("survey", survey).param("audience", audience.name())
                .param("satisfied", wave == 2 ? 3 : null).param("counted", countedOn)
                .param("file", new Asked(jdbc, new Tenant(organisation, "", "", true), survey, FIRST).file())
                .param("annulled", taken ? FIRST : null).param("reason", taken ? "ошибка" : null).update();
        return new Fact(survey, wave, closedOn, annulled, invited, cancelled, 0, 0, taken ? null : 5, 4, 3, countedOn);
    }
}
