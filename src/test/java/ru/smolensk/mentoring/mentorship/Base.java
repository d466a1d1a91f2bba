package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Town;

/** The people and orders of one organisation, for tests of pairs and groups. */
record Base(Tenant school, JdbcClient jdbc) {

    static final LocalDate ORDER_DATE = LocalDate.of(2026, 9, 2);

    long mentor(String lastName) {
        long person = person(lastName);
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2024-09-01')").params(school.id(), person).update();
        return person;
    }

    long mentee(String lastName) {
        return mentee(lastName, "YOUNG");
    }

    long mentee(String lastName, String category) {
        long person = person(lastName);
        alsoMentee(person, category);
        return person;
    }

    void alsoMentee(long person, String category) {
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2024-09-01', ?)")
                .params(school.id(), person, category).update();
    }

    private long person(String lastName) {
        return jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, patronymic, workplace)
                values (?, ?, 'Анна', 'Петровна', 'OWN_STAFF') returning id
                """).params(school.id(), lastName).query(Long.class).single();
    }

    long order() {
        return order("14-а/" + Town.number(), ORDER_DATE);
    }

    long order(String number, LocalDate datedOn) {
        return jdbc.sql("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                values (?, ?, ?, 'О закреплении наставнических пар и групп', 'WITHHELD') returning id
                """).params(school.id(), number, datedOn).query(Long.class).single();
    }

    /** A pair or group педагог – педагог from the order's date to 31.05.2027. */
    static Mentorships.NewMentorship together(String code, long order, long mentor, Long... mentees) {
        return new Mentorships.NewMentorship(code, order, mentor, List.of(mentees), MentoringForm.TEACHER_TEACHER, null, Set.of(), ORDER_DATE,
                LocalDate.of(2027, 5, 31), null);
    }

    static AssignmentOrders.Text text(String number, LocalDate datedOn) {
        return new AssignmentOrders.Text(number, datedOn, "О закреплении", new Papers.Said(null, Disclosure.WITHHELD, null));
    }

    /** What stands in the row of a mentorship: the columns in one line. */
    String row(long mentorship, String columns) {
        return line("select " + columns + " from mentorship where id = ?", mentorship);
    }

    /** What stands in the row of a mentee of a mentorship. */
    String member(long mentorship, long mentee, String columns) {
        return line("select " + columns + " from mentorship_mentee where mentorship_id = ? and mentee_id = ?", mentorship, mentee);
    }

    private String line(String sql, Object... parameters) {
        List<String> values = new ArrayList<>();
        jdbc.sql(sql).params(Arrays.asList(parameters)).query().singleRow().values().forEach(value -> values.add(String.valueOf(value)));
        return String.join(" ", values);
    }
}
