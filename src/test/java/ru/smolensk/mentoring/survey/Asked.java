package ru.smolensk.mentoring.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Town;

/** An organisation whose pairs are asked: for the tests of surveys. */
record Asked(JdbcClient jdbc, Tenant school, long survey, LocalDate today) {

    /** The key question of the mentee's second questionnaire, its open question about what was missing, and one with options. */
    static final long KEY = 43;
    static final long OPEN = 47;

    /** A second-wave survey from today on, with so many pairs. */
    static Asked openFor(int pairs, Tenant school, JdbcClient jdbc, LocalDate today) {
        IntStream.range(0, pairs).forEach(at -> pair(school, jdbc));
        return open(2, school, jdbc, today);
    }

    /** A survey of the organisation alone; links are there. */
    static Asked open(int wave, Tenant school, JdbcClient jdbc, LocalDate today) {
        long survey = jdbc.sql("""
                with one as (insert into survey (title, academic_year, wave, opens_on, closes_on, scope, mentee_questionnaire, mentor_questionnaire)
                  values ('Опрос ' || :number, 2026, :wave, :today, :today + 10, 'LISTED', case :wave when 1 then 1 else 3 end,
                          case :wave when 1 then 2 else 4 end) returning id)
                insert into survey_organisation (organisation_id, survey_id) select :school, id from one returning survey_id
                """).param("number", Town.number()).param("wave", wave).param("today", today).param("school", school.id()).query(Long.class).single();
        jdbc.sql("select survey_invite(?, ?, ?)").params(survey, school.id(), today).query(Long.class).single();
        return new Asked(jdbc, school, survey, today);
    }

    /** Moves its days to where no methodologist could: as if time had passed. */
    void was(LocalDate opensOn, LocalDate closesOn) {
        jdbc.sql("alter table survey disable trigger survey_last_day_moves").update();
        jdbc.sql("update survey set opens_on = ?, closes_on = ? where id = ?").params(opensOn, closesOn, survey).update();
        jdbc.sql("alter table survey enable trigger survey_last_day_moves").update();
    }

    /** One more pair, in force today. */
    static void pair(Tenant school, JdbcClient jdbc) {
        jdbc.sql("""
                with people as (insert into participant (organisation_id, last_name, first_name, workplace)
                  values (:school, 'Опросов', 'Пётр ' || :number, 'OWN_STAFF'), (:school, 'Ответов', 'Иван ' || :number, 'OWN_STAFF')
                  returning organisation_id, id, first_name),
                mentors as (insert into mentor (organisation_id, participant_id, entered_on)
                  select organisation_id, id, '2020-09-01' from people where first_name like 'Пётр%' returning participant_id),
                mentees as (insert into mentee (organisation_id, participant_id, entered_on, category)
                  select organisation_id, id, '2020-09-01', 'YOUNG' from people where first_name like 'Иван%' returning participant_id),
                orders as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                  values (:school, 'о-' || :number, '2020-09-01', 'О закреплении', 'NO_NAMES') returning id),
                pairs as (insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                  select :school, 'о-' || :number, r.participant_id, 'TEACHER_TEACHER', o.id, '2020-09-01', '2020-09-01', '2090-05-31',
                         '2090-05-31' from mentors r, orders o returning id, mentor_id)
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                  select :school, m.id, e.participant_id, '2020-09-01', m.mentor_id, '2020-09-01', '2090-05-31' from pairs m, mentees e
                """).param("school", school.id()).param("number", Town.number()).update();
    }

    List<String> tokens(Audience audience) {
        return jdbc.sql("select token from survey_invitation where organisation_id = ? and survey_id = ? and audience = ? order by id")
                .params(school.id(), survey, audience.name()).query(String.class).list();
    }

    List<Long> invitations(Audience audience) {
        return jdbc.sql("select id from survey_invitation where organisation_id = ? and survey_id = ? and audience = ? order by id")
                .params(school.id(), survey, audience.name()).query(Long.class).list();
    }

    /** Writes and sends by the way that the portal sends. */
    boolean answer(String token, String answers) {
        jdbc.sql("""
                insert into survey_draft (organisation_id, invitation_id, answers, begun_on)
                select organisation_id, id, cast(? as jsonb), ? from survey_invitation where token = ?
                """).params(answers, today, token).update();
        return jdbc.sql("select survey_send(?, ?)").params(token, today).query(Boolean.class).single();
    }

    long file() {
        return jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                values (?, 'протокол.pdf', 'application/pdf', 1, repeat('a', 64), now(), true) returning id""").param(school.id())
                .query(Long.class).single();
    }
}
