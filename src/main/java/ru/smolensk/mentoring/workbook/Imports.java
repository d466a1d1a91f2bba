package ru.smolensk.mentoring.workbook;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.exchange.Exports.Progress;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.workbook.Findings.Finding;
import ru.smolensk.mentoring.workbook.Importing.Outcome;
import ru.smolensk.mentoring.workbook.Run.Change;
import ru.smolensk.mentoring.workbook.Run.Result;
import ru.smolensk.mentoring.workbook.Run.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uploaded workbooks on their way in: previewed and written beside the request that asked for it, one after another for the whole portal; the
 * page shows how far it is and may be left.
 */
@Service
class Imports {

    /** How an upload stands. */
    enum Stage {
        CHECKING, CHECKED, WRITING, WRITTEN, REFUSED, FAILED
    }

    /**
     * An upload.
     *
     * @param refusal why the file as a whole can't be imported, or {@code null}
     * @param counts rows by what becomes of them
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

    /** A preview that is ready so soon is answered at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int WAITING = 20;
    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Importing importing;
    private final JsonMapper json;
    private final PortalClock clock;
    private final Russian russian;
    private final TransactionTemplate apart;
    private final ThreadPoolExecutor desk;

    Imports(JdbcClient jdbc, JdbcOperations batches, Importing importing, JsonMapper json, PortalClock clock, Russian russian,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.importing = importing;
        this.json = json;
        this.clock = clock;
        this.russian = russian;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.desk = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));
        this.desk.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes a workbook and begins its preview.
     *
     * @return its identifier
     * @throws Refusal at «file» if there is none or it is too large
     */
    long receive(SignedIn who, Tenant tenant, MultipartFile file) {
        Refusal.when(file == null || file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()), "file",
                "Выберите файл таблицы");
        Refusal.when(file.getSize() > WorkbookFile.LIMIT, "file", "Файл занимает " + russian.size(file.getSize())
                + ", а портал принимает таблицы до 10\u00a0МБ. Проверьте, тот ли это файл: в таблице организации нет картинок");
        String name = Typed.line(file.getOriginalFilename());
        String shown = name == null ? "таблица" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        long id;
        try {
            id = jdbc.sql("""
                    insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at)
                    values (:organisation, :account, left(:name, 255), :content, 'CHECKING', :now, :now) returning id
                    """).param("organisation", tenant.id()).param("account", who.accountId()).param("name", shown).param("content", file.getBytes())
                    .param("now", now()).query(Long.class).single();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        work(tenant, id, () -> check(tenant, id));
        return id;
    }

