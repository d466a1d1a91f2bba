package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** Methodologists announce and close a survey, curators hand over links and count sheets of paper. */
@PortalTest
class SurveyPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    Asked asked;
    RequestPostProcessor methodologist;
    RequestPostProcessor curator;
    String own;

    @BeforeEach
    void aSurvey() {
        asked = Asked.openFor(3, town.school(), jdbc, clock.today());
        methodologist = town.methodologist().signedIn();
        curator = town.curatorOf(asked.school()).signedIn();
        own = "/workspace/surveys/" + asked.survey();
    }

    @Test
    void anAnnouncedSurveyGivesEverybodyInAPairALink() {
        var school = town.school();
        Asked.pair(school, jdbc);
        LocalDate today = clock.today();
        MvcTestResult answer = post(methodologist, "/department/surveys/new", "year", year(), "wave", "SECOND", "opensOn", day(today), "closesOn",
                day(today.plusDays(5)), "scope", "LISTED", "organisations", school.slug(), "title", "Итоги «года» 😀");
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        String address = answer.getResponse().getRedirectedUrl();

        Shown page = Shown.in(get(methodologist, address));
        assertThat(page.text()).contains("Итоги «года» 😀", "идёт", school.shortName(), "0 из 1");
        assertThat(page.texts(".history li b")).containsExactly("Внесено");
        Shown list = Shown.in(get(town.curatorOf(school).signedIn(), "/workspace/surveys"));
        assertThat(list.text()).contains("Итоги «года» 😀", "ответили 0 из 1");
        assertThat(Shown.in(get(town.observer().signedIn(), address)).texts(".actions a")).isEmpty();
    }

    @Test
    void theFileHoldsTheSurveysOfTheListInItsOrder() throws Exception {
        String word = "Списочный " + asked.survey();
        jdbc.sql("update survey set title = ? where id = ?").params(word + " б", asked.survey()).update();
        Asked other = Asked.openFor(1, town.school(), jdbc, clock.today());
        jdbc.sql("update survey set title = ?, opens_on = opens_on - 1 where id = ?").params(word + " а", other.survey()).update();
        for (String sort : new String[] {"", "&sort=title", "&sort=-title", "&sort=organisations", "&sort=nonsense"}) {
            String list = "/department/surveys?q=" + word + sort;
            List<String> shown = Shown.in(get(methodologist, list)).texts("tbody th a");
            assertThat(shown).as(sort).hasSize(2);
            List<String> file = csv(methodologist, list + "&table=csv");
            assertThat(file).as(sort).hasSize(2);
            assertThat(file.get(0)).as(sort).startsWith(shown.get(0) + ";").contains(";идёт;");
            assertThat(file.get(1)).as(sort).startsWith(shown.get(1) + ";");
        }
        assertThat(csv(methodologist, "/department/surveys?table=csv&sort=title&q=" + word).get(1)).endsWith(";1;6;0;0,0");
        List<String> own = csv(curator, "/workspace/surveys?table=csv");
        assertThat(own).singleElement().asString().startsWith(word + " б;").endsWith(";3;0;3;0");
        assertThat(Shown.in(get(curator, "/workspace/surveys")).text()).contains("Скачать этот список целиком");
        assertThat(get(methodologist, "/department/surveys?table=ods")).hasStatus(404);
    }

    @Test
    void theSurveysOfAnOrganisationAreSortedAndTakenAwayInTheSameOrder() throws Exception {
        jdbc.sql("update survey set title = 'Б' where id = ?").param(asked.survey()).update();
        Asked past = Asked.open(1, asked.school(), jdbc, clock.today());
        jdbc.sql("update survey set title = 'В' where id = ?").param(past.survey()).update();
        past.was(clock.today().minusDays(20), clock.today().minusDays(3));
        Asked off = Asked.open(1, asked.school(), jdbc, clock.today().plusDays(5));
        jdbc.sql("update survey set title = 'А', annulled_on = ?, annulment_reason = 'тест' where id = ?")
                .params(clock.today(), off.survey()).update();
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 7}");

        for (String sort : new String[] {"", "?sort=days", "?sort=nonsense"}) {
            assertThat(titles(sort)).as(sort).containsExactly("А", "Б", "В");
        }
        assertThat(titles("?sort=-days")).containsExactly("В", "Б", "А");
        assertThat(titles("?sort=title")).containsExactly("А", "Б", "В");
        assertThat(titles("?sort=-title")).containsExactly("В", "Б", "А");
        assertThat(titles("?sort=state")).as("it goes on, it is closed, it was called off").containsExactly("Б", "В", "А");
        assertThat(titles("?sort=mentees")).startsWith("Б");
        assertThat(titles("?sort=-mentees")).endsWith("Б");
        assertThat(titles("?sort=mentors")).hasSize(3);
        Shown page = Shown.in(get(curator, "/workspace/surveys?sort=-title"));
        assertThat(page.attributes("th[aria-sort]", "aria-sort")).containsExactly("descending");
        assertThat(page.attributes(".take a", "href").get(0)).isEqualTo("/workspace/surveys?sort=-title&table=xlsx");
    }

    /** The titles on the page, the same as in the file. */
    private List<String> titles(String sort) throws Exception {
        List<String> shown = Shown.in(get(curator, "/workspace/surveys" + sort)).texts("tbody th a");
        assertThat(csv(curator, "/workspace/surveys" + (sort.isEmpty() ? "?" : sort + "&") + "table=csv").stream()
                .map(row -> row.split(";")[0])).isEqualTo(shown);
        return shown;
    }

    @Test
    void theOrganisationsOfASurveyAreSortedAndTakenAwayInTheSameOrder() throws Exception {
        var nobody = town.school();
        var some = town.school();
        Asked.pair(some, jdbc);
        for (var school : List.of(nobody, some)) {
            jdbc.sql("insert into survey_organisation (organisation_id, survey_id) values (?, ?)")
                    .params(school.id(), asked.survey()).update();
            jdbc.sql("select survey_invite(?, ?, ?)").params(asked.survey(), school.id(), clock.today()).query(Long.class).single();
        }
        rename(asked.school(), "Б");
        rename(nobody, "А");
        rename(some, "В");
        String token = jdbc.sql("select token from survey_invitation where organisation_id = ? and audience = 'MENTEE'").param(some.id())
                .query(String.class).single();
        asked.answer(token, "{\"43\": 7}");
        String address = "/department/surveys/" + asked.survey();

        for (String sort : new String[] {"", "?sort=share", "?sort=nonsense"}) {
            assertThat(organisations(address, sort)).as(sort + ": where nobody is asked, there is no share").containsExactly("Б", "В", "А");
        }
        assertThat(organisations(address, "?sort=-share")).containsExactly("В", "Б", "А");
        assertThat(organisations(address, "?sort=organisation")).containsExactly("А", "Б", "В");
        assertThat(organisations(address, "?sort=-organisation")).containsExactly("В", "Б", "А");
        assertThat(organisations(address, "?sort=-mentees")).containsExactly("В", "Б", "А");
        assertThat(organisations(address, "?sort=mentors")).endsWith("А");
        assertThat(csv(methodologist, address + "?table=csv").stream().map(row -> row.replaceFirst(" \\d+", "")))
                .containsExactly("Б;3;0;;3;0;;0,0", "В;1;1;;1;0;;50,0", "А;0;0;;0;0;;");
        assertThat(csv(town.observer().signedIn(), address + "?table=csv")).hasSize(3);
        assertThat(get(methodologist, address + "?table=ods")).hasStatus(404);
        assertThat(get(methodologist, "/department/surveys/999999999?table=csv")).hasStatus(404);
        assertThat(get(curator, address + "?table=csv")).hasStatus(403);
        assertThat(Shown.in(get(methodologist, address + "?sort=-share")).attributes(".take a", "href").get(1))
                .isEqualTo(address + "?sort=-share&table=csv");
    }

    private void rename(Tenant school, String letter) {
        jdbc.sql("update organisation set short_name = ? || ' ' || id where id = ?").params(letter, school.id()).update();
    }

    /** The first letters of the organisations on the page, which are the same as in the file. */
    private List<String> organisations(String address, String sort) throws Exception {
        List<String> shown = Shown.in(get(methodologist, address + sort)).texts("tbody th a");
        assertThat(csv(methodologist, address + (sort.isEmpty() ? "?" : sort + "&") + "table=csv").stream().map(row -> row.split(";")[0]))
                .isEqualTo(shown);
        return shown.stream().map(name -> name.substring(0, 1)).toList();
    }

    private List<String> csv(RequestPostProcessor reader, String address) throws Exception {
        return get(reader, address).getResponse().getContentAsString(StandardCharsets.UTF_8).lines().skip(1)
                .map(row -> row.replace("\"", "")).toList();
    }

    @Test
    void nobodyIsAskedTwiceForOneStageAtATime() {
        LocalDate today = clock.today();
        String[] said = {"year", year(), "wave", "SECOND", "opensOn", day(today), "closesOn", day(today.plusDays(5)), "scope", "LISTED",
            "organisations", asked.school().slug(), "title", "Ещё раз"};
        assertThat(Shown.in(post(methodologist, "/department/surveys/new", said)).errors()).contains("уже идёт опрос того же этапа",
                asked.school().shortName());
        said[3] = "FIRST";
        assertThat(post(methodologist, "/department/surveys/new", said)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void aSurveyEndsWithinItsYear() {
        AcademicYear year = AcademicYear.of(clock.today());
        assertThat(Shown.in(post(methodologist, "/department/surveys/new", "year", year(), "wave", "SECOND", "opensOn", day(clock.today()), "closesOn",
                day(year.lastDay().plusDays(1)), "scope", "LISTED", "organisations", town.school().slug())).error("closesOn"))
                .contains("заканчивается не позже " + day(year.lastDay()));
    }

    @Test
    void aSurveyOfTomorrowHasNoLinksToday() {
        LocalDate tomorrow = clock.today().plusDays(1);
        String year = String.valueOf(AcademicYear.of(tomorrow).start());
        var school = town.school();
        Asked.pair(school, jdbc);
        MvcTestResult answer = post(methodologist, "/department/surveys/new", "year", year, "wave", "FIRST", "opensOn", day(tomorrow), "closesOn",
                day(tomorrow), "scope", "LISTED", "organisations", school.slug());
        String id = answer.getResponse().getRedirectedUrl().replaceAll(".*/", "");
        RequestPostProcessor theirs = town.curatorOf(school).signedIn();
        assertThat(Shown.in(get(theirs, "/workspace/surveys/" + id)).text()).contains("Опрос откроется", "Ссылок ещё нет");
        assertThat(jdbc.sql("select count(*) from survey_invitation where survey_id = ?").param(Long.valueOf(id)).query(Integer.class).single()).isZero();
        jdbc.sql("update survey set opens_on = ? where id = ?").params(clock.today(), Long.valueOf(id)).update();
        Shown opened = Shown.in(get(theirs, "/workspace/surveys/" + id));
        assertThat(opened.attributes("input[readonly]", "value")).as(opened.text()).hasSize(2);
    }

    @Test
    void whatIsWrongWithASurveyIsSaidAtItsFields() {
        MvcTestResult answer = post(methodologist, "/department/surveys/new", "year", year(), "wave", "SECOND", "opensOn", day(clock.today()),
                "closesOn", day(clock.today().minusDays(1)), "scope", "LISTED", "menteeQuestionnaire", "1");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown page = Shown.in(answer);
        assertThat(page.error("closesOn")).isEqualTo("Последний день не может быть раньше первого");
        assertThat(page.error("menteeQuestionnaire")).contains("для другого этапа");
        assertThat(page.error("organisations")).contains("Отметьте хотя бы одну");
        assertThat(page.value("closesOn")).isEqualTo(day(clock.today().minusDays(1)));
        assertThat(Shown.in(post(methodologist, "/department/surveys/new", "year", "2020", "wave", "FIRST", "opensOn", "01.09.2026", "closesOn",
                "02.09.2026", "scope", "ALL")).error("opensOn")).contains("2020/2021");
        assertThat(Shown.in(post(methodologist, "/department/surveys/new", "opensOn", "31.02.2026")).errors()).contains("Такой даты нет",
                "Выберите этап", "Введите последний день");
    }

    @Test
    void aSurveyIsClosedOrAnnulledOnce() {
        String address = "/department/surveys/" + asked.survey();
        assertThat(post(methodologist, address + "/end")).hasRedirectedUrl(address);
        assertThat(Shown.in(get(methodologist, address)).text()).contains("закрыт");
        assertThat(Shown.in(post(methodologist, address + "/end")).errors()).contains("Опрос уже закрыт");
        assertThat(Shown.in(post(methodologist, address + "/annul")).error("reason")).contains("Напишите причину");
        assertThat(post(methodologist, address + "/annul", "reason", "не та анкета")).hasRedirectedUrl(address);
        assertThat(Shown.in(get(methodologist, address)).text()).contains("отменён", "не та анкета");
        assertThat(Shown.in(post(methodologist, address + "/annul", "reason", "ещё раз")).errors()).contains("уже отменён");
    }

    @Test
    void theListIsSoughtFilteredAndSortedInItsAddress() {
        String all = "/department/surveys";
        String title = jdbc.sql("select title from survey where id = ?").param(asked.survey()).query(String.class).single();
        Asked before = Asked.open(1, asked.school(), jdbc, clock.today());
        before.was(clock.today().minusDays(900), clock.today().minusDays(890));
        jdbc.sql("update survey set academic_year = 2024, title = 'Дов%ерие_ ' || title where id = ?").param(before.survey()).update();
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 3}");

        Shown found = list(all + "?q={q}", title.toUpperCase().replace(' ', '\u00a0'));
        assertThat(found.texts("tbody th a")).containsExactly(title);
        assertThat(found.texts(".filter .count")).containsExactly("1 опрос");
        assertThat(found.text()).contains("1 из 6");
        assertThat(list(all + "?q={q}", "дов%ерие_").texts("tbody th a")).hasSize(1);
        assertThat(list(all + "?q={q}", "дов_ерие").text()).contains("Ничего не нашлось");
        assertThat(list(all + "?q={q}&year=2024&wave=FIRST&state=CLOSED", "дов").texts("tbody th span")).isNotEmpty()
                .allMatch(words -> words.equals("2024/2025 учебный год, этап 1"));
        assertThat(list(all + "?year=2024&state=OPEN&q={q}", "дов").text()).contains("Ничего не нашлось", "Показать все опросы");
        assertThat(list(all + "?q={q}&sort=days", "опрос").texts("tbody th a")).startsWith(newest());
        assertThat(list(all + "?sort=-days").texts("tbody th a")).isNotEmpty();
        for (String column : List.of("title", "state", "organisations", "answered", "-answered", "nonsense")) {
            Shown sorted = list(all + "?sort=" + column);
            assertThat(sorted.texts("tbody th a")).as(column).isNotEmpty();
        }
        assertThat(list(all + "?sort=answered&q={q}", title).attributes("th[aria-sort=descending] a", "href")).singleElement().asString()
                .contains("sort=-answered", "q=");
        assertThat(list(all + "?year=прошлый&wave=THIRD&state=GONE&page=zzz&sort=;drop").texts("tbody th a")).isNotEmpty();
        MvcTestResult answer = get(methodologist, all);
        assertThat(Statements.of(answer.getResponse())).isLessThanOrEqualTo(8);
    }

    private String newest() {
        return jdbc.sql("select title from survey where title like '%Опрос%' order by opens_on desc, id desc limit 1").query(String.class).single();
    }

    private Shown list(String address, Object... values) {
        MvcTestResult answer = mvc.get().uri(address, values).with(methodologist).exchange();
        assertThat(answer).hasStatusOk();
        return Shown.in(answer);
    }

    @Test
    void theLastDayIsMovedLaterAndEarlierOnlyUntilSomebodyAnswers() {
        String address = "/department/surveys/" + asked.survey();
        LocalDate today = clock.today();
        assertThat(Shown.in(get(methodologist, address)).attributes(".actions a", "href")).contains(address + "/edit");
        Shown form = Shown.in(get(methodologist, address + "/edit"));
        assertThat(form.value("closesOn")).isEqualTo(day(today.plusDays(10)));
        assertThat(move(form.value("version"), today.plusDays(2))).hasRedirectedUrl(address);
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 3}");
        String version = Shown.in(get(methodologist, address + "/edit")).value("version");
        Shown refused = Shown.in(move(version, today.plusDays(1)));
        assertThat(refused.error("closesOn")).contains("только отодвинуть");
        assertThat(refused.value("closesOn")).isEqualTo(day(today.plusDays(1)));
        assertThat(Shown.in(move(version, today.plusDays(2))).error("closesOn")).contains("уже последний");
        assertThat(Shown.in(move(version, today.minusDays(1))).error("closesOn")).contains("раньше первого");
        assertThat(Shown.in(post(methodologist, address + "/edit", "version", version, "closesOn", "30.02.2027")).error("closesOn"))
                .contains("Такой даты нет");
        assertThat(Shown.in(post(methodologist, address + "/edit", "version", version)).error("closesOn")).contains("Введите последний день");
        assertThat(move(version, today.plusDays(20))).hasRedirectedUrl(address);
        assertThat(move(version, today.plusDays(30))).as("a stale form").hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(get(methodologist, address)).texts(".history li b")).startsWith("Изменено", "Изменено");
        assertThat(Shown.in(get(curator, own)).text()).contains(day(today.plusDays(20)), "Последний день изменён " + day(today));
    }

    @Test
    void aClosedOrAnnulledSurveyIsNotExtended() {
        String address = "/department/surveys/" + asked.survey();
        asked.was(clock.today().minusDays(20), clock.today().minusDays(1));
        assertThat(Shown.in(get(methodologist, address)).attributes(".actions a", "href")).doesNotContain(address + "/edit");
        assertThat(Shown.in(move("0", clock.today().plusDays(3))).errors()).contains("Опрос уже закрыт");
        asked.was(clock.today(), clock.today().plusDays(10));
        post(methodologist, address + "/end");
        assertThat(Shown.in(move("1", clock.today().plusDays(20))).errors()).contains("Опрос уже закрыт");
        post(methodologist, address + "/annul", "reason", "ошибка");
        assertThat(Shown.in(move("2", clock.today().plusDays(20))).errors()).contains("уже отменён");
    }

    private MvcTestResult move(String version, LocalDate day) {
        return post(methodologist, "/department/surveys/" + asked.survey() + "/edit", "version", version, "closesOn", day(day));
    }

    @Test
    void theCuratorSeesWhoHasAnsweredAndNothingElse() {
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 3, \"46\": \"Секретное слово\"}");

        MvcTestResult answer = get(curator, own);
        Shown page = Shown.in(answer);
        assertThat(page.text()).contains("Ответили 1 из 3", "Ответили 0 из 3", "есть ответ").doesNotContain("Секретное слово");
        assertThat(page.attributes("input[readonly]", "value")).hasSize(5).allMatch(url -> url.matches(".*/survey/[A-Za-z0-9_-]{43}"))
                .noneMatch(url -> url.endsWith(asked.tokens(Audience.MENTEE).get(0)));
        assertThat(page.attributes("a[href^=mailto]", "href")).hasSize(5).allMatch(href -> href.contains("survey"));
        assertThat(Statements.of(answer.getResponse())).isLessThanOrEqualTo(12);
    }

    @Test
    void theSheetHoldsACodeForEachLinkThatWaits() {
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 3}");
        Shown sheet = Shown.in(get(curator, own + "/sheet"));
        assertThat(sheet.texts(".slip-who")).hasSize(5);
        assertThat(sheet.attributes("svg.qr path", "d")).hasSize(5).doesNotHaveDuplicates().allMatch(path -> path.startsWith("M4 4h7v1h-7z"));
        assertThat(sheet.text()).contains(day(clock.today().plusDays(10)));
    }

    @Test
    void whoCameLaterGetsALinkAndNobodyASecondOne() {
        Asked.pair(asked.school(), jdbc);
        List<String> before = asked.tokens(Audience.MENTEE);
        assertThat(post(curator, own + "/issue")).hasRedirectedUrl(own);
        assertThat(asked.tokens(Audience.MENTEE)).hasSize(4).containsAll(before);
        assertThat(post(curator, own + "/issue")).hasRedirectedUrl(own);
        assertThat(asked.tokens(Audience.MENTEE)).hasSize(4);
    }

    @Test
    void aCancelledLinkStaysDeadAndItsOwnerMayGetAnother() {
        long link = asked.invitations(Audience.MENTEE).get(0);
        String dead = asked.tokens(Audience.MENTEE).get(0);
        assertThat(post(curator, own + "/links/" + link + "/remind")).hasRedirectedUrl(own);
        assertThat(Shown.in(get(curator, own)).text()).contains("напомнили " + day(clock.today()));
        assertThat(post(curator, own + "/links/" + link + "/cancel")).hasRedirectedUrl(own);
        assertThat(Shown.in(get(curator, own)).text()).contains("ссылка отменена", "Ответили 0 из 2");
        assertThat(Shown.in(post(curator, own + "/links/" + link + "/remind")).errors()).contains("уже ответил, или его ссылка отменена");
        assertThat(post(curator, own + "/links/" + link + "/renew")).hasRedirectedUrl(own);
        assertThat(asked.tokens(Audience.MENTEE).get(0)).isNotEqualTo(dead);
        assertThat(mvc.get().uri("/survey/" + dead).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 3}");
        assertThat(Shown.in(post(curator, own + "/links/" + link + "/cancel")).errors()).contains("уже ответили");
    }

    @Test
    void anotherOrganisationsLinksAndCountsAreNotThere() {
        RequestPostProcessor other = town.curatorOf(town.school()).signedIn();
        assertThat(get(other, own)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(other, own + "/sheet")).hasStatus(HttpStatus.NOT_FOUND);
        Asked theirs = Asked.openFor(1, town.school(), jdbc, clock.today());
        long foreign = theirs.invitations(Audience.MENTEE).get(0);
        assertThat(post(curator, own + "/links/" + foreign + "/cancel")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(curator, "/workspace/surveys/" + theirs.survey() + "/links/" + foreign + "/cancel")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void sheetsOfPaperAreCountedWithTheirProtocolAndAnnulledWithAReason() {
        assertThat(Shown.in(count("asked", "4", "answered", "2", "satisfied", "1", "countedOn", day(clock.today()))).error("asked"))
                .contains("таких наставляемых – 3");
        assertThat(count("asked", "3", "answered", "2", "satisfied", "1", "countedOn", day(clock.today()))).hasRedirectedUrl(own);
        Shown page = Shown.in(get(curator, own));
        assertThat(page.text()).contains("Ответили 2 из 3", "Внесён итог на бумаге");
        assertThat(mvc.get().uri("/survey/" + asked.tokens(Audience.MENTEE).get(0)).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(count("asked", "3", "answered", "2", "satisfied", "1", "countedOn", day(clock.today()))).errors())
                .contains("Итог на бумаге уже внесён");
        String annul = page.attributes("a[href$=/annul]", "href").get(0);
        assertThat(post(curator, annul, "reason", "не те листы")).hasRedirectedUrl(own);
        assertThat(mvc.get().uri("/survey/" + asked.tokens(Audience.MENTEE).get(0)).exchange()).hasStatusOk();
    }

    @Test
    void aCountSaysWhatIsWrongAtItsFieldsAndKeepsTheProtocol() {
        MvcTestResult answer = count("asked", "3", "answered", "4", "satisfied", "5", "countedOn", "01.01.2020");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown page = Shown.in(answer);
        assertThat(page.error("answered")).isEqualTo("Ответивших не может быть больше, чем розданных анкет");
        assertThat(page.error("satisfied")).isEqualTo("Довольных не может быть больше, чем ответивших");
        assertThat(page.error("countedOn")).contains("раньше анкеты посчитать не могли");
        assertThat(page.text()).contains("уже загружен");
        asked.answer(asked.tokens(Audience.MENTEE).get(0), "{\"43\": 3}");
        assertThat(Shown.in(count("asked", "3", "answered", "3", "satisfied", "3", "countedOn", day(clock.today()))).errors())
                .contains("По ссылкам уже ответили");
    }

    private MvcTestResult count(String... fields) {
        var request = mvc.post().uri(own + "/tally/MENTEE").multipart()
                .file(new MockMultipartFile("protocol.file", "протокол.pdf", "application/pdf", SampleFiles.pdf()))
                .with(csrf()).with(curator).param("protocol.kept", "");
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private String year() {
        return String.valueOf(AcademicYear.of(clock.today()).start());
    }

    private static String day(LocalDate day) {
        return new Russian().date(day);
    }

    private MvcTestResult get(RequestPostProcessor reader, String address) {
        return mvc.get().uri(address).with(reader).exchange();
    }

    private MvcTestResult post(RequestPostProcessor reader, String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(reader);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
