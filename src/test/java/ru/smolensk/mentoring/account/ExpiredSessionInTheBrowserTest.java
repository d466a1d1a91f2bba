package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Visitors;

/** What the page advises when a session has ended while a form was being filled in is true. */
@BrowserTest
class ExpiredSessionInTheBrowserTest {

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoLogsInInAnotherTabAndGoesBackFindsWhatWasTypedAndSendsIt(Visitors visitors) {
        Town.Person curator = town.curatorOf(town.school());
        Page form = visitors.open();
        signIn(form, curator);
        form.navigate("/workspace/partners/new");
        form.getByLabel("Название").fill("Завод, который долго набирали");
        jdbc.sql("delete from spring_session where principal_name = ?").param(curator.login()).update();

        form.getByText("Сохранить").click();
        assertThat(form.locator("h1").textContent()).isEqualTo("Нужно войти ещё раз");
        Page tab = form.waitForPopup(() -> form.getByText("Войдите в новой вкладке").click());
        tab.waitForURL("**/login"); // It goes there by itself: two ways at once would cross.
        signIn(tab, curator);
        form.goBack();
        assertThat(form.getByLabel("Название").inputValue()).isEqualTo("Завод, который долго набирали");
        form.getByText("Сохранить").click();

        assertThat(form.locator("h1").textContent()).isEqualTo("Завод, который долго набирали");
    }

    private static void signIn(Page page, Town.Person person) {
        page.navigate("/login");
        page.getByLabel("Логин").fill(person.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/workspace");
    }
}
