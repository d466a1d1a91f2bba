package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Кураторы» as a methodologist and an observer meet them. */
@PortalTest
class AppointmentPagesTest {

    private static final String LIST = "/department/curators";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    RequestPostProcessor methodologist;
    Tenant school;
    Town.Person curator;

    @BeforeEach
    void aSchoolAndSomebodyToCurateIt() {
        methodologist = town.methodologist().signedIn();
        school = town.school();
        curator = town.curatorOf();
    }

    @Test
    void anAppointmentOpensTheWorkspaceAndStandsInTheListWithItsHistory() {
        assertThat(mvc.get().uri("/workspace/staff").with(curator.signedIn())).hasStatus(HttpStatus.FORBIDDEN);

        String page = appointed("01.09.2024", "01.09.2024", "");

        assertThat(mvc.get().uri("/workspace/staff").with(curator.signedIn())).hasStatus(HttpStatus.OK);
        assertThat(Shown.in(get(page)).text()).contains("назначение действует", "№ 5-од от 01.09.2024", "Внесено", "Куратор: Иванова Вера");
        Shown list = Shown.in(get(LIST + "?q=" + school.slug().substring(3)));
        assertThat(list.texts("tbody td")).contains("№ 5-од от 01.09.2024", "с 01.09.2024", "действует");
    }

