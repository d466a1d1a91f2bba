package ru.smolensk.mentoring.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

    private void aCurator(Visitors visitors, boolean scripts) {
        Town.Person curator = town.curatorOf(town.school());
        page = visitors.open(wishes -> wishes.setJavaScriptEnabled(scripts));
        page.setDefaultTimeout(20_000);
        hands = new Hands(page, scripts);
        page.navigate("/login");
        page.getByLabel("Логин").fill(curator.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        hands.menu("Дорожная карта");
    }

    @Test
    void rowsAreMovedRepeatedRemovedAndPutBackWithoutScripts(Visitors visitors) {
        aCurator(visitors, false);
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
        assertThat(page.locator("#gone").innerText()).contains("Удалено: «" + first);
        page.locator("#gone button").click(FORCED);
        assertThat(page.locator("tbody tr:not(.heading) th").nth(0).innerText()).isEqualTo(first);

        hands.follow("Изменить строку 1.1").type("Ответственный", "Заведующий").press("Сохранить и к следующей");
        assertThat(hands.read()).contains("Мероприятие 1.2", "Заведующий");
    }

    /** Word's clipboard: bare words in which each paragraph of a cell begins a line, and the table itself. */
    private static final String PASTE = """
            html => {
              const clipboard = new DataTransfer();
              clipboard.setData('text/plain', '1.1\\tПодготовить приказ\\nи положение\\tдо 1 октября\\tдиректор\\tприказ');
              clipboard.setData('text/html', html);
              const field = document.querySelector('textarea');
              field.focus();
              return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }""";

    @Test
    void aTableOutOfWordKeepsItsCellsOfSeveralParagraphsAndItsMergedOnes(Visitors visitors) {
        aCurator(visitors, true);
        hands.mark("Таблица из Word или Excel").press("Начать");
        page.waitForLoadState();
        boolean left = (Boolean) page.evaluate(PASTE, """
                <html><head><style>p { margin: 0 }</style></head><body><p>План</p><table>
                <tr><td>1</td><td colspan=4><p class=MsoNormal><b>Подготовка</b></p></td></tr>
                <tr><td rowspan=2>1.1</td><td rowspan=2><p>Подготовить
                  приказ</p><p>и «положение» о&nbsp;"наставничестве"</p></td><td>до 1<br>октября 2026</td><td>директор</td><td><p>приказ</p><p>план</p></td></tr>
                <tr><td></td><td>куратор</td><td>положение</td></tr>
                <tr><td>1.2</td><td>Семинар<script>alert(1)</script></td><td>май 2027</td><td>куратор</td><td><img src=x>программа</td></tr>
                </table></body></html>""");
        assertThat(left).as("the portal takes it itself").isFalse();
        hands.press("Проверить");
        assertThat(page.locator("#preview").innerText()).isEqualTo("Проверьте: 3\u00a0строки");
        assertThat(page.locator("tbody tr:not(.remarked)").allInnerTexts().stream().map(row -> row.replaceAll("\\s+", " ").strip())).containsExactly(
                "1 Подготовка – раздел",
                "2 Подготовить приказ и «положение» о \"наставничестве\" до 1 октября 2026 01.10.2026 директор куратор приказ план положение",
                "3 Семинар май 2027 31.05.2027 куратор программа");
    }

    @Test
    void wordsWithoutATableArePastedAsTheyAre(Visitors visitors) {
        aCurator(visitors, true);
        hands.mark("Таблица из Word или Excel").press("Начать");
        page.waitForLoadState();
        assertThat((Boolean) page.evaluate(PASTE, "<p>1.1 Подготовить приказ</p>")).isTrue();
        assertThat((Boolean) page.evaluate(PASTE, "<table><tr><td>Одна ячейка</td></tr></table>")).isTrue();
    }
}
