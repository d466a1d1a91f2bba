package ru.smolensk.mentoring.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;
import ru.smolensk.mentoring.platform.Frame;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Files in the database, in pieces of 256 KB that stream both ways. A form takes three lines:
 *
 * <pre>
 * record OrderForm(…, Upload file) { }                          // the form
 * files.receive(tenant, form.file(), "file", errors);           // the controller, before forms.submit
 * ~{form :: file(field='file', label='Скан приказа')}           // the template; its form has enctype="multipart/form-data"
 * </pre>
 *
 * In a request the field is {@code file.file} (the file) and {@code file.kept} (hidden, possibly empty, never absent). The command then
 * carries {@code Upload.id(form.file())}; the service calls {@link #attach} when it saves the document that names the file. A form for
 * editing begins with {@code Upload.of(files.saved(tenant, order.fileId()))}. Everywhere a tenant of {@code null} means the city.
 */
@Service
@Transactional
public class Files {

    /** The largest file: 20 MB. */
    public static final long LIMIT = 20L * 1024 * 1024;

    static final int PIECE = 256 * 1024;

    /** How long a received file waits for its form to be saved. */
    private static final Duration WAITS = Duration.ofDays(1);

    private static final String TOO_LARGE = ", а портал принимает файлы до 20\u00a0МБ. Отсканируйте документ с разрешением 150–200 точек"
            + " на дюйм или сохраните его в PDF поменьше";

    private static final String ROW =
            "select id, organisation_id, name, media_type, size, sha256, attached, withdrawn_at from stored_file ";

    private final JdbcClient jdbc;
    private final FileInspection inspection;
    private final PortalClock clock;
    private final Frame frame;
    private final Russian russian;

    Files(JdbcClient jdbc, FileInspection inspection, PortalClock clock, Frame frame, Russian russian) {
        this.jdbc = jdbc;
        this.inspection = inspection;
        this.clock = clock;
        this.frame = frame;
        this.russian = russian;
    }

    /**
     * Takes what came in a file field: stores a chosen file, finds again one received before, or lets go of it. What is wrong becomes a
     * message at the field; a good file stays with the form whatever is wrong in the other fields.
     *
     * @param tenant whose file it is; {@code null} for the city
     * @param upload the form's component; {@code null} when the request had no such field
     */
    public void receive(Tenant tenant, Upload upload, String field, BindingResult errors) {
        if (upload == null) {
            return;
        }
        try {
            upload.holds(upload.dropped() ? null : kept(tenant, upload.kept()));
            if (upload.chosen()) {
                expectNotTooLarge(upload.file());
                upload.holds(store(tenant, upload.file().getOriginalFilename(), upload.file().getInputStream()));
            }
        } catch (Refusal refusal) {
            errors.rejectValue(field, "refused", refusal.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file that was found good and is not stored yet. */
    public static final class Inspected implements AutoCloseable {

        private final ArrivedFile arrived;
        private final String name;
        private final FileType type;

        private Inspected(ArrivedFile arrived, String name, FileType type) {
            this.arrived = arrived;
            this.name = name;
            this.type = type;
        }

        @Override
        public void close() throws IOException {
            arrived.close();
        }
    }

    /**
     * Looks into a file that did not come from a form. It takes longer than to store it and needs no database: who has many to store may
     * look into the next ones meanwhile.
     *
     * @throws Refusal if it is empty, too large or of a wrong type
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Inspected inspect(String name, InputStream content) {
        try {
            return inspected(name, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Stores a file that was found good.
     *
     * @return its identifier, to be named by a document soon
     */
    public long keep(Tenant tenant, Inspected file) {
        try {
            return store(tenant, file).id();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Stores a file that did not come from a form.
     *
     * @return its identifier, to be named by a document soon
     * @throws Refusal if it is empty, too large or of a wrong type
     */
    public long keep(Tenant tenant, String name, InputStream content) {
        try {
            return store(tenant, name, content).id();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Notes that a saved document names these files; {@code null} identifiers are passed over.
     *
     * @throws Refusal if a file is not the tenant's or is gone
     */
    public void attach(Tenant tenant, Long... fileIds) {
        Arrays.stream(fileIds).filter(Objects::nonNull).forEach(id -> {
            int found = jdbc.sql("update stored_file set attached = true where id = :id and organisation_id is not distinct from :tenant")
                    .param("id", id).param("tenant", id(tenant), Types.BIGINT).update();
            if (found == 0) {
                throw gone();
            }
        });
    }

    /** The file of a document that is being edited; {@code null} for no identifier. */
    @Transactional(readOnly = true)
    public StoredFile saved(Tenant tenant, Long fileId) {
        return fileId == null ? null : find(id(tenant), fileId).orElseThrow(NotFound::new);
    }

    /**
     * A file of the organisation.
     *
     * @throws NotFound if there is none, or it is another's
     */
    @Transactional(readOnly = true)
    public StoredFile ofOrganisation(long organisationId, long fileId) {
        return find(organisationId, fileId).orElseThrow(NotFound::new);
    }

    /**
     * A file of the organisation as the public may get it: whether a published edition offers it is for the caller to know, whether
     * somebody has withdrawn their consent since is known here.
     *
     * @throws NotFound if there is none, it is another's, was never attached to a document, or is withdrawn
     */
    @Transactional(readOnly = true)
    public StoredFile disclosed(long organisationId, long fileId) {
        return find(organisationId, fileId).filter(Files::isOpen).orElseThrow(NotFound::new);
    }

    /**
     * A file of the city that everybody may get: every one that a legal act or the municipal roadmap has ever named.
     *
     * @throws NotFound if there is none, or it is an organisation's
     */
    @Transactional(readOnly = true)
    StoredFile disclosedOfCity(long fileId) {
        return find(null, fileId).filter(Files::isOpen).orElseThrow(NotFound::new);
    }

    /**
     * A file of the city.
     *
     * @throws NotFound if there is none, or it is an organisation's
     */
    @Transactional(readOnly = true)
    public StoredFile ofCity(long fileId) {
        return find(null, fileId).orElseThrow(NotFound::new);
    }

    /**
     * Notes that a paper which is not for everybody names these files of the city; {@code null} identifiers are passed over. No public
     * address ever serves them.
     *
     * @throws Refusal if a file is not the city's or is gone
     */
    public void attachInside(Long... fileIds) {
        Arrays.stream(fileIds).filter(Objects::nonNull)
                .forEach(id -> jdbc.sql("update stored_file set withdrawn_at = :now"
                                + " where id = :id and organisation_id is null and not attached")
                        .param("now", now()).param("id", id).update());
        attach(null, fileIds);
    }

    /**
     * The file as an answer to everybody: streamed piece by piece, by ranges where a viewer asks for them, never run by a browser as a
     * page.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ResponseEntity<Resource> serve(StoredFile file) {
        // Asked about every time: consent that is withdrawn takes a file away at once.
        return answer(file, CacheControl.noCache().cachePrivate());
    }

    /** The same to who is signed in; the computer that others use too keeps nothing. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ResponseEntity<Resource> serveInside(StoredFile file) {
        return answer(file, CacheControl.noStore().cachePrivate());
    }

    /** What is inside, for the portal itself to read. */
    Resource content(StoredFile file) {
        return new StoredContent(jdbc, file);
    }

    private ResponseEntity<Resource> answer(StoredFile file, CacheControl cache) {
        Resource content = content(file);
        if (asksForWhatIsNotThere(content)) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size()).build();
        }
        ContentDisposition.Builder disposition = file.type().shownByBrowsers()
                ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .eTag(file.sha256())
                .cacheControl(cache)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }

    /** Spring would answer a range that is none with 416 too, and send the whole file after it. */
    private static boolean asksForWhatIsNotThere(Resource content) {
        String range = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader(HttpHeaders.RANGE) : null;
        try {
            HttpRange.toResourceRegions(HttpRange.parseRanges(range), content);
            return false;
        } catch (IllegalArgumentException none) {
            return true;
        }
    }

    /** From now on no public address serves the file: somebody named in it has withdrawn the consent to distribution. */
    void withdraw(Tenant tenant, long fileId) {
        jdbc.sql("update stored_file set withdrawn_at = :now where id = :id and organisation_id = :tenant and withdrawn_at is null")
                .param("now", now()).param("id", fileId).param("tenant", tenant.id()).update();
    }

    /** Public addresses may serve the file again. */
    void release(Tenant tenant, long fileId) {
        jdbc.sql("update stored_file set withdrawn_at = null where id = :id and organisation_id = :tenant and withdrawn_at is not null")
                .param("id", fileId).param("tenant", tenant.id()).update();
    }

    /** Files whose form was never saved are forgotten after a day. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    int forgetLeftBehind() {
        return jdbc.sql("delete from stored_file where not attached and received_at < :before")
                .param("before", now().minus(WAITS)).update();
    }

    private StoredFile kept(Tenant tenant, Long fileId) {
        return fileId == null ? null : find(id(tenant), fileId).orElseThrow(Files::gone);
    }

    private void expectNotTooLarge(MultipartFile file) {
        String size = russian.size(file.getSize());
        Refusal.when(file.getSize() > LIMIT, null, "Файл «" + shown(file.getOriginalFilename()) + "» занимает "
                + (size.equals(russian.size(LIMIT)) ? "больше " : "") + size + TOO_LARGE);
    }

    private static boolean isOpen(StoredFile file) {
        return file.attached() && file.withdrawnAt() == null;
    }

    private static Refusal gone() {
        return new Refusal("Загруженного раньше файла уже нет: портал хранит такие сутки. Выберите файл ещё раз");
    }

    private StoredFile store(Tenant tenant, String typedName, InputStream content) throws IOException {
        try (Inspected file = inspected(typedName, content)) {
            return store(tenant, file);
        }
    }

    private Inspected inspected(String typedName, InputStream content) throws IOException {
        String shown = shown(typedName);
        ArrivedFile arrived = ArrivedFile.of(content, LIMIT);
        try {
            Refusal.when(arrived.size() == 0, null,
                    "Файл «" + shown + "» пустой. Проверьте, открывается ли он у вас, и выберите его ещё раз");
            Refusal.when(arrived.size() > LIMIT, null, "Файл «" + shown + "» слишком большой" + TOO_LARGE);
            FileType type = inspection.typeOf(arrived, shown);
            arrived.leaveDisk();
            return new Inspected(arrived, FileName.fitting(typedName, type), type);
        } catch (IOException | RuntimeException refused) {
            arrived.close();
            throw refused;
        }
    }

    private StoredFile store(Tenant tenant, Inspected file) throws IOException {
        ArrivedFile arrived = file.arrived;
        long id = jdbc.sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, received_by)
                values (:tenant, :name, :type, :size, :sha256, :now, :who) returning id
                """)
                .param("tenant", id(tenant), Types.BIGINT)
                .param("name", file.name)
                .param("type", file.type.mediaType())
                .param("size", arrived.size())
                .param("sha256", arrived.sha256())
                .param("now", now())
                .param("who", who(), Types.BIGINT)
                .query(Long.class).single();
        storePieces(id, arrived);
        return new StoredFile(id, id(tenant), file.name, file.type, arrived.size(), arrived.sha256(), false, null);
    }

    private void storePieces(long id, ArrivedFile arrived) throws IOException {
        try (InputStream content = arrived.open()) {
            int position = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                jdbc.sql("insert into stored_file_piece (file_id, position, content) values (?, ?, ?)")
                        .params(id, position++, piece).update();
            }
        }
    }

    private Optional<StoredFile> find(Long organisationId, long fileId) {
        return jdbc.sql(ROW + "where id = :id and organisation_id is not distinct from :tenant")
                .param("id", fileId).param("tenant", organisationId, Types.BIGINT).query(Files::file).optional();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new StoredFile(row.getLong("id"), row.getObject("organisation_id", Long.class), row.getString("name"),
                FileType.ofMediaType(row.getString("media_type")).orElseThrow(), row.getLong("size"), row.getString("sha256"),
                row.getBoolean("attached"), withdrawnAt == null ? null : withdrawnAt.toInstant());
    }

    private Long who() {
        SignedIn user = frame.user();
        return user == null ? null : user.accountId();
    }

    private OffsetDateTime now() {
        Instant instant = clock.instant();
        return OffsetDateTime.ofInstant(instant, PortalClock.ZONE);
    }

    private static Long id(Tenant tenant) {
        return tenant == null ? null : tenant.id();
    }

    private static String shown(String typedName) {
        String name = FileName.cleaned(typedName);
        return name.length() <= 80 ? name : name.substring(0, 79) + "…";
    }
}
