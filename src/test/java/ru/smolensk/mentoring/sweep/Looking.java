package ru.smolensk.mentoring.sweep;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private static final String KINDS = script("kinds.js");
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What axe finds by the rules of WCAG 2.2 AA and by its own good practice, contrast apart: on the whole page, or in these parts of it. */
    List<String> barriers(String... parts) {
        prepare();
        return sentences(page.evaluate(BARRIERS, Map.of("tags", WCAG_22_AA, "parts", List.of(parts))));
    }

    /** Things of these kinds, of those that the page shows, that are hard to tell from what they stand on: by day and by night. */
    List<String> contrast(List<String> kinds) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        prepare();
        List<String> byDay = sentences(page.evaluate(CONTRAST, kinds));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> byNight = sentences(page.evaluate(CONTRAST, kinds)).stream().map(barrier -> "in the dark: " + barrier).toList();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return Stream.concat(byDay.stream(), byNight.stream()).toList();
    }

    private void prepare() {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
    }

    /** What kinds of things the page shows, whatever their words. */
    List<String> kinds() {
        return sentences(page.evaluate(KINDS));
    }

    /** Text that is cut off, leaves its box or lies on other text; and below the desktop's width whatever makes the page scroll sideways. */
    List<String> disorder() {
        List<String> wide = disorder(DESKTOP, false);
        List<String> middle = disorder(TABLET, true);
        List<String> narrow = disorder(PHONE, false);
        page.setViewportSize(DESKTOP, 800);
        return Stream.of(wide, middle, narrow).flatMap(List::stream).toList();
    }

    private List<String> disorder(int width, boolean sidewaysOnly) {
        page.setViewportSize(width, 800);
        return sentences(page.evaluate(LAYOUT, sidewaysOnly)).stream().map(finding -> "at " + width + " px " + finding).toList();
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
