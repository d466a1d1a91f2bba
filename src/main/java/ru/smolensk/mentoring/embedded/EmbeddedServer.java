package ru.smolensk.mentoring.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import ru.smolensk.mentoring.platform.StartRefused;

/**
 * A PostgreSQL server of the portal's own, with the database {@value #DATABASE} owned by the role {@value #OWNER}, which is no superuser.
 * What is committed survives any end of either process. The folder of data appears complete or not at all, and a server that a killed
 * portal has left behind is stopped first.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String OWNER = "portal";
    static final String DATABASE = "mentoring";

    /** The major version of the binaries named in pom.xml: the only one that reads its data. */
    static final String MAJOR_VERSION = "18";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final FolderLock lock;

    private EmbeddedServer(EmbeddedPostgres postgres, FolderLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /**
     * Starts the server, after preparing the folder if it is new.
     *
     * @throws StartRefused when the folder is in use, of another version or full of other files, when the port is taken, or when the server
     *     doesn't start
     */
    static EmbeddedServer start(Path folder, int port) {
        Path data = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(data.getParent());
            FolderLock lock = FolderLock.take(data);
            try {
                refuseOtherVersion(data);
                LeftServer.in(data).stop();
                refuseTakenPort(port);
                if (isNew(data)) {
                    prepare(data, port);
                }
                EmbeddedPostgres postgres = launch(data, port);
                LOG.info("Встроенная PostgreSQL {} работает на порту {}, данные в папке {}", MAJOR_VERSION, postgres.getPort(), data);
                return new EmbeddedServer(postgres, lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new StartRefused("Папка %s для встроенной PostgreSQL недоступна: %s.".formatted(data, failure), failure);
        }
    }

    String url() {
        return postgres.getJdbcUrl(OWNER, DATABASE);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }

    private static boolean isNew(Path data) {
        return !Files.exists(data.resolve("PG_VERSION"));
    }

    private static void refuseOtherVersion(Path data) throws IOException {
        if (isNew(data)) {
            return;
        }
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartRefused("Папка %s сделана PostgreSQL %s, а встроенная PostgreSQL – %s: ".formatted(data, version, MAJOR_VERSION)
                    + "уберите папку или укажите другую в свойстве portal.embedded.folder.");
        }
    }

    private static void refuseTakenPort(int port) throws IOException {
        for (InetAddress address : InetAddress.getAllByName("localhost")) {
            if (answers(address, port)) {
                throw new StartRefused("Порт %d, нужный встроенной PostgreSQL, занят другой программой: ".formatted(port)
                        + "освободите его или укажите другой в свойстве portal.embedded.port.");
            }
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException free) {
            return false;
        }
    }

    /** Works aside and moves the finished folder into its place, so that an end halfway leaves nothing half made. */
    private static void prepare(Path data, int port) throws IOException {
        Path draft = data.resolveSibling(data.getFileName() + ".new");
        LeftServer.in(draft).stop();
        FileSystemUtils.deleteRecursively(draft);
        try (EmbeddedPostgres postgres = launch(draft, port)) {
            createDatabase(postgres);
        }
        LeftServer.in(draft).stop();
        try {
            Files.deleteIfExists(data);
        } catch (DirectoryNotEmptyException foreign) {
            throw new StartRefused("В папке %s лежат чужие файлы: ".formatted(data)
                    + "укажите для встроенной PostgreSQL другую в свойстве portal.embedded.folder.", foreign);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createDatabase(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static EmbeddedPostgres launch(Path data, int port) throws IOException {
        File log = data.resolveSibling("postgres.log").toFile();
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("max_connections", "50")
                    .setServerConfig("unix_socket_directories", "")
                    // The library, made for tests, turns both off; what comes later on the command line wins.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError failure) {
            LeftServer.in(data).stop();
            throw new StartRefused("Встроенная PostgreSQL не запустилась (%s), подробности – в файле %s."
                    .formatted(failure.getMessage(), log), failure);
        }
    }
}
