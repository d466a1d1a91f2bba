package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no template may hold: the content security policy would stop it in the browser, or a form would be without its tokens. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Set as PDF, never sent to a browser. */
    private static final Path PAPER = TEMPLATES.resolve("paper/paper.html");

    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>(Map.of(
            "a style of its own", Pattern.compile("<style|\\s(th:)?style(append)?\\s*=|th:attr(append)?=\"[^\"]*\\bstyle="),
            "a script in the page", Pattern.compile("<script(?![^>]*\\b(th:)?src=)"),
            "a handler in an attribute", Pattern.compile("\\s(th:)?on[a-z]+\\s*="),
            "a script as an address", Pattern.compile("javascript:"),
            "something loaded from elsewhere", Pattern.compile("(th:)?(src|srcset)=\"(https?:)?//|<link[^>]*href=\"(https?:)?//"),
            "unescaped text", Pattern.compile("th:utext|\\[\\("),
            "a bean asked by the template", Pattern.compile("\\$\\{[^}]*@[a-zA-Z]"),
            "a form that is sent without tokens", Pattern.compile("<form(?![^>]*th:action)[^>]*method=\"post\"", Pattern.CASE_INSENSITIVE)));

    @Test
    void noTemplateHoldsWhatTheBrowserWouldRefuse() {
        Map<String, List<String>> found = new TreeMap<>();
        templates().forEach(template -> FORBIDDEN.forEach((what, pattern) -> {
            List<String> places = pattern.matcher(read(template)).results().map(MatchResult::group).toList();
            if (!places.isEmpty()) {
                found.put(TEMPLATES.relativize(template) + " – " + what, places);
            }
        }));
        assertThat(found).isEmpty();
    }

    @Test
    void everyPageStandsInTheFrame() {
        List<Path> frameless = templates().filter(template -> !List.of("layout.html", "form.html", "parts.html", "side.html", "letter.html")
                .contains(template.getFileName().toString())).filter(template -> read(template).startsWith("<!DOCTYPE"))
                .filter(template -> !read(template).contains("~{layout :: page(")).toList();
        assertThat(frameless).isEmpty();
    }

    private static Stream<Path> templates() {
        try {
            return Files.walk(TEMPLATES).filter(file -> file.toString().endsWith(".html") && !file.equals(PAPER)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A section of the style sheet whose brace was lost would be styled on paper or on phones alone. */
    @Test
    void everySectionOfTheStyleSheetIsClosedBeforeTheNextBegins() throws IOException {
        int open = 0;
        for (String line : Files.readString(Path.of("src/main/resources/static/assets/portal.css")).split("\n")) {
            assertThat(line.startsWith("/* ----") ? open : 0).as(line).isZero();
            open += line.replace("}", "").length() - line.replace("{", "").length();
        }
        assertThat(open).isZero();
    }
}
