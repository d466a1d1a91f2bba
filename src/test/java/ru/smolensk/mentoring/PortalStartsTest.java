package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.testing.PortalTest;

@PortalTest
class PortalStartsTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void thePortalStartsOnAnEmptyDatabaseAndIsWell() {
        assertThat(mvc.get().uri("/actuator/health/readiness")).hasStatus(HttpStatus.OK);
    }
}
