package ru.smolensk.mentoring.cityregister;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Кто мог бы помочь»: the department reads names; a curator those of the own organisation and of the open register. */
@PortalTest
class WhoCouldHelpTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Tenant other;
    Town.Person curator;
    Town.Person methodologist;
    String topic;
    long mentee;

    @BeforeEach
    void aRequest() {
        school = town.school();
        other = town.school();
        curator = town.curatorOf(school);
        methodologist = town.methodologist();
        topic = "фехтование" + Town.number();
        mentee = person(school, "Просящая", "учитель музыки");
        jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category, request) "
                + "values (?, ?, '2025-09-01', 'YOUNG', ?)")
                .params(school.id(), mentee, "Нужна помощь: " + topic + " и дисциплина на уроке").update();
    }

    @Test
    void theDepartmentReadsNamesAndReasons() {
        mentor(school, "Своя", "учитель музыки", "дисциплина; пение");
        mentor(other, "Дальняя", "учитель физики", topic + "; дисциплины");
        mentor(other, "Лишняя", "учитель химии", "опыты на уроке");
        String page = text(methodologist, "/department/organisations/" + school.slug() + "/mentees/" + mentee + "/helpers");
        assertThat(page).contains("Это подсказка", "Дальняя Анна", "Своя Анна", "компетенция «" + topic + "» отвечает запросу",
                "компетенция «дисциплины» отвечает запросу", "та же организация", "та же должность: учитель музыки",
                "сейчас никого не ведёт")
                .doesNotContain("Лишняя", "Просящая Анна</a></h2>", "«пение»");
        assertThat(page.indexOf("Дальняя Анна")).isLessThan(page.indexOf("Своя Анна"));
    }

    @Test
    void theCuratorReadsNoNameOfAnotherOrganisationThatIsNotInTheOpenRegister() {
        mentor(school, "Своя", null, "дисциплина");
        mentor(other, "Тайная", "директор", topic);
        long open = mentor(other, "Открытая", null, topic);
        long entry = entry(other, open, topic, null);
        String address = "/workspace/mentees/" + mentee + "/helpers";
        assertThat(text(curator, address)).contains("Своя Анна", "Открытая Анна", "/mentors/" + entry, "Наставник из",
                "спросите её куратора")
                .doesNotContain("Тайная", "директор", "/department/");

        jdbc.sql("update consent set withdrawn_on = '2025-10-01' where participant_id = ? and kind = 'DISTRIBUTION'").param(open).update();
        assertThat(text(curator, address)).contains("Своя Анна").doesNotContain("Открытая", "/mentors/" + entry);
    }

    /** Everybody reads what the department has read; to a stranger the portal tells no more of a name (Regulation 4.4). */
    @Test
    void ofThoseInTheOpenRegisterTheCuratorReadsOnlyWhatStandsThere() {
        long fits = mentor(other, "Открытая", "учитель музыки", topic + " по-новому");
        entry(other, fits, topic + " для начинающих", "завуч");
        long changed = mentor(other, "Переменная", "завуч", topic + " втайне");
        entry(other, changed, "пение", "учитель пения");
        String page = text(curator, "/workspace/mentees/" + mentee + "/helpers");
        assertThat(page).contains("Открытая Анна", topic + " для начинающих", "Наставник из", topic + " втайне")
                .doesNotContain(topic + " по-новому", "та же должность", "Переменная");
        assertThat(text(methodologist, "/department/organisations/" + school.slug() + "/mentees/" + mentee + "/helpers"))
                .contains("Переменная Анна", topic + " по-новому", "та же должность: учитель музыки");
    }

    @Test
    void whoeverAlreadyLeadsThePersonOrIsThePersonOrHasLeftIsNotSuggested() {
        long leads = mentor(school, "Ведущая", null, topic);
        long gone = mentor(school, "Ушедшая", null, topic);
        jdbc.sql("update participant set left_on = '2025-10-01' where id = ?").param(gone).update();
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on, competences) values (?, ?, '2025-09-01', ?)")
                .params(school.id(), mentee, topic).update();
        jdbc.sql("""
                with o as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                             values (:school, '1', current_date - 9, 'О закреплении', 'NO_NAMES') returning id, dated_on),
                     m as (insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on,
                         starts_on, planned_end, last_day)
                             select :school, 'П-1', :mentor, 'TEACHER_TEACHER', id, dated_on, dated_on,
                                 dated_on + 300, dated_on + 300 from o
                             returning id, starts_on, last_day)
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                select :school, id, :mentee, starts_on, :mentor, starts_on, last_day from m
                """).param("school", school.id()).param("mentor", leads).param("mentee", mentee).update();
        assertThat(text(methodologist, "/department/organisations/" + school.slug() + "/mentees/" + mentee + "/helpers"))
                .contains("Кто мог бы помочь").doesNotContain("Ведущая", "Ушедшая", "Просящая Анна</a></h2>");
    }

    @Test
    void itCostsTheSameHoweverManyThereAreAndBelongsToItsOrganisation() {
        String address = "/workspace/mentees/" + mentee + "/helpers";
        int few = Statements.of(get(curator, address).getResponse());
        for (int number = 0; number < 25; number++) {
            mentor(other, "Много" + number, null, topic);
        }
        assertThat(Statements.of(get(curator, address).getResponse())).isEqualTo(few);
        assertThat(get(town.curatorOf(other), address)).hasStatus(404);
        assertThat(get(methodologist, "/department/organisations/" + other.slug() + "/mentees/" + mentee + "/helpers")).hasStatus(404);
        assertThat(text(curator, "/workspace/mentees/" + mentee)).contains(address);
    }

    @Test
    void withoutARequestColleaguesAreSuggested() {
        jdbc.sql("update mentee set request = null where participant_id = ?").param(mentee).update();
        mentor(school, "Своя", null, null);
        assertThat(text(curator, "/workspace/mentees/" + mentee + "/helpers")).contains("не записан", "Записать запрос", "Своя Анна");
    }

    private long mentor(Tenant place, String lastName, String position, String competences) {
        long id = person(place, lastName, position);
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on, competences) values (?, ?, '2025-09-01', ?)")
                .params(place.id(), id, competences).update();
        return id;
    }

    /** An entry of the open register with the words that the department has read. */
    private long entry(Tenant place, long mentor, String competences, String position) {
        jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'DISTRIBUTION', '2025-09-01')")
                .params(place.id(), mentor).update();
        return jdbc.sql("""
                insert into register_entry (organisation_id, mentor_id, included_on, basis, words, competences, position)
                values (?, ?, '2025-09-02', 'протокол', 'за дело', ?, ?) returning id""").params(place.id(), mentor, competences, position)
                .query(Long.class).single();
    }

    private long person(Tenant place, String lastName, String position) {
        return jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, workplace, position)
                values (?, ?, 'Анна', 'OWN_STAFF', ?) returning id""").params(place.id(), lastName, position).query(Long.class).single();
    }

    private MvcTestResult get(Town.Person who, String address) {
        return mvc.get().uri(address).with(who.signedIn()).exchange();
    }

    private String text(Town.Person who, String address) {
        MvcTestResult answer = get(who, address);
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
