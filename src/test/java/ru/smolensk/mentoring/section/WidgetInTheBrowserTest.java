package ru.smolensk.mentoring.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Visitors;

/** A school's own site: another server on another port, with the portal's widget in its page. */
@BrowserTest
class WidgetInTheBrowserTest {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 12);
    private static final int[] WIDTHS = {320, 640, 1024};

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Town town;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PortalClock clock;
    @LocalServerPort
    int port;

    Tenant school;
    Town.Person curator;
    HttpServer site;
    String content = "";

    @BeforeEach
    void aSchoolWithASiteOfItsOwn() throws IOException {
        school = town.school();
        curator = town.curatorOf(school);
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, '2025-09-01', 40, 2)")
                .param(school.id()).update();
        jdbc.sql("""
                insert into local_act (organisation_id, kind, number, dated_on, title, link, disclosure)
                values (?, 'REGULATION', '7-од', '2025-09-01', 'Положение о системе наставничества', 'https://school.example/7', 'NO_NAMES')
                """).param(school.id()).update();
        assertThat(clock.at(OCTOBER.atTime(LocalTime.NOON).atZone(PortalClock.ZONE).toInstant(), () -> mvc.post().uri("/workspace/section")
                .with(curator.signedIn()).with(csrf()).param("asOf", OCTOBER.toString()).exchange())).hasStatus3xxRedirection();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] page = """
                    <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>Сайт школы</title><link rel="icon" href="data:,">
                    <style>body { margin: 0; font-family: serif; background: #ffd } table { color: red } h2 { color: green }</style></head>
                    <body><h1>Сайт школы</h1>%s</body></html>""".formatted(content).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void theSiteGoes() {
        site.stop(0);
    }

    @Test
    void theWidgetFitsAFrameOfEveryWidth(Visitors visitors) {
        content = frame("/organisations/" + school.slug() + "/widget");
        Page page = visitors.open();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.navigate(address());
            Frame widget = page.frames().get(1);
            widget.waitForLoadState();
            assertThat(widget.locator("h1").innerText()).isEqualTo(school.shortName());
            assertThat(widget.locator("[data-indicator=mentors]").first().isVisible()).isTrue();
            assertThat(widget.evaluate("getComputedStyle(document.querySelector('.tiles')).display")).as("the style is let in").isEqualTo("grid");
            assertThat((Boolean) widget.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("no sideways scroll at " + width).isTrue();
            widget.locator("summary").first().click();
            assertThat(widget.evaluate("getComputedStyle(document.querySelector('tbody tr')).display")).isEqualTo(width == 320 ? "block" : "table-row");
            assertThat(page.context().cookies()).isEmpty();
        }
    }

    /** The code promises a height for every width; folded, nothing is scrolled inside the frame and little stays empty under it. */
    @Test
    void theFrameOfTheCodeIsAsHighAsTheFoldedWidget(Visitors visitors) {
        jdbc.sql("update organisation set short_name = ? where id = ?")
                .params("МБДОУ «Центр развития ребёнка – детский сад № " + Town.number() + " «Подсолнушек»", school.id()).update();
        Page workspace = visitors.open();
        signIn(workspace);
        workspace.navigate("/workspace/section/widget");
        content = workspace.locator("#frame-code").inputValue().replace("https://mentoring.example", "http://localhost:" + port)
                .replace(" loading=\"lazy\"", "");
        Page page = visitors.open();
        for (int width : new int[] {280, 320, 360, 479, 560, 640, 767, 768, 800, 1024, 1280}) {
            page.setViewportSize(width, 900);
            page.navigate(address());
            Frame widget = page.frames().get(1);
            widget.waitForLoadState();
            int needed = ((Number) widget.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")).intValue();
            int given = ((Number) widget.evaluate("innerHeight")).intValue();
            assertThat(given).as("the frame at %d px", width).isBetween(needed, needed + 260);
        }
        workspace.locator("iframe[title='HTML на компьютере']").scrollIntoViewIfNeeded();
        workspace.frameLocator("iframe[title='HTML на компьютере']").locator(".tiles").waitFor();
    }

    @Test
    void thePastedHtmlFitsThePageAndKeepsItsLookThere(Visitors visitors) {
        content = new Client(port).get("/organisations/" + school.slug() + "/widget.html").body();
        Page page = visitors.open();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.navigate(address());
            assertThat(page.locator(".smolensk-mentoring h2").first().innerText()).isEqualTo(school.shortName());
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.smolensk-mentoring .tiles')).display")).isEqualTo("grid");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.smolensk-mentoring tbody th')).color")).isEqualTo("rgb(23, 38, 43)");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("no sideways scroll at " + width).isTrue();
        }
    }

    @Test
    void theWidgetIsForEverybodyToRead(Visitors visitors) {
        Page page = visitors.open(wishes -> wishes.setViewportSize(320, 900));
        page.navigate("/organisations/" + school.slug() + "/widget");
        assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations()).isEmpty();
    }

    /** Asked in a window of its own: here the browser's complaint is what is wanted. */
    @Test
    void noOtherPageStandsInAFrame(Visitors visitors) {
        content = frame("/organisations/" + school.slug());
        try (var other = visitors.open().context().browser().newContext()) {
            Page page = other.newPage();
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(message -> refused.add(text(message)));
            page.navigate(address());
            page.waitForTimeout(300);
            assertThat(refused).anyMatch(text -> text.contains("frame-ancestors"));
        }
    }

    @Test
    void theCuratorCopiesTheCodeWithOneClick(Visitors visitors) {
        Page page = visitors.open();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        signIn(page);
        page.navigate("/workspace/section/widget");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Скопировать: Код рамки")).click();
        page.getByText("Скопировано").first().waitFor();
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.locator("#frame-code").inputValue())
                .contains("<iframe src=\"https://mentoring.example/organisations/" + school.slug() + "/widget\"");
        assertThat(page.frames()).hasSizeGreaterThan(1);
    }

    @Test
    void withoutScriptsTheCodeIsThereToBeSelected(Visitors visitors) {
        Page page = visitors.open(wishes -> wishes.setJavaScriptEnabled(false));
        signIn(page);
        page.navigate("/workspace/section/widget");
        assertThat(page.locator("#text-code").inputValue()).startsWith("<style>").contains("smolensk-mentoring", school.shortName());
        assertThat(page.locator(".code-to-copy button").count()).isZero();
    }

    private void signIn(Page page) {
        page.navigate("/login");
        page.getByLabel("Логин").fill(curator.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main form button").first().click();
    }

    private static String text(ConsoleMessage message) {
        return message.text();
    }

    private String frame(String path) {
        return "<iframe src=\"http://localhost:%d%s\" title=\"Наставничество\" style=\"width:100%%;height:800px;border:0\"></iframe>".formatted(port, path);
    }

    private String address() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }
}
