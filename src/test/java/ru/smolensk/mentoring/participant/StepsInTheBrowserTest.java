package ru.smolensk.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.Hands;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Visitors;

/** A long form is filled in step by step, and what was entered is read once more before it is saved. */
@BrowserTest
class StepsInTheBrowserTest {

    @Autowired
    Town town;

    Page page;
    Hands curator;

    @BeforeEach
    void aCuratorEntersAMentor(Visitors visitors) {
        Town.Person person = town.curatorOf(town.school());
        page = visitors.open(wishes -> { });
        page.setDefaultTimeout(20_000);
        page.navigate("/login");
        page.getByLabel("Логин").fill(person.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.navigate("/workspace/mentors/new");
        curator = new Hands(page, true);
    }

    private String step() {
        return page.locator(".steps-way [aria-current=step]").innerText();
    }

    private Locator button(String words) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    @Test
    void eachStepShowsItsPartAloneAndNothingIsSavedBeforeTheCheck() {
        assertThat(step()).contains("Человек");
        assertThat(button("К проверке").isVisible()).as("there is nothing to check yet").isFalse();
        assertThat(page.getByLabel("Фамилия").isVisible()).isTrue();
        assertThat(page.getByLabel("Должность").isVisible()).isFalse();
        assertThat(button("Сохранить").isVisible()).isFalse();

        page.getByLabel("Фамилия").fill("Шаговая");
        page.getByLabel("Имя").press("Enter");
        assertThat(step()).as("Enter goes on").contains("Работа");
        assertThat(page.url()).endsWith("/workspace/mentors/new");

        page.goBack();
        assertThat(step()).as("the browser's way back").contains("Человек");
        assertThat(page.getByLabel("Фамилия").inputValue()).isEqualTo("Шаговая");
    }

    @Test
    void whatIsPastedIsNeverCut() {
        page.getByLabel("Фамилия").focus();
        page.keyboard().insertText("я".repeat(10_000));
        assertThat(page.getByLabel("Фамилия").inputValue()).hasSize(10_000);
        assertThat(page.locator(".left").innerText().replace('\u00a0', ' ')).startsWith("Лишних знаков: 9 9");
    }

    @Test
    void theCheckReadsBackWhatWasEnteredAndLeadsToEachPart() {
        curator.type("Фамилия", "Шаговая").type("Имя", "Анна").mark("другая образовательная организация")
                .type("Название образовательной организации", "Лицей № 5").type("Компетенции", "Урок\nи ещё урок");
        button("Дальше").click();
        button("Дальше").click();

        assertThat(step()).contains("Проверка");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Проверьте, что вы ввели");
        assertThat(page.locator(".check").innerText()).contains("Фамилия", "Шаговая", "другая образовательная организация", "Лицей № 5",
                "и ещё урок", "не указано").doesNotContain("Отчество", "Организация-партнёр");

        page.locator(".check-head button").nth(1).click();
        assertThat(step()).contains("Работа");
        page.getByLabel("Название образовательной организации").fill("Лицей № 6");
        button("К проверке").click();
        assertThat(page.locator(".check").innerText()).as("straight back").contains("Лицей № 6");
        page.goBack();
        button("Дальше").click();
        curator.type("Дата вхождения в базу наставников", "02.09.2025");
        button("Дальше").click();
        button("Дальше").click();
        assertThat(page.locator(".check").innerText()).contains("Лицей № 6").doesNotContain("Лицей № 5");
        assertThat(page.locator(".check .missing").count()).isZero();
        button("Сохранить").click();
        page.locator("h1").getByText("Шаговая Анна").waitFor();
    }

    @Test
    void aFormThatWasRefusedIsShownWhole() {
        curator.type("Фамилия", "Шаговая").press("Сохранить");
        page.locator("#errors").waitFor();

        assertThat(page.locator(".steps-way").count()).isZero();
        assertThat(page.getByLabel("Фамилия").inputValue()).isEqualTo("Шаговая");
        assertThat(page.getByLabel("Должность").isVisible()).isTrue();
        assertThat(button("Сохранить").isVisible()).isTrue();
    }
}
