package ru.smolensk.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.smolensk.mentoring.testing.DemoCityStart;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Hands;
import ru.smolensk.mentoring.testing.PostOffice;
import ru.smolensk.mentoring.testing.Visitors;

/**
 * A roadmap goes from the school to the department and back, only by clicking and typing: drafted from the template, returned with two
 * remarks, answered, approved, published; the heat table and the mail follow each step.
 */
@DemoCityTest
class RoadmapThereAndBackTest {

    private static final String SCHOOL = "МБОУ «СШ № 33»";
    private static final String OF_CURATOR = "curator@sh-33.example";
    private static final String OF_METHODOLOGIST = "methodist@department.example";
    private static final String NEW_WORDS = "Назначить двух кураторов: для основной школы и для начальной";

    @Autowired
    MailRoom mailRoom;

    @AfterEach
    void forgetIt() {
        DemoCityStart.forgetWhatHappenedTo("sh-33");
    }

    @Test
    void aRoadmapIsReturnedAnsweredApprovedAndPublished(Visitors visitors) {
        Page atSchool = visitors.open();
        Page atDepartment = visitors.open();
        Hands curator = signedIn(atSchool, "curator", OF_CURATOR);
        Hands methodologist = signedIn(atDepartment, "methodist", OF_METHODOLOGIST);

        curator.follow("Моя организация").menu("Дорожная карта").choose("Учебный год", "2026/2027").mark("Образец по приказу").press("Начать");
        String drafted = heat(atDepartment);
        curator.press("Подать на согласование");
        assertThat(curator.read()).contains("читает методический отдел");
        String submitted = heat(atDepartment);

        openInQueue(atDepartment, methodologist);
        remark(atDepartment, "1.1", "Куратор один на две школы: назовите второго");
        remark(atDepartment, "1.3", "Срок раньше, чем у соседней строки. Верно ли это?");
        methodologist.press("Вернуть с замечаниями");
        String returned = heat(atDepartment);

        atSchool.reload();
        assertThat(curator.read()).contains("Возвращена с замечаниями", "назовите второго", "Верно ли это?");
        curator.press("Подать снова");
        assertThat(curator.read()).as("two remarks have no answer yet").contains("Без ответа 2 замечания");
        curator.follow("Изменить строку 1.1").type("Что нужно сделать", NEW_WORDS).press("Сохранить");
        curator.follow("Ответить на замечание по строке 1.1").mark("учтено").press("Сохранить ответ");
        curator.follow("Ответить на замечание по строке 1.3").mark("не учтено").type("Пояснение", "Срок назвал совет школы").press("Сохранить ответ");
        curator.press("Подать снова");
        assertThat(curator.read()).contains("читает методический отдел");

        openInQueue(atDepartment, methodologist);
        assertThat(atDepartment.locator(".handed tbody tr:not(.gap):not(.heading) .row-name").allInnerTexts().stream().map(String::strip))
                .as("exactly the row that was changed, and the row whose remark was answered").containsExactly("1.1", "1.3");
        assertThat(atDepartment.locator(".handed tr.changed:not(.notes)").allInnerTexts()).singleElement().asString()
                .contains("для основной школы и для начальной");
        assertThat(methodologist.read()).contains("Срок назвал совет школы");
        methodologist.press("Одобрить");
        String approved = heat(atDepartment);

        assertThat(List.of(drafted, submitted, returned, approved)).as("the heat table after each step").doesNotHaveDuplicates();

        publishedForEverybody(curator, visitors);
        lettersCame();
    }

    private static Hands signedIn(Page page, String persona, String address) {
        page.setDefaultTimeout(30_000); // Every step writes into the journal, the notices and the heat table.
        page.navigate("/login");
        page.locator("#persona-" + persona).click();
        page.navigate("/account/mail");
        return new Hands(page, true).mark("Присылать письма").type("Адрес почты", address).press("Сохранить");
    }

    /** What the cells of the roadmap and of its approval say of the school. */
    private static String heat(Page page) {
        page.navigate("/department?q=33");
        Locator row = page.locator(".heat tbody tr").filter(new Locator.FilterOptions().setHasText("СШ № 33"));
        return row.locator("td").nth(2).innerText() + " | " + row.locator("td").nth(3).innerText();
    }

    private static void openInQueue(Page page, Hands methodologist) {
        methodologist.menu("На рассмотрении");
        page.locator(".queue tbody tr").filter(new Locator.FilterOptions().setHasText("СШ № 33")).filter(new Locator.FilterOptions()
                .setHasText("орожная карта")).getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
        page.waitForURL("**/department/reviews/sh-33/**");
        assertThat(methodologist.read()).contains(SCHOOL);
    }

    private static void remark(Page page, String row, String words) {
        page.locator(".handed summary").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("к строке " + row.replace(".", "\\.") + "\\s*$"))).click();
        page.getByLabel("Замечание к строке " + row, new Page.GetByLabelOptions().setExact(true)).fill(words);
    }

    private static void publishedForEverybody(Hands curator, Visitors visitors) {
        Page everybody = visitors.open();
        everybody.navigate("/organisations/sh-33/roadmap");
        assertThat(everybody.content()).doesNotContain(NEW_WORDS);
        curator.menu("Публикация").press("Опубликовать раздел");
        assertThat(curator.read()).contains("Раздел опубликован");
        everybody.navigate("/organisations/sh-33");
        Hands visitor = new Hands(everybody, true);
        everybody.locator(".form-rows a[href*='/roadmap']").first().click();
        assertThat(visitor.read()).contains(NEW_WORDS, "2026/2027");
    }

    private void lettersCame() {
        mailRoom.sendWhatIsDue();
        assertThat(subjects(OF_CURATOR)).containsExactly("Возвращено – " + SCHOOL, "Одобрено – " + SCHOOL);
        assertThat(subjects(OF_METHODOLOGIST)).containsExactly("Ждёт проверки – " + SCHOOL, "Ждёт проверки – " + SCHOOL);
    }

    private static List<String> subjects(String address) {
        return PostOffice.lettersTo(address).stream().map(letter -> {
            try {
                return ((MimeMessage) letter).getSubject();
            } catch (jakarta.mail.MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }).toList();
    }
}
