package ru.smolensk.mentoring.workbook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.exchange.Exports.Progress;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.workbook.Importing.Outcome;
import ru.smolensk.mentoring.workbook.Uploads.Confirmed;
import ru.smolensk.mentoring.workbook.Uploads.Stage;
import ru.smolensk.mentoring.workbook.Uploads.Upload;

/**
 * Uploaded workbooks on their way in: previewed and written beside the request that asked for it, one after another for the whole portal; the
 * page shows how far it is and may be left. A tenant of {@code null} means the city.
 */
@Service
class Imports {

    /** A preview that is ready so soon is answered at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);
    private static final int WAITING = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Uploads uploads;
    private final Importing importing;
    private final PortalClock clock;
    private final Russian russian;
    private final TransactionTemplate apart;
    private final ThreadPoolExecutor desk;

    Imports(Uploads uploads, Importing importing, PortalClock clock, Russian russian, PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.importing = importing;
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
                + ", а портал принимает таблицы до 10\u00a0МБ. Проверьте, тот ли это файл: в таблице нет картинок");
        String name = Typed.line(file.getOriginalFilename());
        String shown = name == null ? "таблица" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        try {
            long id = uploads.receive(who, tenant, shown, file.getBytes());
            work(id, () -> {
                Outcome outcome = importing.preview(tenant, uploads.content(tenant, id), new Notes(id));
                apart.executeWithoutResult(status -> uploads.keep(id, outcome));
            });
            return id;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Writes what the preview has shown.
     *
     * @throws NotFound if the tenant has no such upload
     * @throws Refusal if it is not ready to be written, or another import of the tenant is being written
     */
    void confirm(Tenant tenant, long id) {
        Upload upload = of(tenant, id).orElseThrow(NotFound::new);
        if (upload.stage() == Stage.WRITING || upload.stage() == Stage.WRITTEN) {
            return; // Confirmed already.
        }
        Refusal.when(!upload.confirmable(), null, "Эту таблицу импортировать нельзя: в ней есть ошибки или нечего менять. Загрузите исправленную");
        if (uploads.begin(tenant, id)) {
            String origin = Journal.origin();
            work(id, () -> write(tenant, id, origin));
        }
    }

    private void write(Tenant tenant, long id, String origin) {
        Confirmed confirmed = uploads.confirmed(tenant, id);
        Outcome outcome = importing.write(tenant, confirmed.content(), confirmed.fingerprint(), id, confirmed.fileName(), origin, new Notes(id),
                () -> uploads.written(id));
        if (!outcome.written()) {
            apart.executeWithoutResult(status -> uploads.keep(id, outcome));
        }
    }

    Optional<Upload> of(Tenant tenant, long id) {
        return uploads.of(tenant, id);
    }

    /**
     * Writes what was uploaded with a remark on each wrong cell.
     *
     * @throws NotFound if the tenant has no such upload, or it can't be read
     */
    void writeMarked(Tenant tenant, long id, OutputStream out) throws IOException {
        Upload upload = of(tenant, id).orElseThrow(NotFound::new);
        MarkedWorkbook.write(uploads.content(tenant, id), uploads.findings(upload), out);
    }

    // ---- Beside the request ----------------------------------------------------------------------------------------------------

    private void work(long id, Runnable work) {
        try {
            desk.submit(new DelegatingSecurityContextRunnable(() -> carefully(id, work))).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            uploads.fail(id);
            throw new Refusal(null, "Сейчас портал обрабатывает слишком много таблиц. Подождите минуту и загрузите снова");
        } catch (TimeoutException longer) {
            LOG.debug("Import {} takes longer", id);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void carefully(long id, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            uploads.refuse(id, refusal.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("Import {} failed", id, failure);
            uploads.fail(id);
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
            if (clock.instant().isAfter(last.plus(BETWEEN_NOTES))) {
                last = clock.instant();
                // The import is in the middle of its transaction, and others should see it at once.
                apart.executeWithoutResult(status -> uploads.progress(id, done, total));
            }
        }
    }

    @PreDestroy
    void stop() {
        desk.shutdownNow();
    }
}
