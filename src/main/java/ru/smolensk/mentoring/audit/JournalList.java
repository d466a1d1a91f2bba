package ru.smolensk.mentoring.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The journal of the whole city, by person, organisation, kind and time. */
@Component
@Transactional(readOnly = true)
class JournalList {

    private static final String CHOSEN = """
              from journal_entry j left join organisation o on o.id = j.organisation_id
             where (:sessions or j.action <> 'SIGNED_IN')
               and (cast(:subject as text) is null or j.subject = :subject)
               and (cast(:organisation as text) is null or o.slug = :organisation)
               and (cast(:from as timestamptz) is null or j.happened_at >= :from)
               and (cast(:before as timestamptz) is null or j.happened_at < :before)
               -- Parts of something larger stand behind it, unless one asks for them or for their kind.
               and (cast(:whole as bigint) is null and (j.part_of is null or cast(:subject as text) is not null) or j.part_of = :whole)
               and not exists (select from regexp_split_to_table(searchable(:words), '\\s+') word
                                where strpos(searchable(j.account_name), word) = 0)
            """;
    private static final String ROWS = "select j.*, o.short_name" + CHOSEN + " order by j.happened_at desc, j.id desc";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What of the journal is wanted; {@code null} where it does not matter.
     *
     * @param q words of the person's name
     * @param organisation the slug
     * @param from the first day
     * @param to the last day
     * @param whole the identifier of something larger, whose parts are wanted
     */
    record Filter(String q, String organisation, Subject subject, @TypedDate String from, @TypedDate String to, String whole) {

        private Long wholeId() {
            return whole != null && whole.matches("\\d{1,18}") ? Long.valueOf(whole) : null;
        }

        /** Whether something stands there that is no day: it chooses nothing, and the page says so. */
        public static boolean senseless(String typed) {
            return typed != null && !typed.isBlank() && Typed.dateOr(typed, null) == null;
        }

        private static OffsetDateTime morning(String typed, int later) {
            LocalDate day = Typed.dateOr(typed, null);
            return day == null ? null : day.plusDays(later).atStartOfDay(PortalClock.ZONE).toOffsetDateTime();
        }
    }

    /**
     * One line.
     *
     * @param origin the network address it came from, or {@code null}
     */
    record Row(Instant at, String who, String origin, String organisation, Subject subject, long subjectId, String subjectName, Action action, String reason,
               List<Journal.Difference> changes) {
    }

    /** @param sessions also who has come in and when: nothing that is changed, and the administrator's business alone */
    Paged<Row> page(Filter wanted, boolean sessions, int page) {
        long total = statement("select count(*)" + CHOSEN, wanted, sessions).query(Long.class).single();
        int shown = Math.min(page, (int) Math.max(1, (total + Paged.SIZE - 1) / Paged.SIZE));
        return new Paged<>(statement(ROWS + " limit :size offset :skipped", wanted, sessions).param("size", Paged.SIZE)
                .param("skipped", (shown - 1) * Paged.SIZE).query(this::row).list(), shown, Paged.SIZE, total);
    }

    /** Hands over every chosen line, however many there are. */
    void each(Filter wanted, boolean sessions, Consumer<Row> reader) {
        try (Stream<Row> rows = statement(ROWS, wanted, sessions).query(this::row).stream()) {
            rows.forEach(reader);
        }
    }

    /** Organisations to choose from, by slug. */
    List<Choice> organisations() {
        return jdbc.sql("select slug, short_name from organisation order by short_name, id")
                .query((row, number) -> new Choice(row.getString(1), row.getString(2))).list();
    }

    private JdbcClient.StatementSpec statement(String sql, Filter wanted, boolean sessions) {
        return jdbc.sql(sql).withFetchSize(500).param("sessions", sessions).param("subject", wanted.subject() == null ? null : wanted.subject().name())
                .param("organisation", wanted.organisation()).param("from", Filter.morning(wanted.from(), 0))
                .param("before", Filter.morning(wanted.to(), 1)).param("words", wanted.q() == null ? "" : wanted.q())
                .param("whole", wanted.wholeId());
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("happened_at", OffsetDateTime.class).toInstant(), row.getString("account_name"), row.getString("origin"),
                row.getString("short_name"), Subject.valueOf(row.getString("subject")), row.getLong("subject_id"), row.getString("subject_name"),
                Action.valueOf(row.getString("action")), row.getString("reason"),
                json.readValue(row.getString("changes"), new TypeReference<>() {
                }));
    }
}
