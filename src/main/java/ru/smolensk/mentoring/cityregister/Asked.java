package ru.smolensk.mentoring.cityregister;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.Sorting;

/**
 * What a register is asked for, as it stands in the address: {@code ?q=&kind=&organisation=&columns=…&sort=&page=} and the register's own
 * narrowings. Nothing of the address is ever part of a statement; what the register doesn't know is as if it were not there.
 *
 * @param q the words to look for, or {@code null}
 * @param kind of the organisation, or {@code null}
 * @param organisation its slug, or {@code null}
 * @param narrowed by key of the narrowing: the chosen option, the usual one too
 * @param columns the chosen ones in the order of the address, the name of the row always first
 * @param sorting the order of rows
 * @param page from 1
 */
record Asked(Register register, String q, OrganisationKind kind, String organisation, Map<String, Narrowing.Option> narrowed,
             List<Column> columns, boolean columnsChosen, Sorting sorting, int page) {

    private static final int LONGEST = 200;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    static Asked of(Register register, MultiValueMap<String, String> address) {
        Map<String, String> typed = address.toSingleValueMap();
        String q = words(typed.get("q"));
        List<Column> chosen = columns(register, address.getOrDefault("columns", List.of()));
        List<Column> usual = register.columns().stream().filter(Column::usual).toList();
        Map<String, Narrowing.Option> narrowed = new LinkedHashMap<>();
        register.narrowings().forEach(one -> narrowed.put(one.key(), one.chosen(typed)));
        String organisation = typed.get("organisation");
        return new Asked(register, q,
                Arrays.stream(OrganisationKind.values()).filter(one -> one.name().equals(typed.get("kind"))).findFirst().orElse(null),
                organisation != null && SLUG.matcher(organisation).matches() ? organisation : null, narrowed,
                chosen.isEmpty() ? usual : chosen, !chosen.isEmpty() && !chosen.equals(usual),
                register.sortColumns(Search.typed(q).narrows()).asked(typed.get("sort")), Paged.number(typed.get("page")));
    }

    private static String words(String typed) {
        String words = typed == null ? "" : CONTROL.matcher(typed).replaceAll(" ").strip();
        return words.isEmpty() ? null : words.substring(0, Math.min(LONGEST, words.length()));
    }

    private static List<Column> columns(Register register, List<String> typed) {
        Set<String> keys = new LinkedHashSet<>(typed.stream().flatMap(one -> Arrays.stream(one.split(","))).toList());
        List<Column> chosen = keys.stream().flatMap(key -> register.columns().stream().filter(column -> column.key().equals(key))).toList();
        Column name = register.columns().get(0);
        return chosen.isEmpty() ? List.of()
                : Stream.concat(Stream.of(name), chosen.stream().filter(column -> column != name)).toList();
    }

    Search search() {
        return Search.typed(q);
    }

    /** The same for other words. */
    Asked withWords(String words) {
        return new Asked(register, words, kind, organisation, narrowed, columns, columnsChosen, sorting, page);
    }

    public boolean shows(Column column) {
        return columns.contains(column);
    }

    public String chosen(Narrowing narrowing) {
        return narrowed.get(narrowing.key()).name();
    }

    /** Whether anything but the columns and their order differs from the register as it opens. */
    public boolean narrows() {
        return q != null || kind != null || organisation != null || narrowed.values().stream().anyMatch(one -> !one.name().isEmpty());
    }

    /** What of it the journal should know: words, filter, columns and order, as people call them. */
    Facts facts() {
        Facts facts = new Facts().add("Слова поиска", q).add("Вид организации", kind).add("Организация", organisation);
        register.narrowings().stream().filter(one -> !chosen(one).isEmpty())
                .forEach(one -> facts.add(one.label(), narrowed.get(one.key()).label()));
        return facts.add("Графы", String.join("; ", columns.stream().map(Column::heading).toList()));
    }

    /** The same as a query of an address, without the page; empty for the register as it opens. What is not known has gone out of it. */
    public String query() {
        return query(q);
    }

    /** The same for other words. */
    public String query(String words) {
        StringJoiner query = new StringJoiner("&");
        add(query, "q", words);
        add(query, "kind", kind == null ? null : kind.name());
        add(query, "organisation", organisation);
        narrowed.forEach((key, option) -> add(query, key, option.name()));
        if (columnsChosen) {
            add(query, "columns", String.join(",", columns.stream().map(Column::key).toList()));
        }
        add(query, "sort", sorting.kept());
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null && !value.isEmpty()) {
            query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8).replace("%2C", ","));
        }
    }
}
