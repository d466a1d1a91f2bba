package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** Every list gives away exactly what it shows: the same filter and order, the rows of all its pages. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListFilesTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Town.Person curator;
    Town.Person methodologist;

    @BeforeAll
    void anOrganisationAtWork() {
        school = town.school();
        curator = town.curatorOf(school);
        methodologist = town.methodologist();
        for (int number = 1; number <= 60; number++) {
            long person = jdbc.sql("""
                    insert into participant (organisation_id, last_name, first_name, workplace, position, teaching_since)
                    values (?, ?, 'Анна', 'OWN_STAFF', '=1+1', date '2001-09-01' + ?) returning id
                    """).params(school.id(), "Списочная" + "абвгдежзик".charAt(number % 10) + "абвгдежзик".charAt(number / 10), number)
                    .query(Long.class).single();
            jdbc.sql("insert into mentor (organisation_id, participant_id, entered_on) values (?, ?, '2025-09-01')").params(school.id(), person).update();
            jdbc.sql("insert into mentee (organisation_id, participant_id, entered_on, category) values (?, ?, '2025-09-01', 'EXPERIENCED')")
                    .params(school.id(), person).update();
            jdbc.sql("insert into partner_organisation (organisation_id, name) values (?, 'Завод ' || ?)").params(school.id(), number).update();
            jdbc.sql("""
                    with o as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                                 values (:school, :number || '-а', date '2025-01-01' + :number, 'О закреплении', 'NO_NAMES') returning id, dated_on),
                         m as (insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                                 select :school, 'П-' || :number, :mentor, 'TEACHER_TEACHER', id, dated_on, dated_on, dated_on + 3000, dated_on + 3000 from o
                                 returning id),
                         p as (select nextval('portal_id') as id)
                    insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on)
                    select :school, p.id, m.id, p.id, 1, 'DRAFT', 'Программа ' || :number, '2025-01-01', '2026-01-01' from m, p
                    """).param("school", school.id()).param("number", number).param("mentor", person).update();
            jdbc.sql("insert into local_act (organisation_id, kind, number, dated_on, title, link, disclosure)"
                    + " values (?, 'OTHER', ?, date '2025-01-01' + ?, 'Документ ' || ?, 'https://example.org', 'NO_NAMES')")
                    .params(school.id(), String.valueOf(number), number, number).update();
        }
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, '2025-09-01', 70, 5)")
                .params(school.id()).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentors", "mentors?sort=-name", "mentors?q=списочнаяа", "mentors?state=left", "mentors?sort=experience&page=2",
        "mentees", "mentees?sort=-experience", "mentees?category=YOUNG", "orders", "orders?q=1-а", "orders?sort=-date",
        "mentorships", "mentorships?sort=-start", "mentorships?q=П-1", "mentorships?state=ENDED", "programmes", "programmes?sort=-title", "programmes?q=программа 2",
        "documents?sort=number", "documents?sort=-date&q=документ 1", "documents?q=документ 7", "partners", "partners?q=завод 3",
        "partners?state=annulled", "partners?sort=-name", "partners?sort=people&q=завод 3", "staff"})
    void theFileHoldsTheRowsOfAllPagesInTheirOrder(String list) throws Exception {
        List<String> shown = new java.util.ArrayList<>();
        String address = "/workspace/" + list.replace("&page=2", "");
        for (int page = 1; page <= 3; page++) {
            Document html = Jsoup.parse(get(curator, address + (address.contains("?") ? "&" : "?") + "page=" + page).getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
            html.select("main tbody tr").forEach(row -> row.select("td .paper a, th[scope=row] a, td.row-name a").stream().findFirst()
                    .ifPresent(link -> shown.add(link.text().replace('\u00a0', ' '))));
            if (html.select("a[rel=next]").isEmpty()) {
                break;
            }
        }
        List<CSVRecord> file = csv(curator, "/workspace/" + list);
        if (list.startsWith("staff")) {
            assertThat(file).hasSize(2);
            assertThat(file.get(1).toList()).startsWith("01.09.2025", "70", "5");
            return;
        }
        List<String> rows = file.stream().skip(1).map(row -> String.join(" | ", row.toList()).replace('\u00a0', ' ')).toList();
        assertThat(rows).hasSameSizeAs(shown);
        for (int index = 0; index < rows.size(); index++) {
            String first = shown.get(index).replaceFirst("^№ (\\S+).*", "$1");
            assertThat(rows.get(index)).as("row " + index).contains(first);
        }
    }

    @Test
    void partnersAreSortedThereAndBackAndNonsenseIsIgnored() throws Exception {
        List<List<String>> usual = rows("/workspace/partners");
        assertThat(usual).hasSize(60);
        assertThat(rows("/workspace/partners?sort=-name"))
                .isEqualTo(java.util.stream.IntStream.range(0, 60).mapToObj(at -> usual.get(59 - at)).toList());
        assertThat(rows("/workspace/partners?sort=name;drop")).isEqualTo(usual);
        jdbc.sql("update partner_organisation set inn = (9999999999 - id)::text where organisation_id = ? and name > 'Завод 5'")
                .param(school.id()).update();
        List<String> known = rows("/workspace/partners?sort=-inn").stream().map(row -> row.get(1)).toList();
        assertThat(known.get(0)).isNotEmpty();
        assertThat(known.get(59)).as("what is not known comes last").isEmpty();
        assertThat(known.stream().filter(inn -> !inn.isEmpty()).toList()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(get(curator, "/workspace/partners?sort=-name")).bodyText().contains("aria-sort=\"descending\"", "value=\"-name\"");
    }

    /** The first cell of a column against what the database says is the least and the greatest there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "accounts | login | 2 | select login from account order by login",
        "accounts | name | 1 | select display_name from account order by display_name collate russian",
        "organisations | slug | 3 | select slug from organisation where closed_on is null order by slug",
        "organisations | name | 1 | select short_name from organisation where closed_on is null order by short_name"})
    void theListsOfTheAdministratorAreSorted(String list, String column, int cell, String least) throws Exception {
        Town.Person administrator = town.administrator();
        String address = "/admin/" + list;
        assertThat(first(administrator, address + "?sort=" + column, cell))
                .isEqualTo(jdbc.sql(least + " limit 1").query(String.class).single());
        assertThat(first(administrator, address + "?sort=-" + column, cell))
                .isEqualTo(jdbc.sql(least + " desc limit 1").query(String.class).single());
        assertThat(get(administrator, address + "?sort=" + column)).bodyText().contains("aria-sort=\"ascending\"");
        assertThat(first(administrator, address + "?sort=of-no-column", 1)).isEqualTo(first(administrator, address, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts?sort=role", "accounts?sort=-role", "accounts?sort=state", "accounts?sort=-entered",
        "organisations?sort=kind", "organisations?sort=-kind", "organisations?sort=curators", "organisations?sort=-curators"})
    void everyOtherColumnOfTheAdministratorSortsToo(String list) {
        String column = list.replaceAll(".*sort=-?|&.*", "");
        assertThat(get(town.administrator(), "/admin/" + list)).hasStatusOk().bodyText()
                .contains("aria-sort=\"", "name=\"sort\" value=\"" + (list.contains("=-") ? "-" : "") + column);
    }

    @Test
    void rolesAndStatesOfAccountsStandTogether() throws Exception {
        Town.Person administrator = town.administrator();
        assertThat(first(administrator, "/admin/accounts?sort=role", 3))
                .isNotEqualTo(first(administrator, "/admin/accounts?sort=-role", 3));
        jdbc.sql("update account set blocked = true where id = ?").param(town.observer().accountId()).update();
        assertThat(first(administrator, "/admin/accounts?sort=-state", 4)).isEqualTo("заблокирована");
        assertThat(first(administrator, "/admin/accounts", 4)).isEqualTo("работает");
    }

    /** Who takes lists of people away is noted (152-ФЗ art. 19). */
    @Test
    void listsOfPeopleAreNotTakenAwayUnseen() {
        Town.Person curator = town.curatorOf(school);
        Town.Person methodologist = town.methodologist();
        for (String list : List.of("/workspace/mentors?q=списочная&table=csv", "/workspace/mentees?table=xlsx", "/workspace/import/filled.xlsx")) {
            assertThat(get(curator, list)).hasStatusOk();
        }
        assertThat(get(curator, "/workspace/mentors?table=ods")).hasStatus(404);
        assertThat(get(methodologist, "/department/curators?table=csv")).hasStatusOk();
        assertThat(get(methodologist, "/department/register?table=csv&state=excluded")).hasStatusOk();
        String taken = "select subject_name || ' ' || changes from journal_entry where action = 'TAKEN_AWAY' and account_id = ? order by id";
        assertThat(jdbc.sql(taken).param(curator.accountId()).query(String.class).list()).hasSize(3)
                .satisfiesExactly(one -> assertThat(one).contains("Наставники", "CSV", "Строк", "списочная"),
                        one -> assertThat(one).contains("Наставляемые", "XLSX"), one -> assertThat(one).contains("Таблица организации"));
        assertThat(jdbc.sql(taken).param(methodologist.accountId()).query(String.class).list())
                .satisfiesExactly(one -> assertThat(one).contains("Кураторы", "CSV", "Строк"),
                        one -> assertThat(one).contains("Реестр наставников", "исключённых"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentors", "mentees", "orders", "mentorships", "programmes", "documents"})
    void theDepartmentTakesTheSameFileOfAnOrganisation(String list) throws Exception {
        String there = "/department/organisations/" + school.slug() + "/" + list;
        assertThat(csv(methodologist, there)).extracting(CSVRecord::toList)
                .isEqualTo(csv(curator, "/workspace/" + list).stream().map(CSVRecord::toList).toList());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(get(methodologist, there + "?table=xlsx").getResponse().getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(60);
            assertThat(book.getSheet("Что в графах").getLastRowNum()).isGreaterThan(3);
        }
        assertThat(get(town.curatorOf(town.school()), there + "?table=csv")).hasStatus(403);
        assertThat(get(methodologist, there + "?table=ods")).hasStatus(404);
        assertThat(get(methodologist, there)).bodyText().contains("table=xlsx", "Скачать этот список целиком");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisations?sort=-pairs", "organisations?kind=GENERAL&state=unpublished", "register",
        "register?state=excluded", "register/new", "register/new?sort=-name", "curators",
        "curators?sort=-curator", "reviews", "reviews?tab=RETURNED", "acts", "acts?level=FEDERAL"})
    void theListsOfTheDepartmentAreTakenAwayToo(String list) throws Exception {
        Document html = Jsoup.parse(get(methodologist, "/department/" + list).getResponse().getContentAsString(StandardCharsets.UTF_8));
        List<CSVRecord> file = csv(methodologist, "/department/" + list);
        int firstPage = html.select("main table.stack tbody tr").size();
        assertThat(file.size() - 1).isGreaterThanOrEqualTo(firstPage);
        assertThat(html.select("a[rel=next]").isEmpty()).as("one page").isEqualTo(file.size() - 1 == firstPage);
        if (list.startsWith("register/new")) {
            assertThat(get(town.observer(), "/department/" + list)).as("who includes nobody, chooses nobody").hasStatus(403);
        } else {
            assertThat(csv(town.observer(), "/department/" + list)).hasSameSizeAs(file);
        }
        assertThat(get(curator, "/department/" + list.replaceAll("[?].*", "") + "?table=xlsx")).hasStatus(403);
    }

    @Test
    void theTableOfDutiesSaysEachStateInWords() throws Exception {
        List<CSVRecord> file = csv(methodologist, "/department?q=" + school.shortName().replaceAll("\\D", ""));
        assertThat(file.get(0).toList()).startsWith("Организация", "Вид", "4.1 Куратор").endsWith("Сделано", "Отставание, дней");
        assertThat(file).anySatisfy(row -> assertThat(row.get(0)).isEqualTo(school.shortName()));
        assertThat(csv(town.observer(), "/department")).hasSizeGreaterThan(file.size() - 1);
    }

    @Test
    void noCellIsAFormula() throws Exception {
        assertThat(csv(curator, "/workspace/mentors").get(1).get(1)).isEqualTo("'=1+1");
    }

    private List<List<String>> rows(String list) throws Exception {
        return csv(curator, list).stream().skip(1).map(CSVRecord::toList).toList();
    }

    /** The text of a cell of the first row. */
    private String first(Town.Person who, String address, int cell) throws Exception {
        org.jsoup.nodes.Element shown = Jsoup.parse(get(who, address).getResponse().getContentAsString(StandardCharsets.UTF_8))
                .selectFirst("main tbody tr > :nth-child(" + cell + ")");
        return (shown.selectFirst("a") == null ? shown : shown.selectFirst("a")).text();
    }

    private MvcTestResult get(Town.Person who, String address) {
        return mvc.get().uri(address).with(who.signedIn()).exchange();
    }

    private List<CSVRecord> csv(Town.Person who, String address) throws Exception {
        MvcTestResult answer = get(who, address + (address.contains("?") ? "&" : "?") + "table=csv");
        assertThat(answer).hasStatusOk();
        return CSVFormat.EXCEL.builder().setDelimiter(';').get()
                .parse(new StringReader(answer.getResponse().getContentAsString(StandardCharsets.UTF_8).substring(1))).getRecords();
    }
}
