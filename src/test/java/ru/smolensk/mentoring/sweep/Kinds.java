package ru.smolensk.mentoring.sweep;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What kinds of things the page itself holds, its head and its foot apart, whatever their words: the way down to each. */
final class Kinds {

    private Kinds() {
    }

    static Set<String> of(Document page) {
        Set<String> kinds = new TreeSet<>();
        page.select("main").forEach(main -> note(main, "", kinds));
        return kinds;
    }

    private static void note(Element thing, String above, Set<String> kinds) {
        String attributes = thing.attributes().asList().stream().filter(attribute -> tells(attribute.getKey()))
                .sorted(Comparator.comparing(Attribute::getKey))
                .map(attribute -> attribute.getKey().equals("type") ? attribute.html() : attribute.getKey()).collect(Collectors.joining(" "));
        String kind = above + ">" + thing.tagName() + "." + thing.className() + "[" + attributes + "]" + (thing.ownText().isBlank() ? "" : "!");
        kinds.add(kind);
        thing.children().forEach(child -> note(child, kind, kinds));
    }

    private static boolean tells(String attribute) {
        return !attribute.matches("id|href|name|value|for|class|data-.*");
    }
}
