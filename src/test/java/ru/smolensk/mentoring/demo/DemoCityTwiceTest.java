package ru.smolensk.mentoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;
import ru.smolensk.mentoring.testing.DemoCityStart;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.LoadedCity;

/** The demo city is the same at every load of a day. */
@DemoCityTest
class DemoCityTwiceTest {

    @Autowired
    LoadedCity city;

    /** The portal once more, in a database of its own. */
    @SpringBootTest
    @ActiveProfiles({"test", "demo"})
    @ContextConfiguration(initializers = DemoCityStart.OtherDatabase.class)
    @Import(DemoCityStart.class)
    static class Again {
    }

    @Test
    void twoLoadsOfOneDayHoldTheSame() {
        TestContext again = new TestContextManager(Again.class).getTestContext();
        try {
            LoadedCity other = again.getApplicationContext().getBean(LoadedCity.class);
            assertThat(other.tables()).isEqualTo(city.tables());
            assertThat(city.tables().get("organisation")).startsWith("138 rows ");
        } finally {
            again.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }
}
