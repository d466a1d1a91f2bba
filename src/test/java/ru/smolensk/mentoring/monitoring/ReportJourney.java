package ru.smolensk.mentoring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import ru.smolensk.mentoring.testing.Hands;

/**
 * A monitoring report goes from the kindergarten № 38 to the department and back, only by clicking and typing: written part by part, returned
 * with a remark, answered, accepted, published.
 */
public final class ReportJourney {

    private static final String CONCLUSIONS = "Пары работали по плану";
    private static final String BETTER = "Пары работали по плану. С сентября закрепляем раньше";

    private ReportJourney() {
    }

    /**
     * The whole way.
     *
     * @param everybody a visitor's page, left on what was published
     */
    public static void thereAndBack(Page atKindergarten, Page atDepartment, Page everybody) {
        Hands curator = new Hands(atKindergarten, true);
        Hands methodologist = new Hands(atDepartment, true);

        curator.follow("Моя организация");
        assertThat(curator.read()).contains("Сдать отчёт мониторинга за 2026/2027 до 15.06.2027");
        curator.menu("Отчёты").choose("Учебный год", "2026/2027").press("Начать").press("Отправить в методический отдел");
        assertThat(curator.read()).contains("Пока нельзя", "Риски: укажите вероятность и влияние ещё 6 рисков", "Выводы: напишите");
        write(atKindergarten, curator);
        curator.press("Отправить в методический отдел");
        assertThat(curator.read()).contains("Пока методический отдел читает, менять отчёт нельзя");

        openInQueue(atDepartment, methodologist);
        atDepartment.locator(".handed summary").filter(new Locator.FilterOptions().setHasText(Pattern.compile("к строке 5\\.1\\s*$"))).click();
        atDepartment.getByLabel("Замечание к строке 5.1", new Page.GetByLabelOptions().setExact(true)).fill("Что измените с сентября?");
        methodologist.press("Вернуть с замечаниями");

        atKindergarten.reload();
        assertThat(curator.read()).contains("Возвращён с замечаниями", "Что измените с сентября?");
        part(atKindergarten, "Выводы");
        curator.type("Выводы организации", BETTER).press("Сохранить и дальше").follow("К отчёту").press("Отправить снова");
        assertThat(curator.read()).as("the remark has no answer yet").contains("Без ответа 1 замечание");
        curator.follow("Ответить на замечания").mark("учтено").press("Сохранить ответы").follow("Исправить отчёт").press("Отправить снова");

        openInQueue(atDepartment, methodologist);
        assertThat(atDepartment.locator(".handed tr.changed:not(.notes)").allInnerTexts()).singleElement().asString().contains("закрепляем раньше");
        methodologist.press("Принять");
        assertThat(methodologist.read()).contains("Принято: ");

        assertThat(everybody.navigate("/organisations/ds-38/report?year=2026").status()).isEqualTo(404);
        curator.menu("Публикация").press("Опубликовать раздел");
        everybody.navigate("/organisations/ds-38");
        everybody.locator("section[aria-labelledby=monitoring] a[href*='year=2026']").click();
        assertThat(new Hands(everybody, true).read()).contains(BETTER, "Карта рисков").doesNotContain("Занятия ведёт сама");
    }

    private static void write(Page page, Hands curator) {
        part(page, "Этап 1");
        Locator untold = page.locator(".report-parts li").filter(new Locator.FilterOptions().setHasText("не описана"));
        assertThat(untold.count()).as("programmes in force").isPositive();
        while (untold.count() > 0) {
            untold.first().locator("a").click();
            curator.type("Результативность программы", "Занятия ведёт сама").press("Сохранить");
        }
        curator.follow("Дальше: влияние");
        for (int effect = 0; effect < Effect.values().length; effect++) {
            page.locator("#effect-" + effect + "-PARTLY").check();
        }
        curator.type("Планируют стать наставниками", "2").type("Планируют стать наставляемыми", "0").press("Сохранить и дальше");
        for (int risk = 0; risk < Risk.values().length; risk++) {
            page.locator("#risk-" + risk + "-likelihood").selectOption("MIDDLE");
            page.locator("#risk-" + risk + "-impact").selectOption("HIGH");
        }
        curator.press("Сохранить и дальше").follow("Дальше: выводы").type("Выводы организации", CONCLUSIONS).press("Сохранить и дальше")
                .follow("К отчёту");
    }

    private static void part(Page page, String words) {
        page.locator(".report-parts a").filter(new Locator.FilterOptions().setHasText(words)).first().click();
    }

    private static void openInQueue(Page page, Hands methodologist) {
        page.navigate("/department/reviews?subject=MONITORING_REPORT");
        page.locator(".queue tbody tr").filter(new Locator.FilterOptions().setHasText("№ 38")).getByRole(AriaRole.LINK).click();
        page.waitForURL("**/department/reviews/ds-38/**");
        assertThat(methodologist.read()).contains("Детский сад № 38");
    }
}
