package ru.smolensk.mentoring.sweep;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.testing.Statements;

/**
 * One reader's way through the portal: from their home along every link, until there is no new kind of page. Of each mapped pattern a few
 * samples are looked at: the first ones, and those whose line in a list bears another tag (a draft, an approved one, an annulled one).
 */
final class Walk {

    /** How many addresses of one pattern the first reader asks for who comes to it. */
    private static final int ASKED = 6;
    /** How many the others ask for: they read the same pages with a few other words. */
    private static final int ASKED_AGAIN = 3;
    /** How many more, as long as some page is still not reached. */
    private static final int ASKED_MORE = 20;
    /** How many of them are alike. */
    private static final int ALIKE = 2;
    /** How many of them are held against the rules of HTML and opened in the browser by the first reader. */
    private static final int LOOKED_AT = 2;
    /** How many by the others, if they show anything that the first reader's did not. */
    private static final int LOOKED_AT_AGAIN = 1;

    private static final String TITLE_END = " – Наставничество в Смоленске";

    private final String reader;
    private final Page page;
    private final Looking looking;
    private final Nonsense nonsense;
    private final Sweep sweep;
    private final Deque<Link> ahead = new ArrayDeque<>();
    private final List<Link> passedBy = new ArrayList<>();
    private final Set<String> noticed = new HashSet<>();
    private final Map<String, List<Link>> asked = new HashMap<>();
    private final Map<String, Integer> lookedAt = new HashMap<>();
    private final Set<String> noPages = new HashSet<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final List<String> console = new ArrayList<>();
    private String within = "/";

    /**
     * A link as its reader finds it.
     *
     * @param sort what marks the line it stands in: the words of its tags, or what a filter was set to
     */
    private record Link(URI address, String sort, String foundOn) {
    }

    /**
     * What came back for an address.
     *
     * @param headers their names in small letters
     */
    private record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer of(APIResponse answer) {
            return new Answer(answer.status(), answer.headers(), answer.body());
        }

