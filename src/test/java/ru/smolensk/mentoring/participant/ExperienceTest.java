package ru.smolensk.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperienceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,           стаж не указан
            1993-09-01,  стаж 33 года
            1993-11-23,  стаж 32 года
            1995-09-01,  стаж 31 год
            1996-09-01,  стаж 30 лет
            2015-11-22,  стаж 11 лет
            2025-11-22,  стаж 1 год
            2025-11-23,  стаж меньше года
            2026-11-22,  стаж меньше года
            2027-09-01,  стаж с 01.09.2027
            """)
    void experienceIsSaidInFullYearsWithTheRightWord(LocalDate since, String words) {
        assertThat(new Experience(since, LocalDate.of(2026, 11, 22)).words().replace('\u00a0', ' ')).isEqualTo(words);
    }
}