    /**
     * Writes what the preview has shown.
     *
     * @throws NotFound if the organisation has no such upload
     * @throws Refusal if it is not ready to be written, or another import of the organisation is being written
     */
    void confirm(Tenant tenant, long id) {
        Upload upload = of(tenant, id).orElseThrow(NotFound::new);
        if (upload.stage() == Stage.WRITING || upload.stage() == Stage.WRITTEN) {
            return; // Confirmed already.
        }
        Refusal.when(!upload.confirmable(), null, "Эту таблицу импортировать нельзя: в ней есть ошибки или нечего менять. Загрузите исправленную");
        jdbc.sql("update workbook_import set state = 'FAILED' where organisation_id = ? and state = 'WRITING' and seen_at < ?")
                .params(tenant.id(), clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC)).update();
        try {
            int begun = jdbc.sql("""
                    update workbook_import set state = 'WRITING', done = 0, seen_at = ? where organisation_id = ? and id = ? and state = 'CHECKED'
                    """).params(now(), tenant.id(), id).update();
            if (begun == 0) {
                return;
            }
        } catch (DuplicateKeyException another) {
            throw new Refusal("Сейчас записывается другая таблица этой организации. Подождите, пока запись закончится, и загрузите свою снова");
        }
        String origin = Journal.origin();
        work(tenant, id, () -> write(tenant, id, origin));
    }

    /** The upload, if it is the organisation's. */
    Optional<Upload> of(Tenant tenant, long id) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        jdbc.sql("select state, count(*) from workbook_import_row where organisation_id = ? and import_id = ? group by state").params(tenant.id(), id)
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getLong(2));
                });
        return jdbc.sql("select id, file_name, state, refusal, done, total, unchanged, seen_at from workbook_import where organisation_id = ? and id = ?")
                .params(tenant.id(), id).query((row, number) -> upload(row, counts)).optional();
    }

    private Upload upload(ResultSet row, Map<State, Long> counts) throws SQLException {
        counts.put(State.UNCHANGED, row.getLong("unchanged"));
        return new Upload(row.getLong("id"), row.getString("file_name"), Stage.valueOf(row.getString("state")), row.getString("refusal"),
                row.getInt("done"), row.getInt("total"), counts,
                row.getObject("seen_at", OffsetDateTime.class).toInstant().isBefore(clock.instant().minus(SILENCE)));
    }

    /** The rows of the preview that come to this. */
    Paged<Line> lines(Tenant tenant, long id, State state, int page) {
        long total = jdbc.sql("select count(*) from workbook_import_row where organisation_id = ? and import_id = ? and state = ?")
                .params(tenant.id(), id, state.name()).query(Long.class).single();
        List<Line> lines = jdbc.sql("""
                select * from workbook_import_row where organisation_id = ? and import_id = ? and state = ? order by position limit ? offset ?
                """).params(tenant.id(), id, state.name(), Paged.SIZE, (page - 1) * Paged.SIZE).query(this::line).list();
        return new Paged<>(lines, page, Paged.SIZE, total);
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getString("sheet"), row.getObject("row_number", Integer.class), State.valueOf(row.getString("state")), row.getString("title"),
                json.readValue(row.getString("changes"), new TypeReference<>() {
                }), json.readValue(row.getString("findings"), new TypeReference<>() {
                }));
    }

    /**
     * Writes what was uploaded with a remark on each wrong cell.
     *
     * @throws NotFound if the organisation has no such upload, or it can't be read
     */
    void writeMarked(Tenant tenant, long id, OutputStream out) throws IOException {
        List<Finding> findings = new ArrayList<>();
        jdbc.sql("select findings from workbook_import_row where organisation_id = ? and import_id = ? and state = 'WRONG' order by position")
                .params(tenant.id(), id).query(row -> {
                    findings.addAll(json.readValue(row.getString(1), new TypeReference<List<Finding>>() {
                    }));
                });
        MarkedWorkbook.write(content(tenant, id), findings, out);
    }

    // ---- Beside the request ----------------------------------------------------------------------------------------------------

    private void work(Tenant tenant, long id, Runnable work) {
        try {
            desk.submit(new DelegatingSecurityContextRunnable(() -> carefully(tenant, id, work))).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            fail(tenant, id);
            throw new Refusal(null, "Сейчас портал обрабатывает слишком много таблиц. Подождите минуту и загрузите снова");
        } catch (TimeoutException longer) {
            LOG.debug("Import {} takes longer", id);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void carefully(Tenant tenant, long id, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            jdbc.sql("update workbook_import set state = 'REFUSED', refusal = ?, content = null, seen_at = ? where organisation_id = ? and id = ?")
                    .params(refusal.getMessage(), now(), tenant.id(), id).update();
        } catch (RuntimeException failure) {
            LOG.error("Import {} failed", id, failure);
            fail(tenant, id);
        }
    }

    private void fail(Tenant tenant, long id) {
        jdbc.sql("update workbook_import set state = 'FAILED', seen_at = ? where organisation_id = ? and id = ?").params(now(), tenant.id(), id).update();
    }

    private void check(Tenant tenant, long id) {
        Outcome outcome = importing.preview(tenant, content(tenant, id), new Notes(tenant, id));
        apart.executeWithoutResult(status -> keep(tenant, id, outcome));
    }

    private void write(Tenant tenant, long id, String origin) {
        Map<String, Object> known = jdbc.sql("select fingerprint, file_name from workbook_import where organisation_id = ? and id = ?")
                .params(tenant.id(), id).query().singleRow();
        Outcome outcome = importing.write(tenant, content(tenant, id), (String) known.get("fingerprint"), id, (String) known.get("file_name"), origin,
                new Notes(tenant, id), () -> jdbc.sql("update workbook_import set state = 'WRITTEN', content = null, seen_at = ? where organisation_id = ? and id = ?")
                        .params(now(), tenant.id(), id).update());
        if (!outcome.written()) {
            apart.executeWithoutResult(status -> keep(tenant, id, outcome));
        }
    }

    private Content content(Tenant tenant, long id) {
        byte[] bytes = jdbc.sql("select content from workbook_import where organisation_id = ? and id = ? and content is not null")
                .params(tenant.id(), id).query(byte[].class).optional().orElseThrow(NotFound::new);
        try {
            Path file = Files.createTempFile("workbook", null);
            try {
                Files.copy(new ByteArrayInputStream(bytes), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return WorkbookFile.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keeps what the preview came to, in the place of an earlier one. */
    private void keep(Tenant tenant, long id, Outcome outcome) {
        jdbc.sql("delete from workbook_import_row where organisation_id = ? and import_id = ?").params(tenant.id(), id).update();
        List<Object[]> rows = new ArrayList<>();
        Set<String> told = outcome.results().stream().map(result -> result.sheet() + "|" + result.row()).collect(Collectors.toSet());
        outcome.findings().stream().filter(finding -> !told.contains(finding.sheet() + "|" + finding.row()))
                .forEach(finding -> rows.add(row(tenant, id, rows.size(), finding.sheet(), finding.row(), State.WRONG, null, List.of(), List.of(finding))));
        Map<String, List<Finding>> byRow = new HashMap<>();
        outcome.findings().forEach(finding -> byRow.computeIfAbsent(finding.sheet() + "|" + finding.row(), one -> new ArrayList<>()).add(finding));
        byRow.values().forEach(found -> found.sort(Comparator.comparing(Finding::column, Comparator.nullsFirst(Comparator.naturalOrder()))));
        for (Result result : outcome.results()) {
            if (result.state() != State.UNCHANGED) {
                rows.add(row(tenant, id, rows.size(), result.sheet(), result.row(), result.state(), result.title(), result.changes(),
                        byRow.getOrDefault(result.sheet() + "|" + result.row(), List.of())));
            }
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate("""
                    insert into workbook_import_row (organisation_id, import_id, position, sheet, row_number, state, title, changes, findings)
                    values (?, ?, ?, left(?, 255), ?, ?, left(?, 500), cast(? as jsonb), cast(? as jsonb))
                    """, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        jdbc.sql("update workbook_import set state = 'CHECKED', unchanged = ?, fingerprint = ?, done = total, seen_at = ? where organisation_id = ? and id = ?")
                .params(outcome.count(State.UNCHANGED), outcome.fingerprint(), now(), tenant.id(), id).update();
    }

    private Object[] row(Tenant tenant, long id, int position, String sheet, Integer number, State state, String title, List<Change> changes,
                         List<Finding> findings) {
        return new Object[] {tenant.id(), id, position, sheet, number, state.name(), title, json.writeValueAsString(changes), json.writeValueAsString(findings)};
    }

    /** Writes down how far it is, but not at every row. */
    private final class Notes implements Progress {

        private final Tenant tenant;
        private final long id;
        private Instant last = Instant.EPOCH;

        private Notes(Tenant tenant, long id) {
            this.tenant = tenant;
            this.id = id;
        }

        @Override
        public void at(int done, int total) {
            if (clock.instant().isAfter(last.plus(BETWEEN_NOTES))) {
                last = clock.instant();
                // The import is in the middle of its transaction, and others should see it at once.
                apart.executeWithoutResult(status -> jdbc.sql("update workbook_import set done = ?, total = ?, seen_at = ? where organisation_id = ? and id = ?")
                        .params(done, total, now(), tenant.id(), id).update());
            }
        }
    }

    /** An upload holds names: it goes after a day, whatever became of it. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    int forget() {
        return jdbc.sql("delete from workbook_import where asked_at < ?").param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @PreDestroy
    void stop() {
        desk.shutdownNow();
    }
}
