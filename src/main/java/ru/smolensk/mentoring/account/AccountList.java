package ru.smolensk.mentoring.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** The administrator's list of accounts. */
@Component
@Transactional(readOnly = true)
class AccountList {

    private static final String CHOSEN = """
              from account a
             where (cast(:role as text) is null or a.role = :role)
               and (cast(:state as text) is null
                    or case when a.blocked then 'BLOCKED' when a.must_change_password then 'INVITED' else 'ACTIVE' end = :state)
               and not exists (select from regexp_split_to_table(searchable(:words), '\\s+') word
                                where strpos(searchable(a.display_name || ' ' || a.login), word) = 0)
            """;

    private static final SortColumns COLUMNS = SortColumns.of("state", "a.display_name collate russian, a.login",
            SortColumns.least("name", "a.display_name collate russian"), SortColumns.least("login", "a.login"),
            SortColumns.least("role", Arrays.stream(Role.values()).map(role -> "'" + role + "'")
                    .collect(Collectors.joining(", ", "array_position(array[", "], a.role::text)"))),
            SortColumns.least("state", "case when a.blocked then 2 when a.must_change_password then 1 else 0 end"),
            SortColumns.greatest("entered", "signed_in_at"));

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether an account can be used now. */
    enum State implements Labelled {
        ACTIVE("Работает"), INVITED("Ещё не сменил временный пароль"), BLOCKED("Заблокирована");

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
    record Filter(String q, Role role, State state, String sort) {

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }
    }

    /**
     * One account.
     *
     * @param signedInAt the last login, or {@code null}
     */
    record Row(long id, String login, String displayName, Role role, State state, Instant signedInAt) {
    }

    Paged<Row> page(Filter wanted, int page) {
        long total = statement("select count(*)" + CHOSEN, wanted).query(Long.class).single();
        int last = (int) Math.max(1, (total + Paged.SIZE - 1) / Paged.SIZE);
        int shown = Math.min(page, last);
        List<Row> rows = statement("""
                select a.id, a.login, a.display_name, a.role, a.blocked, a.must_change_password,
                       (select max(j.happened_at) from journal_entry j
                         where j.subject = 'ACCOUNT' and j.subject_id = a.id and j.action = 'SIGNED_IN') as signed_in_at
                """ + CHOSEN + " order by " + wanted.sorting().sql() + " limit :size offset :skipped", wanted)
                .param("size", Paged.SIZE).param("skipped", (shown - 1) * Paged.SIZE).query(AccountList::row).list();
        return new Paged<>(rows, shown, Paged.SIZE, total);
    }

    private JdbcClient.StatementSpec statement(String sql, Filter wanted) {
        return jdbc.sql(sql).param("role", wanted.role() == null ? null : wanted.role().name())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("words", wanted.q() == null ? "" : wanted.q());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime signedIn = row.getObject("signed_in_at", OffsetDateTime.class);
        State state = row.getBoolean("blocked") ? State.BLOCKED : row.getBoolean("must_change_password") ? State.INVITED : State.ACTIVE;
        return new Row(row.getLong("id"), row.getString("login"), row.getString("display_name"), Role.valueOf(row.getString("role")), state,
                signedIn == null ? null : signedIn.toInstant());
    }
}
