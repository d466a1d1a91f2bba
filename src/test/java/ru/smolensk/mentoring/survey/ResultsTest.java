package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** What the answers come to, and what is not told of them. */
@PortalTest
@Transactional
class ResultsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Autowired
    EntityManager entities;

    Tenant school;
    Asked asked;
    RequestPostProcessor curator;

    @BeforeEach
    void aSurvey() {
        school = town.school();
        entities.flush();
        asked = Asked.openFor(4, school, jdbc, clock.today());
        curator = town.curatorOf(school).signedIn();
        entities.flush();
    }

    private void answer(int people) {
        List<String> tokens = asked.tokens(Audience.MENTEE);
        for (int at = 0; at < people; at++) {
            asked.answer(tokens.get(at), "{\"43\": " + (at + 6) + ", \"34\": " + (at + 2) + ", \"32\": " + (at % 2 == 0) + ", \"48\": 2, \"47\": \"Слова "
                    + at + "\"" + (at < 2 ? ", \"46\": \"Редкое " + at + "\"" : "") + "}");
        }
    }

    private void close(Asked some) {
        some.was(clock.today().minusDays(20), clock.today().minusDays(1));
    }

    @Test
    void nothingIsToldBeforeTheSurveyIsClosed() {
        answer(3);
        assertThat(Shown.in(results()).text()).contains("Итогов ещё нет").doesNotContain("Слова", "довольны");
        jdbc.sql("update survey set closed_early_on = ? where id = ?").params(clock.today(), asked.survey()).update();
        jdbc.sql("""
                insert into survey_draft (organisation_id, invitation_id, begun_on)
                select organisation_id, id, ? from survey_invitation where token = ?""").params(clock.today(), asked.tokens(Audience.MENTEE).get(3)).update();
        assertThat(Shown.in(results()).text()).as("somebody still writes").contains("Итогов ещё нет");
        jdbc.sql("delete from survey_draft where organisation_id = ?").param(school.id()).update();
        assertThat(Shown.in(results()).text()).contains("Слова 0");
    }

    @Test
    void fromThreeAnswersUpEachQuestionHasItsDistributionAndMean() {
        answer(4);
        close(asked);
        MvcTestResult answer = results();
        Shown page = Shown.in(answer);
        assertThat(page.text()).contains("75,0 %", "3 из 4 ответивших", "из 4 приглашённых, 100,0 %", "Версия 1",
                "доволен, кто ответил на ключевой вопрос не ниже 7 из 10", "Средний балл 7,5, 4 ответа", "Средний балл 3,5, 4 ответа");
        assertThat(page.texts(".quotes li")).containsExactlyInAnyOrder("Слова 0", "Слова 1", "Слова 2", "Слова 3");
        assertThat(page.text()).as("two answers to a question are not told").doesNotContain("Редкое");
        assertThat(Statements.of(answer.getResponse())).isLessThanOrEqualTo(12);
    }

    @Test
    void withFewerThanThreeOnlyTheHeadlineIsTold() {
        answer(2);
        close(asked);
        Shown page = Shown.in(results());
        assertThat(page.text()).contains("50,0 %", "1 из 2 ответивших", "меньше трёх").doesNotContain("Слова", "Средний балл");
        assertThat(page.texts(".told")).isEmpty();
        Shown city = Shown.in(ofCity(""));
        assertThat(city.texts(".told")).as("nor by taking the others from the city").isEmpty();
        assertThat(city.text()).contains("По данным 1 из 1 организации", "50,0 % (1 из 2)");
    }

    @Test
    void theFirstWaveStandsBesideTheSecond() {
        jdbc.sql("delete from survey_invitation where survey_id = ?").param(asked.survey()).update();
        Asked before = Asked.open(1, school, jdbc, clock.today());
        before.tokens(Audience.MENTEE).forEach(token -> before.answer(token, "{\"3\": 5, \"1\": true}"));
        close(before);
        before.was(clock.today().minusDays(20), clock.today().minusDays(3));
        jdbc.sql("select survey_invite(?, ?, ?)").params(asked.survey(), school.id(), clock.today()).query(Long.class).single();
        answer(4);
        close(asked);
        assertThat(Shown.in(results()).texts(".other-wave")).hasSize(2)
                .anyMatch(text -> text.equals("Этап 1, «Ожидаемая эффективность программы наставничества»: средний балл 5,0, 4 ответа"))
                .anyMatch(text -> text.contains("Да – 100,0 %"));
    }

    @Test
    void theDepartmentReadsEachOrganisationAndTheCity() {
        answer(4);
        close(asked);
        assertThat(Shown.in(ofCity("?organisation=" + school.slug())).text()).contains(school.shortName(), "Слова 2");
        Shown city = Shown.in(ofCity(""));
        assertThat(city.text()).contains("Город Смоленск", "Школы", "75,0 % (3 из 4)", "Средний балл 7,5").doesNotContain("Слова 2");
        assertThat(ofCity("?organisation=" + other())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void sheetsOfPaperHaveAHeadlineOnly() {
        jdbc.sql("""
                insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                values (?, ?, 'MENTEE', 5, 4, 3, ?, ?)""").params(school.id(), asked.survey(), clock.today().minusDays(1), asked.file()).update();
        close(asked);
        assertThat(Shown.in(results()).text()).contains("75,0 %", "3 из 4 ответивших", "из 5 приглашённых");
    }

    private String other() {
        String slug = town.school().slug();
        entities.flush();
        return slug;
    }

    private MvcTestResult results() {
        return mvc.get().uri("/workspace/surveys/" + asked.survey() + "/results").with(curator).exchange();
    }

    private MvcTestResult ofCity(String query) {
        return mvc.get().uri("/department/surveys/" + asked.survey() + "/results" + query).with(town.observer().signedIn()).exchange();
    }
}
