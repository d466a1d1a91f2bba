package ru.smolensk.mentoring.sweep;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import ru.smolensk.mentoring.testing.DemoCityTest;
import ru.smolensk.mentoring.testing.Visitors;

/**
 * Everybody walks through the whole portal along its links; every kind of page is looked at. A page added later is found by itself; one
 * that no link leads to fails the build.
 *
 * <p><b>A finding?</b> It begins with the mapped pattern and ends with who met it. Mend the page; a page that needs more SQL statements
 * than others gets a line, with the reason, in {@link Budget}.
 */
@DemoCityTest
class SweepTest {

    /** Patterns that no link can lead to, and why. */
    private static final Map<String, String> WITHOUT_LINKS = Map.ofEntries(
            entry("/error", "the server shows it when something failed"),
            entry("/workspace/mentorships/{id}/stay", "the link stands on a group that somebody has left; the school of the walking curator has none"),
            entry("/workspace/mentors/{id}/consents/new", "the link stands on a mentor without a consent; the same page is walked to from a mentee"),
            entry("/organisations/{slug}/widget.html", "a part for another site's page, no page"),
            entry("/api/v1/organisations/{slug}/section", "the address is composed by whoever asks"),
            entry("/api/v1/organisations/{slug}/section.csv", "the address is composed by whoever asks"),
            entry("/workspace/section/preview", "a button leads to it; the curators' walks end at it"),
            entry("/invitation/{token}", "the link is handed over by the department"),
            entry("/workspace/association/members/{id}/end", "the link stands on a member; the association of the walking curator's school has none"),
            entry("/survey/{token}", "the link is handed over by the curator; the respondent's walk ends at it"),
            entry("/survey", "a personal link cut short: no page leads to it"),
            entry("/survey/**", "a personal link with something added to it: no page leads to it"),
            entry("/survey/thanks", "it stands behind an answer that was sent; the respondent's walk ends at it"),
            entry("/workspace/surveys/{id}/tallies/{tally}/annul", "the link stands on a count on paper; the walking curators' schools have none"),
            entry("/account/views/{id}", "a view that somebody has saved; the city's people have none yet"),
            entry("/account/views/{id}/edit", "the link stands on a view that somebody has saved"),
            entry("/department/{register:mentors|mentees|programmes}", "an older name of a register; it leads there"),
            entry("/dynamics/{chart}", "a picture in a page, no page"),
            entry("/organisations/{slug}/dynamics/{chart}", "a picture in a page, no page"),
            entry("/department/monitoring/{year:20\\d\\d}/charts/{chart}", "a picture in a page, no page"),
            entry("/department/templates/{kind}/editions/{number}", "the link stands on an earlier edition; the city's only changed template has one"),
            entry("/workspace/papers/{kind}/{id}/annul", "the link stands on a paper whose scan is there; the list of papers names those without"),
            entry("/exports/{id}", "only a file that takes longer than a moment leads to it"),
            entry("/department/organisations/import/{id}", "the page of a list of organisations that somebody has uploaded"),
            entry("/department/organisations/import/{id}/marked.xlsx", "the link stands on the page of a table with mistakes"),
            entry("/workspace/import/{id}", "the page of a table that somebody has uploaded"),
            entry("/workspace/import/{id}/marked.xlsx", "the link stands on the page of a table with mistakes"),
            entry("/exports/{id}/file", "the link stands on the page of a file that took longer"));

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void everyPageIsWholeForEverybodyWhoMayReadIt(Visitors visitors) {
        Sweep sweep = new Sweep(URI.create("http://localhost:" + port), new Addresses(mappings), WITHOUT_LINKS.keySet());

        // Who has most to read comes first: the pages are looked at most closely with them.
        visitors.together(
                mine -> {
                    walk("visitor", "/", mine, sweep);
                    answer(mine, sweep);
                    walk("curator", "/workspace", mine, sweep);
                    correct(mine, sweep);
                    walk("curator-empty", "/workspace", mine, sweep);
                },
                others -> {
                    walk("methodist", "/department", others, sweep);
                    walk("observer", "/department", others, sweep);
                    walk("admin", "/admin", others, sweep);
                });

        assertThat(sweep.findings().entrySet().stream().map(finding -> finding.getKey() + " " + finding.getValue()))
                .as("what is wrong with the pages").isEmpty();
        assertThat(sweep.unreached()).as("pages that no link leads to").isEmpty();
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

    /** The pages of a roadmap that may be changed: the curators of the login page have none. */
    private void correct(Visitors visitors, Sweep sweep) {
        record Returned(String login, long roadmap) {
        }

        Returned one = jdbc.sql("""
                select a.login, r.id as roadmap from review_edition e
                  join roadmap r on r.organisation_id = e.organisation_id and r.edition_id = e.id
                  join curator_appointment c on c.organisation_id = e.organisation_id
                  join account a on a.id = c.account_id
                 where e.state = 'RETURNED' and c.annulled_on is null and c.ends_on is null order by a.login limit 1
                """).query(Returned.class).single();
        Page page = visitors.open(wishes -> wishes.setReducedMotion(ReducedMotion.REDUCE));
        page.navigate("/login");
        page.getByLabel("Логин").fill(one.login());
        page.getByLabel("Пароль").fill("demo");
        page.locator("main form button").first().click();
        new Walk(one.login(), page, sweep).through("/workspace/roadmap/" + one.roadmap());
    }

    /** A respondent's way: by a link that waits, and by one that opens nothing. */
    private void answer(Visitors visitors, Sweep sweep) {
        String link = "/survey/" + jdbc.sql("""
                select i.token from survey_invitation i join survey s on s.id = i.survey_id join organisation o on o.id = i.organisation_id
                 where not i.used and i.cancelled_on is null and s.annulled_on is null and s.closes_on > s.opens_on and o.slug <> 'sh-33'
                   and s.wave = 1 and s.closed_on = (select max(closed_on) from survey where scope = 'ALL') order by i.id limit 1
                """).query(String.class).single();
        Page page = visitors.open(wishes -> wishes.setReducedMotion(ReducedMotion.REDUCE));
        Walk walk = new Walk("respondent", page, sweep);
        walk.at(link, 200);
        page.navigate(link);
        page.locator("button[value=begin]").click();
        walk.at(link + "?step=1", 200);
        walk.at(link + "?step=9", 200);
        walk.at(link + "?later=yes", 200);
        walk.at("/survey/thanks", 200);
        walk.at("/survey/nonsense", 404);
    }

    /** The way of one account of the demo city, or of the visitor, and in the end a page that is not for them. */
    private static void walk(String reader, String home, Visitors visitors, Sweep sweep) {
        Page page = visitors.open(wishes -> wishes.setReducedMotion(ReducedMotion.REDUCE));
        if (!reader.equals("visitor")) {
            page.navigate("/login");
            page.locator("#persona-" + reader).click();
        }
        Walk walk = new Walk(reader, page, sweep);
        walk.from(home);
        switch (home) {
            case "/" -> walk.at("/nonsense", 404);
            case "/workspace" -> {
                walk.at("/workspace/section/preview", 200);
                walk.at("/department", 403);
            }
            default -> walk.at("/workspace", 403);
        }
    }
}
