package ru.smolensk.mentoring.platform;

import java.util.List;

/**
 * The columns that a list can be sorted by: their names as they stand in addresses ({@code ?sort=name}, {@code ?sort=-name} for the other way
 * round) and what of SQL stands behind each. A constant of the list:
 *
 * <pre>
 * static final SortColumns COLUMNS = SortColumns.of("name", "p.id",
 *         SortColumns.least("name", "p.last_name", "p.first_name"), SortColumns.greatest("date", "o.dated_on"));
 * Sorting sorting = COLUMNS.asked(filter.sort());                                  // anything senseless is the usual order
 * jdbc.sql("select … order by " + sorting.sql() + " limit …");                     // nothing of the address is in it
 * {@literal <th th:replace="~{parts :: sorted(sorting=${sorting}, column='name', words='Имя')}"></th>}
 * </pre>
 */
public final class SortColumns {

    private final Column usual;
    private final String ties;
    private final List<Column> columns;

    private SortColumns(Column usual, String ties, List<Column> columns) {
        this.usual = usual;
        this.ties = ties;
        this.columns = columns;
    }

    /**
     * One column.
     *
     * @param greatestFirst whether the first click puts the greatest on top: the newest date, the longest experience
     * @param expressions what to sort by in SQL; none where the list is sorted in memory
     */
    public record Column(String name, boolean greatestFirst, List<String> expressions) {

        String sql(boolean descending) {
            return String.join(", ", expressions.stream().map(one -> one + (descending ? " desc" : "") + " nulls last").toList());
        }
    }

    /** Words, numbers of papers, states: the first click puts the least on top. */
    public static Column least(String name, String... expressions) {
        return new Column(name, false, List.of(expressions));
    }

    /** Counts, shares and dates: the first click puts the greatest on top. */
    public static Column greatest(String name, String... expressions) {
        return new Column(name, true, List.of(expressions));
    }

    /**
     * The columns of a list.
     *
     * @param usual the column that sorts when nothing is asked; it also parts what another column finds equal
     * @param ties SQL that parts what is equal still, as a rule the identifier; {@code null} where the list is sorted in memory
     */
    public static SortColumns of(String usual, String ties, Column... columns) {
        List<Column> all = List.of(columns);
        return new SortColumns(found(all, usual), ties, all);
    }

    /** The order that an address asks for; what it doesn't know, it has the usual order instead of. */
    public Sorting asked(String typed) {
        boolean reversed = typed != null && typed.startsWith("-");
        Column chosen = typed == null ? null : found(columns, reversed ? typed.substring(1) : typed);
        return chosen == null ? new Sorting(this, usual, false, false) : new Sorting(this, chosen, reversed, true);
    }

    private static Column found(List<Column> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
    }

    Column usual() {
        return usual;
    }

    String ties() {
        return ties;
    }
}
