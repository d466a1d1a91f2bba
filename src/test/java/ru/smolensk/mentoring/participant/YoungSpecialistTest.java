package ru.smolensk.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.PortalTest;

@PortalTest
class YoungSpecialistTest {

    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneIsYoungFromTheFirstDayOfTeaching() {
        assertThat(YoungSpecialist.on(START.minusDays(1), START)).isFalse();
        assertThat(YoungSpecialist.on(START, START)).isTrue();
    }

    @Test
    void oneIsStillYoungOnTheThirdAnniversaryAndNoLongerTheDayAfter() {
        assertThat(YoungSpecialist.on(LocalDate.of(2026, 9, 1), START)).isTrue();
        assertThat(YoungSpecialist.on(LocalDate.of(2026, 9, 2), START)).isFalse();
    }

    @Test
    void whoBeganOnALeapDayHasTheAnniversaryOnTheLastDayOfFebruary() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);

        assertThat(YoungSpecialist.on(LocalDate.of(2027, 2, 28), leapDay)).isTrue();
        assertThat(YoungSpecialist.on(LocalDate.of(2027, 3, 1), leapDay)).isFalse();
    }

    @Test
    void withoutAKnownStartNobodyIsYoung() {
        assertThat(YoungSpecialist.on(START, null)).isFalse();
    }

    @Test
    void theTagOnAPageAndTheFigureOfTheFormFollowOneRule() {
        Random random = new Random(475);
        for (int time = 0; time < 500; time++) {
            LocalDate start = LocalDate.of(2020, 2, 1).plusDays(random.nextInt(60));
            LocalDate day = start.plusYears(time % 5).plusDays(random.nextInt(5) - 2L);
            Boolean counted = jdbc.sql("select is_young_specialist(:start, :day, :day)").param("start", start).param("day", day)
                    .query(Boolean.class).single();
            assertThat(YoungSpecialist.on(day, start)).as("%s from %s", day, start).isEqualTo(counted);
        }
    }
}
