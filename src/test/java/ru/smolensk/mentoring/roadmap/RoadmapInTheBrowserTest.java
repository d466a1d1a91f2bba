package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.Hands;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Visitors;

/** The roadmap drawn up with real hands, scripts switched off. */
@BrowserTest
class RoadmapInTheBrowserTest {

    /** Without scripts Playwright can't find out whether an element still moves. */
    private static final Locator.ClickOptions FORCED = new Locator.ClickOptions().setForce(true);

    @Autowired
    Town town;

    Page page;
    Hands hands;

    @BeforeEach
    void aCurator(Visitors visitors) {
        Town.Person curator = town.curatorOf(town.school());
        page = visitors.open(wishes -> wishes.setJavaScriptEnabled(false));
        page.setDefaultTimeout(20_000);
        hands = new Hands(page, false);
        page.navigate("/login");
        page.getByLabel("Логин").fill(curator.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        hands.menu("Дорожная карта");
    }

    @Test
    void rowsAreMovedRepeatedRemovedAndPutBackWithoutScripts() {
        hands.press("Начать");
        String first = page.locator("tbody tr:not(.heading) th").nth(0).innerText();
        String second = page.locator("tbody tr:not(.heading) th").nth(1).innerText();

        hands.press("Опустить строку 1.1");
        assertThat(page.locator("tbody tr:not(.heading) th").nth(0).innerText()).isEqualTo(second);
        assertThat(page.url()).contains("#line-");
        hands.press("Поднять строку 1.2");
        assertThat(page.locator("tbody tr:not(.heading) th").nth(0).innerText()).isEqualTo(first);

        page.locator("tbody tr:not(.heading) .more summary").first().click(FORCED);
        hands.press("Удалить строку 1.1");
        assertThat(page.locator("tbody tr:not(.heading) th").nth(0).innerText()).isEqualTo(second);
        page.locator("#removed").click(FORCED);
        hands.press("Вернуть строку «" + first + "»");
        assertThat(page.locator("tbody tr:not(.heading) th").nth(0).innerText()).isEqualTo(first);

        hands.follow("Изменить строку 1.1").type("Ответственный", "Заведующий").press("Сохранить и к следующей");
        assertThat(hands.read()).contains("Мероприятие 1.2", "Заведующий");
    }
}
