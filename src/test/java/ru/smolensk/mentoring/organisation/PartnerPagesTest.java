package ru.smolensk.mentoring.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Партнёры» as a curator meets them. */
@PortalTest
class PartnerPagesTest {

    private static final String NEW = "/workspace/partners/new";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Partners partners;

    Tenant school;
    RequestPostProcessor curator;

    @BeforeEach
    void aSchoolWithACurator() {
        school = town.school();
        curator = town.curatorOf(school).signedIn();
    }

    @Test
    void anEmptyListSaysWhatItIsForAndOffersTheFirstStep() {
        Shown list = Shown.in(get("/workspace/partners"));

        assertThat(list.text()).contains("Партнёров ещё нет");
        assertThat(list.attributes(".empty a", "href")).containsExactly(NEW);
    }

    @Test
    void aPartnerIsEnteredShownListedAndStandsInTheHistory() {
        MvcTestResult entered = send(NEW, "name", "Завод \"Кристалл\" & <b>Ко</b> 😀", "inn", " 6730 000004\u0000",
                "website", "https://zavod.example/a?b=1",
                "note", "Договор\nдо 2030 года");
        String page = address(entered);

        Shown shown = Shown.in(get(page));
        assertThat(shown.texts("h1")).containsExactly("Завод \"Кристалл\" & <b>Ко</b> 😀");
        assertThat(shown.text()).contains("6730000004", "Договор", "Пока никто");
        assertThat(shown.attributes(".facts a", "href")).containsExactly("https://zavod.example/a?b=1");
        assertThat(shown.texts(".history li b")).containsExactly("Внесено");
        assertThat(Shown.in(get("/workspace/partners")).texts("tbody th")).containsExactly("Завод \"Кристалл\" & <b>Ко</b> 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0308", "...", "«»", "😀", "-"})
    void aNameThatNobodyCanReadAloudIsRefusedAtItsField(String name) {
        MvcTestResult refused = send(NEW, "name", name);

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).error("name")).contains("ни одной буквы или цифры");
    }

    @Test
    void aNameIsOneLineWithoutCharactersThatAreNone() {
        Shown page = Shown.in(get(address(send(NEW, "name", "Завод\n\uFFFE«Кристалл»", "note", "раз\nдва"))));

        assertThat(page.texts("h1")).containsExactly("Завод «Кристалл»");
        assertThat(jdbc.sql("select name || '|' || note from partner_organisation where organisation_id = ?").param(school.id())
                .query(String.class).single()).isEqualTo("Завод «Кристалл»|раз\nдва");
    }

    @Test
    void aPartnerIsChangedAndTheHistoryHoldsBoth() {
        String page = enter("Завод");
        assertThat(Shown.in(get(page + "/edit")).value("name")).isEqualTo("Завод");

        assertThat(send(page + "/edit", "version", "0", "name", "Комбинат", "inn", "6730000004")).hasRedirectedUrl(page);

        assertThat(Shown.in(get(page)).texts(".history del")).containsExactly("Завод");
    }

    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,      -,              -,                    name,     Введите название
            Завод,  123,            -,                    inn,      ИНН – это 10 цифр
            Завод,  6730000005,     -,                    inn,      контрольные цифры не сходятся
            Завод,  0000000000,     -,                    inn,      контрольные цифры не сходятся
            Завод,  семь,           -,                    inn,      ИНН – это 10 цифр
            Завод,  🦉,             -,                    inn,      ИНН – это 10 цифр
            Завод,  -,              zavod.example,        website,  начинается с https
            Завод,  -,              javascript:alert(1),  website,  начинается с https
            Завод,  -,              https://за вод,       website,  начинается с https
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String name, String inn, String website, String field, String message) {
        MvcTestResult answer = send(NEW, "name", name, "inn", inn, "website", website, "note", "\"кавычки\" 😀");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(field)).contains(message);
        assertThat(form.title()).startsWith("Ошибка:");
        assertThat(form.value("name")).isEqualTo(name == null ? "" : name);
        assertThat(form.value("inn")).isEqualTo(inn == null ? "" : inn);
        assertThat(form.value("website")).isEqualTo(website == null ? "" : website);
        assertThat(form.value("note")).isEqualTo("\"кавычки\" 😀");
        assertThat(partners.choices(school)).isEmpty();
    }

    @Test
    void tenThousandCharactersComeBackWithAMessage() {
        String endless = "я".repeat(10_000);
        Shown form = Shown.in(send(NEW, "name", endless, "inn", "7".repeat(10_000), "website", "https://" + endless, "note", endless));

        assertThat(form.error("name")).contains("не длиннее 300");
        assertThat(form.error("inn")).contains("10 цифр");
        assertThat(form.error("website")).contains("не длиннее 300");
        assertThat(form.error("note")).contains("не длиннее 1000");
        assertThat(form.value("name")).isEqualTo(endless);
    }

    @Test
    void theSameNameOrInnIsRefusedAtItsField() {
        send(NEW, "name", "Завод «Берёзка»", "inn", "6730000004");

        assertThat(Shown.in(send(NEW, "name", "завод «березка»")).error("name")).contains("уже есть");
        assertThat(Shown.in(send(NEW, "name", "Другой", "inn", "6730000004")).error("inn")).contains("уже есть");
    }

    @Test
    void anAnnulledPartnerStaysWithItsReasonAndCanNotBeChosen() {
        String page = enter("Завод");
        assertThat(partners.choices(school)).extracting(Choice::label).containsExactly("Завод");
        assertThat(Shown.in(send(page + "/annul", "reason", " ")).error("reason")).contains("Напишите причину");

        assertThat(send(page + "/annul", "reason", "Внесли дважды")).hasRedirectedUrl(page);

        assertThat(partners.choices(school)).isEmpty();
        assertThat(Shown.in(get(page)).text()).contains("Аннулировано", "Внесли дважды");
        assertThat(Shown.in(get("/workspace/partners")).texts("tbody th")).isEmpty();
        assertThat(Shown.in(get("/workspace/partners?state=annulled")).texts("tbody th").get(0)).contains("Завод", "Внесли дважды");
        assertThat(Shown.in(send(page + "/edit", "version", "1", "name", "Комбинат")).errors()).contains("аннулирована");
        assertThat(Shown.in(send(page + "/annul", "reason", "Ещё раз")).errors()).contains("аннулирована");
    }

    @Test
    void aPartnerWithPeopleIsNotAnnulledAndTheRefusalNamesThemAndTheirPairs() {
        String page = enter("Завод");
        long partner = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        long engineer = person("Ткаченко", "mentor", partner);
        long teacher = person("Бойко", "mentee", null);
        pair("ПГ-7", engineer, teacher);

        MvcTestResult refused = send(page + "/annul", "reason", "Больше не дружим");

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).errors()).contains("Ткаченко Пётр", "ПГ-7", "другое место работы");
        assertThat(Shown.in(refused).value("reason")).isEqualTo("Больше не дружим");
        Shown shown = Shown.in(get(page));
        assertThat(shown.texts("tbody th")).containsExactly("Ткаченко Пётр");
        assertThat(shown.attributes("tbody a", "href")).containsExactly("/workspace/mentors/" + engineer);
        assertThat(shown.texts("tbody td")).contains("ПГ-7");

        jdbc.sql("update participant set workplace = 'OWN_STAFF', partner_id = null where id = ?").param(engineer).update();
        assertThat(send(page + "/annul", "reason", "Внесён по ошибке")).hasRedirectedUrl(page);
    }

    @Test
    void aStaleFormShowsWhatIsSavedAndWhatWasTyped() {
        String page = enter("Завод");
        send(page + "/edit", "version", "0", "name", "Комбинат");

        MvcTestResult stale = send(page + "/edit", "version", "0", "name", "Фабрика");

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Shown.in(stale).errors()).contains("изменил кто-то ещё", "Комбинат");
        assertThat(Shown.in(stale).value("name")).isEqualTo("Фабрика");
        assertThat(send(page + "/edit", "version", Shown.in(stale).value("version"), "name", "Фабрика")).hasRedirectedUrl(page);
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThere() {
        String page = enter("Завод");
        curator = town.curatorOf(town.school()).signedIn();

        assertThat(get(page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(page + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(page + "/edit", "version", "0", "name", "Моё")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(page + "/annul", "reason", "чужое")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/workspace/partners/abc")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aListIsSearchedWithoutCaseAndYoAndSortedByTheRussianAlphabet() {
        enter("Ёлка № 10");
        enter("Ёлка № 2");
        enter("Жара");
        enter("Енот");
        enter("100 % шерсть");

        assertThat(Shown.in(get("/workspace/partners")).texts("tbody th"))
                .containsExactly("100 % шерсть", "Ёлка № 2", "Ёлка № 10", "Енот", "Жара");
        assertThat(searched("ЕЛКА").texts("tbody th")).containsExactly("Ёлка № 2", "Ёлка № 10");
        assertThat(searched("%").texts("tbody th")).containsExactly("100 % шерсть");
        assertThat(searched("сыр").text()).contains("Ничего не нашлось");
    }

    @Test
    void aListCostsTheSameStatementsWhateverItsLength() {
        enter("Завод");
        int one = Statements.of(get("/workspace/partners").getResponse());
        for (int number = 0; number < 60; number++) {
            enter("Завод " + number);
        }

        assertThat(Statements.of(get("/workspace/partners").getResponse())).isEqualTo(one);
        assertThat(Shown.in(get("/workspace/partners")).texts("tbody tr")).hasSize(50);
        assertThat(Shown.in(get("/workspace/partners?page=2")).texts("tbody tr")).hasSize(11);
        assertThat(Shown.in(get("/workspace/partners?page=-1")).texts("tbody tr")).hasSize(50);
    }

    @Test
    void aSecondClickOnTheButtonEntersNothingMore() {
        String once = UUID.randomUUID().toString();
        String first = address(send(NEW, "_once", once, "name", "Завод"));

        assertThat(send(NEW, "_once", once, "name", "Завод")).hasRedirectedUrl(first);
        assertThat(partners.choices(school)).hasSize(1);
    }

    private Shown searched(String words) {
        return Shown.in(mvc.get().uri("/workspace/partners").param("q", words).with(curator).exchange());
    }

    private String enter(String name) {
        return "/workspace/partners/" + partners.enter(school, new Partners.Description(name, null, null, null));
    }

    private long person(String lastName, String role, Long partner) {
        long id = jdbc.sql("insert into participant (organisation_id, last_name, first_name, workplace, partner_id)"
                + " values (?, ?, 'Пётр', ?, ?) returning id")
                .params(school.id(), lastName, partner == null ? "OWN_STAFF" : "PARTNER", partner).query(Long.class).single();
        jdbc.sql(role.equals("mentor") ? "insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2024-09-01')"
                : "insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2024-09-01', 'YOUNG')")
                .params(school.id(), id).update();
        return id;
    }

    private void pair(String code, long mentor, long mentee) {
        long order = jdbc.sql("insert into assignment_order (organisation_id, number, dated_on, title, disclosure)"
                + " values (?, '14-а', '2024-09-01', 'О закреплении', 'NO_NAMES') returning id")
                .param(school.id()).query(Long.class).single();
        long mentorship = jdbc.sql("insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on,"
                + " planned_end, last_day) values (?, ?, ?, 'TEACHER_TEACHER', ?, '2024-09-01', '2024-09-01', '2025-05-31', '2025-05-31')"
                + " returning id").params(school.id(), code, mentor, order).query(Long.class).single();
        jdbc.sql("insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)"
                + " values (?, ?, ?, '2024-09-01', ?, '2024-09-01', '2025-05-31')")
                .params(school.id(), mentorship, mentee, mentor).update();
    }

    private static String address(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return answer.getResponse().getRedirectedUrl();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(curator).exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0308", "«»", "— …", "😀"})
    void aNameHasAtLeastALetterOrADigitAndAWrongInnIsSaidBesideIt(String name) {
        Shown form = Shown.in(send("/workspace/partners/new", "name", name, "inn", "6730000001"));
        assertThat(form.error("name")).contains("ни одной буквы или цифры");
        assertThat(form.error("inn")).contains("контрольные цифры");
    }

    private MvcTestResult send(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(curator);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1] == null ? "" : fields[at + 1]);
        }
        return request.exchange();
    }
}
