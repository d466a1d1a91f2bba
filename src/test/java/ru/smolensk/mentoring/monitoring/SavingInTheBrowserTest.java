package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.Hands;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Visitors;

/** A part of a report saves itself while it is written, and never loses what was typed. */
@BrowserTest
class SavingInTheBrowserTest {

    private static final String FIELD = "Выводы организации";

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Autowired
    MonitoringReports reports;

    Tenant school;
    Town.Person curator;
    long report;

    private Page conclusions(Visitors visitors, boolean scripts) {
        Page page = visitors.open(wishes -> wishes.setJavaScriptEnabled(scripts));
        page.setDefaultTimeout(20_000);
        page.navigate("/login");
        page.getByLabel("Логин").fill(curator.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.navigate("/workspace/reports/" + report + "/conclusions");
        return page;
    }

    private void aReport() {
        school = town.school();
        curator = town.curatorOf(school);
        report = reports.begin(school, AcademicYear.of(clock.today()));
    }

    private String kept() {
        return jdbc.sql("select coalesce(conclusions, '') from monitoring_report where id = ?").param(report).query(String.class).single();
    }

    @Test
    void itIsSavedSomeSecondsAfterTheLastKeystrokeAndWhenThePageIsLeft(Visitors visitors) {
        aReport();
        Page page = conclusions(visitors, true);
        page.getByLabel(FIELD).fill("Пары работали");
        page.locator(".saved-note").getByText(Pattern.compile("Сохранено в \\d\\d:\\d\\d")).waitFor();
        assertThat(kept()).isEqualTo("Пары работали");

        page.getByLabel(FIELD).fill("Пары работали по плану");
        new Hands(page, true).follow("К отчёту");
        page.waitForURL("**/reports/" + report);
        assertThat(kept()).as("left at once").isEqualTo("Пары работали по плану");

        page.navigate("/workspace/reports/" + report + "/conclusions");
        page.getByLabel(FIELD).fill("Пары работали по плану, и хорошо");
        page.locator(".saved-note").getByText("Сохранено в").waitFor();
        page.getByLabel(FIELD).fill("Кнопкой");
        new Hands(page, true).press("Сохранить и дальше");
        page.waitForURL("**/attachments");
        assertThat(kept()).isEqualTo("Кнопкой");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsSaidAndNothingTypedIsLost(Visitors visitors) {
        aReport();
        Page page = conclusions(visitors, true);
        reports.conclude(school, report, "Слова другого окна");
        page.getByLabel(FIELD).fill("Мои слова");
        page.locator(".saved-note").getByText("изменил кто-то ещё").waitFor();
        assertThat(kept()).isEqualTo("Слова другого окна");
        assertThat(page.getByLabel(FIELD).inputValue()).isEqualTo("Мои слова");

        new Hands(page, true).press("Сохранить и дальше");
        assertThat(new Hands(page, true).read()).contains("Слова другого окна");
        assertThat(page.getByLabel(FIELD).inputValue()).isEqualTo("Мои слова");
        new Hands(page, true).press("Сохранить и дальше");
        page.waitForURL("**/attachments");
        assertThat(kept()).isEqualTo("Мои слова");
    }

    @Test
    void withoutScriptsTheButtonSaves(Visitors visitors) {
        aReport();
        Page page = conclusions(visitors, false);
        new Hands(page, false).type(FIELD, "Без скриптов").press("Сохранить и дальше");
        assertThat(kept()).isEqualTo("Без скриптов");
    }
}
