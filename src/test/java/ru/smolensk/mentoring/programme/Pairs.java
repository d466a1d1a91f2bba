package ru.smolensk.mentoring.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.Town;

/** Pairs and groups for tests of programmes, written straight into the tables: what is tried here is not how they are entered. */
final class Pairs {

    static final LocalDate START = LocalDate.of(2025, 9, 2);
    static final LocalDate LAST_DAY = LocalDate.of(2027, 5, 31);

    private final JdbcClient jdbc;

    Pairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mentorship with the mentees it began with. */
    record Pair(long id, List<Long> mentees) {

        long mentee() {
            return mentees.get(0);
        }
    }

    /** Works from {@link #START} to {@link #LAST_DAY}. */
    Pair in(long organisation, String mentor, String... mentees) {
        long mentorId = person(organisation, mentor);
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, ?)")
                .params(organisation, mentorId, START).update();
        long order = jdbc.sql("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                values (?, ?, ?, 'О закреплении', 'NO_NAMES') returning id""")
                .params(organisation, "н-" + Town.number(), START).query(Long.class).single();
        long id = jdbc.sql("""
                insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                values (?, ?, ?, 'TEACHER_TEACHER', ?, ?, ?, ?, ?) returning id""")
                .params(organisation, "П-" + Town.number(), mentorId, order, START, START, LAST_DAY, LAST_DAY).query(Long.class).single();
        List<Long> ids = new ArrayList<>();
        for (String mentee : mentees) {
            long menteeId = person(organisation, mentee);
            jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, ?, 'YOUNG')")
                    .params(organisation, menteeId, START).update();
            jdbc.sql("""
                    insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                    values (?, ?, ?, ?, ?, ?, ?)""").params(organisation, id, menteeId, START, mentorId, START, LAST_DAY).update();
            ids.add(menteeId);
        }
        return new Pair(id, ids);
    }

    /** The mentorship ends on that day, earlier than planned. */
    void end(long organisation, Pair pair, LocalDate on) {
        jdbc.sql("update mentorship set ended_on = ?, last_day = ?, end_reason = 'Переезд' where organisation_id = ? and id = ?")
                .params(on, on, organisation, pair.id()).update();
    }

    void annul(long organisation, Pair pair) {
        jdbc.sql("update mentorship set annulled_on = ?, annulment_reason = 'Ошибка' where organisation_id = ? and id = ?")
                .params(LAST_DAY, organisation, pair.id()).update();
    }

    private long person(long organisation, String name) {
        String[] words = name.split(" ");
        return jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, patronymic, workplace)
                values (?, ?, ?, ?, 'OWN_STAFF') returning id""")
                .params(organisation, words[0], words[1], words[2]).query(Long.class).single();
    }
}
