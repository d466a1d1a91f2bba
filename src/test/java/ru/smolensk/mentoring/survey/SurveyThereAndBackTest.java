package ru.smolensk.mentoring.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.monitoring.ReportJourney;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.testing.DemoCityStart;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Hands;
import ru.smolensk.mentoring.testing.Office;
import ru.smolensk.mentoring.testing.Visitors;

/**
 * A survey goes from the department to the kindergarten, to five telephones without scripts and back, only by clicking and typing: announced,
 * links handed over, answered, one link tried twice, closed, satisfaction computed; then the monitoring report with it is written, returned,
 * accepted and published, and the city's analytical note is taken away with these figures in it.
 */
@DemoCityTest
class SurveyThereAndBackTest {

    private static final String KINDERGARTEN = "МБДОУ «Детский сад № 38 «Ягодка»»";
    private static final String KEY = "Насколько Вы довольны вашей совместной работой?";

    /** What the five answer to the key question, mentees first. */
    private static final List<String> POINTS = List.of("9", "3", "10", "8", "6");

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetIt() {
        DemoCityStart.forgetWhatHappenedTo("ds-38");
    }

    @Test
    void fivePeopleAnswerOnTheirTelephones(Visitors visitors) throws Exception {
        LocalDate today = clock.today();
        Hands methodologist = signedIn(visitors.open(), "methodist");
        methodologist.menu("Опросы").follow("Объявить опрос").choose("Учебный год", AcademicYear.of(today).toString()).mark("Второй этап")
                .type("Первый день", new Russian().date(today)).type("Последний день", new Russian().date(today.plusDays(7)))
                .mark("Отдельные организации").mark(KINDERGARTEN).type("Название", "Итоги осени").press("Объявить");
        assertThat(methodologist.read()).contains("Итоги осени", "идёт", KINDERGARTEN);

        Page atKindergarten = visitors.open();
        Hands curator = signedIn(atKindergarten, "curator2");
        curator.menu("Опросы").follow("Итоги осени");
        List<String> mentees = links(atKindergarten, "MENTEE");
        List<String> mentors = links(atKindergarten, "MENTOR");
        assertThat(mentees.size() + mentors.size()).as("ds-38 has enough people in pairs").isGreaterThanOrEqualTo(5);
        List<String> five = java.util.stream.Stream.concat(mentees.stream().limit(3), mentors.stream()).limit(5).toList();
        curator.follow("Напечатать ссылки");
        printed(atKindergarten, five.size());

        int satisfied = 0;
        for (int at = 0; at < five.size(); at++) {
            String point = POINTS.get(at);
            satisfied += Integer.parseInt(point) >= 7 ? 1 : 0;
            answer(visitors, five.get(at), point);
        }
        Page again = telephone(visitors);
        again.navigate(five.get(0));
        assertThat(new Hands(again, false).read()).contains("Эта ссылка ничего не открывает");

        curator.menu("Опросы").follow("Итоги осени");
        assertThat(atKindergarten.locator(".links .tag.good").count()).isEqualTo(5);
        methodologist.follow("Закрыть сейчас").press("Закрыть опрос");
        assertThat(methodologist.read()).contains("закрыт");
        satisfaction(curator, satisfied);

        Page everybody = visitors.open();
        ReportJourney.thereAndBack(atKindergarten, methodologist.page(), everybody);
        List<String> shares = List.of(share(POINTS.subList(0, threeAtMost(mentees))), share(POINTS.subList(threeAtMost(mentees), five.size())));
        assertThat(new Hands(everybody, true).read()).as("the published report")
                .contains(shares.stream().map(share -> share.replaceAll(".*\\((.*)\\)", "$1 ответивших")).toList());
        everybody.navigate("/organisations/ds-38");
        assertThat(new Hands(everybody, true).read()).as("rows 12 and 13 of the form").contains(shares);
        note(methodologist, AcademicYear.of(today), shares);
    }

    private static int threeAtMost(List<String> mentees) {
        return Math.min(3, mentees.size());
    }

    /** «66,7 % (2 из 3)». */
    private static String share(List<String> points) {
        long satisfied = points.stream().filter(point -> Integer.parseInt(point) >= 7).count();
        return new Russian().percent(BigDecimal.valueOf(100 * satisfied).divide(BigDecimal.valueOf(points.size()), 1, RoundingMode.HALF_UP))
                .replace('\u00a0', ' ') + " (" + satisfied + " из " + points.size() + ")";
    }

