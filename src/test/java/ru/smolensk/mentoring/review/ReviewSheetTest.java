package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The difference shows what changed, and says of every other row that it is left out. */
class ReviewSheetTest {

    /** Four sections with two rows each: H1 1 2 H2 1 2 H3 1 2 H4 1 2. */
    private static final int ROWS = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 7, 8, 10, 11})
    void everyRowIsEitherShownOrCountedAsLeftOut(int changed) {
        ReviewSheet sheet = sheet(changed);
        assertThat(sheet.lines()).extracting(line -> line.row().item().key()).contains("row-" + changed).hasSize(2);
        assertThat(sheet.lines().size() + sheet.lines().stream().mapToInt(ReviewSheet.Line::gap).sum() + sheet.rest()).isEqualTo(ROWS);
    }

    @Test
    void aChangedHeadingCountsWhatStandsBeforeIt() {
        ReviewSheet sheet = sheet(6);
        assertThat(sheet.lines()).extracting(ReviewSheet.Line::gap).containsExactly(6);
        assertThat(sheet.rest()).isEqualTo(5);
    }

    @Test
    void rowsAfterTheLastChangeAreCountedToo() {
        assertThat(sheet(2).rest()).isEqualTo(9);
        assertThat(sheet(-1).rest()).as("nothing changed at all").isEqualTo(ROWS);
    }

    private static ReviewSheet sheet(int changed) {
        return ReviewSheet.of(submission(2), handed(changed), List.of(), submission(1), handed(-1), List.of(), true);
    }

    private static Submission submission(int number) {
        return new Submission(number, 1, number, Instant.EPOCH, 1, "Е. Новикова", null, null, null, null, 0, 0);
    }

    private static Handed handed(int changed) {
        List<Handed.Item> items = new ArrayList<>();
        for (int at = 0; at < ROWS; at++) {
            items.add(new Handed.Item("row-" + at, at % 3 == 0, String.valueOf(at), List.of(at == changed ? "Иначе, чем было" : "Строка " + at)));
        }
        return new Handed("Дорожная карта", List.of("№", "Мероприятие"), items);
    }
}
