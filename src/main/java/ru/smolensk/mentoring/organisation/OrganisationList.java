package ru.smolensk.mentoring.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** The administrator's list of organisations. */
@Component
@Transactional(readOnly = true)
class OrganisationList {

    private static final String CHOSEN = """
              from organisation o
             where (cast(:kind as text) is null or o.kind = :kind)
               and (cast(:state as text) is null or case when o.closed_on is null then 'OPEN' else 'CLOSED' end = :state)
               and not exists (select from regexp_split_to_table(searchable(:words), '\\s+') word
                                where strpos(o.search_name || ' ' || o.slug, word) = 0)
            """;

    /** The closed ones stand below, whatever sorts. */
    private static final String CLOSED_LAST = " order by o.closed_on is not null, ";
    private static final SortColumns COLUMNS = SortColumns.of("name", "o.id", SortColumns.least("name", "o.short_name"),
            SortColumns.least("kind", Arrays.stream(OrganisationKind.values()).map(kind -> "'" + kind + "'")
                    .collect(Collectors.joining(", ", "array_position(array[", "], o.kind::text)"))),
            SortColumns.least("slug", "o.slug"), SortColumns.least("curators", "curators"));

    private final JdbcClient jdbc;
    private final PortalClock clock;

    OrganisationList(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the organisation works. */
    enum State implements Labelled {
        OPEN("Работает"), CLOSED("Закрыта");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What of the list is wanted; {@code null} where it does not matter. */
    record Filter(String q, OrganisationKind kind, State state, String sort) {

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }
    }

    /**
     * One organisation.
     *
     * @param curators names of those whose appointment is in force today, or {@code null}
     */
    record Row(long id, String slug, OrganisationKind kind, String shortName, LocalDate closedOn, String curators) {
    }

    Paged<Row> page(Filter wanted, int page) {
        long total = statement("select count(*)" + CHOSEN, wanted).query(Long.class).single();
        int shown = Math.min(page, (int) Math.max(1, (total + Paged.SIZE - 1) / Paged.SIZE));
        List<Row> rows = statement("""
                select o.id, o.slug, o.kind, o.short_name, o.closed_on, (
                         select string_agg(distinct c.display_name, ', ') from curator_appointment a join account c on c.id = a.account_id
                          where a.organisation_id = o.id and a.annulled_on is null and a.starts_on <= :today
                            and (a.ends_on is null or a.ends_on >= :today)) collate russian as curators
                """ + CHOSEN + CLOSED_LAST + wanted.sorting().sql() + " limit :size offset :skipped", wanted)
                .param("today", clock.today()).param("size", Paged.SIZE).param("skipped", (shown - 1) * Paged.SIZE)
                .query((row, number) -> new Row(row.getLong("id"), row.getString("slug"), OrganisationKind.valueOf(row.getString("kind")),
                        row.getString("short_name"), row.getObject("closed_on", LocalDate.class), row.getString("curators"))).list();
        return new Paged<>(rows, shown, Paged.SIZE, total);
    }

    private JdbcClient.StatementSpec statement(String sql, Filter wanted) {
        return jdbc.sql(sql).param("kind", wanted.kind() == null ? null : wanted.kind().name())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("words", wanted.q() == null ? "" : wanted.q());
    }
}