    /** The city's analytical note says the same, as a document of Word and as PDF. */
    private static void note(Hands methodologist, AcademicYear year, List<String> shares) throws Exception {
        methodologist.menu("Мониторинг").follow("Сводная таблица за " + year).follow("Аналитическая справка");
        for (String format : List.of("DOCX", "PDF")) {
            byte[] file = taken(methodologist, "Скачать " + format);
            String words = format.equals("PDF") ? Office.words(file) : Office.words(file, "справка.docx");
            assertThat(words.replaceAll("\\s+", " ")).as(format).contains("Аналитическая справка").contains(shares);
        }
    }

    /** What the answers come to. */
    private void satisfaction(Hands curator, int satisfied) {
        curator.menu("Опросы").follow("Итоги осени").follow("Итоги");
        assertThat(curator.read()).contains("Наставляемые", "Наставники", "довольны", "Версия 1");
        curator.menu("Показатели").follow("Откуда удовлетворённость наставляемых");
        assertThat(curator.read()).contains("Итоги осени", "Довольны", "Приглашены");
        Map<String, Object> counted = jdbc.sql("""
                select count(*) as organisations, sum(respondents) as respondents, sum(satisfied) as satisfied
                  from satisfaction(:today, (select id from organisation where slug = 'ds-38'))
                """).param("today", clock.today()).query().singleRow();
        assertThat(counted.get("respondents").toString()).isEqualTo("5");
        assertThat(counted.get("satisfied").toString()).isEqualTo(String.valueOf(satisfied));
    }

    private static void answer(Visitors visitors, String link, String point) {
        Page phone = telephone(visitors);
        phone.navigate(link);
        Hands hands = new Hands(phone, false);
        assertThat(hands.read()).contains("Отправленные ответы анонимны");
        hands.press("Начать");
        while (phone.locator("button:has-text('Дальше'), button:has-text('К отправке')").count() > 0) {
            var key = phone.locator("fieldset.question").filter(new Locator.FilterOptions().setHasText(KEY));
            if (key.count() > 0) {
                key.locator("input[value='" + point + "']").check(new Locator.CheckOptions().setForce(true));
            }
            assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth")).as("no sideways scroll").isLessThanOrEqualTo(360);
            phone.locator("button[value=next]").click(new Locator.ClickOptions().setForce(true));
            // Between two pages there is none, and no button either.
            phone.locator("footer").waitFor();
        }
        assertThat(hands.read()).contains("Проверьте и отправьте", "Вы ответили на 1 из");
        hands.press("Отправить");
        assertThat(hands.read()).contains("Спасибо, ответы отправлены");
        phone.close();
    }

    /** The file behind a link: at once, or from the page that says when it is ready. */
    private static byte[] taken(Hands hands, String link) throws Exception {
        Page page = hands.page();
        String before = page.url();
        List<Download> taken = new ArrayList<>();
        page.onDownload(taken::add);
        hands.follow(link);
        Locator ready = page.locator("main a[href$='/file']");
        page.waitForCondition(() -> !taken.isEmpty() || ready.count() > 0, new Page.WaitForConditionOptions().setTimeout(90_000));
        if (taken.isEmpty()) {
            ready.click();
            page.waitForCondition(() -> !taken.isEmpty());
            page.navigate(before);
        }
        return Files.readAllBytes(taken.get(0).path());
    }

    private static Page telephone(Visitors visitors) {
        return visitors.open(wishes -> wishes.setViewportSize(360, 740).setJavaScriptEnabled(false));
    }

    private static List<String> links(Page page, String audience) {
        return page.locator("section[aria-labelledby=" + audience + "] input[readonly]").all().stream()
                // The portal's own address in letters is not that of the test.
                .map(link -> java.net.URI.create(link.inputValue()).getPath()).toList();
    }

    /** Several to a sheet of paper, and each code is what the link says. */
    private static void printed(Page page, int atLeast) throws Exception {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        int slips = page.locator(".slips > li").count();
        assertThat(slips).isGreaterThanOrEqualTo(atLeast);
        try (var sheets = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            assertThat(sheets.getNumberOfPages()).as("eight to a sheet").isEqualTo((slips + 7) / 8);
        }
        Files.createDirectories(Path.of("target", "browser"));
        Files.write(Path.of("target", "browser", "links.pdf"), pdf);
    }

    private static Hands signedIn(Page page, String persona) {
        page.setDefaultTimeout(30_000);
        page.navigate("/login");
        page.locator("#persona-" + persona).click();
        return new Hands(page, true);
    }
}
