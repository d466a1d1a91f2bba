package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.workbook.Findings.Finding;
import ru.smolensk.mentoring.workbook.Importing.Outcome;
import ru.smolensk.mentoring.workbook.Run.Change;
import ru.smolensk.mentoring.workbook.Run.Result;
import ru.smolensk.mentoring.workbook.Run.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of an uploaded workbook: the file until it is written, how it stands, and the rows of its preview. Everywhere a tenant of
 * {@code null} means the city, whose workbook is the list of organisations.
 */
@Component
class Uploads {

    /** How an upload stands. */
    enum Stage {
        CHECKING, CHECKED, WRITING, WRITTEN, REFUSED, FAILED
    }

    /**
     * An upload.
     *
     * @param refusal why the file as a whole can't be imported, or {@code null}
     * @param counts rows by what becomes of them
     * @param silent whether nobody works on it any more, although nobody has said so
     */
    record Upload(long id, String fileName, Stage stage, String refusal, int done, int total, Map<State, Long> counts, boolean silent) {

        public boolean going() {
            return (stage == Stage.CHECKING || stage == Stage.WRITING) && !silent;
        }

        public boolean is(String name) {
            return stage.name().equals(name);
        }

        public boolean failed() {
            return stage == Stage.FAILED || silent && (stage == Stage.CHECKING || stage == Stage.WRITING);
        }

        public long count(String state) {
            return counts.getOrDefault(State.valueOf(state), 0L);
        }

        /** Whether there is something to write and nothing against it. */
        public boolean confirmable() {
            return stage == Stage.CHECKED && count("WRONG") == 0 && count("UNCHECKED") == 0 && count("NEW") + count("CHANGED") > 0;
        }
    }

    /** A row of the file in the preview. */
    record Line(String sheet, Integer number, State state, String title, List<Change> changes, List<Finding> findings) {
    }

    /** The file and what its preview came to. */
    record Confirmed(Content content, String fileName, String fingerprint) {
    }

    /** Whoever works on an upload says so at least as often. */
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 500;
    /** Of that tenant, or of the city. */
    private static final String ITS = " where organisation_id is not distinct from cast(? as bigint) and id = ?";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final JsonMapper json;
    private final PortalClock clock;

    Uploads(JdbcClient jdbc, JdbcOperations batches, JsonMapper json, PortalClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    private static Long id(Tenant tenant) {
        return tenant == null ? null : tenant.id();
    }

    /** @return its identifier */
    long receive(SignedIn who, Tenant tenant, String fileName, byte[] content) {
        return jdbc.sql("""
                insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at)
                values (cast(:organisation as bigint), :account, left(:name, 255), :content, 'CHECKING', :now, :now) returning id
                """).param("organisation", id(tenant)).param("account", who.accountId()).param("name", fileName).param("content", content)
                .param("now", now()).query(Long.class).single();
    }

    /** The upload, if it is the tenant's. */
    Optional<Upload> of(Tenant tenant, long id) {
        return jdbc.sql("select * from workbook_import" + ITS).params(id(tenant), id).query((row, number) -> upload(row)).optional();
    }

    private Upload upload(ResultSet row) throws SQLException {
        Map<State, Long> counts = new EnumMap<>(State.class);
        jdbc.sql("select state, count(*) from workbook_import_row where import_id = ? group by state").param(row.getLong("id"))
                .query(counted -> {
                    counts.put(State.valueOf(counted.getString(1)), counted.getLong(2));
                });
        counts.put(State.UNCHANGED, row.getLong("unchanged"));
        return new Upload(row.getLong("id"), row.getString("file_name"), Stage.valueOf(row.getString("state")), row.getString("refusal"),
                row.getInt("done"), row.getInt("total"), counts,
                row.getObject("seen_at", OffsetDateTime.class).toInstant().isBefore(clock.instant().minus(SILENCE)));
    }

    /** The rows of the preview that come to this. */
    Paged<Line> lines(Upload upload, State state, int page) {
        List<Line> lines = jdbc.sql("select * from workbook_import_row where import_id = ? and state = ? order by position limit ? offset ?")
                .params(upload.id(), state.name(), Paged.SIZE, (page - 1) * Paged.SIZE).query(this::line).list();
        return new Paged<>(lines, page, Paged.SIZE, upload.count(state.name()));
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getString("sheet"), row.getObject("row_number", Integer.class), State.valueOf(row.getString("state")), row.getString("title"),
                json.readValue(row.getString("changes"), new TypeReference<>() {
                }), findings(row.getString("findings")));
    }

    /** Everything that is wrong with it. */
    List<Finding> findings(Upload upload) {
        List<Finding> findings = new ArrayList<>();
        jdbc.sql("select findings from workbook_import_row where import_id = ? and state = 'WRONG' order by position").param(upload.id()).query(row -> {
            findings.addAll(findings(row.getString(1)));
        });
        return findings;
    }

