package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static ru.smolensk.mentoring.roadmap.LineKind.HEADING;
import static ru.smolensk.mentoring.roadmap.LineKind.MEASURE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.roadmap.Roadmaps.Row;

class PastedTableTest {

    private static final AcademicYear YEAR = new AcademicYear(2026);

    private static PastedTable read(String text) {
        return PastedTable.read(text, YEAR);
    }

    @Test
    void theOrdersOwnTableIsUnderstoodWithItsCutRows() throws Exception {
        String order;
        try (var file = PastedTableTest.class.getResourceAsStream("order-475-roadmap.tsv")) {
            order = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("</?b>", "");
        }
        PastedTable table = read(order);

        assertThat(table.skipped()).startsWith("№ п/п · Наименование мероприятий");
        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).filteredOn(row -> row.kind() == HEADING).hasSize(5);
        assertThat(table.rows()).filteredOn(row -> row.kind() == MEASURE).hasSize(28);
        assertThat(table.rows().get(3).measure()).isEqualTo("Утверждение «дорожной карты» внедрения Целевой модели");
        assertThat(table.rows().get(3).responsible()).isEqualTo("Управление образования и молодежной политики Администрации города Смоленска");
        assertThat(table.lines().get(3).notes()).anySatisfy(note -> assertThat(note).startsWith("К строке присоединено её продолжение: «модели"));
        assertThat(table.lines().get(1).notes()).anySatisfy(note -> assertThat(note).contains("не в 2026/2027 учебном году"));
    }

    @Test
    void aTableWithoutNumbersAndHeadingIsTakenInTheOrdersColumns() {
        assertThat(read("Провести семинар\tоктябрь\tкуратор\tпротокол\nОтчёт\tдо 01.06.2027\tкуратор").rows()).containsExactly(
                new Row(MEASURE, "Провести семинар", "октябрь", LocalDate.of(2026, 10, 31), "куратор", "протокол"),
                new Row(MEASURE, "Отчёт", "до 01.06.2027", LocalDate.of(2027, 6, 1), "куратор", null));
    }

    @Test
    void theHeadingOfATableSaysWhichColumnIsWhich() {
        assertThat(read("Ответственный\tСрок\tМероприятие\tВид документа\nкуратор\tмай\tОпрос\tанкеты").rows())
                .containsExactly(new Row(MEASURE, "Опрос", "май", LocalDate.of(2027, 5, 31), "куратор", "анкеты"));
    }

    @Test
    void aRowOfOneCellIsTheHeadingOfASection() {
        assertThat(read("1\tПодготовка\n1.1\tПриказ\tсентябрь\tруководитель\tприказ\n2. Мониторинг\n2.1\tОтчёт\tмай\tкуратор\tотчёт").rows())
                .extracting(Row::kind, Row::measure).containsExactly(
                org.assertj.core.groups.Tuple.tuple(HEADING, "Подготовка"), org.assertj.core.groups.Tuple.tuple(MEASURE, "Приказ"),
                org.assertj.core.groups.Tuple.tuple(HEADING, "Мониторинг"), org.assertj.core.groups.Tuple.tuple(MEASURE, "Отчёт"));
    }

    /** Cells merged from top to bottom come as empty ones, or don't come at all. */
    @Test
    void theRowBelowAMergedCellJoinsTheRowAboveAndSaysSo() {
        PastedTable table = read("1.1\tСеминар\tоктябрь\tкуратор\tпротокол\n\t\t\tпсихолог\tсправка\n\tдля наставников");

        assertThat(table.rows()).containsExactly(new Row(MEASURE, "Семинар для наставников", "октябрь", LocalDate.of(2026, 10, 31),
                "куратор психолог", "протокол справка"));
        assertThat(table.lines().get(0).notes()).hasSize(2).allSatisfy(note -> assertThat(note).startsWith("К строке присоединено"));
    }

    @Test
    void cellsThatHaveNoColumnJoinTheResult() {
        PastedTable table = read("1\tСеминар\tоктябрь\tкуратор\tпротокол\tвыполнено\tда\n2\tОтчёт\tмай\tкуратор\tотчёт");

        assertThat(table.rows().get(0).result()).isEqualTo("протокол; выполнено; да");
        assertThat(table.lines().get(0).notes()).containsExactly("Лишние ячейки присоединены к результату: «выполнено; да»");
    }

    @Test
    void aCellOfExcelMayHoldLineBreaksTabsAndQuotes() {
        assertThat(read("1\t\"Семинар\nдля \"\"новых\"\" наставников\"\tоктябрь\tкуратор\tпротокол\n2\t\"Школа» наставника\tмай\tкуратор\t").rows())
                .extracting(Row::measure).containsExactly("Семинар для \"новых\" наставников", "\"Школа» наставника");
    }

    @Test
    void aTableCopiedAsHtmlLosesItsTagsAndNothingElse() {
        PastedTable table = read("""
                <html><style>td { color: red }</style><table border=1><!-- c --><tr><th>№</th><th>Мероприятие</th><th>Срок</th></tr>
                <tr><td>1</td><td colspan="2"><b>Подготовка</b></td></tr>
                <tr><td>1.1</td><td><p>Провести&nbsp;семинар &laquo;Шаг&raquo;,<br>3 &lt; 4</p></td><td>октябрь</td></tr></table>""");

        assertThat(table.rows()).containsExactly(Row.heading("Подготовка"),
                new Row(MEASURE, "Провести семинар «Шаг», 3 < 4", "октябрь", LocalDate.of(2026, 10, 31), null, null));
    }

    @Test
    void tagsInsideWordsStayWords() {
        assertThat(read("<b>Семинар</b>\tоктябрь\tкуратор\t<script>alert(1)</script>").rows().get(0).measure()).isEqualTo("<b>Семинар</b>");
    }

    @Test
    void whatDoesNotFitOrHasNoMeasureIsSaidByRow() {
        PastedTable table = read("Семинар\tоктябрь\tкуратор\tпротокол\n" + "ы".repeat(2001) + "\tмай\tкуратор\tотчёт");
        assertThat(table.problems()).containsExactly("Строка 2: Мероприятие длиннее 2000 знаков. Сократите или разделите на строки");

        assertThat(read("\t\tоктябрь\tкуратор\tпротокол").problems()).containsExactly("Строка 1: В строке нет мероприятия");
    }

    @Test
    void theRowThatCountsColumnsIsNoRow() {
        assertThat(read("№\tМероприятие\tСрок\tОтветственный\tРезультат\n1\t2\t3\t4\t5\n1\tСеминар\tмай\tкуратор\tплан").rows()).hasSize(1);
    }

    @Test
    void fiveThousandRowsAreOnlyCounted() {
        PastedTable table = read("Семинар\tоктябрь\tкуратор\tпротокол\n".repeat(5000));

        assertThat(table.found()).isEqualTo(5000);
        assertThat(table.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "<tr", "<style", "<!--", "\t", "\n", "a\t", "\"a\n", "<td>", "1.1\t", "<"})
    void threeMillionCharactersOfNonsenseAreReadInNoTime(String part) {
        String text = "<tr>" + part.repeat(3_000_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatNoException().isThrownBy(() -> read(text)));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatNoException().isThrownBy(() -> read(text.substring(4))));
    }

    @Test
    void wordsWithoutATableAreRowsToo() {
        assertThat(read("привет").rows()).isEqualTo(List.of(Row.heading("привет")));
        assertThat(read(" \n\t\n").found()).isZero();
    }
}
