package ru.smolensk.mentoring.cityregister;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ru.smolensk.mentoring.platform.SortColumns;

/**
 * A register of the city: columns over one statement. What the page shows, how it is narrowed and sorted and what the files hold, all
 * derives from this declaration; the first column names the row and is always there.
 *
 * @param key its name in addresses
 * @param about what it is, in a sentence
 * @param counted what its rows are called: «наставник», «наставника», «наставников»
 * @param rows the beginning of {@code from …}; the day is {@code :today}, the organisation's alias is {@code o}
 * @param organisationId and {@code id} tell rows apart, in SQL
 * @param address SQL of the page that a row leads to
 * @param further another page of a row, or {@code null}
 * @param texts what search looks for words in, see {@link Search#found}
 * @param stems the same for forms of words
 */
record Register(String key, String title, String about, List<String> counted, String rows, String organisationId, String id, String address,
                Further further, String texts, String stems, List<Narrowing> narrowings, List<Column> columns) {

    /** A page below that of the row, by the words of its link. */
    record Further(String words, String path) {
    }

    /** What search without an order asked for sorts by: how well the words fit. */
    static final String RELEVANCE = "relevance";

    /** How it may be sorted; a search puts first what fits best. */
    SortColumns sortColumns(boolean searching) {
        String ties = id;
        Column name = columns.get(0);
        return searching
                ? SortColumns.of(RELEVANCE, String.join(", ", name.order()) + ", " + ties, with(SortColumns.greatest(RELEVANCE, "f.rank")))
                : SortColumns.of(name.key(), ties, with());
    }

    private SortColumns.Column[] with(SortColumns.Column... more) {
        return Stream.concat(Arrays.stream(more), columns.stream().map(column -> {
            String[] order = column.order().toArray(String[]::new);
            return column.greatestFirst() ? SortColumns.greatest(column.key(), order) : SortColumns.least(column.key(), order);
        })).toArray(SortColumns.Column[]::new);
    }
}