    private List<Finding> findings(String stored) {
        return json.readValue(stored, new TypeReference<>() {
        });
    }

    /**
     * What stands in the file.
     *
     * @throws NotFound if the tenant has no such upload, or its file is kept no longer
     * @throws Refusal if it can't be read
     */
    Content content(Tenant tenant, long id) {
        return read(jdbc.sql("select content from workbook_import" + ITS + " and content is not null").params(id(tenant), id)
                .query(byte[].class).optional().orElseThrow(NotFound::new));
    }

    /** The same with what has been confirmed. */
    Confirmed confirmed(Tenant tenant, long id) {
        return jdbc.sql("select content, file_name, fingerprint from workbook_import" + ITS).params(id(tenant), id)
                .query((row, number) -> new Confirmed(read(row.getBytes("content")), row.getString("file_name"), row.getString("fingerprint"))).single();
    }

    private static Content read(byte[] bytes) {
        try {
            Path file = Files.createTempFile("workbook", null);
            try {
                Files.write(file, bytes);
                return WorkbookFile.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Begins to write what was checked, unless that has been begun already.
     *
     * @return whether it begins now
     * @throws Refusal if another import of the same tenant is being written
     */
    boolean begin(Tenant tenant, long id) {
        jdbc.sql("""
                update workbook_import set state = 'FAILED'
                 where organisation_id is not distinct from cast(? as bigint) and state = 'WRITING' and seen_at < ?
                """).params(id(tenant), clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC)).update();
        try {
            return jdbc.sql("update workbook_import set state = 'WRITING', done = 0, seen_at = ?" + ITS + " and state = 'CHECKED'")
                    .params(now(), id(tenant), id).update() == 1;
        } catch (DuplicateKeyException another) {
            throw new Refusal((tenant == null ? "Сейчас записывается другая таблица организаций" : "Сейчас записывается другая таблица этой организации")
                    + ". Подождите, пока запись закончится, и загрузите свою снова");
        }
    }

    void progress(long id, int done, int total) {
        jdbc.sql("update workbook_import set done = ?, total = ?, seen_at = ? where id = ?").params(done, total, now(), id).update();
    }

    void written(long id) {
        jdbc.sql("update workbook_import set state = 'WRITTEN', content = null, seen_at = ? where id = ?").params(now(), id).update();
    }

    void refuse(long id, String why) {
        jdbc.sql("update workbook_import set state = 'REFUSED', refusal = ?, content = null, seen_at = ? where id = ?").params(why, now(), id).update();
    }

    void fail(long id) {
        jdbc.sql("update workbook_import set state = 'FAILED', seen_at = ? where id = ?").params(now(), id).update();
    }

    /** Keeps what the preview came to, in the place of an earlier one. */
    void keep(long id, Outcome outcome) {
        jdbc.sql("delete from workbook_import_row where import_id = ?").param(id).update();
        List<Object[]> rows = new ArrayList<>();
        Set<String> told = outcome.results().stream().map(result -> result.sheet() + "|" + result.row()).collect(Collectors.toSet());
        outcome.findings().stream().filter(finding -> !told.contains(finding.sheet() + "|" + finding.row()))
                .forEach(finding -> rows.add(row(id, rows.size(), finding.sheet(), finding.row(), State.WRONG, null, List.of(), List.of(finding))));
        Map<String, List<Finding>> byRow = new HashMap<>();
        outcome.findings().forEach(finding -> byRow.computeIfAbsent(finding.sheet() + "|" + finding.row(), one -> new ArrayList<>()).add(finding));
        byRow.values().forEach(found -> found.sort(Comparator.comparing(Finding::column, Comparator.nullsFirst(Comparator.naturalOrder()))));
        for (Result result : outcome.results()) {
            if (result.state() != State.UNCHANGED) {
                rows.add(row(id, rows.size(), result.sheet(), result.row(), result.state(), result.title(), result.changes(),
                        byRow.getOrDefault(result.sheet() + "|" + result.row(), List.of())));
            }
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate("""
                    insert into workbook_import_row (import_id, position, sheet, row_number, state, title, changes, findings)
                    values (?, ?, left(?, 255), ?, ?, left(?, 500), cast(? as jsonb), cast(? as jsonb))
                    """, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        jdbc.sql("update workbook_import set state = 'CHECKED', unchanged = ?, fingerprint = ?, done = total, seen_at = ? where id = ?")
                .params(outcome.count(State.UNCHANGED), outcome.fingerprint(), now(), id).update();
    }

    private Object[] row(long id, int position, String sheet, Integer number, State state, String title, List<Change> changes, List<Finding> findings) {
        return new Object[] {id, position, sheet, number, state.name(), title, json.writeValueAsString(changes), json.writeValueAsString(findings)};
    }

    /** An upload holds names: it goes after a day, whatever became of it. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    int forget() {
        return jdbc.sql("delete from workbook_import where asked_at < ?").param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
