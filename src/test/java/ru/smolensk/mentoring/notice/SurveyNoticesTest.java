package ru.smolensk.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** A survey that opens and a survey that closes soon are told once, and stand on the to-do list until everybody has answered. */
@PortalTest
class SurveyNoticesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Autowired
    SurveyNotices notices;

    Tenant school;
    Town.Person curator;
    long survey;

    @BeforeEach
    void aSurveyOfOneMentor() {
        school = town.school();
        curator = town.curatorOf(school);
        survey = jdbc.sql("""
                with one as (insert into survey (title, academic_year, wave, opens_on, closes_on, scope, mentee_questionnaire, mentor_questionnaire)
                  values ('Осенний', 2026, 2, :today, :today + 9, 'LISTED', 3, 4) returning id),
                taking as (insert into survey_organisation (organisation_id, survey_id) select :school, id from one returning survey_id),
                person as (insert into participant (organisation_id, last_name, first_name, workplace)
                  values (:school, 'Вестин', 'Пётр', 'OWN_STAFF') returning id)
                select survey_id from taking
                """).param("today", clock.today()).param("school", school.id()).query(Long.class).single();
        jdbc.sql("""
                insert into survey_invitation (organisation_id, survey_id, audience, participant_id, token)
                select organisation_id, ?, 'MENTOR', id, lpad(id::text, 43, 'n') from participant where organisation_id = ?""").params(survey, school.id())
                .update();
    }

    private List<String> told() {
        notices.tell();
        notices.tell();
        return jdbc.sql("select words from notice where account_id = ? order by id").param(curator.accountId()).query(String.class).list();
    }

    @Test
    void eachIsToldOnce() {
        assertThat(told()).singleElement().asString().startsWith("Начался опрос «Осенний». Раздайте личные ссылки");
        move(clock.today().plusDays(3));
        assertThat(told()).hasSize(3).last().asString().contains("закроется", "ответили 0 из 1").doesNotContain("Вестин");
    }

    @Test
    void anotherLastDayIsToldOnceAndSoIsItsApproach() {
        LocalDate today = clock.today();
        jdbc.sql("update survey set opens_on = ? where id = ?").params(today.minusDays(8), survey).update();
        move(today.plusDays(3));
        assertThat(told()).hasSize(2).first().asString().startsWith("Последний день опроса «Осенний» теперь ").contains("ответили 0 из 1");
        move(today.plusDays(9));
        assertThat(told()).hasSize(3).last().asString().startsWith("Последний день опроса");
        move(today.plusDays(2));
        assertThat(told()).as("the end of the new days approaches").hasSize(5).last().asString().contains("закроется " + new Russian().date(today.plusDays(2)));
    }

    private void move(LocalDate day) {
        jdbc.sql("update survey set closes_on = ?, last_day_moved_on = ? where id = ?").params(day, clock.today(), survey).update();
    }

    @Test
    void whoHasNobodyLeftIsNotDisturbed() {
        jdbc.sql("update survey_invitation set used = true where survey_id = ?").param(survey).update();
        assertThat(told()).isEmpty();
    }

    @Test
    void theToDoListNamesTheSurvey() {
        assertThat(Shown.in(mvc.get().uri("/workspace?all=yes").with(curator.signedIn()).with(csrf()).exchange()).text())
                .contains("Раздать ссылки на опрос «Осенний»", "Ответили 0 из 1");
        jdbc.sql("update survey_invitation set used = true where survey_id = ?").param(survey).update();
        assertThat(Shown.in(mvc.get().uri("/workspace?all=yes").with(curator.signedIn()).exchange()).text()).doesNotContain("«Осенний»");
    }
}
