package ru.smolensk.mentoring.testing;

import java.io.UnsupportedEncodingException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A page as its reader finds it: for web tests. */
public final class Shown {

    private final Document page;

    private Shown(Document page) {
        this.page = page;
    }

    /** The page that a request was answered with. */
    public static Shown in(MvcTestResult answer) {
        try {
            return new Shown(Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8)));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page that the running portal answered with. */
    public static Shown in(HttpResponse<String> answer) {
        return new Shown(Jsoup.parse(answer.body()));
    }

    /** The message at a field, or {@code ""}: also proves that the field refers to it for screen readers. */
    public String error(String field) {
        Element message = page.getElementById(field + "-error");
        if (message == null) {
            Element group = page.getElementById(field);
            Element inGroup = group == null || !group.tagName().equals("fieldset") ? null : group.selectFirst(".wrong");
            return inGroup == null ? "" : inGroup.text();
        }
        Element input = page.getElementById(field);
        boolean tied = input != null && input.attr("aria-describedby").contains(field + "-error") && input.attr("aria-invalid").equals("true");
        return tied ? message.text() : "";
    }

    /** What stands in a field: as typed, or the chosen value of a select or of radio buttons. */
    public String value(String field) {
        Element input = page.selectFirst("[name='" + field + "']");
        if (input == null) {
            throw new AssertionError("no field " + field);
        }
        return switch (input.tagName()) {
            case "textarea" -> ((org.jsoup.nodes.TextNode) input.childNodes().stream().findFirst()
                    .orElseGet(() -> new org.jsoup.nodes.TextNode(""))).getWholeText();
            case "select" -> input.select("option[selected]").attr("value");
            default -> input.attr("type").equals("radio") || input.attr("type").equals("checkbox")
                    ? String.join(",", page.select("[name='" + field + "'][checked]").eachAttr("value")) : input.attr("value");
        };
    }

    /** The summary of errors on top of a form, or {@code ""}. */
    public String errors() {
        Element summary = page.getElementById("errors");
        return summary == null ? "" : summary.text();
    }

    /** The title of the window. */
    public String title() {
        return page.title();
    }

    /** Everything that can be read inside the page's main part. */
    public String text() {
        return page.selectFirst("main").text();
    }

    /** The texts of what the selector finds. */
    public List<String> texts(String selector) {
        return page.select(selector).eachText();
    }

    /** An attribute of what the selector finds. */
    public List<String> attributes(String selector, String name) {
        return page.select(selector).eachAttr(name);
    }
}
