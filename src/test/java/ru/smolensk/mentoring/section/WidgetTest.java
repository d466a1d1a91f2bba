package ru.smolensk.mentoring.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

/** The section on the organisation's own site: in a frame, and as HTML to paste (CONTRACT, order 4.9). */
@PortalTest
class WidgetTest {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 12);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 12);

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
    Client site;

    @BeforeEach
    void aSchoolWithAPublishedSection() {
        school = town.school();
        curator = town.curatorOf(school);
        site = new Client(port);
        jdbc.sql("insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists) values (?, '2025-09-01', 40, 2)")
                .param(school.id()).update();
        document("Положение <script>alert(1)</script>");
        publish(OCTOBER);
    }

    @Test
    void itIsTheFormOfThePublicPageWithItsMarks() {
        Document page = Jsoup.parse(site.get("/organisations/" + school.slug()).body());
        for (String address : new String[] {widget(), widget() + ".html"}) {
            Document widget = Jsoup.parse(site.get(address).body());
            assertThat(widget.select("[data-indicator]").eachAttr("data-indicator")).as(address)
                    .isEqualTo(page.select("[data-indicator]").eachAttr("data-indicator"));
            assertThat(widget.select("[data-denominator]").eachAttr("data-denominator")).isEqualTo(page.select("[data-denominator]").eachAttr("data-denominator"));
            assertThat(widget.select("table tbody tr")).hasSize(13);
            assertThat(widget.select("script, link, img, iframe")).isEmpty();
            assertThat(widget.select("[onclick], [style]")).isEmpty();
            assertThat(widget.select("style")).hasSize(1);
            assertThat(widget.text()).contains("Положение <script>alert(1)</script>");
        }
        assertThat(Jsoup.parse(site.get(widget()).body()).select("h1")).hasSize(1);
        assertThat(Jsoup.parse(site.get(widget() + ".html").body()).select("h1")).isEmpty();
    }

    @Test
    void everyLinkOfItLeadsOutOfTheFrameToAWholeAddress() {
        Document widget = Jsoup.parse(site.get(widget()).body());
        assertThat(widget.select("a")).isNotEmpty().allSatisfy(link -> {
            assertThat(link.attr("href")).matches("https?://.+");
            assertThat(link.attr("target")).isEqualTo("_blank");
            assertThat(link.attr("rel")).isEqualTo("noopener");
        });
        assertThat(widget.select("[id]").eachAttr("id")).isNotEmpty().allMatch(id -> id.startsWith("mentoring-"));
        assertThat(widget.select("[aria-labelledby]")).allSatisfy(one -> assertThat(widget.getElementById(one.attr("aria-labelledby"))).isNotNull());
    }

    @Test
    void itAloneMayStandInAFrameAndItLoadsNothing() {
        HttpResponse<String> widget = site.get(widget());
        assertThat(widget.headers().firstValue("Content-Security-Policy")).get().asString().contains("frame-ancestors *", "default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(widget.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(widget.headers().firstValue("Set-Cookie")).isEmpty();
        for (String address : new String[] {"/organisations/" + school.slug(), "/organisations/" + school.slug() + "/editions", "/organisations",
            widget() + "/", widget() + "/x", "/organisations/nonsense/widget", "/login", "/api/v1/organisations", "/mentors"}) {
            HttpResponse<String> other = site.get(address);
            assertThat(other.headers().firstValue("Content-Security-Policy")).as(address).get().asString().contains("frame-ancestors 'none'");
            assertThat(other.headers().firstValue("X-Frame-Options")).as(address).satisfiesAnyOf(header -> assertThat(header).contains("DENY"),
                    header -> assertThat(other.statusCode()).isEqualTo(404));
        }
    }

    @Test
    void theTextToPasteIsFramedByThePortalsOwnPreviewAlone() {
        HttpResponse<String> text = site.get(widget() + ".html");
        assertThat(text.headers().firstValue("Content-Security-Policy")).get().asString().contains("frame-ancestors 'self'", "default-src 'none'");
        assertThat(text.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    void theFiguresAreInSightAndTheFormIsFolded() {
        Document widget = Jsoup.parse(site.get(widget()).body());
        assertThat(widget.select("details .tiles")).isEmpty();
        assertThat(widget.select("details:not([open]) > summary h2").eachText()).startsWith("Сведения по форме");
        assertThat(widget.select("details table")).hasSize(1);
        assertThat(widget.select(".more a[href$=/organisations/" + school.slug() + "]")).hasSize(1);
    }

    @Test
    void itIsAlwaysTheNewestEditionAndNeverADraft() {
        HttpResponse<String> before = site.get(widget());
        document("Новое положение");
        assertThat(site.get(widget()).body()).doesNotContain("Новое положение");
        String etag = before.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = new Client(port, "If-None-Match", etag).get(widget());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(Statements.of(same)).isEqualTo(1);

        publish(NOVEMBER);
        HttpResponse<String> newer = new Client(port, "If-None-Match", etag).get(widget());
        assertThat(newer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(newer.body()).wholeText()).contains("12\u00a0ноября 2025\u00a0г.", "Новое положение");
        assertThat(Statements.of(newer)).isLessThanOrEqualTo(3);
        assertThat(newer.headers().firstValue("Cache-Control")).contains("public, no-cache");
    }

    @Test
    void whoHasPublishedNothingYetSaysSo() {
        Tenant silent = town.kindergarten();
        assertThat(site.get("/organisations/" + silent.slug() + "/widget").body()).contains("Раздел ещё не опубликован", silent.shortName())
                .doesNotContain("data-indicator");
        assertThat(site.get("/organisations/" + silent.slug() + "/widget.html").statusCode()).isEqualTo(200);
        assertThat(site.get("/organisations/nonsense/widget").statusCode()).isEqualTo(404);
        assertThat(site.get("/organisations/nonsense/widget.html").statusCode()).isEqualTo(404);
    }

    @Test
    void theCuratorTakesTheCodeFromThePage() {
        Document page = Jsoup.parse(workspace(curator));
        Document frame = Jsoup.parse(page.getElementById("frame-code").wholeText());
        assertThat(frame.select("iframe").attr("src")).isEqualTo("https://mentoring.example/organisations/" + school.slug() + "/widget");
        assertThat(frame.select("iframe").attr("title")).isEqualTo("Наставничество");
        assertThat(frame.select("script, style")).isEmpty();
        assertThat(page.getElementById("text-code").wholeText().strip()).isEqualTo(site.get(widget() + ".html").body().strip());
        assertThat(page.select("iframe[src=" + widget() + "]")).hasSize(3);
        assertThat(page.select("iframe[src=" + widget() + ".html]")).hasSize(3);

        Tenant silent = town.kindergarten();
        Document empty = Jsoup.parse(workspace(town.curatorOf(silent)));
        assertThat(empty.getElementById("text-code")).isNull();
        assertThat(empty.text()).contains("Раздел ещё не опубликован");
    }

    private String widget() {
        return "/organisations/" + school.slug() + "/widget";
    }

    private String workspace(Town.Person reader) {
        MvcTestResult result = mvc.get().uri("/workspace/section/widget").with(reader.signedIn()).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void document(String title) {
        jdbc.sql("""
                insert into local_act (organisation_id, kind, number, dated_on, title, link, disclosure)
                values (?, 'REGULATION', ?, '2025-09-01', ?, 'https://school.example/7', 'NO_NAMES')
                """).params(school.id(), "7-" + Town.number(), title).update();
    }

    private void publish(LocalDate day) {
        assertThat(clock.at(day.atTime(LocalTime.NOON).atZone(PortalClock.ZONE).toInstant(), () -> mvc.post().uri("/workspace/section")
                .with(curator.signedIn()).with(csrf()).param("asOf", day.toString()).exchange())).hasStatus3xxRedirection();
    }
}