        static Answer of(Response answer) {
            return new Answer(answer.status(), answer.headers(), answer.body());
        }

        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        boolean isPage() {
            return headers.getOrDefault("content-type", "").startsWith("text/html");
        }
    }

    Walk(String reader, Page page, Sweep sweep) {
        this.reader = reader;
        this.page = page;
        this.sweep = sweep;
        this.looking = new Looking(page);
        this.nonsense = new Nonsense(page, looking, sweep);
        page.onConsoleMessage(message -> {
            // Beside a file that it shows by itself the browser looks for an icon.
            if (!message.location().contains("/favicon.ico") && (message.type().equals("error") || message.type().equals("warning"))) {
                console.add("console: " + message.text());
            }
        });
        page.onPageError(error -> console.add("script: " + error));
    }

    void from(String home) {
        notice(home, "", "home");
        goOn();
        // What is reached only from few of many alike, such as the page of a mentor who has not consented yet.
        Map<String, Integer> more = new HashMap<>();
        for (Link link : List.copyOf(passedBy)) {
            String place = place(link);
            if (sweep.unreached().stream().anyMatch(pattern -> pattern.startsWith(home))
                    && more.merge(place, 1, Integer::sum) <= ASKED_MORE) {
                Answer answer = ask(link.address().toString());
                if (answer.status() == 200 && answer.isPage()) {
                    links(parsed(answer.body()), link.address());
                    ahead.removeIf(found -> !sweep.unreached().contains(place(found)));
                    goOn();
                }
            }
        }
    }

    /** Along those links alone that stay below an address. */
    void through(String address) {
        within = address;
        from(address);
    }

    private void goOn() {
        while (!ahead.isEmpty()) {
            visit(ahead.removeFirst());
        }
    }

    /** A page that is no link's target, such as that of an error. */
    void at(String address, int status) {
        Answer answer = open(address);
        if (answer.status() != status) {
            found(address, List.of("answers " + answer.status() + " instead of " + status));
            return;
        }
        found(address, sweep.html().complaints(answer.body()));
        Document document = parsed(answer.body());
        found(address, read(address, document));
        boolean first = sweep.isFirstReader(address, reader);
        look(address, status, sweep.areNewHere(address, Kinds.of(document)) || first);
    }

    private void visit(Link link) {
        Optional<String> pattern = sweep.addresses().pattern(link.address());
        String place = place(link);
        boolean first = sweep.isFirstReader(place, reader);
        if (!worthAsking(place, link, first ? ASKED : ASKED_AGAIN)) {
            passedBy.add(link);
            return;
        }
        asked.computeIfAbsent(place, any -> new ArrayList<>()).add(link);
        int looks = first ? LOOKED_AT : LOOKED_AT_AGAIN;
        boolean unseen = !link.sort().startsWith("?") && lookedAt.getOrDefault(place, 0) < looks && !noPages.contains(place);
        Answer answer = first && unseen ? open(link.address().toString()) : ask(link.address().toString());
        pattern.ifPresent(sweep::reached);
        if (answer.status() / 100 == 3) {
            String target = answer.header("location");
            if (target.endsWith("/login") && !place.equals("/login")) {
                found(place, List.of("a link on " + link.foundOn() + " leads to the login"));
            }
            notice(target, link.sort(), link.address().toString());
            return;
        }
        if (answer.status() != 200) {
            found(place, List.of("answers " + answer.status() + " to the link " + link.address() + " on " + link.foundOn()));
            return;
        }
        int statements = Integer.parseInt(answer.header(Statements.HEADER));
        if (statements > Budget.of(place)) {
            found(place, List.of(statements + " SQL statements, the budget is " + Budget.of(place)));
        }
        if (!answer.isPage()) {
            noPages.add(place);
            return;
        }
        Document document = parsed(answer.body());
        found(place, read(place, document));
        links(document, link.address());
        if (asked.get(place).size() <= looks) {
            found(place, sweep.html().complaints(answer.body()));
        }
        if (unseen && (sweep.areNewHere(place, Kinds.of(document)) || first)) {
            if (!first) {
                open(link.address().toString());
            }
            look(place, 200, lookedAt.merge(place, 1, Integer::sum) == 1);
        }
    }

    private String place(Link link) {
        return sweep.addresses().pattern(link.address()).orElse(link.address().getPath());
    }

    private static Document parsed(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    private boolean worthAsking(String place, Link link, int most) {
        List<Link> before = asked.getOrDefault(place, List.of());
        long alike = before.stream().filter(other -> other.sort().equals(link.sort())).count();
        return before.size() < most && (before.size() < ALIKE || alike == 0);
    }

    private Answer ask(String address) {
        return Answer.of(page.request().get(address, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html")));
    }

    /** The page stands in the browser afterwards, unless the answer leads elsewhere or is a file: then it is as if only asked for. */
    private Answer open(String address) {
        console.clear();
        try {
            Response response = page.navigate(address);
            return response.request().redirectedFrom() == null ? Answer.of(response) : ask(address);
        } catch (PlaywrightException refusal) {
            if (!refusal.getMessage().contains("Download is starting")) {
                throw refusal;
            }
            return ask(address);
        }
    }

    /** What is wrong with the page as it is written, the rules of HTML apart. */
    private List<String> read(String place, Document document) {
        List<String> wrong = new ArrayList<>();
        if (!document.selectFirst("html").attr("lang").equals("ru")) {
            wrong.add("is not said to be in Russian");
        }
        List<Element> headings = document.select("h1, h2, h3, h4, h5, h6");
        String order = headings.stream().map(Element::tagName).collect(Collectors.joining(" "));
        if (document.select("h1").size() != 1 || !order.startsWith("h1") || jumps(headings)) {
            wrong.add("headings stand in the order " + order);
        }
        headings.stream().filter(heading -> heading.text().isBlank()).forEach(heading -> wrong.add("an empty heading: " + heading));
        wrong.addAll(title(place, document.title()));
        if (document.text().matches("(?s).*(\\bnull\\b|\\bundefined\\b|\\?\\?\\w|ru\\.smolensk\\.).*")) {
            wrong.add("a programmer's word among the text");
        }
        return wrong;
    }

    private List<String> title(String place, String title) {
        if (!title.endsWith(TITLE_END) || title.length() < TITLE_END.length() + 4) {
            return List.of("the title says nothing: " + title);
        }
        String other = titles.putIfAbsent(title, place);
        return other == null || other.equals(place) ? List.of() : List.of("has the title of " + other + ": " + title);
    }

    private static boolean jumps(List<Element> headings) {
        int level = 0;
        for (Element heading : headings) {
            int next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) {
                return true;
            }
            level = next;
        }
        return false;
    }

    /** What is wrong with the page that stands open in the browser. */
    private void look(String place, int status, boolean closely) {
        List<String> wrong = new ArrayList<>(looking.disorder());
        wrong.addAll(looking.contrast(sweep.newAnywhere(looking.looks())));
        if (closely) {
            wrong.addAll(looking.sidewaysOnATablet());
            wrong.addAll(looking.barriers());
        }
        if (closely && status == 200 && sweep.isFirstReader(place, reader)) {
            wrong.addAll(nonsense.typed(sweep.html()));
        }
        // The browser calls a page with an error status a failure to load it; 422 is the answer to nonsense.
        console.stream().filter(message -> status == 200 || !message.contains("Failed to load resource"))
                .filter(message -> !message.contains("the server responded with a status of 422")).forEach(wrong::add);
        found(place, wrong);
    }

    private void links(Document document, URI base) {
        for (Element link : document.select("a[href]")) {
            Element line = link.closest("tr, li, article > *");
            notice(base.resolve(link.attr("href").isEmpty() ? "?" : link.attr("href")).toString(),
                    line == null ? "" : String.join(", ", line.select(".tag").eachText()), base.toString());
        }
        for (Element form : document.select("form[method=get], form:not([method])")) {
            URI action = base.resolve(form.hasAttr("action") ? form.attr("action") : base.getPath());
            for (Element option : form.select("select[name] > option[value]:not([value=''])")) {
                String query = "?" + option.parent().attr("name") + "=" + UriUtils.encode(option.attr("value"), "UTF-8");
                notice(action.getPath() + query, query, base.toString());
            }
            for (Element field : form.select("input[type=search], input[type=text], input:not([type])")) {
                String query = "?" + field.attr("name") + "=" + UriUtils.encode(Nonsense.SHORT, "UTF-8");
                notice(action.getPath() + query, query, base.toString());
            }
        }
    }

    private void notice(String address, String sort, String foundOn) {
        URI whole = sweep.root().resolve(address.replaceAll("#.*", ""));
        if (!whole.getScheme().startsWith("http") || !whole.getAuthority().equals(sweep.root().getAuthority())
                || whole.getPath().equals("/logout")) {
            return;
        }
        if (!whole.getPath().startsWith(within)) {
            return;
        }
        URI here = URI.create(whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery()));
        if (noticed.add(here.toString())) {
            ahead.add(new Link(here, sort, foundOn));
        }
    }

    private void found(String place, Collection<String> findings) {
        findings.forEach(finding -> sweep.found(place, finding, reader));
    }
}
