package ru.smolensk.mentoring.cityregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/** Reads any register: two statements a page, whatever its columns and rows. */
@Component
@Transactional(readOnly = true)
class RegisterReading {

    private final JdbcClient jdbc;
    private final PortalClock clock;

    RegisterReading(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A row.
     *
     * @param address of the page that it leads to
     * @param cells words, numbers, dates or {@code null}, one for each column asked for
     */
    public record Row(String address, List<Object> cells) {

        private static final Russian RUSSIAN = new Russian();

        /** A cell as the page shows it; empty where there is nothing. */
        public String text(int index) {
            Object cell = cells.get(index);
            return cell == null ? "" : cell instanceof LocalDate day ? RUSSIAN.date(day)
                    : cell instanceof String words ? RUSSIAN.together(words) : cell.toString();
        }
    }

    /**
     * What was found.
     *
     * @param mistyped words that nothing contains: rows with words like them are shown instead
     */
    public record Found(Paged<Row> paged, List<String> mistyped) {
    }

    Found page(Asked asked) {
        String counting = "select count(*), "
                + (asked.search().narrows() ? "(select string_agg(word, ' ' order by n) from mistyped)" : "null");
        Found counted = statement(counting, asked, "")
                .query((row, number) -> new Found(new Paged<>(List.of(), 1, Paged.SIZE, row.getLong(1)),
                        row.getString(2) == null ? List.of() : List.of(row.getString(2).split(" ")))).single();
        int page = Math.min(asked.page(), counted.paged().pages());
        return new Found(new Paged<>(rows(asked, (page - 1) * Paged.SIZE, Paged.SIZE), page, Paged.SIZE, counted.paged().total()),
                counted.mistyped());
    }

    /** All rows that the pages of the same address show, for a file. */
    List<Row> all(Asked asked) {
        return rows(asked, 0, ListFile.MOST);
    }

    private List<Row> rows(Asked asked, int skipped, int most) {
        String selecting = asked.columns().stream().map(Column::sql)
                .collect(Collectors.joining(", ", "select " + asked.register().address() + ", ", ""));
        return statement(selecting, asked, " order by " + asked.sorting().sql() + " limit :most offset :skipped")
                .param("most", most).param("skipped", skipped).query((row, number) -> row(row, asked.columns())).list();
    }

    /** Words to look for instead, when nothing was found: those of the other keyboard if they find something, and words that are near. */
    List<String> near(Asked asked) {
        if (!asked.search().narrows()) {
            return List.of();
        }
        String meant = Search.otherKeyboard(asked.q());
        List<String> near = new ArrayList<>();
        if (meant != null && page(asked.withWords(meant)).paged().total() > 0) {
            near.add(meant);
        }
        near.addAll(jdbc.sql(Search.near(asked.register().texts())).param("words", asked.search().array()).query(String.class).list());
        return near;
    }

    /** Organisations to choose from, by slug. */
    List<Choice> organisations() {
        return jdbc.sql("select slug, short_name from organisation order by short_name, id")
                .query((row, number) -> new Choice(row.getString(1), row.getString(2))).list();
    }

    private JdbcClient.StatementSpec statement(String selecting, Asked asked, String ending) {
        Register register = asked.register();
        boolean searching = asked.search().narrows();
        StringBuilder sql = new StringBuilder(searching ? Search.found(register.texts(), register.stems()) : "");
        sql.append(selecting).append('\n').append(register.rows());
        if (searching) {
            sql.append(" join found f on f.organisation_id = ").append(register.organisationId()).append(" and f.id = ")
                    .append(register.id());
        }
        sql.append("\n where (cast(:kind as text) is null or o.kind = :kind) "
                + "and (cast(:organisation as text) is null or o.slug = :organisation)");
        asked.narrowed().values().forEach(option -> sql.append(" and (").append(option.condition()).append(')'));
        return jdbc.sql(sql.append(ending).toString()).param("today", clock.today()).param("words", asked.search().array())
                .param("kind", asked.kind() == null ? null : asked.kind().name()).param("organisation", asked.organisation());
    }

    private static Row row(ResultSet row, List<Column> columns) throws SQLException {
        List<Object> cells = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            cells.add(switch (columns.get(index).kind()) {
                case DATE -> row.getObject(index + 2, LocalDate.class);
                case WORDS -> row.getString(index + 2);
                default -> row.getBigDecimal(index + 2);
            });
        }
        return new Row(row.getString(1), cells);
    }
}
