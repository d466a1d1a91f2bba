package ru.smolensk.mentoring.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal: the history at the foot of a thing's page. */
@Component
@Transactional(readOnly = true)
public class History {

    /** A page shows no more than these; the rest is in the journal of the department. */
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    History(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One line of a history.
     *
     * @param who the name the account had at that moment
     */
    public record Entry(Instant at, String who, Subject subject, long subjectId, String subjectName, Action action, String reason,
                        List<Journal.Difference> changes) {
    }

    /** Who did what to the thing, the newest first. */
    public List<Entry> of(Audited thing) {
        return jdbc.sql("select * from journal_entry where subject = ? and subject_id = ? order by id desc limit " + SHOWN)
                .params(thing.subject().name(), thing.id()).query(this::entry).list();
    }

    /** Who did what to these things, all of one kind; the newest first. */
    public List<Entry> of(List<? extends Audited> things) {
        return things.isEmpty() ? List.of()
                : jdbc.sql("select * from journal_entry where subject = :subject and subject_id in (:ids) order by id desc limit " + SHOWN)
                        .param("subject", things.get(0).subject().name()).param("ids", things.stream().map(Audited::id).toList())
                        .query(this::entry).list();
    }

    /** What happened to all things of one kind in an organisation, the newest first. */
    public List<Entry> of(long organisationId, Subject subject) {
        return jdbc.sql("select * from journal_entry where organisation_id = ? and subject = ? order by id desc limit " + SHOWN)
                .params(organisationId, subject.name()).query(this::entry).list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getObject("happened_at", OffsetDateTime.class).toInstant(), row.getString("account_name"),
                Subject.valueOf(row.getString("subject")), row.getLong("subject_id"), row.getString("subject_name"),
                Action.valueOf(row.getString("action")), row.getString("reason"),
                json.readValue(row.getString("changes"), new TypeReference<>() {
                }));
    }
}
