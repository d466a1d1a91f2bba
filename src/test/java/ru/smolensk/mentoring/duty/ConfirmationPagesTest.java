package ru.smolensk.mentoring.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.GoingRound;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** «Данные верны»: the curator says so at least once a year (P6.1). */
@PortalTest
class ConfirmationPagesTest {

    private static final String PAGE = "/workspace/confirmation";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Duties duties;

    @Autowired
    PortalClock clock;

    Tenant school;
    Town.Person person;
    RequestPostProcessor curator;
    Traces traces;
    LocalDate today;

    @BeforeEach
    void aSchoolWithAMentorAndAMentee() {
        school = town.school();
        person = town.curatorOf(school);
        curator = person.signedIn();
        today = clock.today();
        traces = new Traces(jdbc, school.id(), person.accountId());
        traces.mentor(today.minusDays(9), null);
        traces.mentee(today.minusDays(9), null);
    }

    @Test
    void whatIsLookedAtIsConfirmedAndTheDutyIsDone() {
        Shown before = Shown.in(get());
        assertThat(before.text()).contains("ещё не подтверждены");
        assertThat(before.texts("tbody td:nth-child(2)")).containsExactly("1", "1", "0", "0", "0", "0", "не внесена");
        assertThat(list()).contains("Передать базы наставников и наставляемых");

        assertThat(confirm(before.value("version"))).hasRedirectedUrl(PAGE);

        Shown after = Shown.in(get());
        assertThat(after.text()).contains("подтверждены " + new Russian().date(today), "числа не изменились");
        assertThat(duties.of(school.id(), today).get(Duty.BASES.ordinal()).done()).isTrue();
        assertThat(list()).doesNotContain("Передать базы наставников и наставляемых");
        assertThat(jdbc.sql("select count(*) from journal_entry where organisation_id = ? and subject = 'DATA_CONFIRMATION'")
                .param(school.id())
                .query(Integer.class).single()).isOne();
    }

    @Test
    void whatHasChangedMeanwhileIsShownBeforeItIsConfirmed() {
        String looked = Shown.in(get()).value("version");
        traces.mentor(today, null);

        MvcTestResult stale = confirm(looked);
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Shown page = Shown.in(stale);
        assertThat(page.errors()).contains("изменил кто-то ещё", "Наставники 2");
        assertThat(confirmations()).isZero();
        assertThat(confirm(page.value("version"))).hasRedirectedUrl(PAGE);

        traces.mentee(today, null);
        assertThat(Shown.in(get()).text()).contains("С тех пор числа изменились");
        assertThat(Shown.in(get()).texts("tbody tr:nth-child(2) td")).containsExactly("2", "1", "Открыть: Наставляемые");
    }

    @Test
    void withoutAVersionOrWithNonsenseNothingIsConfirmed() {
        assertThat(confirm("")).hasStatus(HttpStatus.CONFLICT);
        assertThat(confirm("9999999999")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(confirmations()).isZero();
    }

    @Test
    void dataThatContradictThemselvesAreNotConfirmed() {
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, ?, 0, 0)")
                .params(school.id(), today).update();
        pairInForce();

        MvcTestResult answer = confirm(Shown.in(get()).value("version"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("В программах больше людей, чем педагогов");
    }

    @Test
    void aConfirmationOfLastYearIsShownButDoesNotCount() {
        LocalDate lastYear = AcademicYear.of(today).previous().firstDay();
        jdbc.sql("""
                insert into data_confirmation (organisation_id, academic_year, confirmed_at, confirmed_on, confirmed_by, content)
                values (?, ?, now(), ?, ?, '{"mentors": 7, "mentees": 1, "mentorships": 0, "programmes": 0, "partners": 0, "documents": 0}')
                """).params(school.id(), AcademicYear.of(lastYear).start(), lastYear, person.accountId()).update();
        Shown page = Shown.in(get());
        assertThat(page.text()).contains("ещё не подтверждены", "Подтверждено " + new Russian().date(lastYear));
        assertThat(page.texts("tbody tr:nth-child(1) td").subList(0, 2)).containsExactly("1", "7");
        assertThat(duties.of(school.id(), today).get(Duty.BASES.ordinal()).done()).isFalse();
    }

    @Test
    void aConfirmationNeverChangesAndBelongsToItsYear() {
        traces.confirmed(today);
        assertThat(GoingRound.constraintAgainst(jdbc,
                "update data_confirmation set confirmed_on = confirmed_on - 1 where organisation_id = ?", school.id()))
                .isEqualTo("data_confirmation_only_grows");
        assertThat(GoingRound.constraintAgainst(jdbc, "delete from data_confirmation where organisation_id = ?", school.id()))
                .isEqualTo("data_confirmation_only_grows");
        assertThat(GoingRound.constraintAgainst(jdbc, """
                insert into data_confirmation (organisation_id, academic_year, confirmed_at, confirmed_on, confirmed_by, content)
                values (?, 2024, now(), '2024-08-31', ?, '{}')""", school.id(), person.accountId())).isEqualTo("data_confirmation_within_year");
    }

    private void pairInForce() {
        jdbc.sql("""
                with one as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                    values (:organisation, '1', :day, 'О закреплении', 'NO_NAMES') returning id),
                  pair as (insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                    select :organisation, '1', r.participant_id, 'TEACHER_TEACHER', o.id, :day, :day, :day, :day from one o, mentor r
                     where r.organisation_id = :organisation returning id, mentor_id),
                  member as (insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                    select :organisation, p.id, e.participant_id, :day, p.mentor_id, :day, :day from pair p, mentee e where e.organisation_id = :organisation
                    returning mentorship_id, mentee_id),
                  next as (select nextval('portal_id') as id),
                  programme as (insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on, approved_on, act_number)
                    select :organisation, n.id, m.mentorship_id, n.id, 1, 'APPROVED', 'Программа', :day, :day, :day, '2' from next n, member m
                    returning id, mentorship_id)
                insert into programme_mentee (organisation_id, programme_id, mentorship_id, mentee_id)
                  select :organisation, p.id, p.mentorship_id, m.mentee_id from programme p, member m
                """).param("organisation", school.id()).param("day", today).update();
    }

    private int confirmations() {
        return jdbc.sql("select count(*) from data_confirmation where organisation_id = ?").param(school.id()).query(Integer.class)
                .single();
    }

    private java.util.List<String> list() {
        return Shown.in(mvc.get().uri("/workspace?all=yes").with(curator).exchange()).texts(".todo b");
    }

    private MvcTestResult get() {
        return mvc.get().uri(PAGE).with(curator).exchange();
    }

    private MvcTestResult confirm(String version) {
        return mvc.post().uri(PAGE).with(csrf()).with(curator).param("version", version).exchange();
    }
}
