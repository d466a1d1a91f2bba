package ru.smolensk.mentoring.monitoring;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Town;

/** Approved programmes with their pairs, for reports about them. */
final class Running {

    private Running() {
    }

    /** A pair and its approved programme, both lasting so long; the programme's identifier. */
    static long programme(JdbcClient jdbc, Tenant school, LocalDate since, LocalDate until) {
        return jdbc.sql("""
                with people as (insert into participant (organisation_id, last_name, first_name, workplace)
                  values (:school, 'Наставников', 'Пётр ' || :number, 'OWN_STAFF'), (:school, 'Молодцова', 'Анна ' || :number, 'OWN_STAFF')
                  returning organisation_id, id, last_name),
                mentors as (insert into mentor (organisation_id, participant_id, entered_on)
                  select organisation_id, id, :since from people where last_name = 'Наставников' returning participant_id),
                mentees as (insert into mentee (organisation_id, participant_id, entered_on, category)
                  select organisation_id, id, :since, 'YOUNG' from people where last_name = 'Молодцова' returning participant_id),
                orders as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                  values (:school, 'пр-' || :number, :since, 'О закреплении', 'NO_NAMES') returning id),
                pairs as (insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                  select :school, 'П-' || :number, r.participant_id, 'TEACHER_TEACHER', o.id, :since, :since, :until, :until
                    from mentors r, orders o returning id, mentor_id),
                joined as (insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                  select :school, m.id, e.participant_id, :since, m.mentor_id, :since, :until from pairs m, mentees e
                  returning mentorship_id, mentee_id),
                next as (select nextval('portal_id') as id),
                made as (insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on, approved_on,
                                       act_number)
                  select :school, n.id, j.mentorship_id, n.id, 1, 'APPROVED', 'Первые шаги ' || :number, :since, :until, :since, '7'
                    from next n, joined j returning id, mentorship_id),
                covered as (insert into programme_mentee (organisation_id, programme_id, mentorship_id, mentee_id)
                  select :school, p.id, p.mentorship_id, j.mentee_id from made p, joined j)
                select id from made
                """).param("school", school.id()).param("number", Town.number()).param("since", since).param("until", until)
                .query(Long.class).single();
    }

    static long programme(JdbcClient jdbc, Tenant school, String since, String until) {
        return programme(jdbc, school, LocalDate.parse(since), LocalDate.parse(until));
    }
}
