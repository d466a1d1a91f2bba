package ru.smolensk.mentoring.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** A page of figures is of one day, whatever it says, and what is no date is answered in words. */
@PortalTest
class AskedDayTest {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    PortalClock clock;

    @Test
    void theCityOfAPastDayIsOfItsYearAndLeadsToListsOfThatDay() {
        Shown page = Shown.in(get("/department/indicators?date=01.11.2024", town.methodologist().signedIn()));
        assertThat(page.texts(".kicker")).containsExactly("2024/2025 учебный год");
        assertThat(page.texts("h1").get(0).replace('\u00a0', ' ')).isEqualTo("Город на 1 ноября 2024 г.");
        assertThat(page.attributes("main a[href^=/department/organisations]", "href")).isNotEmpty().allMatch(link -> link.endsWith("&date=01.11.2024"));
        Shown today = Shown.in(get("/department/indicators", town.methodologist().signedIn()));
        assertThat(today.attributes("main a[href^=/department/organisations]", "href")).isNotEmpty().noneMatch(link -> link.contains("date="));
    }

    @Test
    void theListOfAPastDaySaysSoAndKeepsTheDay() {
        town.school();
        Shown page = Shown.in(get("/department/organisations?date=2024-11-01&kind=GENERAL", town.observer().signedIn()));
        assertThat(page.texts("h1").get(0).replace('\u00a0', ' ')).isEqualTo("Организации на 1 ноября 2024 г.");
        assertThat(page.attributes(".filter input[name=date]", "value")).containsExactly("2024-11-01");
        assertThat(page.attributes("tbody th a", "href")).isNotEmpty().allMatch(link -> link.endsWith("?date=01.11.2024"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "31.02.2026", "0001-01-01", "<script>alert(1)</script>"})
    void whatIsNoDateIsTodayAndIsSaid(String typed) {
        Tenant school = town.school();
        Shown page = Shown.in(mvc.get().uri("/workspace/indicators").param("date", typed).with(town.curatorOf(school).signedIn()).exchange());
        String today = new Russian().date(clock.today());
        assertThat(page.texts("#date-error")).containsExactly("«" + typed + "» – не дата, или она слишком далеко от нас; показано на сегодня. Напишите, например, " + today);
        assertThat(page.value("date")).isEqualTo(today);
        assertThat(Shown.in(mvc.get().uri("/workspace/indicators").with(town.curatorOf(school).signedIn()).exchange()).texts("#date-error")).isEmpty();
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }
}
