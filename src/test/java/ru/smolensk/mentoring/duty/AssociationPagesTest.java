package ru.smolensk.mentoring.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.GoingRound;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** The mentors' associations of an organisation and of the city (O4.7). */
@PortalTest
class AssociationPagesTest {

    private static final String OWN = "/workspace/association";
    private static final String CITY = "/department/association";

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
    RequestPostProcessor reader;
    Traces traces;
    LocalDate today;

    @BeforeEach
    void aSchoolWithACurator() {
        school = town.school();
        reader = town.curatorOf(school).signedIn();
        today = clock.today();
        traces = new Traces(jdbc, school.id(), town.methodologist().accountId());
    }

    @Test
    void anAssociationIsFoundedGetsItsMentorsAndTheDutyIsDone() {
        assertThat(Shown.in(get(OWN)).texts(".empty h2")).containsExactly("Объединение ещё не внесено");
        long order = traces.act("ASSOCIATION_ORDER", today.minusDays(4));
        long mentor = traces.mentor(today.minusDays(9), null);

        assertThat(send(OWN + "/edit", "name", "МО наставников «Вектор»", "head", "Лунина В. П.", "orderActId", order, "plan",
                "Сентябрь – встреча"))
                .hasRedirectedUrl(OWN);
        assertThat(send(OWN + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today.minusDays(3))))
                .hasRedirectedUrl(OWN);

