package ru.smolensk.mentoring.signing;

import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.Town;

/** An order with a group, its programme, a meeting and a curator: the things that papers are drawn up from. */
record Staged(long organisation, long order, long mentorship, long mentor, long mentee, long programme, long roadmap, long meeting,
        String number, String code) {

    static Staged in(JdbcClient jdbc, long organisation, String mentorLastName, String menteeLastName) {
        int unique = Town.number();
        long mentor = person(jdbc, organisation, mentorLastName, "Вера", "Павловна", "учитель физики");
        long mentee = person(jdbc, organisation, menteeLastName, "Олег", "Игоревич", "учитель истории");
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2025-09-01')").params(organisation,
                mentor).update();
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2025-09-01', 'YOUNG')")
                .params(organisation, mentee).update();
        String number = unique + "-а/2";
        long order = jdbc.sql("insert into assignment_order (organisation_id, number, dated_on, title, disclosure) values (?, ?, "
                + "'2026-09-01', 'О закреплении пар',"
                + " 'WITHHELD') returning id").params(organisation, number).query(Long.class).single();
        String code = "П-" + unique;
        long mentorship = jdbc.sql("""
                insert into mentorship (organisation_id, code, mentor_id, form, model, kinds, order_id, order_dated_on, starts_on,
                  planned_end, last_day)
                values (?, ?, ?, 'TEACHER_TEACHER', 'EXPERIENCED_YOUNG', '{TRADITIONAL}', ?, '2026-09-01', '2026-09-02', '2027-05-31',
                  '2027-05-31') returning id
                """).params(organisation, code, mentor, order).query(Long.class).single();
        jdbc.sql("insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)"
                + " values (?, ?, ?, '2026-09-02', ?, '2026-09-02', '2027-05-31')").params(organisation, mentorship, mentee, mentor)
                .update();
        long programme = jdbc.sql("select nextval('portal_id')").query(Long.class).single();
        jdbc.sql("""
                insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, goal, tasks, starts_on,
                  ends_on, approved_on, act_number)
                values (?, ?, ?, ?, 1, 'APPROVED', 'Первые шаги', 'Освоиться', ?, '2026-09-02', '2027-05-31', '2026-09-02', '15-од')
                """).params(organisation, programme, mentorship, programme, "первая задача\nвторая задача").update();
        jdbc.sql("insert into programme_mentee values (?, ?, ?, ?)").params(organisation, programme, mentorship, mentee).update();
        jdbc.sql("insert into programme_activity (organisation_id, programme_id, position, what, form, planned_term, result) values"
                + " (?, ?, 1, 'Посещение уроков', 'наблюдение', 'октябрь', 'карта наблюдений')").params(organisation, programme).update();
        long edition = jdbc.sql("""
                insert into review_edition (organisation_id, subject, academic_year, number, state) values (?, 'ROADMAP', 2026, 1, 'DRAFT')
                  returning id
                """).param(organisation).query(Long.class).single();
        long roadmap = jdbc.sql("insert into roadmap (organisation_id, edition_id, academic_year) values (?, ?, 2026) returning id")
                .params(organisation, edition)
                .query(Long.class).single();
        jdbc.sql("insert into roadmap_line (organisation_id, roadmap_id, position, kind, line_key, measure) values (?, ?, 1, 'HEADING', "
                + "'a', 'Подготовка')")
                .params(organisation, roadmap).update();
        jdbc.sql("insert into roadmap_line (organisation_id, roadmap_id, position, kind, line_key, measure, term_text, responsible, result)"
                + " values (?, ?, 2, 'MEASURE', 'b', 'Выпустить приказ', 'сентябрь', 'заместитель', 'приказ')").params(organisation,
                roadmap).update();
        long association = jdbc.sql("insert into mentor_association (owner_id, name, head) values (?, 'МО наставников школы', 'Руководящая "
                + "А. Б.') returning id")
                .param(organisation).query(Long.class).single();
        jdbc.sql("insert into association_member (organisation_id, association_id, mentor_id, of_city, joined_on) values (?, ?, ?, false, "
                + "'2026-09-01')")
                .params(organisation, association, mentor).update();
        long meeting = jdbc.sql("insert into association_meeting (association_id, held_on, topic, decisions, protocol_number) values (?, "
                + "'2026-10-12', 'План работы',"
                + " 'Утвердить план', '3') returning id").param(association).query(Long.class).single();
        return new Staged(organisation, order, mentorship, mentor, mentee, programme, roadmap, meeting, number, code);
    }

    private static long person(JdbcClient jdbc, long organisation, String lastName, String firstName, String patronymic, String position) {
        return jdbc.sql("insert into participant (organisation_id, last_name, first_name, patronymic, workplace, position) values (?, ?, "
                + "?, ?, 'OWN_STAFF', ?) returning id")
                .params(organisation, lastName, firstName, patronymic, position).query(Long.class).single();
    }

    /** The thing that a paper of the kind belongs to. */
    long thing(PaperKind kind) {
        return switch (kind) {
            case ASSIGNMENT_ORDER -> order;
            case PROGRAMME -> programme;
            case PROCESSING_CONSENT, LETTER_OF_THANKS -> mentor;
            case DISTRIBUTION_CONSENT -> mentee;
            case PARTIES_CONSENT -> mentorship;
            case ROADMAP -> roadmap;
            case MEETING_PROTOCOL -> meeting;
            case CURATOR_ORDER -> throw new IllegalArgumentException();
        };
    }
}
