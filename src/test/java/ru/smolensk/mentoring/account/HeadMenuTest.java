package ru.smolensk.mentoring.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Turn;
import ru.smolensk.mentoring.testing.Visitors;

/** The head of every page: one calm row on a desktop, the brand and one button on a telephone. */
@BrowserTest
@Order(Turn.WHOLE_CITY)
class HeadMenuTest {

    /** The brand and the menu side by side. A second row would be 40 px more. */
    private static final int ONE_ROW = 80;

    @Autowired
    Town town;

    @Test
    void itIsOneRowOnADesktopForEveryRole(Visitors visitors) {
        for (var person : Map.of(town.curatorOf(town.school()), "/workspace", town.methodologist(), "/department", town.observer(), "/department",
                town.administrator(), "/admin").entrySet()) {
            Page page = signedIn(visitors.open(), person.getKey());
            page.navigate(person.getValue());
            for (int width : new int[] {1280, 1024}) {
                page.setViewportSize(width, 800);
                assertThat(height(page)).as("%s at %d px", person.getValue(), width).isLessThan(ONE_ROW);
            }
        }
        Page visitor = visitors.open(wishes -> wishes.setViewportSize(1024, 800));
        visitor.navigate("/");
        assertThat(height(visitor)).isLessThan(ONE_ROW);
    }

    @Test
    void whatIsRarelyAskedForStandsUnderMoreAndIsReachedByTheKeyboard(Visitors visitors) {
        Page page = signedIn(visitors.open(), town.methodologist());
        page.navigate("/department");
        assertThat(page.locator("header a[href='/acts']").isVisible()).isFalse();
        page.locator(".further > summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("header a[href='/acts']").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator("header a[href='/acts']").isVisible()).isFalse();
        page.keyboard().press("Enter");
        page.locator("header a[href='/acts']").click();
        assertThat(page.locator("header .further [aria-current=page]").textContent()).isEqualTo("Документы");
    }

    @Test
    void onATelephoneItIsOneButtonAndWithoutScriptsItIsOpen(Visitors visitors) {
        Town.Person curator = town.curatorOf(town.school());
        Page page = signedIn(visitors.open(wishes -> wishes.setViewportSize(320, 700)), curator);
        page.navigate("/workspace");
        assertThat(height(page)).isLessThan(ONE_ROW);
        page.locator("header .fold > summary").click();
        assertThat(page.locator("header a[href='/organisations']").isVisible()).isTrue();
        Page plain = signedIn(visitors.open(wishes -> wishes.setViewportSize(320, 700).setJavaScriptEnabled(false)), curator);
        plain.navigate("/workspace");
        assertThat(plain.locator("header a[href='/organisations']").isVisible()).isTrue();
    }

    private static Page signedIn(Page page, Town.Person person) {
        page.navigate("/login");
        page.getByLabel("Логин").fill(person.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main form button").first().click();
        return page;
    }

    private static double height(Page page) {
        return page.locator(".wall").boundingBox().height;
    }
}