        Shown page = Shown.in(get(OWN));
        assertThat(page.texts("h1")).containsExactly("МО наставников «Вектор»");
        assertThat(page.texts("dl dd").get(0)).contains("№ 1 от " + day(today.minusDays(4)));
        assertThat(page.texts("tbody tr td").get(0)).isEqualTo("с " + day(today.minusDays(3)));
        assertThat(page.texts(".history li b")).containsExactly("Включён в объединение", "Внесено");
        assertThat(duties.of(school.id(), today).get(Duty.ASSOCIATION.ordinal()).done()).isTrue();
        assertThat(Shown.in(get(OWN + "/members/new")).texts(".empty h2")).as("nobody is left to take in")
                .containsExactly("Добавить пока некого");
    }

    @Test
    void whoLeavesStaysInTheListAndMayComeBack() {
        long mentor = founded();
        long member = onlyMember();
        assertThat(Shown.in(send(OWN + "/members/" + member + "/end", "leftOn", day(today.minusDays(30)))).error("leftOn"))
                .contains("не может быть раньше первого");
        assertThat(Shown.in(send(OWN + "/members/" + member + "/end", "leftOn", day(today.plusDays(1)))).error("leftOn"))
                .contains("ещё не наступил");
        assertThat(send(OWN + "/members/" + member + "/end", "leftOn", day(today))).hasRedirectedUrl(OWN);
        assertThat(Shown.in(get(OWN)).texts("tr.gone td").get(0)).contains(day(today));
        assertThat(Shown.in(send(OWN + "/members/" + member + "/end", "leftOn", day(today))).errors()).contains("уже вышел");

        assertThat(send(OWN + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today))).hasRedirectedUrl(OWN);
        assertThat(Shown.in(get(OWN)).texts("tbody tr")).hasSize(2);
        MvcTestResult twice = send(OWN + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today));
        assertThat(twice).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(twice).errors()).contains("уже в объединении");
    }

    @Test
    void aMeetingIsHeldWithItsProtocolCorrectedAndAnnulled() {
        founded();
        assertThat(sendWith(OWN + "/meetings/new", pdf(), "heldOn", day(today.minusDays(1)), "topic", "Дневник «наставника» 😀",
                "decisions", "Принять",
                "protocolNumber", "3")).hasRedirectedUrl(OWN);
        Shown page = Shown.in(get(OWN));
        String protocol = page.attributes(".lines a", "href").get(0);
        assertThat(page.texts(".lines li").get(0)).contains("Дневник «наставника» 😀", "Принять", "Протокол № 3");
        assertThat(get(protocol)).hasStatusOk();
        long id = jdbc.sql("select m.id from association_meeting m join mentor_association a on a.id = m.association_id where a.owner_id = ?")
                .param(school.id()).query(Long.class).single();

        assertThat(send(OWN + "/meetings/" + id + "/edit", "version", "0", "heldOn", day(today), "topic", "Итоги", "file.kept", ""))
                .hasRedirectedUrl(OWN);
        MvcTestResult stale = send(OWN + "/meetings/" + id + "/edit", "version", "0", "heldOn", day(today), "topic", "Другие итоги");
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("Тема Итоги");
        assertThat(Shown.in(stale).value("topic")).isEqualTo("Другие итоги");

        assertThat(send(OWN + "/meetings/" + id + "/annul", "reason", "Внесли дважды")).hasRedirectedUrl(OWN);
        assertThat(Shown.in(get(OWN)).texts(".lines li").get(0)).contains("аннулировано", "Внесли дважды");
        assertThat(Shown.in(send(OWN + "/meetings/" + id + "/annul", "reason", "Ещё раз")).errors()).contains("аннулирована");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,          heldOn, Введите дату
            31.02.2025, heldOn, Такой даты нет
            01.09.2098, heldOn, ещё не наступил
            """)
    void whatIsWrongWithAMeetingIsSaidAtItsField(String heldOn, String field, String message) {
        founded();
        Shown form = Shown.in(send(OWN + "/meetings/new", "heldOn", heldOn == null ? "" : heldOn, "topic", "Тема", "decisions", "«Да»"));
        assertThat(form.error(field)).contains(message);
        assertThat(form.value("decisions")).isEqualTo("«Да»");
        assertThat(form.title()).startsWith("Ошибка:");
    }

    @Test
    void nothingOfAnAssociationIsBeforeTheOrderThatCreatedIt() {
        long order = traces.act("ASSOCIATION_ORDER", today.minusDays(4));
        long mentor = traces.mentor(today.minusDays(9), null);
        send(OWN + "/edit", "name", "МО наставников", "orderActId", order);
        Shown member = Shown.in(send(OWN + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today.minusDays(5))));
        assertThat(member.error("joinedOn")).contains("Раньше приказа о создании объединения, он от " + day(today.minusDays(4)));
        Shown meeting = Shown.in(send(OWN + "/meetings/new", "heldOn", "01.01.1990", "topic", "Тема"));
        assertThat(meeting.error("heldOn")).contains("Раньше приказа о создании");
        assertThat(send(OWN + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today.minusDays(4)))).hasRedirectedUrl(OWN);
    }

    @Test
    void tooLongTextsAreSaidAtTheirFieldsAndComeBackWhole() {
        String long10 = "я".repeat(10_000);
        Shown form = Shown.in(send(OWN + "/edit", "name", long10, "head", long10, "plan", long10));
        for (String field : List.of("name", "head", "plan")) {
            assertThat(form.error(field)).containsIgnoringCase("не длиннее");
            assertThat(form.value(field)).isEqualTo(long10);
        }
        assertThat(Shown.in(send(OWN + "/edit", "name", "\u0000")).error("name")).contains("Введите название");
        founded();
        form = Shown.in(send(OWN + "/meetings/new", "heldOn", day(today), "topic", long10, "decisions", long10, "protocolNumber", long10));
        assertThat(form.error("topic")).contains("не длиннее 500");
        assertThat(form.error("decisions")).contains("не длиннее 4000");
        assertThat(form.error("protocolNumber")).contains("не длиннее 50");
    }

    @Test
    void aStaleAssociationShowsBoth() {
        founded();
        send(OWN + "/edit", "version", "0", "name", "Первое");
        MvcTestResult stale = send(OWN + "/edit", "version", "0", "name", "Второе");
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё");
        assertThat(Shown.in(stale).value("name")).isEqualTo("Второе");
    }

    @Test
    void nothingOfAnotherOrganisationGetsIn() {
        Tenant other = town.school();
        Traces theirs = new Traces(jdbc, other.id(), town.methodologist().accountId());
        long mentor = theirs.mentor(today.minusDays(9), null);
        long order = theirs.act("ASSOCIATION_ORDER", today);
        founded();

        assertThat(send(OWN + "/members/new", "mentor", other.id() + "/" + mentor, "joinedOn", day(today))).hasStatus(HttpStatus.NOT_FOUND);
        for (String forged : List.of("x", "1/", "/1", "1/2/3", "99999999999999999999/1", school.id() + "/" + mentor)) {
            assertThat(send(OWN + "/members/new", "mentor", forged, "joinedOn", day(today))).as(forged).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(send(OWN + "/edit", "version", "0", "name", "МО", "orderActId", order)).hasStatus(HttpStatus.NOT_FOUND);
        long member = onlyMember();
        reader = town.curatorOf(other).signedIn();
        assertThat(get(OWN + "/members/" + member + "/end")).hasStatus(HttpStatus.NOT_FOUND);
        send(OWN + "/edit", "name", "Чужое МО");
        assertThat(get(OWN + "/members/" + member + "/end")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(OWN + "/members/" + member + "/end", "leftOn", day(today))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theCitysAssociationTakesMentorsOfEveryOrganisationAndKeepsItsPapersInside() {
        long mentor = traces.mentor(today.minusDays(9), null);
        reader = town.methodologist().signedIn();
        String version = Shown.in(get(CITY + "/edit")).value("version");
        assertThat(Shown.in(send(CITY + "/edit", "version", version, "name", "ГМО", "orderNumber", "7")).error("orderDatedOn"))
                .contains("и номер, и дату");
        assertThat(send(CITY + "/edit", "version", version, "name", "ГМО наставников", "orderNumber", "612", "orderDatedOn", "10.09.2024"))
                .hasRedirectedUrl(CITY);
        assertThat(send(CITY + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today))).hasRedirectedUrl(CITY);
        assertThat(sendWith(CITY + "/meetings/new", pdf(), "heldOn", day(today), "topic", "Встреча " + school.slug()))
                .hasRedirectedUrl(CITY);

        Shown page = Shown.in(get(CITY));
        assertThat(page.text()).contains("№ 612 от 10.09.2024", school.shortName(), "Встреча " + school.slug());
        String protocol = page.attributes(".lines li:contains(" + school.slug() + ") a", "href").get(0);
        String id = protocol.substring(protocol.lastIndexOf('/') + 1);
        assertThat(get(protocol)).hasStatusOk();
        reader = request -> request;
        assertThat(get("/acts/files/" + id)).as("a protocol is not for everybody").hasStatus(HttpStatus.NOT_FOUND);
        reader = town.observer().signedIn();
        assertThat(get(protocol)).hasStatusOk();
        assertThat(get(CITY + "/files/999999999")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get(CITY)).texts("main .button")).as("an observer only reads").isEmpty();
        assertThat(send(CITY + "/edit", "name", "Моё")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void itsMembersAreTakenAwayAsTheyAreShownAndThatIsNoted() throws Exception {
        assertThat(get(OWN + "?table=csv")).as("no association, no list").hasStatus(HttpStatus.NOT_FOUND);
        founded();
        send(OWN + "/members/new", "mentor", school.id() + "/" + traces.mentor(today, null), "joinedOn", day(today));
        send(OWN + "/members/new", "mentor", school.id() + "/" + traces.mentor(today, null), "joinedOn", day(today));
        List<String> shown = Shown.in(get(OWN)).texts("tbody th");
        List<String> file = get(OWN + "?table=csv").getResponse().getContentAsString(StandardCharsets.UTF_8).lines().skip(1).toList();
        assertThat(file).hasSize(3).hasSameSizeAs(shown);
        for (int row = 0; row < 3; row++) {
            assertThat(shown.get(row)).startsWith(file.get(row).replace("\"", "").split(";")[0]);
        }
        assertThat(file.get(2)).contains(";" + day(today) + ";;работает");
        assertThat(jdbc.sql("select subject_name || ' ' || changes from journal_entry where action = 'TAKEN_AWAY' and organisation_id = ?")
                .param(school.id()).query(String.class).single()).contains("Наставники объединения", "CSV", "3");
        assertThat(get(OWN + "?table=ods")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Shown.in(get(OWN)).text()).contains("Скачать этот список целиком");
    }

    @Test
    void itsMembersAreSortedAndThoseWhoLeftStandBelow() throws Exception {
        founded();
        String first = Shown.in(get(OWN)).texts("tbody th").get(0);
        long association = jdbc.sql("select id from mentor_association where owner_id = ?").param(school.id()).query(Long.class).single();
        traces.member(association, named("Абрамова"), today.minusDays(3), null)
                .member(association, named("Яковлева"), today.minusDays(9), null)
                .member(association, named("Белова"), today.minusDays(20), today.minusDays(1));
        for (String asked : new String[] {OWN, OWN + "?sort=name", OWN + "?sort=nonsense"}) {
            assertThat(people(asked)).as(asked).containsExactly("Абрамова", first.split(" ")[0], "Яковлева", "Белова");
        }
        assertThat(people(OWN + "?sort=-name")).containsExactly("Яковлева", first.split(" ")[0], "Абрамова", "Белова");
        assertThat(people(OWN + "?sort=joined")).containsExactly("Абрамова", first.split(" ")[0], "Яковлева", "Белова");
        assertThat(people(OWN + "?sort=-joined")).containsExactly("Яковлева", first.split(" ")[0], "Абрамова", "Белова");
        assertThat(Shown.in(get(OWN + "?sort=-joined")).attributes("th[aria-sort]", "aria-sort")).containsExactly("ascending");
        assertThat(Shown.in(get(OWN + "?sort=-joined")).attributes(".take a", "href").get(1)).isEqualTo(OWN + "?sort=-joined&table=csv");
    }

    /** The last names on the page, the same as in the file. */
    private List<String> people(String address) throws Exception {
        List<String> shown = Shown.in(get(address)).texts("tbody th").stream().map(name -> name.split(" ")[0]).toList();
        assertThat(get(address + (address.contains("?") ? "&" : "?") + "table=csv").getResponse().getContentAsString(StandardCharsets.UTF_8)
                .lines().skip(1).map(row -> row.split("[ ;]")[0].replace("\"", ""))).isEqualTo(shown);
        return shown;
    }

    private long named(String lastName) {
        long mentor = traces.mentor(today, null);
        jdbc.sql("update participant set last_name = ? where id = ?").params(lastName, mentor).update();
        return mentor;
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithMembersAndMeetings() {
        founded();
        int before = Statements.of(get(OWN).getResponse());
        for (int at = 0; at < 3; at++) {
            send(OWN + "/members/new", "mentor", school.id() + "/" + traces.mentor(today, null), "joinedOn", day(today));
            send(OWN + "/meetings/new", "heldOn", day(today), "topic", "Встреча " + at);
        }
        assertThat(Statements.of(get(OWN).getResponse())).isEqualTo(before);
    }

    @Test
    void whoGoesRoundTheApplicationMeetsTheConstraints() {
        long mentor = traces.mentor(today, null);
        long association = traces.association(null);
        Traces theirs = new Traces(jdbc, town.school().id(), town.methodologist().accountId());
        long foreign = theirs.association(null);
        long theirAct = theirs.act("ASSOCIATION_ORDER", today);
        String member = "insert into association_member (organisation_id, association_id, mentor_id, of_city, joined_on, left_on) values (?, ?, ?, ?, ?, "
                + "cast(? as date))";
        assertThat(GoingRound.constraintAgainst(jdbc, member, school.id(), foreign, mentor, false, today, null))
                .isEqualTo("association_member_owner_fk");
        assertThat(GoingRound.constraintAgainst(jdbc, member, school.id(), foreign, mentor, true, today, null))
                .isEqualTo("association_member_association_fk");
        assertThat(GoingRound.constraintAgainst(jdbc, member, school.id(), association, 1, false, today, null))
                .isEqualTo("association_member_mentor_fk");
        assertThat(GoingRound.constraintAgainst(jdbc, member, school.id(), association, mentor, false, today, today.minusDays(1)))
                .isEqualTo("association_member_left_after_joining");
        traces.member(association, mentor, today, null);
        assertThat(GoingRound.constraintAgainst(jdbc, member, school.id(), association, mentor, false, today, null))
                .isEqualTo("association_member_once");
        assertThat(GoingRound.constraintAgainst(jdbc, "insert into mentor_association (owner_id, name) values (?, 'x')", school.id()))
                .isEqualTo("mentor_association_one");
        assertThat(GoingRound.constraintAgainst(jdbc, "update mentor_association set order_act_id = ? where id = ?", theirAct, association))
                .isEqualTo("mentor_association_order_act_fk");
        assertThat(GoingRound.constraintAgainst(jdbc,
                "update mentor_association set order_number = '1', order_dated_on = current_date where id = ?",
                association)).isEqualTo("mentor_association_order_of_owner");
        assertThat(GoingRound.constraintAgainst(jdbc,
                "insert into association_meeting (association_id, held_on, topic, annulled_on) values (?, ?, 'x', ?)",
                association, today, today)).isEqualTo("association_meeting_annulled_with_reason");
        jdbc.sql("insert into mentor_association (name) values ('ГМО') on conflict do nothing").update();
        assertThat(GoingRound.constraintAgainst(jdbc,
                "update mentor_association set order_number = '1', order_dated_on = null where owner_id is null"))
                .isEqualTo("mentor_association_order_dated");
    }

    /** @return the mentor in it */
    private long founded() {
        long mentor = traces.mentor(today.minusDays(9), null);
        send(OWN + "/edit", "name", "МО наставников");
        send(OWN + "/members/new", "mentor", school.id() + "/" + mentor, "joinedOn", day(today.minusDays(5)));
        return mentor;
    }

    private long onlyMember() {
        return jdbc.sql("select id from association_member where organisation_id = ?").param(school.id()).query(Long.class).single();
    }

    private static String day(LocalDate day) {
        return new Russian().date(day);
    }

    private static MockMultipartFile pdf() {
        return new MockMultipartFile("file.file", "протокол.pdf", "application/pdf", SampleFiles.pdf());
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(reader).exchange();
    }

    private MvcTestResult send(String address, Object... fields) {
        return sendWith(address, null, fields);
    }

    private MvcTestResult sendWith(String address, MockMultipartFile file, Object... fields) {
        var request = mvc.post().uri(address).multipart().with(csrf()).with(reader);
        if (file != null) {
            request = request.file(file).param("file.kept", "");
        }
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at].toString(), fields[at + 1].toString());
        }
        return request.exchange();
    }
}
