package ru.smolensk.mentoring.monitoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.organisation.OrganisationKind;

/**
 * The filter of the consolidated table, as it stands in the address; anything senseless is as if it were not there.
 *
 * @param q words of the name
 * @param reports {@code handed}: also what is handed in and not accepted yet
 * @param state of the report
 * @param sort a column, {@code state} or nothing for the name
 * @param down whether the greatest stands first
 */
record ConsolidatedFilter(String q, String kind, String reports, String state, String sort, String down) {

    public boolean handed() {
        return "handed".equals(reports);
    }

    public OrganisationKind chosenKind() {
        return one(OrganisationKind.values(), kind);
    }

    public ReportState chosenState() {
        return one(ReportState.values(), state);
    }

    public Column chosenColumn() {
        return one(Column.values(), sort);
    }

    public boolean descending() {
        return "yes".equals(down);
    }

    public boolean narrows() {
        return q != null || chosenKind() != null || chosenState() != null;
    }

    private static <T extends Enum<T>> T one(T[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    boolean accepts(Consolidated.Row row) {
        return (chosenKind() == null || row.kind() == chosenKind()) && (chosenState() == null || row.standing().state() == chosenState())
                && (q == null || searchable(row.shortName()).contains(searchable(q)));
    }

    private static String searchable(String words) {
        return words.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('\u00a0', ' ');
    }

    /** Rows come in the order of names; those without the figure stand last whatever the direction. */
    List<Consolidated.Row> ordered(List<Consolidated.Row> rows) {
        Column column = chosenColumn();
        if (column == null) {
            return "state".equals(sort) ? rows.stream().sorted(Comparator.comparing(row -> row.standing().state())).toList() : rows;
        }
        Comparator<BigDecimal> order = descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return rows.stream().sorted(Comparator.comparing((Consolidated.Row row) -> column.value(row.figures()), Comparator.nullsLast(order))).toList();
    }

    /** The query that sorts by a column, the other way round if it is sorted by it already. */
    public String sortedBy(String column) {
        return query(column, column.equals(sort) ? !descending() : !column.equals("state"));
    }

    private String query(String column, boolean greatestFirst) {
        return "?" + Stream.of(pair("q", q), pair("kind", kind), pair("reports", reports), pair("state", state), pair("sort", column),
                greatestFirst ? "down=yes" : "").filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return value == null || value.isEmpty() ? "" : name + "=" + UriUtils.encodeQueryParam(value, "UTF-8").replace("+", "%2B").replace("&", "%26");
    }
}
