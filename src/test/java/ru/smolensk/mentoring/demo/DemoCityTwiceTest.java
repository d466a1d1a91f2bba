package ru.smolensk.mentoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import ru.smolensk.mentoring.MentoringRegistry;
import ru.smolensk.mentoring.testing.DemoCityStart;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.LoadedCity;

/** The demo city is the same at every load of a day. */
@DemoCityTest
class DemoCityTwiceTest {

    @Autowired
    LoadedCity city;

    @Test
    void twoLoadsOfOneDayHoldTheSame() {
        var portal = new SpringApplicationBuilder(MentoringRegistry.class, DemoCityStart.class)
                .initializers(new DemoCityStart.OtherDatabase()).profiles("test", "demo").registerShutdownHook(false);
        try (var again = portal.run("--server.port=0")) {
            assertThat(again.getBean(LoadedCity.class).tables()).isEqualTo(city.tables());
            assertThat(city.tables().get("organisation")).startsWith("138 rows ");
        }
    }
}
