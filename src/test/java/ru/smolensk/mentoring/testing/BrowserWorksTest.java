package ru.smolensk.mentoring.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

@BrowserTest
class BrowserWorksTest {

    @Test
    void thePageIsReadInARealBrowser(Page page) {
        Response health = page.navigate("/actuator/health/liveness");

        assertThat(page.content()).contains("UP");
        assertThat(Statements.of(health)).isZero();
    }

    @Test
    void eachVisitorHasCookiesOfTheirOwn(Visitors visitors) {
        Page first = visitors.open();
        Page second = visitors.open(wishes -> wishes.setViewportSize(320, 640));

        first.navigate("/actuator/health");
        second.navigate("/actuator/health");

        assertThat(first.context()).isNotSameAs(second.context());
        assertThat(second.viewportSize().width).isEqualTo(320);
    }
}
