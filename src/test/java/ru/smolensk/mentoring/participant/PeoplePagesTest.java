package ru.smolensk.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.organisation.Partners;
import ru.smolensk.mentoring.participant.Participants.Description;
import ru.smolensk.mentoring.participant.Participants.MenteeRole;
import ru.smolensk.mentoring.participant.Participants.MentorRole;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** «Наставники» and «Наставляемые» as a curator meets them. */
@PortalTest
class PeoplePagesTest {

    private static final String MENTORS = "/workspace/mentors";
    private static final String MENTEES = "/workspace/mentees";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Participants participants;

    @Autowired
    Partners partners;

    @Autowired
    PortalClock clock;

    Tenant school;
    RequestPostProcessor curator;

    @BeforeEach
    void aSchoolWithACurator() {
        school = town.school();
        curator = town.curatorOf(school).signedIn();
    }

    // ---- Entering and changing --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {MENTORS, MENTEES})
    void anEmptyBaseSaysWhatItIsForAndOffersTheFirstStep(String base) {
        Shown list = Shown.in(get(base));

        assertThat(list.text()).contains("В базе ещё нет");
        assertThat(list.attributes(".empty a", "href")).contains(base + "/new");
    }

    @Test
    void aMentorIsEnteredWithEverythingAndStandsInTheHistory() {
        String page = entered(send(MENTORS + "/new", mentor("competences", "Методика \"урока\"\nи <i>не только</i> 😀",
                "achievements", "Победы", "freeTime", "2 часа\u0000")));

        Shown shown = Shown.in(get(page));
        assertThat(shown.texts("h1")).containsExactly("Орлова Анна Викторовна");
        assertThat(shown.texts(".kicker")).containsExactly("Наставник");
        assertThat(shown.text()).contains("учитель химии", "в этой организации", "12.03.1970", "высшая",
                "Методика \"урока\" и <i>не только</i> 😀", "Победы", "2 часа");
        assertThat(shown.text()).contains(new Experience(LocalDate.of(1993, 9, 1), clock.today()).words().replace('\u00a0', ' '));
        assertThat(shown.texts(".history li b")).containsExactly("Внесено");
        assertThat(Shown.in(get(MENTORS)).texts("tbody th")).containsExactly("Орлова Анна Викторовна");
    }

    @Test
    void consentsMayBeGivenWithThePersonAndAreCheckedLikeAnyOther() {
        String page = entered(send(MENTORS + "/new", mentor("processing", "01.09.2025", "distribution", "02.09.2025")));
        assertThat(Shown.in(get(page)).text()).contains("01.09.2025", "02.09.2025", "Согласие на обработку", "Согласие на распространение");
        assertThat(Shown.in(get(page + "/edit")).text()).as("later each has a page of its own").doesNotContain("Согласие");
    }

    @Test
    void aMenteeIsEnteredAndAYoungSpecialistIsMarked() {
        String started = day(clock.today().minusYears(3));
        String page = entered(send(MENTEES + "/new", mentee("teachingSince", started)));

        Shown shown = Shown.in(get(page));
        assertThat(shown.texts(".kicker")).containsExactly("Наставляемый");
        assertThat(shown.texts(".head .tag")).containsExactly("молодой специалист");
        assertThat(shown.text()).contains("молодой педагог", "Дисциплина на уроке");
        assertThat(Shown.in(get(MENTEES)).texts("tbody .tag")).contains("молодой специалист");

        send(page + "/edit", mentee("version", "0", "teachingSince", day(clock.today().minusYears(3).minusDays(1))));
        assertThat(Shown.in(get(page)).texts(".head .tag")).isEmpty();
    }

    @Test
    void namesOfAllAlphabetsAndShapesAreTaken() {
        entered(send(MENTORS + "/new", mentor("lastName", "О’Коннор-Ван дер  Мейде", "firstName", "Ньёрд", "patronymic", "")));
        entered(send(MENTORS + "/new", mentor("lastName", "Abdülhak", "firstName", "Jean-Luc", "patronymic", "оглы")));

        assertThat(Shown.in(get(MENTORS)).texts("tbody th")).contains("О’Коннор-Ван дер Мейде Ньёрд", "Abdülhak Jean-Luc оглы");
    }

    @Test
    void aChangeKeepsWhatWasBeforeInTheHistory() {
        String page = entered(send(MENTORS + "/new", mentor()));
        Shown form = Shown.in(get(page + "/edit"));
        assertThat(form.value("lastName")).isEqualTo("Орлова");
        assertThat(form.value("bornOn")).isEqualTo("12.03.1970");
        assertThat(form.value("workplace")).isEqualTo("OWN_STAFF");

        assertThat(send(page + "/edit", mentor("version", "0", "lastName", "Соколова", "category", "первая"))).hasRedirectedUrl(page);

        assertThat(Shown.in(get(page)).texts("h1")).containsExactly("Соколова Анна Викторовна");
        assertThat(Shown.in(get(page)).texts(".history del")).containsExactly("Орлова Анна Викторовна", "высшая");
    }

