package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smolensk.mentoring.platform.AcademicYear;

class TermTest {

    private static final AcademicYear YEAR = new AcademicYear(2026);

    @ParameterizedTest(name = "{0} – {1}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            до 01.12.2026                       | 2026-12-01
            1.2.27                              | 2027-02-01
            15/03/2027                          | 2027-03-15
            2027-05-31                          | 2027-05-31
            с 01.10.2026 по 25.12.2026          | 2026-12-25
            до 15 сентября 2026 г.              | 2026-09-15
            до 1 октября                        | 2026-10-01
            5 мая                               | 2027-05-05
            октябрь                             | 2026-10-31
            Май 2027 года                       | 2027-05-31
            ноябрь – декабрь 2026 года          | 2026-12-31
            сентябрь — декабрь 2026 года        | 2026-12-31
            до марта 2027 года                  | 2027-02-28
            в течение года                      | -
            По отдельному графику               | -
            в соответствии с планами            | -
            маленькими шагами                   | -
            ежемесячно                          | -
            46296                               | 2026-10-01
            """)
    void theWordsOfATermMeanALastDayOrNone(String words, LocalDate day) {
        assertThat(Term.of(words, YEAR).dueOn()).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            31.02.2027           | Такой даты нет
            до 45.13.2026        | Такой даты нет
            31 ноября            | Такой даты нет
            до 30.09.2022        | не в 2026/2027 учебном году
            до сентября 2026 года | не в 2026/2027 учебном году
            01.09.2027           | не в 2026/2027 учебном году
            12.12.0000           | не в 2026/2027 учебном году
            """)
    void anOddDateIsSaidAndTheWordsStay(String words, String warning) {
        Term term = Term.of(words, YEAR);

        assertThat(term.dueOn()).isNull();
        assertThat(term.warning()).contains(warning);
    }

    @org.junit.jupiter.api.Test
    void withoutWordsThereIsNothing() {
        assertThat(Term.of(null, YEAR)).isEqualTo(new Term(null, null));
        assertThat(Term.of("46296", YEAR).warning()).contains("дата Excel: 01.10.2026");
    }
}
