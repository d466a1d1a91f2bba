package ru.smolensk.mentoring.sweep;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody with good eyes, or with none, would find wrong with the page that stands open in the browser. */
record Looking(Page page) {

    private static final int DESKTOP = 1280;
    private static final int TABLET = 800;
    private static final int PHONE = 320;
    private static final String LAYOUT = script("layout.js");
    private static final String AXE = AxeBuilder.getAxeScript();
    // Straight to the point: the builder's own run fetches what was passed too, which takes longer than the rules.
    private static final String BARRIERS = script("barriers.js");
    private static final String CONTRAST = script("contrast.js");
    private static final String LOOKS = script("looks.js");
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What axe finds by the rules of WCAG 2.2 AA and by its own good practice, contrast apart: on the whole page, or in these parts of it. */
    List<String> barriers(String... parts) {
        prepare();
        return sentences(page.evaluate(BARRIERS, Map.of("tags", WCAG_22_AA, "parts", List.of(parts))));
    }

    /** Texts of these looks, of those that the page has, that are hard to tell from what they stand on: by day and by night. */
    List<String> contrast(List<String> looks) {
        if (looks.isEmpty()) {
            return List.of();
        }
        prepare();
        List<String> byDay = sentences(page.evaluate(CONTRAST, looks));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> byNight = sentences(page.evaluate(CONTRAST, looks)).stream().map(barrier -> "in the dark: " + barrier).toList();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return Stream.concat(byDay.stream(), byNight.stream()).toList();
    }

    private void prepare() {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
    }

    /** How the page's texts look: their colours, what they stand on, their size. */
    List<String> looks() {
        return sentences(page.evaluate(LOOKS));
    }

    /** Text that is cut off, leaves its box, lies on other text or makes the page scroll sideways: on a desktop and on a telephone. */
    List<String> disorder() {
        return at(false, DESKTOP, PHONE);
    }

    /** What makes the page scroll sideways on a tablet. */
    List<String> sidewaysOnATablet() {
        return at(true, TABLET);
    }

    private List<String> at(boolean sidewaysOnly, int... widths) {
        List<String> found = new ArrayList<>();
        for (int width : widths) {
            page.setViewportSize(width, 800);
            sentences(page.evaluate(LAYOUT, sidewaysOnly)).forEach(finding -> found.add("at " + width + " px " + finding));
        }
        page.setViewportSize(DESKTOP, 800);
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> sentences(Object fromScript) {
        return (List<String>) fromScript;
    }

    private static String script(String name) {
        try (var stream = Looking.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
