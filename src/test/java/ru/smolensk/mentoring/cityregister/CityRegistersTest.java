package ru.smolensk.mentoring.cityregister;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.testing.GoingRound.constraintAgainst;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.HtmlUtils;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Turn;

/** The department's registers of the city: search that forgives, the address that says all, files of exactly what is shown (order 4.6). */
@PortalTest
@Order(Turn.WHOLE_CITY)
class CityRegistersTest {

    private static final String MENTORS = "/department/registers/mentors";
    private static final String[] HEADS = {"Берёзкина", "Озёров", "Кленовская"};

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    RegisterReading reading;

    Town.Person methodologist;
    Tenant school;
    Tenant kindergarten;

    @BeforeEach
    void twoOrganisations() {
        methodologist = town.methodologist();
        school = town.school();
        kindergarten = town.kindergarten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Берёзкина", "березкина", "БЕРЕЗКИНА АННА", "Анна Берёзкина", "Викторовна Берёзкина Анна", "Бирезкина Анна",
            "Берёзкна",
        "Березкиной Анне", "проектная деятельность Берёзкина", "проектной деятельности берёзкина", "рефлексия Анна", "рефликсия Берёзкина"})
    void aMentorIsFoundHoweverOneTypes(String words) {
        mentor(school, HEADS[0], "Анна", "Викторовна", "проектная деятельность; рефлексия");
        mentor(school, HEADS[1], "Пётр", "Ильич", "робототехника");
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=" + words)).first().isEqualTo("Берёзкина Анна Викторовна");
    }

    @Test
    void aWordThatIsFoundAsItStandsIsNotTakenForAMistypedOne() {
        mentor(school, "Ивашова", "Анна", null, null);
        mentor(school, "Иванова", "Ольга", null, null);
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=Иванова")).containsExactly("Иванова Ольга");
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=Ивонова")).containsExactly("Иванова Ольга");
        assertThat(page(MENTORS + "?organisation=" + school.slug() + "&q=Ивонова")).contains("«ивонова»",
                "в реестре нет – показаны похожие");
    }

    /** In {@code letters} a «ъ» is a 0, a «ь» is a 2, a «я» is a 5 and a «ч» is a w. */
    @Test
    void aNumberIsFoundAsANumberAndNeverAsALetter() {
        mentor(school, "Яковлева", "Софья", null, "чтение; ъъъьья; конкурс № 880055");
        mentor(school, "Орлова", "Нина", null, "проект № 880066");
        String city = "organisation=" + school.slug() + "&q=";
        assertThat(names("mentors", city + "880066")).containsExactly("Орлова Нина");
        assertThat(names("mentors", city + "8800")).containsExactly("Орлова Нина", "Яковлева Софья");
        assertThat(names("mentors", city + "конкурс880055")).containsExactly("Яковлева Софья");
        assertThat(names("mentors", city + "055")).isEmpty();
        assertThat(names("mentors", city + "00022")).isEmpty();
        assertThat(names("mentors", city + "w")).isEmpty();
        assertThat(names("mentors", city + "Орлова Н.")).containsExactly("Орлова Нина");
    }

    @Test
    void wordsThatSayNothingAreLookedForWhenThereAreNoOthers() {
        mentor(school, "Ильина", "Яна", null, "работа по вечерам");
        mentor(school, "Орлова", "Нина", null, null);
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=по")).containsExactly("Ильина Яна");
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=И.")).containsExactly("Ильина Яна");
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=по нина")).containsExactly("Орлова Нина");
    }

    /** «А.» and «В.» say nothing as words; as initials they tell one Орлова from another. */
    @Test
    void initialsTellNamesakesApart() {
        mentor(school, "Зимородкова", "Анна", "Викторовна", null);
        mentor(school, "Зимородкова", "Яна", "Сергеевна", "выразительное чтение, сказки");
        String here = "organisation=" + school.slug() + "&q=";
        for (String typed : List.of("Зимородкова А. В.", "Зимородкова А.В.", "А. В. Зимородкова", "а.зимородкова")) {
            assertThat(names("mentors", here + typed)).as(typed).containsExactly("Зимородкова Анна Викторовна");
        }
        assertThat(names("mentors", here + "Зимородкова Я.")).containsExactly("Зимородкова Яна Сергеевна");
        assertThat(names("mentors", here + "Зимородкова С.")).as("not a word of the organisation's name")
                .containsExactly("Зимородкова Яна Сергеевна");
        assertThat(names("mentors", here + "Зимородкова Ф.")).as("nobody has it: better both than none").hasSize(2);
    }

    @Test
    void wordsOfAnotherKeyboardAreOffered() {
        String name = "Кёрлинг" + Town.number();
        mentor(school, name, "Зоя", null, null);
        String offered = page(MENTORS + "?organisation=" + school.slug() + "&q=R`hkbyu");
        assertThat(offered).contains("Ничего не нашлось", "Похожее в реестре", ">кёрлинг</a>");
        assertThat(page(MENTORS + "?organisation=" + school.slug() + "&q=qqqqq")).contains("Ничего не нашлось")
                .doesNotContain(">ййййй</a>");
    }

    @Test
    void theBeginningOfANameStandsAboveAFormOfAWord() {
        mentor(school, "Методыкина", "Яна", null, null);
        mentor(school, "Абрамова", "Яна", null, "методика чтения");
        assertThat(names("mentors", "organisation=" + school.slug() + "&q=методы")).containsExactly("Методыкина Яна", "Абрамова Яна");
    }

    @Test
    void whereNothingIsFoundWhatIsNearIsOffered() {
        String name = "Кержакова" + Town.number();
        mentor(school, name, "Зоя", null, null);
        assertThat(page(MENTORS + "?q=" + name + " фагот")).contains("Ничего не нашлось", "Похожее в реестре", name.toLowerCase());
        assertThat(page(MENTORS + "?q=ъъъщщщ")).contains("Ничего не нашлось");
    }

    /** Nothing of an address is part of a statement. */
    @ParameterizedTest
    @ValueSource(strings = {"sort=name;drop table mentor", "sort=-1", "sort=p.id--", "columns=name') from mentor--", "columns=nonsense",
        "columns=,,,", "columns=", "kind=' or 1=1", "organisation=';select 1", "state=\\", "state=' or ''='", "q=%25%27%3B--", "q=%00",
                "q=_%25\\", "page=-7", "page=x",
        "q=:today", "q=' | !", "q=(", "columns=competences&columns=organisation", "sort=relevance", "organisation=%00", "workplace=?"})
    void whatARegisterDoesNotKnowIsAsIfItWereNotThere(String query) {
        for (Register register : CityRegisters.ALL) {
            assertThat(get("/department/registers/" + register.key() + "?" + query)).as(register.key()).hasStatusOk();
            assertThat(get("/department/registers/" + register.key() + "/table.csv?" + query)).as(register.key()).hasStatusOk();
        }
    }

    @Test
    void theAddressSaysWhichColumnsStandInWhichOrder() throws Exception {
        mentor(school, HEADS[2], "Ольга", null, "чтение");
        String address = "?organisation=" + school.slug() + "&columns=competences,nonsense,organisation,competences";
        assertThat(csv("mentors", address).get(0).toList()).containsExactly("Фамилия, имя, отчество", "Компетенции", "Организация");
        assertThat(csv("mentors", address).get(1).toList()).containsExactly("Кленовская Ольга", "чтение", school.shortName());
        assertThat(csv("mentors", "?columns=" ).get(0).size()).isEqualTo((int) PeopleRegisters.MENTORS.columns().stream()
                .filter(Column::usual).count());
    }

    static List<Register> registers() {
        return CityRegisters.ALL;
    }

    /** Property: whatever the filter, the columns and the order, the file holds what the pages hold. */
    @ParameterizedTest
    @MethodSource("registers")
    void theFileHoldsExactlyWhatThePagesShow(Register register) throws Exception {
        people();
        List<String> addresses = new ArrayList<>();
        for (Narrowing narrowing : register.narrowings()) {
            narrowing.options().forEach(option -> addresses.add(narrowing.key() + "=" + option.name()));
        }
        register.columns().forEach(column -> {
            addresses.add("sort=" + column.key() + "&columns=" + column.key());
            addresses.add("sort=-" + column.key());
        });
        addresses.addAll(List.of("kind=PRESCHOOL", "q=анна", "q=анна&sort=name", "kind=GENERAL&q=берёзкина",
                "columns=" + String.join(",", register.columns().stream().map(Column::key).toList())));
        for (String narrowed : addresses) {
            // Of two organisations alone: other tests have filled the city.
            String address = narrowed + "&organisation=" + (narrowed.startsWith("kind=PRESCHOOL") ? kindergarten : school).slug();
            List<List<String>> shown = shown(register, address);
            assertThat(csv(register.key(), "?" + address).stream().skip(1).map(row -> row.toList().stream()
                    .map(cell -> bare(cell.startsWith("'") ? cell.substring(1) : cell)).toList()).toList())
                    .as(address).isEqualTo(shown);
        }
    }

    @Test
    void aWorkbookHoldsRealNumbersAndWordsThatAreNoFormulasAndExplainsItsColumns() throws Exception {
        mentor(school, "=Формулова", "+Анна", "@Ильинична", "-1+1; =HYPERLINK(\"http://x\")");
        String query = "?organisation=" + school.slug();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(get(MENTORS + "/table.xlsx" + query).getResponse()
                .getContentAsByteArray()))) {
            Sheet sheet = book.getSheet("Наставники");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            for (Cell cell : sheet.getRow(1)) {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            }
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=Формулова +Анна @Ильинична");
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(11);
            assertThat(book.getSheet("Что в графах").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo(PeopleRegisters.MENTORS.columns().get(0).meaning());
        }
        assertThat(csv("mentors", query).get(1).toList()).contains("'=Формулова +Анна @Ильинична", "'-1+1; =HYPERLINK(\"http://x\")");
    }

    /** People's data leave the portal: who took which rows stands in the journal (152-ФЗ art. 19). */
    @Test
    void whoTakesARegisterAwayIsNoted() {
        mentor(school, "Берёзкина", "Анна", "Викторовна", "чтение");
        assertThat(get(MENTORS + "?organisation=" + school.slug())).hasStatusOk();
        assertThat(takings()).as("a page is no file").isEmpty();
        assertThat(get(MENTORS + "/table.xlsx?q=анна&state=free&columns=competences&organisation=" + school.slug())).hasStatusOk();
        assertThat(takings()).singleElement().asString().contains("Наставники: реестр города", "XLSX", "\"Строк\"", "\"1\"", "анна",
                "кто сейчас никого не ведёт", school.slug(), "Фамилия, имя, отчество; Компетенции").doesNotContain("Берёзкина");
        assertThat(page("/department/audit?subject=LIST")).contains("Таблица: выгружено", "Наставники: реестр города", "Что именно");
    }

    private List<String> takings() {
        return jdbc.sql("select subject_name || ' ' || changes from journal_entry where action = 'TAKEN_AWAY' and account_id = ?")
                .param(methodologist.accountId()).query(String.class).list();
    }

    @Test
    void everyRegisterCostsTheSameNumberOfStatementsHoweverManyRowsItHas() {
        for (Register register : CityRegisters.ALL) {
            int few = Statements.of(get("/department/registers/" + register.key() + "?q=берёзкина").getResponse());
            people();
            assertThat(Statements.of(get("/department/registers/" + register.key() + "?q=берёзкина").getResponse())).isEqualTo(few);
            assertThat(Statements.of(get("/department/registers/" + register.key()).getResponse())).isLessThanOrEqualTo(few).isLessThan(10);
        }
    }

    @Test
    void aRowLeadsToItsPage() {
        people();
        LinkedMultiValueMap<String, String> ofTheSchool = new LinkedMultiValueMap<>();
        ofTheSchool.add("organisation", school.slug());
        for (Register register : CityRegisters.ALL) {
            reading.page(Asked.of(register, ofTheSchool)).paged().rows().stream().limit(3)
                    .forEach(row -> assertThat(get(row.address())).as(row.address()).hasStatusOk());
        }
    }

    @Test
    void theOldNamesLeadToTheRegistersWithTheirFilter() {
        for (String name : List.of("mentors", "mentees", "programmes")) {
            assertThat(get("/department/" + name + "?q={x}&kind=GENERAL")).hasStatus3xxRedirection()
                    .satisfies(answer -> assertThat(answer.getResponse().getRedirectedUrl())
                            .startsWith("/department/registers/" + name + "?q="));
        }
        assertThat(get("/department/registers/nonsense")).hasStatus(404);
        assertThat(get("/department/registers/mentors/table.ods")).hasStatus(404);
    }

    @Test
    void aSavedViewIsOneOfItsNameAndOneOfTwenty() {
        String insert = "insert into saved_view (account_id, register, name, query, place) values (?, ?, ?, 'q=a', ?)";
        long who = methodologist.accountId();
        assertThat(constraintAgainst(jdbc, insert, who, "mentors", "Мои", 1)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, insert, who, "mentors", "мой", 1)).isEqualTo("saved_view_place_unique");
        assertThat(constraintAgainst(jdbc, insert, who, "mentors", "МОИ", 2)).isEqualTo("saved_view_name_unique");
        assertThat(constraintAgainst(jdbc, insert, who, "mentees", "Мои", 1)).isEqualTo("nothing");
        assertThat(constraintAgainst(jdbc, insert, who, "mentors", " ", 3)).isEqualTo("saved_view_named");
        assertThat(constraintAgainst(jdbc, insert, who, "mentors", "Лишний", 21)).isEqualTo("saved_view_twenty_at_most");
        assertThat(constraintAgainst(jdbc, insert, who, "nonsense", "Чужой", 1)).isEqualTo("saved_view_register_known");
        assertThat(constraintAgainst(jdbc, insert, -1L, "mentors", "Ничей", 1)).isEqualTo("saved_view_account_fk");
    }

    private void people() {
        for (int number = 0; number < 90; number++) {
            Tenant place = number % 3 == 0 ? kindergarten : school;
            long mentor = mentor(place, HEADS[number % 3] + Town.number(), "Анна", number % 4 == 0 ? null : "Ильинична", number % 2 == 0
                    ? "чтение;\nписьмо" : null);
            if (number % 20 == 0) {
                jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category, request) "
                        + "values (?, ?, '2025-09-01', 'YOUNG', 'Первый класс')")
                        .params(place.id(), mentor).update();
            }
        }
        long partner = jdbc.sql("insert into partner_organisation (organisation_id, name, inn) "
                + "values (?, 'Завод «Анна' || ? || '»', null) returning id")
                .params(school.id(), Town.number()).query(Long.class).single();
        assertThat(partner).isPositive();
        town.curatorOf(school);
    }

    private long mentor(Tenant place, String lastName, String firstName, String patronymic, String competences) {
        long id = jdbc.sql("""
                insert into participant (organisation_id, last_name, first_name, patronymic, workplace, position, teaching_since)
                values (?, ?, ?, ?, 'OWN_STAFF', 'учитель', current_date - interval '11 years 1 month') returning id
                """).params(place.id(), lastName, firstName, patronymic).query(Long.class).single();
        jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on, competences, free_time) "
                + "values (?, ?, '2025-09-01', ?, 'по вторникам')")
                .params(place.id(), id, competences).update();
        return id;
    }

    private MvcTestResult get(String address) {
        int query = address.indexOf('?');
        var request = query < 0 ? mvc.get().uri(address) : mvc.get().uri(address.substring(0, query));
        if (query >= 0) {
            for (String pair : address.substring(query + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                request = request.queryParam(parts[0], URLDecoder.decode(parts[1].replace("%25\\", "%5C")
                        .replaceAll("%(?![0-9A-F]{2})", "%25"),
                        StandardCharsets.UTF_8));
            }
        }
        return request.with(methodologist.signedIn()).exchange();
    }

    private String page(String address) {
        MockHttpServletResponse response = get(address).getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        try {
            return response.getContentAsString();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<String> names(String register, String query) {
        return shown(CityRegisters.called(register), query).stream().map(row -> row.get(0)).toList();
    }

    /** The cells of all pages, read from their HTML. */
    private List<List<String>> shown(Register register, String query) {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 1; number < 100; number++) {
            String html = page("/department/registers/" + register.key() + "?" + query + "&page=" + number);
            int body = html.indexOf("<tbody>");
            for (String row : body < 0 ? new String[0] : html.substring(body, html.indexOf("</tbody>")).split("<tr>")) {
                List<String> cells = new ArrayList<>();
                var cell = Pattern.compile("<t[hd]\\b[^>]*>(?:<a\\b[^>]*>)?(.*?)(?:</a>.*?)?</t[hd]>", Pattern.DOTALL).matcher(row);
                while (cell.find()) {
                    cells.add(bare(HtmlUtils.htmlUnescape(cell.group(1))));
                }
                if (!cells.isEmpty()) {
                    rows.add(cells);
                }
            }
            if (!html.contains("rel=\"next\"")) {
                return rows;
            }
        }
        throw new AssertionError("too many pages");
    }

    private static String bare(String words) {
        return words.replace('\u00a0', ' ').replace("\r", "");
    }

    private List<CSVRecord> csv(String register, String query) throws Exception {
        byte[] bytes = get("/department/registers/" + register + "/table.csv" + query).getResponse().getContentAsByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        return CSVFormat.EXCEL.builder().setDelimiter(';').get().parse(new StringReader(text)).getRecords();
    }
}
