package ru.smolensk.mentoring.section;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.platform.Russian;

/**
 * The section for the organisation's own site: a bare page for a frame, and the same as HTML to paste, with its style inside and without any
 * script. It is the very form of the public page, of the newest published edition.
 */
@Component
class Widget {

    private static final String TEMPLATE = "section/widget";
    private static final String OF_THE_WIDGET = "mentoring-";

    private final ITemplateEngine templates;
    private final Editions editions;
    private final PortalAddress address;
    private final Russian russian;
    private final String style;
    private final String policy;

    Widget(ITemplateEngine templates, Editions editions, PortalAddress address, Russian russian) {
        this.templates = templates;
        this.editions = editions;
        this.address = address;
        this.russian = russian;
        this.style = read("section/widget.css");
        this.policy = "default-src 'none'; style-src 'sha256-" + digest(style) + "'; base-uri 'none'; form-action 'none'; frame-ancestors ";
    }

    /** What the browser may do with it: nothing is loaded, its own style alone is used. {@code framed} says on whose pages it may stand. */
    String policy(String framed) {
        return policy + framed;
    }

    /** The bare page. */
    String page(Editions.Address of) {
        return """
                <!DOCTYPE html>
                <html lang="ru">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Раздел для сайта: %s – Наставничество в Смоленске</title>
                <style>%s</style>
                </head>
                <body class="smolensk-mentoring-alone">
                <main>%s</main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(of.shortName()), style, whole(of).body().html());
    }

    /** The same to be pasted into a page: its headings stand below that page's own. */
    String pasted(Editions.Address of) {
        Document whole = whole(of);
        whole.select("h2").tagName("h3");
        whole.select("h1").tagName("h2");
        return "<style>" + style + "</style>\n" + whole.body().html() + "\n";
    }

    /** Links lead out of the frame and to the portal from everywhere; identifiers do not meet those of the other page. */
    private Document whole(Editions.Address of) {
        Context words = new Context(Locale.forLanguageTag("ru"), words(of));
        Document whole = Jsoup.parseBodyFragment(templates.process(TEMPLATE, Set.of("widget"), words));
        whole.outputSettings().prettyPrint(false);
        for (Element link : whole.select("a[href]")) {
            String there = link.attr("href");
            link.attr("href", there.startsWith("/") ? address.of(there) : there).attr("target", "_blank").attr("rel", "noopener");
        }
        whole.select("[id]").forEach(one -> one.id(OF_THE_WIDGET + one.id()));
        whole.select("[aria-labelledby]").forEach(one -> one.attr("aria-labelledby", OF_THE_WIDGET + one.attr("aria-labelledby")));
        return whole;
    }

    private Map<String, Object> words(Editions.Address of) {
        String home = "/organisations/" + of.slug();
        Map<String, Object> words = new HashMap<>(Map.of("shortName", of.shortName(), "russian", russian, "home", home,
                "fileAddress", home + "/files", "reportAddress", home + "/report", "roadmapAddress", home + "/roadmap"));
        words.put("section", of.edition() == null ? null : editions.content(of.edition()));
        words.put("withdrawn", of.withdrawnFiles() == 0 ? List.of() : editions.withdrawnFiles(of.organisationId()));
        return words;
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
