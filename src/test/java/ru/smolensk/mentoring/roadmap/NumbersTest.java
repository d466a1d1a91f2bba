package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smolensk.mentoring.roadmap.LineKind.HEADING;
import static ru.smolensk.mentoring.roadmap.LineKind.MEASURE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void measuresAreCountedBelowTheirHeading() {
        assertThat(numbers(HEADING, MEASURE, MEASURE, HEADING, MEASURE)).containsExactly("1", "1.1", "1.2", "2", "2.1");
    }

    @Test
    void withoutHeadingsMeasuresAreCountedLikeThem() {
        assertThat(numbers(MEASURE, MEASURE, HEADING, MEASURE)).containsExactly("1", "2", "3", "3.1");
    }

    private static Stream<String> numbers(LineKind... kinds) {
        Numbers numbers = new Numbers();
        return Stream.of(kinds).map(numbers::next);
    }
}
