package ru.smolensk.mentoring.sweep;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What somebody with good eyes, or with none, would find wrong with a page that stands open in the browser. */
record Looking(Page page) {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 320;
    private static final String LAYOUT = script("layout.js");

    /** What axe finds by the rules of WCAG 2.2 AA, and by its own good practice. */
    List<String> barriers() {
        return told(new AxeBuilder(page).setLegacyMode(true).withTags(WCAG_22_AA).analyze().getViolations());
    }

    /** Contrast where the system is set to dark. */
    List<String> barriersInTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        try {
            return told(new AxeBuilder(page).setLegacyMode(true).withRules(List.of("color-contrast", "link-in-text-block")).analyze().getViolations())
                    .stream().map(barrier -> "in the dark: " + barrier).toList();
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    /** Text that is cut off, leaves its box or lies on other text; and at 320 px whatever makes the page scroll sideways. */
    List<String> disorder() {
        List<String> wide = disorder(DESKTOP);
        List<String> narrow = disorder(PHONE);
        page.setViewportSize(DESKTOP, 800);
        return java.util.stream.Stream.of(wide, narrow).flatMap(List::stream).toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> disorder(int width) {
        page.setViewportSize(width, 800);
        return ((List<String>) page.evaluate(LAYOUT)).stream().map(finding -> "at " + width + " px " + finding).toList();
    }

    private static List<String> told(List<Rule> violations) {
        return violations.stream().flatMap(rule -> rule.getNodes().stream().limit(2).map(node -> "axe " + rule.getId() + ": "
                + node.getFailureSummary().lines().skip(1).findFirst().orElse(rule.getHelp()).strip() + " " + node.getHtml())).toList();
    }

    private static String script(String name) {
        try (var stream = Looking.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