    @Test
    void theFormIsOpenedForAnOrganisation() {
        Shown form = Shown.in(get(LIST + "/new?organisation=" + school.slug()));
        assertThat(form.value("organisation")).isEqualTo(school.slug());
        assertThat(form.texts("#curator option").toString()).contains(curator.login());
    }

    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,           01.09.2024,  -,           orderDatedOn,  Введите дату приказа
            01.13.2024,  01.09.2024,  -,           orderDatedOn,  Такой даты нет
            01.09.2024,  -,           -,           startsOn,      с какого дня
            02.09.2024,  01.09.2024,  -,           startsOn,      раньше даты приказа
            01.09.2024,  01.09.2024,  31.08.2024,  endsOn,        раньше первого
            01.09.2024,  01.09.2024,  никогда,     endsOn,        Такой даты нет
            """)
    void datesThatContradictEachOtherAreToldAtTheirField(String ordered, String from, String until, String field, String message) {
        MvcTestResult answer = appoint("5-од", ordered, from, until);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(List.of(form.value("organisation"), form.value("curator"), form.value("orderNumber"), form.value("orderDatedOn"),
                form.value("startsOn"), form.value("endsOn"))).containsExactly(school.slug(), String.valueOf(curator.accountId()), "5-од",
                ordered == null ? "" : ordered, from == null ? "" : from, until == null ? "" : until);
    }

    @Test
    void whatWasNotChosenIsAskedFor() {
        Shown form = Shown.in(send(LIST + "/new", "orderNumber", "я".repeat(10_000), "orderDatedOn", "", "startsOn", ""));
        assertThat(form.error("organisation")).contains("Выберите организацию");
        assertThat(form.error("curator")).contains("Выберите куратора");
        assertThat(form.error("orderNumber")).contains("не длиннее 50");
    }

    @Test
    void onlyACuratorsUnblockedAccountIsAppointed() {
        Town.Person blocked = town.curatorOf();
        jdbc.sql("update account set blocked = true where id = ?").param(blocked.accountId()).update();
        for (long account : new long[] {town.methodologist().accountId(), blocked.accountId(), -1, Long.MAX_VALUE}) {
            curator = new Town.Person(account, "forged", null);
            MvcTestResult answer = appoint("5-од", "01.09.2024", "01.09.2024", "");
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Shown.in(answer).error("curator")).contains("Выберите");
        }
        assertThat(Shown.in(get(LIST + "/new")).texts("#curator option").toString()).doesNotContain(blocked.login());
    }

    @Test
    void anOrganisationThatIsNotThereIsNotFound() {
        assertThat(send(LIST + "/new", "organisation", "sh-none", "curator", String.valueOf(curator.accountId()), "orderNumber", "5",
                "orderDatedOn", "01.09.2024", "startsOn", "01.09.2024")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(LIST + "/1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(LIST + "/abc")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theSameDaysTwiceAreRefusedByTheDatabaseInWords() {
        appointed("01.09.2024", "01.09.2024", "");
        assertThat(Shown.in(appoint("6-од", "01.09.2025", "01.09.2025", "")).error("startsOn")).contains("уже назначен");
    }

    @Test
    void anAppointmentEndsWithItsLastDayAndTheWorkspaceWithIt() {
        String page = appointed("01.09.2024", "01.09.2024", "");
        Shown form = Shown.in(get(page + "/end"));
        assertThat(Shown.in(send(page + "/end", "version", form.value("version"), "endsOn", "31.08.2024")).error("endsOn")).contains("раньше первого");

        assertThat(send(page + "/end", "version", form.value("version"), "endsOn", "01.06.2025")).hasRedirectedUrl(page);

        assertThat(Shown.in(get(page)).text()).contains("сегодня не действует", "Последний день: 01.06.2025");
        assertThat(mvc.get().uri("/workspace/staff").with(curator.signedIn())).hasStatus(HttpStatus.FORBIDDEN);
        MvcTestResult stale = send(page + "/end", "version", form.value("version"), "endsOn", "02.06.2025");
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).value("endsOn")).isEqualTo("02.06.2025");
    }

    @Test
    void anEndMovedIntoTheNextAppointmentIsRefused() {
        String first = appointed("01.09.2023", "01.09.2023", "31.05.2024");
        appointed("01.09.2024", "01.09.2024", "");
        MvcTestResult answer = send(first + "/end", "version", "0", "endsOn", "01.09.2024");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).errors()).contains("уже назначен");
    }

    @Test
    void anAnnulledAppointmentClosesTheWorkspaceAtOnceAndStays() {
        String page = appointed("01.09.2024", "01.09.2024", "");
        assertThat(Shown.in(send(page + "/annul", "reason", "")).error("reason")).contains("Напишите причину");

        assertThat(send(page + "/annul", "reason", "Не тот человек")).hasRedirectedUrl(page);

        assertThat(mvc.get().uri("/workspace/staff").with(curator.signedIn())).hasStatus(HttpStatus.FORBIDDEN);
        Shown shown = Shown.in(get(page));
        assertThat(shown.text()).contains("аннулировано", "Не тот человек");
        assertThat(shown.attributes("main .actions a", "href")).isEmpty();
        assertThat(Shown.in(send(page + "/end", "version", "1", "endsOn", "01.06.2025")).errors()).contains("аннулирована");
        assertThat(Shown.in(get(LIST + "?state=ANNULLED&q=" + curator.login())).texts("tr.gone")).hasSize(1);
    }

    @Test
    void anObserverReadsAndHasNoButtons() {
        String page = appointed("01.09.2024", "01.09.2024", "");
        RequestPostProcessor observer = town.observer().signedIn();

        for (String address : new String[] {LIST, page}) {
            Shown shown = Shown.in(mvc.get().uri(address).with(observer).exchange());
            assertThat(shown.texts("main .button:not(form.filter .button)")).as(address).isEmpty();
            assertThat(shown.attributes("main a", "href")).as(address)
                    .noneMatch(link -> link.endsWith("/new") || link.endsWith("/end") || link.endsWith("/annul") || link.contains("/new?"));
        }
        assertThat(mvc.get().uri(LIST + "/new").with(observer)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void organisationsWithoutACuratorAreNamedWithTheNextStep() {
        Shown list = Shown.in(get(LIST));
        assertThat(list.attributes(".notice a", "href")).contains(LIST + "/invite?organisation=" + school.slug());
        appointed("01.09.2024", "01.09.2024", "");
        assertThat(Shown.in(get(LIST)).attributes(".notice a", "href")).doesNotContain(LIST + "/new?organisation=" + school.slug());
    }

    @Test
    void theListCostsTheSameHoweverLongItIs() {
        int before = Statements.of(get(LIST).getResponse());
        for (int more = 0; more < 20; more++) {
            town.curatorOf(town.school());
        }
        assertThat(Statements.of(get(LIST).getResponse())).isEqualTo(before).isLessThanOrEqualTo(5);
    }

    private String appointed(String ordered, String from, String until) {
        return appoint("5-од", ordered, from, until).getResponse().getRedirectedUrl();
    }

    private MvcTestResult appoint(String number, String ordered, String from, String until) {
        return send(LIST + "/new", "organisation", school.slug(), "curator", String.valueOf(curator.accountId()), "orderNumber", number,
                "orderDatedOn", ordered, "startsOn", from, "endsOn", until);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(methodologist).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(methodologist);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1] == null ? "" : fields[at + 1]);
        }
        return request.exchange();
    }
}
