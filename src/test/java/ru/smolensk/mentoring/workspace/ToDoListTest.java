package ru.smolensk.mentoring.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Town.Person;

/** «Что сделать»: every line says what to do and leads there in one click. */
@PortalTest
class ToDoListTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PortalClock clock;

    Tenant school;
    Person curator;
    LocalDate start;

    @BeforeEach
    void aSchool() {
        school = town.school();
        curator = town.curatorOf(school);
        start = clock.today().minusMonths(2);
    }

    @Test
    void anEmptyOrganisationIsLedThroughTheWholeWorkInItsOrder() {
        assertThat(titles()).startsWith("Внести численность педагогов", "Внести наставников", "Внести наставляемых",
                "Внести приказ о закреплении", "Внести пары и группы");
        assertThat(page().attributes(".todo a", "href")).contains("/workspace/mentors/new", "/workspace/mentees/new", "/workspace/orders/new",
                "/workspace/mentorships/new");
        assertThat(page().attributes("main .lines a", "href")).as("where nobody is counted yet").contains("/workspace/mentors/new",
                "/workspace/mentees/new", "/workspace/mentorships/new");
    }

    @Test
    void theMainWorkLeavesTheListAsItIsDone() {
        pair(mentor("Орлова"), mentee("Лебедева"));
        assertThat(titles()).noneMatch(title -> title.matches("Внести (наставников|наставляемых|приказ о закреплении|пары и группы)"));
    }

    @Test
    void whatIsToBeDoneForSeveralIsOneLineWithALinkForEach() {
        long first = pair(mentor("Орлова"), mentee("Лебедева"));
        long second = pair(mentor("Громова"), mentee("Бойко"));
        assertThat(titles()).contains("Составить программу").doesNotContain("Орлова Анна Петровна");
        assertThat(page().attributes(".todo-items a", "href")).contains("/workspace/programmes/new?mentorship=" + first,
                "/workspace/programmes/new?mentorship=" + second);
        assertThat(page().texts(".todo-items a")).contains("Лебедева Анна Петровна, Орлова Анна Петровна");
    }

    @Test
    void whatIsToBeDoneForOneIsNamedInTheTitle() {
        programme(pair(mentor("Орлова"), mentee("Лебедева")), "Учиться слышать");
        assertThat(titles()).contains("Утвердить программу: Лебедева Анна Петровна, Орлова Анна Петровна");
    }

    @Test
    void aDraftThatCannotBeApprovedYetIsToBeFinishedFirst() {
        long programme = programme(pair(mentor("Орлова"), mentee("Лебедева")), null);
        assertThat(titles()).contains("Дописать программу: Лебедева Анна Петровна, Орлова Анна Петровна")
                .noneMatch(title -> title.startsWith("Утвердить программу"));
        assertThat(page().text()).contains("Допишите цель и мероприятия").doesNotContain("Укажите дату и номер акта");
        assertThat(page().attributes(".todo a", "href")).contains("/workspace/programmes/" + programme);
    }

    @Test
    void onePersonWithoutAnOrderInTwoRolesComesOnce() {
        pair(mentor("Орлова"), mentee("Лебедева"));
        long both = mentor("Ткач");
        alsoMentee(both);
        assertThat(titles()).contains("Закрепить приказом: Ткач Анна Петровна");
    }

    @Test
    void aProgrammeOfAMentorshipThatEndedEarlyIsToBeCompletedOrCancelled() {
        long pair = pair(mentor("Орлова"), mentee("Лебедева"));
        long programme = programme(pair, "Учиться слышать");
        jdbc.sql("update programme set status = 'APPROVED', approved_on = ?, act_number = '7-п' where id = ?").params(start, programme).update();
        jdbc.sql("update mentorship set ended_on = ?, end_reason = 'замена наставника', last_day = ? where id = ?")
                .params(clock.today(), clock.today(), pair).update();
        assertThat(titles()).anyMatch(title -> title.startsWith("Завершить или отменить программу: «Программа»"));
        assertThat(page().text()).doesNotContain("новую редакцию");
    }

    @Test
    void theDocumentThatConfirmsAPartnerIsAskedFor() {
        long partner = jdbc.sql("insert into partner_organisation (organisation_id, name) values (?, 'Завод «Кристалл»') returning id")
                .param(school.id()).query(Long.class).single();
        assertThat(titles()).contains("Создать методическое объединение наставников",
                "Приложить документ партнёра: Завод «Кристалл»");
        String address = "/workspace/documents/new?kind=PARTNER_DOCUMENT&partner=" + partner;
        assertThat(page().attributes(".todo a", "href")).contains(address);
        assertThat(Shown.in(mvc.get().uri(address).with(curator.signedIn()).exchange()).value("partnerId")).isEqualTo(String.valueOf(partner));
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithThePeople() {
        pair(mentor("Орлова"), mentee("Лебедева"));
        int one = Statements.during(this::page);
        for (int i = 0; i < 10; i++) {
            pair(mentor("Орлова" + i), mentee("Лебедева" + i));
        }
        assertThat(Statements.during(this::page)).isEqualTo(one);
    }

    @Test
    void theStepsOfTheHelpAreLinksForThoseWhoMayFollowThem() {
        var steps = List.of("/workspace/staff", "/workspace/mentors", "/workspace/mentees", "/workspace/partners", "/workspace/orders",
                "/workspace/mentorships", "/workspace/programmes", "/workspace/documents", "/workspace/surveys", "/workspace/indicators", "/workspace/section",
                "/workspace/section/widget");
        assertThat(Shown.in(mvc.get().uri("/help").with(curator.signedIn()).exchange()).attributes("#curator + ol a", "href"))
                .containsExactlyElementsOf(steps);
        Shown visitors = Shown.in(mvc.get().uri("/help").exchange());
        assertThat(visitors.attributes("#curator + ol a", "href")).isEmpty();
        assertThat(visitors.text()).contains("Внесите численность:");
    }

    @Test
    void overdueMeasuresOfThisYearsApprovedRoadmapAreOneLine() {
        int year = AcademicYear.of(clock.today()).start();
        long now = roadmap(year, "APPROVED");
        measure(now, clock.today().minusDays(3), null);
        measure(now, clock.today().minusDays(1), null);
        measure(now, clock.today().minusDays(1), "DONE");
        measure(now, clock.today().minusDays(1), "NOT_DONE");
        measure(now, clock.today(), null);
        measure(roadmap(year - 1, "APPROVED"), clock.today().minusYears(1), null);
        measure(roadmap(year + 1, "DRAFT"), clock.today().minusDays(1), null);

        assertThat(titles()).contains("Отметить выполнение дорожной карты");
        assertThat(page().texts(".todo > li")).filteredOn(line -> line.contains("Отметить выполнение")).singleElement().asString()
                .contains("просрочено", "2 мероприятия", new Russian().date(clock.today().minusDays(3)));
        assertThat(page().attributes(".todo a", "href")).contains("/workspace/roadmap/" + now);
    }

    private long roadmap(int year, String state) {
        boolean approved = state.equals("APPROVED");
        long edition = jdbc.sql("""
                insert into review_edition (organisation_id, subject, academic_year, number, state, approved_on, approved_by)
                values (?, 'ROADMAP', ?, 1, ?, ?, ?) returning id
                """).params(school.id(), year, state, approved ? clock.today() : null, approved ? town.methodologist().accountId() : null)
                .query(Long.class).single();
        return jdbc.sql("insert into roadmap (organisation_id, edition_id, academic_year) values (?, ?, ?) returning id")
                .params(school.id(), edition, year).query(Long.class).single();
    }

    private void measure(long roadmap, LocalDate dueOn, String outcome) {
        jdbc.sql("""
                insert into roadmap_line (organisation_id, roadmap_id, position, kind, line_key, measure, due_on, outcome, done_on)
                values (?, ?, ?, 'MEASURE', gen_random_uuid()::text, 'Приказ', ?, ?, ?)
                """).params(school.id(), roadmap, Town.number(), dueOn, outcome, "DONE".equals(outcome) ? dueOn : null).update();
    }

    private Shown page() {
        return Shown.in(mvc.get().uri("/workspace?all=yes").with(curator.signedIn()).exchange());
    }

    private List<String> titles() {
        return page().texts(".todo > li b");
    }

    private long mentor(String lastName) {
        long person = person(lastName);
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2024-09-01')").params(school.id(), person).update();
        return person;
    }

    private long mentee(String lastName) {
        long person = person(lastName);
        alsoMentee(person);
        return person;
    }

    private void alsoMentee(long person) {
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2024-09-01', 'YOUNG')")
                .params(school.id(), person).update();
    }

    private long person(String lastName) {
        return jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, patronymic, workplace, teaching_since)
                values (?, ?, 'Анна', 'Петровна', 'OWN_STAFF', ?) returning id
                """).params(school.id(), lastName, start).query(Long.class).single();
    }

    private long pair(long mentor, long mentee) {
        LocalDate end = clock.today().plusMonths(6);
        long order = jdbc.sql("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                values (?, ?, ?, 'О закреплении', 'WITHHELD') returning id
                """).params(school.id(), "14-" + Town.number(), start).query(Long.class).single();
        long pair = jdbc.sql("""
                insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                values (:school, :code, :mentor, 'TEACHER_TEACHER', :order, :start, :start, :end, :end) returning id
                """).param("school", school.id()).param("code", "П-" + Town.number()).param("mentor", mentor).param("order", order)
                .param("start", start).param("end", end).query(Long.class).single();
        jdbc.sql("""
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                values (?, ?, ?, ?, ?, ?, ?)
                """).params(school.id(), pair, mentee, start, mentor, start, end).update();
        return pair;
    }

    /** A draft for everybody of the pair; with a goal it has an activity too. */
    private long programme(long pair, String goal) {
        long programme = jdbc.sql("select nextval('portal_id')").query(Long.class).single();
        jdbc.sql("""
                insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, goal, starts_on, ends_on)
                values (?, ?, ?, ?, 1, 'DRAFT', 'Программа', ?, ?, ?)
                """).params(Arrays.asList(school.id(), programme, pair, programme, goal, start, clock.today().plusMonths(6))).update();
        jdbc.sql("""
                insert into programme_mentee (organisation_id, programme_id, mentorship_id, mentee_id)
                select organisation_id, ?, mentorship_id, mentee_id from mentorship_mentee where organisation_id = ? and mentorship_id = ?
                """).params(programme, school.id(), pair).update();
        if (goal != null) {
            jdbc.sql("insert into programme_activity (organisation_id, programme_id, position, what) values (?, ?, 1, 'Уроки')")
                    .params(school.id(), programme).update();
        }
        return programme;
    }
}
