package ru.smolensk.mentoring.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** The department includes a mentor for positive experience; everybody reads it as long as the mentor agrees (Regulation 4.4, roadmap 2.6). */
@PortalTest
class RegisterTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Town.Person methodologist;
    Town.Person curator;
    String lastName;
    long mentor;

    @BeforeEach
    void aMentor() {
        school = town.school();
        methodologist = town.methodologist();
        curator = town.curatorOf(school);
        lastName = "Реестрова" + Town.number();
        mentor = jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, patronymic, workplace, position, teaching_since, born_on)
                values (?, ?, 'Вера', 'Петровна', 'OWN_STAFF', 'учитель физики', '2001-09-01', '1977-03-04') returning id
                """).params(school.id(), lastName).query(Long.class).single();
        jdbc.sql("""
                insert into mentor (organisation_id, participant_id, entered_on, category, competences, free_time)
                values (?, ?, '2025-09-01', 'высшая', 'методика; рефлексия', 'по вторникам')
                """).params(school.id(), mentor).update();
    }

    @Test
    void aMentorWhoConsentedIsIncludedAndReadByEverybody() {
        consent();
        assertThat(text("/mentors?q=" + lastName)).doesNotContain("Вера");
        assertThat(department("/department/register/new?q=" + lastName)).contains(lastName + " Вера Петровна", "Включить");

        MvcTestResult done = include("01.10.2025", "протокол ГМО № 3", "Помогла «пятерым» коллегам <b>");
        assertThat(done).hasStatus3xxRedirection();
        long entry = entry();
        assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/department/register/" + entry);

        assertThat(text("/mentors?q=" + lastName)).contains(lastName + " Вера Петровна", "Помогла «пятерым» коллегам &lt;b&gt;", "методика", "рефлексия");
        assertThat(text("/mentors?q=" + lastName + " рефлексия")).contains("Вера Петровна");
        assertThat(text("/mentors?q=" + lastName + " фехтование")).contains("Никто не нашёлся");
        assertThat(text("/mentors?kind=PRESCHOOL&q=" + lastName)).contains("Никто не нашёлся");
        assertThat(text("/mentors?kind=GENERAL&q=" + lastName)).contains("Вера Петровна");
        assertThat(text("/mentors/" + entry)).contains("учитель физики", "высшая", "протокол ГМО № 3", school.shortName())
                .doesNotContain("1977", "вторникам");
        assertThat(department("/department/register/" + entry)).contains("Карточку видят все", "Внесено", "Помогла");
        assertThat(department("/department/register/new?q=" + lastName)).doesNotContain("Вера Петровна");
    }

    @Test
    void whoWithdrawsTheConsentIsGoneAtOnceAndNoCopyIsKept() {
        long consent = consent();
        include("01.10.2025", "протокол № 3", "Помогла коллегам");
        long entry = entry();
        MvcTestResult shown = mvc.get().uri("/mentors/" + entry).exchange();
        assertThat(shown).hasStatusOk();
        assertThat(shown.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(mvc.get().uri("/mentors").exchange().getResponse().getHeader("Cache-Control")).isEqualTo("no-store");

        assertThat(mvc.post().uri("/workspace/mentors/{id}/consents/{consent}/withdraw", mentor, consent).with(curator.signedIn()).with(csrf())
                .param("withdrawnOn", "01.11.2025").exchange()).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/mentors/" + entry)).hasStatus(404);
        assertThat(text("/mentors?q=" + lastName)).doesNotContain("Вера Петровна");
        assertThat(department("/department/register/" + entry)).contains("не видит никто");
        assertThat(department("/department/register?state=hidden&q=" + lastName)).contains("Вера Петровна", "скрыт");
        assertThat(jdbc.sql("select count(*) from public_mentor where id = ?").param(entry).query(Long.class).single()).isZero();
    }

    @Test
    void whoLeftTheBaseOrWhoseOrganisationIsClosedIsNotShown() {
        consent();
        include("01.10.2025", "протокол № 3", "Помогла коллегам");
        long entry = entry();
        jdbc.sql("update participant set left_on = '2025-11-01' where id = ?").param(mentor).update();
        assertThat(mvc.get().uri("/mentors/" + entry)).hasStatus(404);
        jdbc.sql("update participant set left_on = null where id = ?").param(mentor).update();
        assertThat(mvc.get().uri("/mentors/" + entry)).hasStatusOk();
        jdbc.sql("update organisation set closed_on = '2025-11-01' where id = ?").param(school.id()).update();
        assertThat(mvc.get().uri("/mentors/" + entry)).hasStatus(404);
    }

    @Test
    void withoutAConsentNobodyIsIncluded() {
        assertThat(department("/department/register/new?q=" + lastName)).doesNotContain("Вера Петровна");
        assertThat(department("/department/register/" + school.slug() + "/" + mentor + "/new")).contains("Включить его нельзя");
        assertThat(include("01.10.2025", "протокол № 3", "Помогла коллегам")).hasStatus(422).bodyText()
                .contains("Согласия на распространение", "value=\"протокол № 3\"", "Помогла коллегам");
        assertThat(jdbc.sql("select count(*) from register_entry where mentor_id = ?").param(mentor).query(Long.class).single()).isZero();
    }

    @Test
    void nobodyIsIncludedTwiceAndEveryWordIsAsked() {
        consent();
        assertThat(include("32.10.2025", "", " ")).hasStatus(422).bodyText()
                .contains("value=\"32.10.2025\"", "Напишите, чем принято решение", "Напишите, за что наставник включён");
        assertThat(include("01.10.2099", "протокол", "Помогла")).hasStatus(422).bodyText().contains("ещё не наступил");
        assertThat(include("01.10.2025", "п".repeat(301), "Помогла")).hasStatus(422).bodyText().contains("не длиннее 300");
        assertThat(include("01.10.2025", "протокол № 3", "Помогла коллегам 🙂")).hasStatus3xxRedirection();
        assertThat(include("01.10.2025", "протокол № 4", "Помогла снова")).hasStatus(422).bodyText().contains("уже в реестре");
    }

    @Test
    void theDecisionIsCorrectedAndTheMentorTakenOutWithAReason() {
        consent();
        include("01.10.2025", "протокол № 3", "Помогла коллегам");
        long entry = entry();
        assertThat(mvc.post().uri("/department/register/{id}/edit", entry).with(methodologist.signedIn()).with(csrf()).param("version", "0")
                .param("includedOn", "02.10.2025").param("basis", "протокол № 5").param("words", "Ведёт школу молодого педагога").exchange())
                .hasStatus3xxRedirection();
        assertThat(text("/mentors/" + entry)).contains("протокол № 5", "Ведёт школу молодого педагога");
        assertThat(mvc.post().uri("/department/register/{id}/edit", entry).with(methodologist.signedIn()).with(csrf()).param("version", "0")
                .param("includedOn", "03.10.2025").param("basis", "протокол № 6").param("words", "Старая форма").exchange()).hasStatus(409)
                .bodyText().contains("протокол № 5", "протокол № 6");

        assertThat(mvc.post().uri("/department/register/{id}/end", entry).with(methodologist.signedIn()).with(csrf()).param("reason", "").exchange())
                .hasStatus(422);
        assertThat(mvc.post().uri("/department/register/{id}/end", entry).with(methodologist.signedIn()).with(csrf())
                .param("reason", "Переехала в другой город").exchange()).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/mentors/" + entry)).hasStatus(404);
        assertThat(department("/department/register/" + entry)).contains("Исключён из реестра", "Переехала в другой город");
        assertThat(department("/department/register?state=excluded&q=" + lastName)).contains("Вера Петровна");
        assertThat(mvc.post().uri("/department/register/{id}/end", entry).with(methodologist.signedIn()).with(csrf()).param("reason", "Ещё раз").exchange())
                .hasStatus(422).bodyText().contains("уже исключён");
        assertThat(include("01.11.2025", "протокол № 7", "Вернулась")).hasStatus3xxRedirection();
    }

    @Test
    void everybodyReadsWhatTheDepartmentHasRead() {
        consent();
        include("01.10.2025", "протокол № 3", "Помогла коллегам");
        long entry = entry();
        jdbc.sql("update mentor set competences = 'Новое без спроса' where participant_id = ?").param(mentor).update();
        jdbc.sql("update participant set position = 'директор' where id = ?").param(mentor).update();
        assertThat(text("/mentors/" + entry)).doesNotContain("Новое без спроса", "директор");
        assertThat(department("/department/register/" + entry)).contains("В базе организации теперь иначе", "Новое без спроса", "директор");

        assertThat(mvc.post().uri("/department/register/" + entry + "/card").with(csrf()).with(methodologist.signedIn()).exchange())
                .hasStatus3xxRedirection();
        assertThat(text("/mentors/" + entry)).contains("Новое без спроса", "директор");
        assertThat(department("/department/register/" + entry)).doesNotContain("теперь иначе").contains("Компетенции");
        assertThat(mvc.post().uri("/department/register/" + entry + "/card").with(csrf()).with(methodologist.signedIn()).exchange())
                .hasStatus(422).bodyText().contains("обновлять нечего");
    }

    @Test
    void forgedAddressesNameNobody() {
        consent();
        assertThat(mvc.get().uri("/mentors/999999999")).hasStatus(404);
        assertThat(mvc.get().uri("/mentors/x")).hasStatus(404);
        assertThat(mvc.get().uri("/department/register/{slug}/{mentor}/new", town.school().slug(), mentor).with(methodologist.signedIn())).hasStatus(404);
        assertThat(mvc.get().uri("/department/register/{slug}/999999999/new", school.slug()).with(methodologist.signedIn())).hasStatus(404);
        assertThat(mvc.post().uri("/department/register/{slug}/{mentor}/new", school.slug(), mentor).with(curator.signedIn()).with(csrf()))
                .hasStatus(403);
        assertThat(mvc.post().uri("/department/register/{slug}/{mentor}/new", school.slug(), mentor).with(town.observer().signedIn()).with(csrf()))
                .hasStatus(403);
    }

    @Test
    void theSchemaHoldsItAgainstWhoGoesRoundTheApplication() {
        String insert = "insert into register_entry (organisation_id, mentor_id, included_on, basis, words, excluded_on, exclusion_reason)"
                + " values (?, ?, '2025-10-01', 'протокол', 'слова', cast(? as date), ?)";
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, null, null)).isEqualTo("register_entry_needs_consent");
        long consent = consent();
        jdbc.sql("update consent set withdrawn_on = '2025-10-02' where id = ?").param(consent).update();
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, null, null)).isEqualTo("register_entry_needs_consent");
        jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'PROCESSING', '2025-09-01')")
                .params(school.id(), mentor).update();
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, null, null)).isEqualTo("register_entry_needs_consent");
        consent();
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, "2025-09-30", "ошибка")).isEqualTo("register_entry_excluded_after_included");
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, "2025-10-30", null)).isEqualTo("register_entry_excluded_with_reason");
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, null, null)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, insert, school.id(), mentor, null, null)).isEqualTo("register_entry_one_in_force");
        assertThat(constraintAgainst(jdbc, "update register_entry set organisation_id = ? where mentor_id = ?", town.school().id(), mentor))
                .isEqualTo("register_entry_mentor_fk");
        assertThat(constraintAgainst(jdbc, "update register_entry set organisation_id = 0 where mentor_id = ?", mentor))
                .isEqualTo("register_entry_mentor_fk");
    }

    /** The first of two by name works in the later organisation, and was included earlier. */
    @Test
    void bothRegistersAreSortedByWhatTheAddressAsks() {
        Tenant other = town.school();
        String lesser = school.shortName().compareTo(other.shortName()) < 0 ? "Я" : "А";
        included(school, lesser, "2025-10-02");
        included(other, "Я".equals(lesser) ? "А" : "Я", "2025-10-01");
        String[] byName = {"А", "Я"};
        String[] byOrganisation = jdbc.sql("select short_name from organisation where id in (?, ?) order by short_name")
                .params(school.id(), other.id()).query(String.class).list().get(0).equals(school.shortName())
                ? new String[] {lesser, "Я".equals(lesser) ? "А" : "Я"} : new String[] {"Я".equals(lesser) ? "А" : "Я", lesser};
        String[] newestFirst = {lesser, "Я".equals(lesser) ? "А" : "Я"};

        for (String list : List.of("/department/register?q=" + lastName, "/mentors?q=" + lastName)) {
            assertThat(order(list)).as(list).containsExactly(byName);
            assertThat(order(list + "&sort=nothing")).as(list).containsExactly(byName);
            assertThat(order(list + "&sort=-name")).as(list).containsExactly("Я", "А");
            assertThat(order(list + "&sort=organisation")).as(list).containsExactly(byOrganisation);
            assertThat(order(list + "&sort=included")).as(list).containsExactly(newestFirst);
        }
        assertThat(order("/department/register?sort=-basis&q=" + lastName)).containsExactly("Я", "А");
        jdbc.sql("update consent set withdrawn_on = '2025-11-01' where participant_id in (select id from participant where last_name = ?)")
                .param(lastName + "А").update();
        assertThat(order("/department/register?sort=shown&q=" + lastName)).containsExactly("Я", "А");
        assertThat(order("/department/register?sort=-shown&q=" + lastName)).containsExactly("А", "Я");
        assertThat(department("/department/register?table=csv&sort=shown&q=" + lastName))
                .containsSubsequence(lastName + "Я", lastName + "А");
    }

    @Test
    void whomToIncludeIsSortedAndTakenAwayAsItIsShown() {
        consent();
        Tenant other = town.school();
        jdbc.sql("update organisation set short_name = 'Я ' || short_name where id = ?").param(other.id()).update();
        for (String letter : List.of("А", "Я")) {
            included(letter.equals("А") ? other : school, letter, "2025-10-01");
        }
        jdbc.sql("update register_entry set excluded_on = '2025-12-01', exclusion_reason = 'тест' where organisation_id in (?, ?)")
                .params(school.id(), other.id()).update();
        pair();
        String list = "/department/register/new?q=" + lastName;
        assertThat(candidates(list)).as("who has led most pairs first").containsExactly("", "А", "Я");
        assertThat(candidates(list + "&sort=nonsense")).containsExactly("", "А", "Я");
        assertThat(candidates(list + "&sort=-pairs")).containsExactly("А", "Я", "");
        assertThat(candidates(list + "&sort=-name")).containsExactly("Я", "А", "");
        assertThat(candidates(list + "&sort=organisation")).containsExactly("", "Я", "А");
        assertThat(candidates(list + " рефлексия")).containsExactly("");
        assertThat(department(list + "&sort=-name")).contains("aria-sort=\"descending\"", "value=\"-name\"")
                .doesNotContain("Сверху – у кого больше");
        assertThat(department(list + "&table=csv")).contains(";учитель физики;", ";\"методика; рефлексия\";1");
        assertThat(mvc.get().uri(list + "&table=ods").with(methodologist.signedIn()).exchange()).hasStatus(404);
        assertThat(mvc.get().uri(list + "&table=csv").with(curator.signedIn()).exchange()).hasStatus(403);
        assertThat(jdbc.sql("select subject_name || ' ' || changes from journal_entry where action = 'TAKEN_AWAY' and account_id = ? "
                + "order by id limit 1").param(methodologist.accountId()).query(String.class).single())
                .contains("Кого включить в реестр наставников", "CSV", lastName, "3");
    }

    /** What follows the family's name on the page, which is the same in the file. */
    private List<String> candidates(String list) {
        Pattern name = Pattern.compile(lastName + "([АЯ]?) Вера");
        List<String> shown = Jsoup.parse(department(list)).select("tbody th a").eachText().stream()
                .map(text -> name.matcher(text).results().map(found -> found.group(1)).findFirst().orElse("?")).toList();
        assertThat(name.matcher(department(list + "&table=csv")).results().map(found -> found.group(1))).isEqualTo(shown);
        return shown;
    }

    private void pair() {
        jdbc.sql("""
                with o as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                             values (:school, '1-а', '2025-09-01', 'О закреплении', 'NO_NAMES') returning id)
                insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                select :school, 'П-1', :mentor, 'TEACHER_TEACHER', id, '2025-09-01', '2025-09-01', '2026-05-31', '2026-05-31' from o
                """).param("school", school.id()).param("mentor", mentor).update();
    }

    private void included(Tenant where, String letter, String day) {
        long person = jdbc.sql("insert into participant (organisation_id, last_name, first_name, workplace)"
                + " values (?, ?, 'Вера', 'OWN_STAFF') returning id")
                .params(where.id(), lastName + letter).query(Long.class).single();
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2025-09-01')")
                .params(where.id(), person).update();
        jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'DISTRIBUTION', '2025-09-01')")
                .params(where.id(), person).update();
        jdbc.sql("insert into register_entry (organisation_id, mentor_id, included_on, basis, words)"
                + " values (?, ?, cast(? as date), ?, 'За дело')")
                .params(where.id(), person, day, "протокол " + letter).update();
    }

    /** The last letters of the names, as the list shows them. */
    private List<String> order(String list) {
        return Pattern.compile(lastName + "([АЯ]) Вера").matcher(list.startsWith("/department") ? department(list) : text(list)).results()
                .map(found -> found.group(1)).toList();
    }

    private long consent() {
        return jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'DISTRIBUTION', '2025-09-01') returning id")
                .params(school.id(), mentor).query(Long.class).single();
    }

    private MvcTestResult include(String day, String basis, String words) {
        return mvc.post().uri("/department/register/{slug}/{mentor}/new", school.slug(), mentor).with(methodologist.signedIn()).with(csrf())
                .param("includedOn", day).param("basis", basis).param("words", words).exchange();
    }

    private long entry() {
        return jdbc.sql("select id from register_entry where mentor_id = ? and excluded_on is null").param(mentor).query(Long.class).single();
    }

    private String department(String address) {
        return body(mvc.get().uri(address).with(methodologist.signedIn()).exchange());
    }

    private String text(String address) {
        return body(mvc.get().uri(address).exchange());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
