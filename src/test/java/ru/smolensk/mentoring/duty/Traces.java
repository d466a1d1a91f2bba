package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.testing.Town;

/** What an organisation leaves in the data, written straight into the tables: the traces that its duties are derived from. */
record Traces(JdbcClient jdbc, long organisation, long account) {

    static final String[] ALL_PAPERS = {"IMPLEMENTATION_ORDER", "REGULATION", "ROADMAP", "ORGANISATION_PROGRAMME", "CURATOR_ORDER",
        "REALISATION_ORDER", "ASSIGNMENT_ORDER"};

    Traces appointed(LocalDate from, LocalDate until) {
        long curator = jdbc.sql("""
                insert into account (login, display_name, role, password_hash, created_at) values (?, 'Вера Лунина', 'CURATOR', '-', now()) returning id
                """).param("duty-" + Town.number()).query(Long.class).single();
        jdbc.sql("""
                insert into curator_appointment (organisation_id, account_id, order_number, order_dated_on, starts_on, ends_on)
                values (?, ?, '7-од', cast(? as date), cast(? as date), cast(? as date))
                """).params(organisation, curator, from, from, until).update();
        return this;
    }

    long act(String kind, LocalDate datedOn) {
        return jdbc.sql("""
                insert into local_act (organisation_id, kind, number, dated_on, title, link, disclosure)
                values (?, ?, '1', ?, 'Документ', 'https://school.example', 'NO_NAMES') returning id
                """).params(organisation, kind, datedOn).query(Long.class).single();
    }

    Traces acts(LocalDate datedOn, String... kinds) {
        Arrays.stream(kinds).forEach(kind -> act(kind, datedOn));
        return this;
    }

    /** An edition that has not been handed in. */
    long draft(String subject, Integer year, int number) {
        return jdbc.sql("""
                insert into review_edition (organisation_id, subject, academic_year, number, state) values (?, ?, cast(? as smallint), ?, 'DRAFT')
                returning id
                """).params(organisation, subject, year, number).query(Long.class).single();
    }

    /** Hands an edition in. */
    Traces submit(long edition, LocalDate on) {
        jdbc.sql("""
                insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content)
                select ?, ?, coalesce(max(number), 0) + 1, cast(? as timestamptz), ?, '{}' from review_submission where edition_id = ?
                """).params(organisation, edition, noon(on), account, edition).update();
        return state(edition, "SUBMITTED");
    }

    /** Decides what was handed in: RETURNED, WITHDRAWN or APPROVED. */
    Traces decide(long edition, String outcome, LocalDate on) {
        long reviewer = outcome.equals("WITHDRAWN") ? account : jdbc.sql("""
                insert into account (login, display_name, role, password_hash, created_at) values (?, 'Методист', 'METHODOLOGIST', '-', now()) returning id
                """).param("duty-" + Town.number()).query(Long.class).single();
        jdbc.sql("update review_submission set outcome = ?, decided_at = cast(? as timestamptz), decided_by = ? where edition_id = ? and outcome is null")
                .params(outcome, noon(on), reviewer, edition).update();
        if (outcome.equals("APPROVED")) {
            jdbc.sql("update review_edition set state = 'SUPERSEDED', superseded_on = ? where state = 'APPROVED' and (organisation_id, subject) = "
                    + "(select organisation_id, subject from review_edition where id = ?)").params(on, edition).update();
            jdbc.sql("update review_edition set state = 'APPROVED', approved_on = ?, approved_by = ? where id = ?").params(on, reviewer,
                    edition).update();
            return this;
        }
        return state(edition, outcome);
    }

    private Traces state(long edition, String state) {
        jdbc.sql("update review_edition set state = ? where id = ?").params(state, edition).update();
        return this;
    }

    long association(Long orderAct) {
        return jdbc.sql("insert into mentor_association (owner_id, name, order_act_id) values (?, 'МО наставников', cast(? as bigint)) returning id")
                .params(organisation, orderAct).query(Long.class).single();
    }

    Traces member(long association, long mentor, LocalDate joined, LocalDate left) {
        jdbc.sql("""
                insert into association_member (organisation_id, association_id, mentor_id, of_city, joined_on, left_on)
                values (?, ?, ?, false, ?, cast(? as date))
                """).params(organisation, association, mentor, joined, left).update();
        return this;
    }

    long mentor(LocalDate entered, LocalDate left) {
        long person = person(left);
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, ?)").params(organisation, person,
                entered).update();
        return person;
    }

    long mentee(LocalDate entered, LocalDate left) {
        long person = person(left);
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, ?, 'YOUNG')")
                .params(organisation, person, entered).update();
        return person;
    }

    private long person(LocalDate left) {
        return jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, workplace, left_on) values (?, 'Гостев', ?, 'OWN_STAFF', cast(? as date))
                returning id
                """).params(organisation, "Лев " + Town.number(), left).query(Long.class).single();
    }

    Traces confirmed(LocalDate on) {
        jdbc.sql("""
                insert into data_confirmation (organisation_id, academic_year, confirmed_at, confirmed_on, confirmed_by, content)
                values (?, ?, cast(? as timestamptz), ?, ?, '{}')
                """).params(organisation, AcademicYear.of(on).start(), noon(on), on, account).update();
        return this;
    }

    /** Publishes the section with these documents. */
    Traces published(LocalDate on, int pairs, boolean staffCounted, String... papers) {
        String reason = staffCounted ? "NO_YOUNG_SPECIALISTS" : "NO_STAFF_COUNT";
        String content = """
                {"date": "%s", "academicYear": "2026/2027", "organisation": {}, "partners": [], "acts": [], "papers": [%s],
                 "figures": {"pairs": %d, "groups": 0, "youngSpecialists": {"reason": "%s"}, "mentors": {"reason": "%s"},
                   "menteeSatisfaction": {"reason": "NO_RESPONSES"}, "mentorSatisfaction": {"reason": "NO_RESPONSES"}}}
                """.formatted(on, Arrays.stream(papers).map("{\"kind\": \"%s\"}"::formatted).collect(Collectors.joining(",")), pairs, reason, reason);
        jdbc.sql("""
                insert into section_edition (organisation_id, number, as_of, published_at, published_on, published_by, content)
                select ?, coalesce(max(number), 0) + 1, ?, cast(? as timestamptz), ?, ?, cast(? as jsonb) from section_edition where organisation_id = ?
                """).params(organisation, on, noon(on), on, account, content, organisation).update();
        return this;
    }

    /** A campaign for this organisation alone. */
    long due(Duty duty, AcademicYear year, LocalDate dueOn) {
        LocalDate within = dueOn.isBefore(year.firstDay()) ? year.firstDay() : dueOn.isAfter(year.lastDay()) ? year.lastDay() : dueOn;
        long campaign = jdbc.sql("insert into campaign (title, duty, academic_year, due_on, scope) values ('Срок', ?, ?, ?, 'LISTED') returning id")
                .params(duty.name(), year.start(), within).query(Long.class).single();
        jdbc.sql("insert into campaign_organisation (organisation_id, campaign_id) values (?, ?)").params(organisation, campaign).update();
        return campaign;
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(PortalClock.ZONE).toOffsetDateTime();
    }
}
