package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smolensk.mentoring.review.Difference.Change;
import ru.smolensk.mentoring.review.Difference.Row;
import ru.smolensk.mentoring.review.Handed.Item;

/** What changed since the last submission: rows, and words within a cell. */
class DifferenceTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            до 1 сентября              | до 15 сентября              | до -1- +15+ сентября
            Провести семинар           | Провести семинар            | Провести семинар
            Провести семинар           | Провести общий семинар      | Провести + общий+ семинар
            Провести общий семинар     | Провести семинар            | Провести - общий- семинар
            Утвердить план работы школы| Утвердить карту дел школы   | Утвердить -план работы- +карту дел+ школы
            Приказ директора           | Анкета для наставников      | -Приказ директора- +Анкета для наставников+
            ''                         | директор                    | +директор+
            директор                   | ''                          | -директор-
            Ёлка 🎄 «да»               | Ёлка 🎄 «нет»               | Ёлка 🎄 « -да- +нет+ »
            """)
    void wordsThatWentAndCameAreMarkedAndTheRestStays(String before, String after, String marked) {
        String shown = Difference.words(before, after).stream().map(piece -> switch (piece.change()) {
            case REMOVED -> "-" + piece.text() + "-";
            case ADDED -> "+" + piece.text() + "+";
            default -> piece.text().strip();
        }).collect(Collectors.joining(" "));
        assertThat(shown.replaceAll(" +", " ")).isEqualTo(marked.replaceAll(" +", " "));
    }

    @Test
    void piecesPutTogetherAreTheTextBeforeAndTheTextAfter() {
        Random random = new Random(475);
        List<String> words = List.of("план", "школы", ",", " ", "  ", "семинар", "1", "№ 14", "\n", "ё");
        for (int round = 0; round < 300; round++) {
            String before = text(random, words);
            String after = text(random, words);
            var pieces = Difference.words(before, after);
            assertThat(pieces.stream().filter(piece -> piece.change() != Change.ADDED).map(Difference.Piece::text).collect(Collectors.joining()))
                    .isEqualToNormalizingWhitespace(before);
            assertThat(pieces.stream().filter(piece -> piece.change() != Change.REMOVED).map(Difference.Piece::text).collect(Collectors.joining()))
                    .isEqualToNormalizingWhitespace(after);
        }
    }

    @Test
    void aSpaceThatDoesNotBreakIsASpace() {
        assertThat(Difference.words("до 1\u00a0октября 2026\u00a0г.", "до 1 октября 2026 г.")).extracting(Difference.Piece::change)
                .containsOnly(Change.SAME);
    }

    private static String text(Random random, List<String> words) {
        return IntStream.range(0, random.nextInt(25)).mapToObj(any -> words.get(random.nextInt(words.size()))).collect(Collectors.joining());
    }

    @Test
    void rowsThatCameWentChangedAndMovedAreTold() {
        List<Row> rows = Difference.between(
                rows("a:Раздел", "b:Назначить куратора", "c:Создать раздел", "d:Провести семинар", "e:Итоги"),
                rows("a:Раздел", "c:Создать раздел", "b:Назначить куратора школы", "x:Опросить наставников", "e:Итоги"));
        assertThat(told(rows)).containsExactly("a SAME", "c SAME moved", "b CHANGED", "d REMOVED", "x ADDED", "e SAME");
    }

    /** Otherwise every row after a new one would seem changed. */
    @Test
    void aRowThatOnlyGotAnotherNumberIsTheSame() {
        Handed before = new Handed("x", List.of("№", "Что"), List.of(item("a", "1", "Начало"), item("b", "2", "Конец")));
        Handed after = new Handed("x", List.of("№", "Что"), List.of(item("n", "1", "Новое"), item("a", "2", "Начало"), item("b", "3", "Конец")));
        assertThat(told(Difference.between(before, after))).containsExactly("n ADDED", "a SAME", "b SAME");
    }

    @Test
    void nothingChangedIsNothingTouched() {
        Handed same = rows("a:Раздел", "b:Назначить");
        assertThat(Difference.between(same, same)).noneMatch(Row::touched);
        assertThat(Difference.of(same)).noneMatch(Row::touched);
    }

    @Test
    void everyRowOfBothIsShownOnceWhateverWasMixed() {
        Random random = new Random(475);
        for (int round = 0; round < 200; round++) {
            Handed before = mixed(random);
            Handed after = mixed(random);
            List<Row> rows = Difference.between(before, after);
            assertThat(rows.stream().filter(row -> row.change() != Change.REMOVED).map(Row::item)).containsExactlyElementsOf(after.items());
            assertThat(rows.stream().map(row -> row.item().key())).doesNotHaveDuplicates().containsAll(before.items().stream().map(Item::key).toList());
        }
    }

    private static Handed mixed(Random random) {
        List<String> keys = Arrays.asList("a", "b", "c", "d", "e", "f", "g");
        java.util.Collections.shuffle(keys, random);
        return rows(keys.subList(0, random.nextInt(keys.size() + 1)).stream().map(key -> key + ":" + key + random.nextInt(2)).toArray(String[]::new));
    }

    @Test
    void paragraphsAreRecognisedByTheirWords() {
        Handed before = rows("k1:Общие положения", "k2:Наставник – опытный педагог школы", "k3:Куратор назначается приказом директора",
                "k4:Заключение");
        List<Item> now = Difference.recognised(before, List.of(
                paragraph("Общие положения"), paragraph("Совсем другая новая мысль"), paragraph("Наставник – опытный педагог нашей школы"),
                paragraph("Куратор назначается приказом директора"), paragraph("Заключение")));
        assertThat(now.stream().map(Item::key)).doesNotHaveDuplicates().startsWith("k1").endsWith("k2", "k3", "k4").hasSize(5);
        assertThat(told(Difference.between(before, new Handed("x", List.of("№", "Что"), now))))
                .containsExactly("k1 SAME", now.get(1).key() + " ADDED", "k2 CHANGED", "k3 SAME", "k4 SAME");
    }

    @Test
    void aParagraphThatMovedIsTheSameOne() {
        Handed before = rows("k1:Один два три", "k2:Четыре пять шесть", "k3:Семь восемь девять");
        List<Item> now = Difference.recognised(before, List.of(paragraph("Семь восемь девять"), paragraph("Один два три"), paragraph("Четыре пять шесть")));
        assertThat(now.stream().map(Item::key)).containsExactly("k3", "k1", "k2");
    }

    @Test
    void rowsWithTheirOwnKeysKeepThemAndEqualParagraphsGetDifferentOnes() {
        List<Item> now = Difference.recognised(rows("k1:Пусто", "title:Положение"), List.of(item("title", "Название", "Положение 2"),
                paragraph("Пусто"), paragraph("Пусто"), paragraph("Пусто")));
        assertThat(now.stream().map(Item::key)).doesNotHaveDuplicates().startsWith("title").contains("k1");
    }

    @Test
    void aLongTextThatBecameAnotherTakesNoTime() {
        String before = IntStream.range(0, 30_000).mapToObj(at -> "слово" + at).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 30_000).mapToObj(at -> "иное" + at).collect(Collectors.joining(" "));
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> Difference.words(before, after));
        Handed old = rows(IntStream.range(0, 600).mapToObj(at -> "a" + at + ":" + before.substring(at * 10, at * 10 + 300)).toArray(String[]::new));
        List<Item> now = IntStream.range(0, 600).mapToObj(at -> paragraph(after.substring(at * 10, at * 10 + 300))).toList();
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> Difference.recognised(old, now));
    }

    private static List<String> told(List<Row> rows) {
        return rows.stream().map(row -> row.item().key() + " " + row.change() + (row.moved() ? " moved" : "")).toList();
    }

    private static Handed rows(String... rows) {
        return new Handed("x", List.of("№", "Что"), Arrays.stream(rows).map(row -> item(row.split(":")[0], "", row.split(":")[1])).toList());
    }

    private static Item item(String key, String name, String words) {
        return new Item(key, false, name, List.of(words));
    }

    private static Item paragraph(String words) {
        return item(null, "", words);
    }
}