    @Test
    void aSecondClickOnTheButtonEntersNobodyMore() {
        Map<String, String> typed = mentor("_once", UUID.randomUUID().toString());
        String page = entered(send(MENTORS + "/new", typed));

        assertThat(send(MENTORS + "/new", typed)).hasRedirectedUrl(page);
        assertThat(people()).isOne();
    }

    // ---- What is wrong ----------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            lastName,       -,                    lastName,       Введите фамилию
            firstName,      -,                    firstName,      Введите имя
            lastName,       😀,                   lastName,       только буквы
            lastName,       Орлова"2",            lastName,       только буквы
            firstName,      -Анна-1,              firstName,      только буквы
            patronymic,     <b>,                  patronymic,     только буквы
            bornOn,         31.02.1970,           bornOn,         Такой даты нет
            bornOn,         01.01.2098,           bornOn,         ещё не наступила
            bornOn,         01.01.1980,           teachingSince,  раньше 16 лет
            teachingSince,  01.01.1975,           teachingSince,  раньше 16 лет
            teachingSince,  01.01.2098,           teachingSince,  в будущем
            teachingSince,  давно,                teachingSince,  Такой даты нет
            teachingSince,  1.9.93,               teachingSince,  Напишите год полностью
            enteredOn,      -,                    enteredOn,      Введите дату вхождения
            enteredOn,      01.09.2098,           enteredOn,      больше года
            enteredOn,      01.09.1975,           enteredOn,      не было и 14 лет
            workplace,      -,                    workplace,      Выберите место работы
            workplace,      OTHER_EDUCATIONAL,    employerName,   Напишите
            workplace,      PARTNER,              partner,        Выберите
            employerName,   Колледж,              employerName,   в этой организации
            partner,        12,                   partner,        в этой организации
            partner,        abc,                  partner,        из списка
            partner,        99999999999999999999, partner,        из списка
            processing,     32.01.2026,           processing,     Такой даты нет
            processing,     01.09.2098,           processing,     ещё не наступил
            distribution,   01.09.2098,           distribution,   ещё не наступил
            """)
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String typed, String at, String message) {
        Map<String, String> fields = mentor("competences", "\"кавычки\" 😀", "freeTime", "вечером", field, typed);

        MvcTestResult answer = send(MENTORS + "/new", fields);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Shown form = Shown.in(answer);
        assertThat(form.error(at)).contains(message);
        assertThat(form.attributes("#errors a", "href")).contains("#" + at);
        assertThat(form.title()).startsWith("Ошибка:");
        fields.forEach((name, value) -> {
            if (!name.equals("partner")) {
                assertThat(form.value(name)).as(name).isEqualTo(value == null ? "" : value);
            }
        });
        assertThat(people()).isZero();
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            lastName,       -,           lastName,       Введите фамилию
            category,       -,           category,       Выберите категорию
            enteredOn,      -,           enteredOn,      Введите дату вхождения
            teachingSince,  01.01.2098,  teachingSince,  больше года
            bornOn,         01.01.2098,  bornOn,         ещё не наступила
            """)
    void whatIsWrongWithAMenteeIsSaidAtItsFieldToo(String field, String typed, String at, String message) {
        MvcTestResult answer = send(MENTEES + "/new", mentee(field, typed));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(answer).error(at)).contains(message);
        assertThat(Shown.in(answer).value("request")).isEqualTo("Дисциплина на уроке");
        assertThat(people()).isZero();
    }

    @Test
    void aMenteeMayBeAboutToTeach() {
        entered(send(MENTEES + "/new", mentee("teachingSince", day(clock.today().plusMonths(6)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {MENTORS, MENTEES})
    void tenThousandCharactersInEveryFieldComeBackWithMessages(String base) {
        String endless = "ж".repeat(10_000);
        Map<String, String> fields = base.equals(MENTORS) ? mentor() : mentee();
        fields.keySet().stream().filter(field -> !field.equals("workplace") && !(base.equals(MENTEES) && field.equals("category")))
                .toList().forEach(field -> fields.put(field, endless));
        fields.put("employerName", endless);

        Shown form = Shown.in(send(base + "/new", fields));

        fields.forEach((field, typed) -> {
            if (typed.equals(endless) && !field.equals("partner")) {
                assertThat(form.error(field)).as(field).isNotEmpty();
                assertThat(form.value(field)).as(field).isEqualTo(endless);
            }
        });
    }

    @Test
    void emojiAndQuotesSurviveInEveryFreeField() {
        String odd = "«Ёж» \"'<&>\\ 😀";
        String page = entered(send(MENTORS + "/new", mentor("workplace", "OTHER_EDUCATIONAL", "employerName", odd,
                "position", odd, "category", odd, "competences", odd, "achievements", odd, "freeTime", odd)));

        Shown form = Shown.in(get(page + "/edit"));
        for (String field : new String[] {"employerName", "position", "category", "competences", "achievements", "freeTime"}) {
            assertThat(form.value(field)).as(field).isEqualTo(odd);
        }
    }

    @Test
    void aPartnerOfAnotherOrganisationOrAnAnnulledOneCanNotBeChosen() {
        long strangers = partners.enter(town.school(), new Partners.Description("Чужой завод", null, null, null));
        long own = partners.enter(school, new Partners.Description("Свой завод", null, null, null));

        Shown refused = Shown.in(send(MENTORS + "/new", mentor("workplace", "PARTNER", "partner", String.valueOf(strangers))));
        assertThat(refused.error("partner")).contains("из списка");
        assertThat(refused.texts("#partner option")).doesNotContain("Чужой завод").contains("Свой завод");

        jdbc.sql("update partner_organisation set annulled_on = current_date, annulment_reason = 'дважды' where id = ?")
                .param(own).update();
        assertThat(Shown.in(send(MENTORS + "/new", mentor("workplace", "PARTNER", "partner", String.valueOf(own)))).error("partner"))
                .contains("аннулирована");
        assertThat(people()).isZero();
    }

    @Test
    void aMentorFromAPartnerIsLinkedToIt() {
        long partner = partners.enter(school, new Partners.Description("Завод «Кристалл»", null, null, null));
        String page = entered(send(MENTORS + "/new", mentor("workplace", "PARTNER", "partner", String.valueOf(partner),
                "teachingSince", "")));

        assertThat(Shown.in(get(page)).attributes(".facts a", "href")).containsExactly("/workspace/partners/" + partner);
        assertThat(Shown.in(get(MENTORS)).text()).contains("Завод «Кристалл»");
        assertThat(Shown.in(get(page + "/edit")).value("partner")).isEqualTo(String.valueOf(partner));

        send(page + "/edit", mentor("version", "0"));
        assertThat(Shown.in(get(page)).texts(".history del")).contains("Завод «Кристалл» (партнёр)");
    }

    @Test
    void aForgedConstantIsABadRequestAndNeverAFailure() {
        assertThat(send(MENTORS + "/new", mentor("workplace", "MOON"))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send(MENTEES + "/new", mentee("category", "GENIUS"))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aStaleFormShowsWhatIsSavedAndWhatWasTyped() {
        String page = entered(send(MENTORS + "/new", mentor()));
        // Changes the role alone: the person's own row must become newer too.
        send(page + "/edit", mentor("version", "0", "category", "первая"));

        MvcTestResult stale = send(page + "/edit", mentor("version", "0", "category", "педагог-методист"));

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Shown form = Shown.in(stale);
        assertThat(form.errors()).contains("изменил кто-то ещё", "Квалификационная категория первая");
        assertThat(form.value("category")).isEqualTo("педагог-методист");
        assertThat(send(page + "/edit", mentor("version", form.value("version"), "category", "педагог-методист"))).hasRedirectedUrl(page);
    }

    // ---- Namesakes and roles ----------------------------------------------------------------------------------------------

    @Test
    void aNamesakeInTheSameBaseIsNamedAndLedTo() {
        String page = entered(send(MENTORS + "/new", mentor()));

        MvcTestResult again = send(MENTORS + "/new", mentor("lastName", "ОРЛОВА"));

        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(again).error("lastName")).contains("Орлова Анна Викторовна", "12.03.1970", "уже есть в базе: наставник");
        assertThat(Shown.in(again).attributes(".notice.warn a", "href")).containsExactly(page);
        assertThat(people()).isOne();
    }

    @Test
    void aNamesakeInTheOtherBaseIsLedToTheRoleInsteadOfADuplicate() {
        long id = id(entered(send(MENTORS + "/new", mentor())));

        Shown refused = Shown.in(send(MENTEES + "/new", mentee("lastName", "Орлова", "firstName", "Анна", "patronymic", "Викторовна",
                "bornOn", "12.03.1970")));

        assertThat(refused.attributes(".notice.warn a", "href")).containsExactly(MENTEES + "/" + id + "/role");
        assertThat(Shown.in(get(MENTEES + "/" + id + "/role")).text()).contains("Орлова Анна Викторовна");
        assertThat(send(MENTEES + "/" + id + "/role", Map.of("enteredOn", "01.09.2024", "category", "EXPERIENCED", "request", "Нейросети")))
                .hasRedirectedUrl(MENTEES + "/" + id);
        Shown person = Shown.in(get(MENTEES + "/" + id));
        assertThat(person.texts(".kicker")).containsExactly("Наставник и наставляемый");
        assertThat(person.texts(".history li b")).containsExactly("Добавлена роль", "Внесено");
        assertThat(Shown.in(get(MENTORS)).text()).contains("и наставляемый");
        assertThat(people()).isOne();
    }

    @Test
    void aMenteeBecomesAMentorToo() {
        long id = id(entered(send(MENTEES + "/new", mentee())));
        assertThat(Shown.in(get(MENTEES + "/" + id)).attributes(".actions a", "href")).contains(MENTORS + "/" + id + "/role");

        assertThat(Shown.in(send(MENTORS + "/" + id + "/role", Map.of())).error("enteredOn")).contains("Введите дату");
        assertThat(send(MENTORS + "/" + id + "/role", Map.of("enteredOn", "01.09.2024", "category", "первая")))
                .hasRedirectedUrl(MENTORS + "/" + id);
        assertThat(Shown.in(send(MENTORS + "/" + id + "/role", Map.of("enteredOn", "01.09.2024"))).errors()).contains("уже наставник");
    }

    @Test
    void aFullNamesakeIsToldApartByTheDateOfBirth() {
        send(MENTORS + "/new", mentor("bornOn", ""));

        assertThat(Shown.in(send(MENTORS + "/new", mentor("bornOn", ""))).error("lastName")).contains("укажите дату рождения");
        entered(send(MENTORS + "/new", mentor()));
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void aChangeMayNotMakeANamesakeEither() {
        send(MENTORS + "/new", mentor());
        String other = entered(send(MENTORS + "/new", mentor("lastName", "Соколова")));

        assertThat(Shown.in(send(other + "/edit", mentor("version", "0"))).error("lastName")).contains("уже есть в базе");
        assertThat(send(other + "/edit", mentor("version", "0", "lastName", "СОКОЛОВА"))).as("the person alone").hasRedirectedUrl(other);
    }

    @Test
    void theServiceRefusesWhatTheFormsRefuse() {
        Description said = new Description(new PersonName("Орлова", "Анна", null), null, null, Employment.ownStaff(), null);
        long id = participants.enterMentor(school, said, new MentorRole(LocalDate.of(2024, 9, 1), null, null, null, null));

        MenteeRole role = new MenteeRole(LocalDate.of(2024, 9, 1), MenteeCategory.YOUNG, null);
        assertThatThrownBy(() -> participants.enterMentee(school, said, role)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> participants.addMenteeRole(town.school(), id, role)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> participants.giveConsent(town.school(), id, ConsentKind.PROCESSING, LocalDate.of(2024, 9, 1), null))
                .isInstanceOf(NotFound.class);
    }

    // ---- Leaving ----------------------------------------------------------------------------------------------------------

    @Test
    void whoLeftIsOutOfTheListAndMayComeBack() {
        String page = entered(send(MENTEES + "/new", mentee()));
        assertThat(Shown.in(send(page + "/leave", Map.of())).error("leftOn")).contains("Введите последний день");
        assertThat(Shown.in(send(page + "/leave", Map.of("leftOn", "01.09.2098"))).error("leftOn")).contains("ещё не наступила");
        assertThat(Shown.in(send(page + "/leave", Map.of("leftOn", "01.01.2020"))).error("leftOn")).contains("01.09.2024");

        assertThat(send(page + "/leave", Map.of("leftOn", "01.10.2024"))).hasRedirectedUrl(page);

        assertThat(Shown.in(get(MENTEES)).texts("tbody tr")).isEmpty();
        assertThat(Shown.in(get(MENTEES + "?state=left")).texts("tbody tr").get(0)).contains("01.10.2024");
        assertThat(Shown.in(get(page)).text()).contains("Последний день в базе – 01.10.2024");
        assertThat(Shown.in(send(MENTORS + "/" + id(page) + "/role", Map.of("enteredOn", "01.09.2024"))).errors()).contains("верните");

        assertThat(send(page + "/return", Map.of())).hasRedirectedUrl(page);
        assertThat(Shown.in(get(MENTEES)).texts("tbody tr")).hasSize(1);
        assertThat(Shown.in(get(page)).texts(".history li b")).containsExactly("Возвращён", "Выбыл", "Внесено");
        assertThat(send(page + "/return", Map.of())).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void nobodyLeavesAPairOrGroupByLeavingTheBase() {
        String mentor = entered(send(MENTORS + "/new", mentor()));
        String mentee = entered(send(MENTEES + "/new", mentee()));
        long pair = pair("ПГ-7", id(mentor), id(mentee), LocalDate.of(2024, 9, 2), LocalDate.of(2025, 5, 31));

        for (String page : new String[] {mentor, mentee}) {
            assertThat(Shown.in(send(page + "/leave", Map.of("leftOn", "30.05.2025"))).error("leftOn"))
                    .contains("ПГ-7", "Сначала завершите");
        }
        jdbc.sql("update mentorship_mentee set left_on = '2024-12-31', leaving_reason = 'переезд' where mentorship_id = ?")
                .param(pair).update();
        assertThat(send(mentee + "/leave", Map.of("leftOn", "31.12.2024"))).hasRedirectedUrl(mentee);
        assertThat(send(mentor + "/leave", Map.of("leftOn", "31.05.2025"))).hasRedirectedUrl(mentor);
    }

    @Test
    void anAnnulledPairHoldsNobody() {
        String mentor = entered(send(MENTORS + "/new", mentor()));
        String mentee = entered(send(MENTEES + "/new", mentee()));
        long pair = pair("ПГ-7", id(mentor), id(mentee), LocalDate.of(2024, 9, 2), LocalDate.of(2025, 5, 31));
        jdbc.sql("update mentorship set annulled_on = current_date, annulment_reason = 'ошибка' where id = ?").param(pair).update();

        assertThat(send(mentor + "/leave", Map.of("leftOn", "01.09.2024"))).hasRedirectedUrl(mentor);
        assertThat(Shown.in(get(mentor)).texts("tbody .tag")).containsExactly("аннулирована");
    }

    // ---- Consents ---------------------------------------------------------------------------------------------------------

    @Test
    void aConsentIsGivenWithItsPaperAndWithdrawnAndTheRowStays() throws Exception {
        String page = entered(send(MENTORS + "/new", mentor()));
        assertThat(Shown.in(get(MENTORS)).texts("tbody .tag")).contains("нет согласия");
        assertThat(Shown.in(get(page + "/consents/new?kind=DISTRIBUTION")).value("kind")).isEqualTo("DISTRIBUTION");

        var paper = new MockMultipartFile("file.file", "Согласие Орловой.pdf", "application/pdf", SampleFiles.pdf());
        assertThat(mvc.post().uri(page + "/consents/new").multipart().file(paper).param("file.kept", "")
                .param("kind", "PROCESSING").param("givenOn", "01.09.2024").with(csrf()).with(curator)).hasRedirectedUrl(page);

        Shown shown = Shown.in(get(page));
        assertThat(shown.text()).contains("Подписано 01.09.2024", "Согласие Орловой.pdf");
        String file = shown.attributes("a[href^=/workspace/files/]", "href").get(0);
        assertThat(get(file)).hasStatusOk();
        assertThat(Shown.in(get(MENTORS)).texts("tbody .tag")).doesNotContain("нет согласия");

        String withdrawal = shown.attributes("a[href$=withdraw]", "href").get(0);
        assertThat(Shown.in(get(withdrawal)).text()).contains("на обработку персональных данных", "01.09.2024");
        assertThat(Shown.in(send(withdrawal, Map.of("withdrawnOn", "31.08.2024"))).error("withdrawnOn")).contains("раньше нельзя");
        assertThat(send(withdrawal, Map.of("withdrawnOn", "01.10.2024"))).hasRedirectedUrl(page);

        assertThat(Shown.in(get(page)).text()).contains("отозвано 01.10.2024");
        assertThat(Shown.in(get(page)).texts(".history li b")).containsExactly("Отозвано согласие", "Внесено согласие", "Внесено");
        assertThat(Shown.in(send(withdrawal, Map.of("withdrawnOn", "01.10.2024"))).errors()).contains("уже отозвано");
        assertThat(send(page + "/consents/new", Map.of("kind", "PROCESSING", "givenOn", "02.10.2024"))).hasRedirectedUrl(page);
    }

    @Test
    void aConsentWithoutItsKindOrDateOrGivenTwiceIsRefusedAtItsField() {
        String page = entered(send(MENTEES + "/new", mentee()));

        assertThat(Shown.in(send(page + "/consents/new", Map.of())).error("kind")).contains("Выберите");
        assertThat(Shown.in(send(page + "/consents/new", Map.of("kind", "PROCESSING"))).error("givenOn")).contains("Введите дату");
        assertThat(Shown.in(send(page + "/consents/new", Map.of("kind", "PROCESSING", "givenOn", "01.01.2098"))).error("givenOn"))
                .contains("ещё не наступила");
        send(page + "/consents/new", Map.of("kind", "PROCESSING", "givenOn", "01.09.2024"));
        assertThat(Shown.in(send(page + "/consents/new", Map.of("kind", "PROCESSING", "givenOn", "02.09.2024"))).error("kind"))
                .contains("уже внесено");
    }

    @Test
    void aFileThatIsNoDocumentIsRefusedAtItsField() {
        String page = entered(send(MENTORS + "/new", mentor()));
        var program = new MockMultipartFile("file.file", "согласие.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3});

        MvcTestResult refused = mvc.post().uri(page + "/consents/new").multipart().file(program).param("file.kept", "")
                .param("kind", "PROCESSING").param("givenOn", "01.09.2024").with(csrf()).with(curator).exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shown.in(refused).error("file")).isNotEmpty();
        assertThat(Shown.in(refused).value("givenOn")).isEqualTo("01.09.2024");
    }

    @Test
    void aConsentOfAnotherPersonIsNotThere() {
        String one = entered(send(MENTORS + "/new", mentor()));
        String other = entered(send(MENTORS + "/new", mentor("lastName", "Соколова")));
        long consent = participants.giveConsent(school, id(one), ConsentKind.PROCESSING, LocalDate.of(2024, 9, 1), null);

        assertThat(get(other + "/consents/" + consent + "/withdraw")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(other + "/consents/" + consent + "/withdraw", Map.of("withdrawnOn", "01.10.2024"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    // ---- Lists ------------------------------------------------------------------------------------------------------------

    @Test
    void aListIsSortedByTheRussianAlphabetAndSearchedWithoutCaseAndYo() {
        for (String name : new String[] {"Ёлкина", "Жукова", "Елисеева", "Ежова", "Абрамова"}) {
            send(MENTORS + "/new", mentor("lastName", name));
        }

        assertThat(Shown.in(get(MENTORS)).texts("tbody th a")).extracting(name -> name.split(" ")[0])
                .containsExactly("Абрамова", "Ежова", "Елисеева", "Ёлкина", "Жукова");
        assertThat(found(MENTORS, "q", "ЕЛКИНА")).containsExactly("Ёлкина Анна Викторовна");
        assertThat(found(MENTORS, "q", "анна  ёЛ")).hasSize(2);
        assertThat(found(MENTORS, "q", "100%")).isEmpty();
        assertThat(found(MENTORS, "q", "_")).isEmpty();
        assertThat(found(MENTORS, "q", "\\")).isEmpty();
        assertThat(Shown.in(list(MENTORS, "q", "никто 😀")).text()).contains("Никто не нашёлся");
    }

    @Test
    void aListIsNarrowedByWorkplaceCategoryAndPair() {
        String free = entered(send(MENTEES + "/new", mentee("lastName", "Свободина", "category", "NEWCOMER")));
        String busy = entered(send(MENTEES + "/new", mentee("lastName", "Занятова", "workplace", "OTHER_EDUCATIONAL",
                "employerName", "Колледж")));
        String mentor = entered(send(MENTORS + "/new", mentor()));
        LocalDate today = clock.today();
        pair("ПГ-7", id(mentor), id(busy), today.minusDays(10), today.plusDays(10));
        pair("ПГ-8", id(mentor), id(free), today.minusDays(30), today.minusDays(20));

        assertThat(found(MENTEES, "state", "free")).containsExactly("Свободина Семён Денисович");
        assertThat(found(MENTEES, "workplace", "OTHER_EDUCATIONAL")).containsExactly("Занятова Семён Денисович");
        assertThat(found(MENTEES, "category", "NEWCOMER")).containsExactly("Свободина Семён Денисович");
        assertThat(found(MENTORS, "state", "free")).isEmpty();
        assertThat(Shown.in(get(MENTEES)).texts("tbody tr").get(0)).contains("Занятова", "в паре или группе", "нет программы");
        assertThat(Shown.in(get(MENTEES)).texts("tbody tr").get(1)).contains("Свободина", "нет пары");
        assertThat(found(MENTEES, "category", "<script>", "workplace", "МИР", "state", "?", "page", "сто")).hasSize(2);
    }

    @Test
    void aPersonsPageShowsPairsAndProgrammesFromBothSides() {
        long mentor = id(entered(send(MENTORS + "/new", mentor())));
        long mentee = id(entered(send(MENTEES + "/new", mentee())));
        LocalDate today = clock.today();
        long pair = pair("ПГ-7", mentor, mentee, today.minusDays(10), today.plusDays(10));
        long programme = jdbc.sql("with n as (select nextval('portal_id') as id) insert into programme (organisation_id, id, mentorship_id,"
                + " series_id, edition, status, title, starts_on, ends_on) select ?, id, ?, id, 1, 'DRAFT', 'Первый год', ?, ? from n"
                + " returning id")
                .params(school.id(), pair, today, today.plusDays(10)).query(Long.class).single();
        jdbc.sql("insert into programme_mentee values (?, ?, ?, ?)").params(school.id(), programme, pair, mentee).update();

        for (String page : new String[] {MENTORS + "/" + mentor, MENTEES + "/" + mentee}) {
            Shown shown = Shown.in(get(page));
            assertThat(shown.attributes("tbody a", "href"))
                    .containsExactly("/workspace/mentorships/" + pair, "/workspace/programmes/" + programme);
            assertThat(shown.texts("tbody .tag")).containsExactly("действует", "черновик");
        }
        assertThat(Shown.in(get(MENTORS + "/" + mentor)).text()).contains("Бойко Семён Денисович");
        assertThat(Shown.in(get(MENTEES + "/" + mentee)).text()).contains("Орлова Анна Викторовна");
    }

    @ParameterizedTest
    @ValueSource(strings = {MENTORS, MENTEES})
    void aListCostsTheSameStatementsWhateverItsLength(String base) {
        Map<String, String> typed = base.equals(MENTORS) ? mentor() : mentee();
        send(base + "/new", typed);
        int one = Statements.of(get(base).getResponse());
        for (int number = 0; number < 60; number++) {
            Description said = new Description(new PersonName("Яковлев", "Пётр", null), LocalDate.of(1970, 1, 1).plusDays(number), null,
                    Employment.ownStaff(), null);
            if (base.equals(MENTORS)) {
                participants.enterMentor(school, said, new MentorRole(LocalDate.of(2024, 9, 1), null, null, null, null));
            } else {
                participants.enterMentee(school, said, new MenteeRole(LocalDate.of(2024, 9, 1), MenteeCategory.YOUNG, null));
            }
        }

        assertThat(Statements.of(get(base).getResponse())).isEqualTo(one);
        assertThat(Shown.in(get(base)).texts("tbody tr")).hasSize(50);
        assertThat(Shown.in(get(base + "?page=2")).texts("tbody tr")).hasSize(11);
        assertThat(Shown.in(get(base + "?page=999")).attributes("nav[aria-label='Страницы списка'] p a", "href")).containsExactly(base + "?page=2");
        assertThat(Shown.in(get(base + "?q=яковлев")).attributes(".pages a", "href")).anySatisfy(next -> assertThat(next).contains("q="));
    }

    // ---- Others' people ---------------------------------------------------------------------------------------------------

    @Test
    void whoBelongsToAnotherOrganisationIsNotThere() {
        String mentor = entered(send(MENTORS + "/new", mentor()));
        String mentee = entered(send(MENTEES + "/new", mentee()));
        long consent = participants.giveConsent(school, id(mentor), ConsentKind.PROCESSING, LocalDate.of(2024, 9, 1), null);
        curator = town.curatorOf(town.school()).signedIn();

        for (String page : new String[] {mentor, mentee}) {
            for (String inside : new String[] {"", "/edit", "/role", "/leave", "/consents/new", "/consents/" + consent + "/withdraw"}) {
                assertThat(get(page + inside)).as(inside).hasStatus(HttpStatus.NOT_FOUND);
            }
            for (String inside : new String[] {"/edit", "/role", "/leave", "/return", "/consents/new",
                "/consents/" + consent + "/withdraw"}) {
                Map<String, String> typed = page.equals(mentor) ? mentor("version", "0") : mentee("version", "0");
                assertThat(send(page + inside, typed)).as(inside).hasStatus(HttpStatus.NOT_FOUND);
            }
        }
        assertThat(Shown.in(get(MENTORS)).texts("tbody tr")).isEmpty();
        assertThat(Shown.in(get(MENTORS + "?q=орлова")).text()).contains("Никто не нашёлся");
    }

    @Test
    void aMentorIsNotFoundAmongMentees() {
        long id = id(entered(send(MENTORS + "/new", mentor())));

        assertThat(get(MENTEES + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(MENTEES + "/" + id + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(MENTEES + "/" + id + "/leave")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(MENTORS + "/abc")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void everythingThatIsWrongWithAPersonIsSaidAtOnce() {
        Shown form = Shown.in(send("/workspace/mentors/new", mentor("lastName", "", "workplace", "PARTNER", "bornOn", "12.03.2090",
                "teachingSince", "вчера", "enteredOn", "01.09.2095")));
        assertThat(form.error("lastName")).contains("Введите фамилию");
        assertThat(form.error("teachingSince")).isNotEmpty();
        assertThat(form.error("partner")).as("missing only for a partner's employee").contains("Выберите организацию-партнёра");
        assertThat(form.error("bornOn")).contains("ещё не наступила");
        assertThat(form.error("enteredOn")).contains("Проверьте год");

        Shown rules = Shown.in(send("/workspace/mentors/new", mentor("workplace", "PARTNER", "bornOn", "12.03.2090", "enteredOn", "01.09.2095")));
        assertThat(rules.error("partner")).contains("Выберите организацию-партнёра");
        assertThat(rules.error("bornOn")).contains("ещё не наступила");
        assertThat(rules.error("enteredOn")).contains("Проверьте год");
    }

    @Test
    void aWithdrawnConsentNamesThePapersToCheck() {
        String person = send("/workspace/mentors/new", mentor()).getResponse().getRedirectedUrl();
        long id = Long.parseLong(person.substring(person.lastIndexOf('/') + 1));
        long document = jdbc.sql("""
                insert into local_act (organisation_id, kind, dated_on, title, link, disclosure)
                values (?, 'BEST_CASE', '2026-09-01', 'Лучшая пара', 'https://example.org/a', 'CONSENTED') returning id
                """).param(school.id()).query(Long.class).single();
        jdbc.sql("insert into consent (organisation_id, participant_id, kind, given_on) values (?, ?, 'DISTRIBUTION', '2026-09-01')")
                .params(school.id(), id).update();
        assertThat(Shown.in(mvc.get().uri(person).with(curator).exchange()).text()).doesNotContain("Имя больше нельзя показывать");

        jdbc.sql("update consent set withdrawn_on = '2026-09-10' where participant_id = ?").param(id).update();
        assertThat(Shown.in(mvc.get().uri(person).with(curator).exchange()).attributes(".notice.warn a", "href"))
                .containsExactly("/workspace/documents/" + document + "/edit");
    }

    @Test
    void afterSavingTheNextOneIsOneClickAway() {
        for (var one : Map.of("/workspace/mentors/new", mentor(), "/workspace/mentees/new", mentee()).entrySet()) {
            var flash = send(one.getKey(), one.getValue()).getMvcResult().getFlashMap();
            assertThat(flash.get("furtherAddress")).isEqualTo(one.getKey());
        }
        var refused = send("/workspace/mentors/new", mentor("lastName", "")).getMvcResult().getFlashMap();
        assertThat(refused.get("further")).as("nothing was saved").isNull();
    }

    private static Map<String, String> mentor(String... others) {
        return typed(new String[] {"lastName", "Орлова", "firstName", "Анна", "patronymic", "Викторовна", "bornOn", "12.03.1970",
            "position", "учитель химии", "workplace", "OWN_STAFF", "teachingSince", "01.09.1993", "enteredOn", "01.09.2024",
            "category", "высшая"}, others);
    }

    private static Map<String, String> mentee(String... others) {
        return typed(new String[] {"lastName", "Бойко", "firstName", "Семён", "patronymic", "Денисович", "bornOn", "",
            "workplace", "OWN_STAFF", "teachingSince", "", "enteredOn", "01.09.2024", "category", "YOUNG",
            "request", "Дисциплина на уроке"}, others);
    }

    private static Map<String, String> typed(String[] usual, String[] others) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String[] pairs : new String[][] {usual, others}) {
            for (int at = 0; at < pairs.length; at += 2) {
                fields.put(pairs[at], pairs[at + 1]);
            }
        }
        return fields;
    }

    private long pair(String code, long mentor, long mentee, LocalDate from, LocalDate until) {
        long order = jdbc.sql("insert into assignment_order (organisation_id, number, dated_on, title, disclosure)"
                + " values (?, ?, ?, 'О закреплении', 'NO_NAMES') returning id").params(school.id(), code, from).query(Long.class).single();
        long mentorship = jdbc.sql("insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on,"
                + " planned_end, last_day) values (?, ?, ?, 'TEACHER_TEACHER', ?, ?, ?, ?, ?) returning id")
                .params(school.id(), code, mentor, order, from, from, until, until).query(Long.class).single();
        jdbc.sql("insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)"
                + " values (?, ?, ?, ?, ?, ?, ?)").params(school.id(), mentorship, mentee, from, mentor, from, until).update();
        return mentorship;
    }

    private long people() {
        return jdbc.sql("select count(*) from participant where organisation_id = ?").param(school.id()).query(Long.class).single();
    }

    private static String day(LocalDate day) {
        return new Russian().date(day);
    }

    private static long id(String page) {
        return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    private static String entered(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return answer.getResponse().getRedirectedUrl();
    }

    private List<String> found(String base, String... filter) {
        return Shown.in(list(base, filter)).texts("tbody th a");
    }

    private MvcTestResult list(String base, String... filter) {
        var request = mvc.get().uri(base).with(curator);
        for (int at = 0; at < filter.length; at += 2) {
            request = request.param(filter[at], filter[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(curator).exchange();
    }

    private MvcTestResult send(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(curator);
        for (Map.Entry<String, String> field : new HashMap<>(fields).entrySet()) {
            request = request.param(field.getKey(), field.getValue() == null ? "" : field.getValue());
        }
        return request.exchange();
    }
}
