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
    private static final String RULES = script("barriers.js");
    private static final String KINDS = script("kinds.js");
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> CONTRAST = List.of("color-contrast", "link-in-text-block");

    /** What axe finds by the rules of WCAG 2.2 AA and by its own good practice; asked for {@code dark}, contrast is seen by night too. */
    List<String> barriers(boolean dark) {
        page.evaluate(AXE);
        List<String> found = told(WCAG_22_AA, List.of());
        if (!dark) {
            return found;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> inTheDark = told(CONTRAST, List.of()).stream().map(barrier -> "in the dark: " + barrier).toList();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return Stream.concat(found.stream(), inTheDark.stream()).toList();
    }

    /** What axe finds by the same rules in these parts of a page whose whole was looked at before. */
    List<String> barriersWithin(String... parts) {
        page.evaluate(AXE);
        return told(WCAG_22_AA, List.of(parts));
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

    private List<String> told(List<String> rules, List<String> parts) {
        return sentences(page.evaluate(RULES, Map.of("rules", rules, "parts", parts)));
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
