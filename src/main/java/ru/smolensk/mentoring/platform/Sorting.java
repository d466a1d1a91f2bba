package ru.smolensk.mentoring.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The order in which a list stands: one of its {@link SortColumns}, there or back. */
public final class Sorting {

    private final SortColumns columns;
    private final SortColumns.Column chosen;
    private final boolean reversed;
    private final boolean asked;

    Sorting(SortColumns columns, SortColumns.Column chosen, boolean reversed, boolean asked) {
        this.columns = columns;
        this.chosen = chosen;
        this.reversed = reversed;
        this.asked = asked;
    }

    /** What follows «order by»: never the same for two rows, so that no row is on two pages. What is not known comes last, there and back. */
    public String sql() {
        SortColumns.Column usual = columns.usual();
        return chosen.sql(descending()) + (chosen == usual ? "" : ", " + usual.sql(usual.greatestFirst())) + ", " + columns.ties();
    }

    /**
     * The rows of a list that is in memory, in this order.
     *
     * @param rows in the order of the column that {@code keys} doesn't have; equal ones stay in it
     * @param keys what each of the other columns sorts by; {@code null} comes last, there and back
     */
    public <T> List<T> sorted(List<T> rows, Map<String, Function<T, Comparable<?>>> keys) {
        List<T> sorted = new ArrayList<>(rows);
        Function<T, Comparable<?>> key = keys.get(chosen.name());
        if (key == null) {
            if (descending()) {
                Collections.reverse(sorted);
            }
            return sorted;
        }
        Comparator<Object> least = Comparator.comparing(Sorting::comparable);
        sorted.sort(Comparator.comparing(row -> (Object) key.apply(row), Comparator.nullsLast(descending() ? least.reversed() : least)));
        return sorted;
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object key) {
        return (Comparable<Object>) key;
    }

    private boolean descending() {
        return chosen.greatestFirst() != reversed;
    }

    /** What a form of the page keeps in a hidden field, or {@code null} for the usual order. */
    public String kept() {
        return asked ? (reversed ? "-" : "") + chosen.name() : null;
    }

    /** The value of {@code aria-sort} for a column's heading, or {@code null}. */
    public String aria(String column) {
        return !chosen.name().equals(column) ? null : descending() ? "descending" : "ascending";
    }

    /** The address of the same list, filter and all, sorted by the column; the other way round if it is already. It begins with the first page. */
    public String address(String column) {
        return SameList.address("sort", (chosen.name().equals(column) && !reversed ? "-" : "") + column, Set.of("page"));
    }
}
