package ru.smolensk.mentoring.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Visitors;

/**
 * Everybody walks through the whole portal along its links; every kind of page is looked at. A page added later is found by itself; one that
 * no link leads to fails the build.
 *
 * <p><b>A finding?</b> It begins with the mapped pattern and ends with who met it. Mend the page; a page that needs more SQL statements than
 * others gets a line, with the reason, in {@link Budget}.
 */
@DemoCityTest
class SweepTest {

    /** Everybody who reads the portal: the account of the demo city and where they begin. */
    private static final Map<String, String> HOMES = Map.of("curator", "/workspace", "curator-empty", "/workspace", "methodist", "/department",
            "observer", "/department", "admin", "/admin");

    /** Patterns that no link can lead to, and why. */
    private static final Map<String, String> WITHOUT_LINKS = Map.of(
            "/error", "the server shows it when something failed");

    /** Pages that the menus name already. */
    private static final String NOT_THERE_YET =
            "/(acts|admin|department/(acts|curators)|workspace/(documents|mentorships|orders|programmes))[^ ]* answers 404 .*";

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    int port;

    @Test
    void everyPageIsWholeForEverybodyWhoMayReadIt(Visitors visitors) {
        Sweep sweep = new Sweep(URI.create("http://localhost:" + port), new Addresses(mappings));

        Walk visitor = new Walk("visitor", open(visitors), sweep);
        visitor.from("/");
        visitor.at("/nonsense", 404);
        HOMES.forEach((login, home) -> {
            Page page = open(visitors);
            page.navigate("/login");
            page.locator("#persona-" + login).click();
            Walk walk = new Walk(login, page, sweep);
            walk.from(home);
            walk.at(home.equals("/workspace") ? "/department" : "/workspace", 403);
        });

        Walk.TIMES.forEach((what, sums) -> System.err.println("TIME " + what + " " + sums[0] + " times, " + sums[1] + " ms"));
        assertThat(sweep.findings().entrySet().stream().filter(finding -> !finding.getKey().matches(NOT_THERE_YET)).map(finding -> finding.getKey() + " " + finding.getValue()))
                .as("what is wrong with the pages").isEmpty();
        var unreached = new TreeSet<>(sweep.addresses().all());
        unreached.removeAll(sweep.reached());
        assertThat(unreached).as("pages that no link leads to").isEqualTo(new TreeSet<>(WITHOUT_LINKS.keySet()));
    }

    @Test
    void theSectionPrintsOnTwoSheets(Page page) throws IOException {
        page.navigate("/organisations/sh-33");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));

        try (var sheets = Loader.loadPDF(printed)) {
            assertThat(sheets.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
    }

    private static Page open(Visitors visitors) {
        return visitors.open(wishes -> wishes.setReducedMotion(ReducedMotion.REDUCE));
    }
}
