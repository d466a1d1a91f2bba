package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The order of a list: what the address asks for chooses among fixed columns and nothing else. */
class SortingTest {

    private static final SortColumns COLUMNS = SortColumns.of("date", "o.id", SortColumns.greatest("date", "o.dated_on"),
            SortColumns.least("name", "p.last_name", "p.first_name"));

    private record Row(String name, Integer count) {
    }

    private static final SortColumns IN_MEMORY = SortColumns.of("name", null, SortColumns.least("name"), SortColumns.greatest("count"));
    private static final List<Row> BY_NAME = List.of(new Row("Авдеева", 2), new Row("Бойко", null), new Row("Громов", 5), new Row("Ёлкина", 2));
    private static final Map<String, Function<Row, Comparable<?>>> KEYS = Map.of("count", Row::count);

    @BeforeEach
    void aRequest() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/workspace/orders");
        request.addParameter("q", "ё &");
        request.addParameter("kind", "");
        request.addParameter("page", "3");
        request.addParameter("sort", "name");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "date  | o.dated_on desc nulls last, o.id",
        "-date | o.dated_on nulls last, o.id",
        "name  | p.last_name nulls last, p.first_name nulls last, o.dated_on desc nulls last, o.id",
        "-name | p.last_name desc nulls last, p.first_name desc nulls last, o.dated_on desc nulls last, o.id"})
    void aColumnSortsThereAndBackAndNoTwoRowsAreEqual(String typed, String sql) {
        assertThat(COLUMNS.asked(typed).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--date", "DATE", "o.id", "date; drop table account", "date desc", "имя", "password_hash"})
    void whatIsNoColumnIsTheUsualOrder(String typed) {
        assertThat(COLUMNS.asked(typed).sql()).isEqualTo(COLUMNS.asked(null).sql()).isEqualTo("o.dated_on desc nulls last, o.id");
        assertThat(COLUMNS.asked(typed).kept()).isNull();
    }

    @Test
    void theHeadingSaysHowItSortsAndTurnsItRound() {
        Sorting sorting = COLUMNS.asked("name");
        assertThat(sorting.aria("name")).isEqualTo("ascending");
        assertThat(sorting.aria("date")).isNull();
        assertThat(COLUMNS.asked("-name").aria("name")).isEqualTo("descending");
        assertThat(COLUMNS.asked(null).aria("date")).isEqualTo("descending");
        assertThat(sorting.kept()).isEqualTo("name");
        assertThat(COLUMNS.asked("-name").kept()).isEqualTo("-name");
    }

    @Test
    void theAddressKeepsTheFilterAndBeginsWithTheFirstPage() {
        assertThat(COLUMNS.asked("name").address("name")).isEqualTo("/workspace/orders?q=%D1%91%20%26&sort=-name");
        assertThat(COLUMNS.asked("-name").address("name")).isEqualTo("/workspace/orders?q=%D1%91%20%26&sort=name");
        assertThat(COLUMNS.asked("name").address("date")).isEqualTo("/workspace/orders?q=%D1%91%20%26&sort=date");
        assertThat(COLUMNS.asked(null).address("date")).isEqualTo("/workspace/orders?q=%D1%91%20%26&sort=-date");
    }

    @Test
    void theAddressOfAPageKeepsFilterAndOrder() {
        assertThat(new Paged<>(List.of(), 3, Paged.SIZE, 200).address(4)).isEqualTo("/workspace/orders?q=%D1%91%20%26&sort=name&page=4");
    }

    @Test
    void inMemoryWhatIsNotKnownComesLastThereAndBackAndEqualOnesStayByName() {
        assertThat(names("count")).containsExactly("Громов", "Авдеева", "Ёлкина", "Бойко");
        assertThat(names("-count")).containsExactly("Авдеева", "Ёлкина", "Громов", "Бойко");
        assertThat(names("-name")).containsExactly("Ёлкина", "Громов", "Бойко", "Авдеева");
        assertThat(names("nonsense")).containsExactly("Авдеева", "Бойко", "Громов", "Ёлкина");
    }

    private static List<String> names(String typed) {
        return IN_MEMORY.asked(typed).sorted(BY_NAME, KEYS).stream().map(Row::name).toList();
    }
}
