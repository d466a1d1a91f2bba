package ru.smolensk.mentoring.exchange;

import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.SignedIn;

/**
 * Writes files that take a while, beside the request that asked for them: the page shows how far it is and may be left. A written file waits
 * a day for whoever asked; nobody else can open it.
 */
@Service
public class Exports {

    /** What writes the file. It runs without a transaction and without a user: the caller has decided what may be in it. */
    @FunctionalInterface
    public interface Job {
        void write(OutputStream out, Progress progress) throws IOException;
    }

    /** Told how far the writing is. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int total);
    }

    /**
     * A file that was asked for.
     *
     * @param total how much there is to do; 0 while nobody knows
     * @param fileId the written file, or {@code null}
     * @param silent whether nothing was heard of it for long: the portal was stopped meanwhile
     */
    public record Export(long id, String title, String name, int done, int total, boolean failed, Long fileId, boolean silent) {

        public boolean ready() {
            return fileId != null;
        }

        /** Whether it is still being written. */
        public boolean going() {
            return !ready() && !failed && !silent;
        }
    }

    /** A file that is ready so soon is answered at once, without a page of waiting. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    private final JdbcClient jdbc;
    private final ru.smolensk.mentoring.document.Files files;
    private final PortalClock clock;
    private final TransactionTemplate apart;
    private final ThreadPoolExecutor desk;

    Exports(JdbcClient jdbc, ru.smolensk.mentoring.document.Files files, PortalClock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        desk = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));
        desk.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins to write a file and waits a little for it.
     *
     * @param name of the file, with its ending
     * @return how it stands: ready, if it took no longer than {@link #PATIENCE}
     * @throws Refusal if too many are being written
     */
    public Export write(SignedIn who, String title, String name, Job job) {
        OffsetDateTime now = now();
        long id = jdbc.sql("""
                insert into export (account_id, title, name, asked_at, seen_at) values (:account, :title, :name, :now, :now) returning id
                """).param("account", who.accountId()).param("title", title).param("name", name).param("now", now)
                .query(Long.class).single();
        try {
            Future<?> written = desk.submit(() -> work(id, name, job));
            written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            jdbc.sql("delete from export where id = ?").param(id).update();
            throw new Refusal(null, "Сейчас готовится слишком много файлов. Подождите минуту и попросите снова");
        } catch (TimeoutException longer) {
            LOG.debug("Export {} takes longer", id);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return of(who, id).orElseThrow();
    }

    /** The export, if this person asked for it. */
    public Optional<Export> of(SignedIn who, long id) {
        return jdbc.sql("select id, title, name, done, total, failed, file_id, seen_at from export where id = ? and account_id = ?")
                .params(id, who.accountId())
                .query((row, number) -> new Export(row.getLong("id"), row.getString("title"), row.getString("name"), row.getInt("done"),
                        row.getInt("total"), row.getBoolean("failed"), row.getObject("file_id", Long.class),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant().isBefore(clock.instant().minus(SILENCE)))).optional();
    }

    /** The file itself if it is ready; otherwise the page that shows how far it is. */
    public ResponseEntity<?> answer(Export export) {
        return export.ready() ? taken(export)
                : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/exports/" + export.id())).build();
    }

    /** The written file, to be saved: a PDF too, which a browser would show. */
    ResponseEntity<Resource> taken(Export export) {
        ResponseEntity<Resource> file = files.serveInside(files.ofCity(export.fileId()));
        return ResponseEntity.status(file.getStatusCode()).headers(headers -> {
            headers.addAll(file.getHeaders());
            headers.setContentDisposition(ContentDisposition.attachment().filename(export.name(), StandardCharsets.UTF_8).build());
        }).body(file.getBody());
    }

    private void work(long id, String name, Job job) {
        try {
            Path written = Files.createTempFile("export", null);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                    job.write(out, new Notes(id));
                }
                try (InputStream content = Files.newInputStream(written)) {
                    long file = files.keep(null, name, content);
                    jdbc.sql("update export set file_id = ?, done = total, seen_at = ? where id = ?").params(file, now(), id).update();
                }
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("Export {} failed", id, failure);
            jdbc.sql("update export set failed = true, seen_at = ? where id = ?").params(now(), id).update();
        }
    }

    /** Writes down how far it is, but not at every row. */
    private final class Notes implements Progress {

        private final long id;
        private Instant last = Instant.EPOCH;

        private Notes(long id) {
            this.id = id;
        }

        @Override
        public void at(int done, int total) {
            if (done == total || clock.instant().isAfter(last.plus(BETWEEN_NOTES))) {
                last = clock.instant();
                // The writer may be in the middle of a transaction that only reads, and others should see it at once.
                apart.executeWithoutResult(status ->
                        jdbc.sql("update export set done = ?, total = ?, seen_at = ? where id = ?").params(done, total, now(), id).update());
            }
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @PreDestroy
    void stop() {
        desk.shutdownNow();
    }
}
