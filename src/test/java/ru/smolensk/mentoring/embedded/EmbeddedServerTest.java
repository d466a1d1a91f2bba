package ru.smolensk.mentoring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smolensk.mentoring.platform.StartRefused;

/** One folder serves all tests, as one machine would, for making it takes the longest. */
class EmbeddedServerTest {

    @TempDir
    static Path place;

    private final Path folder = place.resolve("data/postgres");

    @Test
    void thePortalIsNoSuperuserAndWhatItCommitsIsOnDisk() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0); Connection portal = connect(server.url())) {
            assertThat(ask(portal, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(portal, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(portal, "SHOW is_superuser")).isEqualTo("off");
            assertThat(ask(portal, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(portal, "SHOW server_version")).startsWith(EmbeddedServer.MAJOR_VERSION + ".");
            assertThat(ask(portal, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'mentoring'")).isEqualTo("portal");
            assertThat(ask(portal, "SELECT lower('ЁЖ' COLLATE \"ru-x-icu\")")).isEqualTo("ёж");
        }
        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aCommittedRowOutlivesTheKilledServer() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0); Connection portal = connect(server.url())) {
            leaveRow(portal, "killed_server");
            ProcessHandle postgres = postgres();
            Stream.concat(postgres.descendants().toList().stream(), Stream.of(postgres)).forEach(ProcessHandle::destroyForcibly);
            postgres.onExit().join();
        }
        assertThat(folder.resolve("postmaster.pid")).exists();
        assertRowIsThere("killed_server");
    }

    @Test
    void aCommittedRowOutlivesTheKilledPortalWhoseServerGoesOn() throws IOException, SQLException {
        Process portal = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("java.class.path"), Starter.class.getName(), folder.toString(), "killed_portal")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(portal.inputReader().lines().anyMatch("committed"::equals)).isTrue();
        ProcessHandle postgres = postgres();
        portal.destroyForcibly().onExit().join();
        assertThat(postgres.isAlive()).isTrue();

        assertRowIsThere("killed_portal");
        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void aNumberLeftByADeadServerMayBelongToAnyoneByNow() throws IOException, SQLException {
        EmbeddedServer.start(folder, 0).close();
        Files.writeString(folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0); Connection portal = connect(server.url())) {
            assertThat(portal.isValid(1)).isTrue();
        }
    }

    @Test
    void aStartThatEndedHalfwayIsBegunAgain() throws IOException, SQLException {
        Path other = place.resolve("halfway/postgres");
        Files.createDirectories(other.resolveSibling("postgres.new"));
        Files.writeString(other.resolveSibling("postgres.new").resolve("PG_VERSION"), "18\n");
        try (EmbeddedServer server = EmbeddedServer.start(other, 0); Connection portal = connect(server.url())) {
            assertThat(portal.isValid(1)).isTrue();
        }
    }

    @Test
    void theFolderServesOneStartAtATime() throws IOException {
        try (EmbeddedServer first = EmbeddedServer.start(folder, 0)) {
            assertThat(first.url()).isNotEmpty();
            assertRefused(folder, 0, "уже работает другой запуск портала");
        }
    }

    @Test
    void theFolderOfAnotherVersionIsRefused() throws IOException {
        Path old = Files.createDirectories(place.resolve("old"));
        Files.writeString(old.resolve("PG_VERSION"), "15\n");
        assertRefused(old, 0, "сделана PostgreSQL 15, а встроенная PostgreSQL – 18");
    }

    @Test
    void aFolderWithOtherFilesIsRefusedAndLeftAlone() throws IOException {
        Path letters = Files.createDirectories(place.resolve("letters"));
        Files.writeString(letters.resolve("letter.txt"), "Здравствуйте!");
        assertRefused(letters, 0, "лежат чужие файлы");
        assertThat(letters.resolve("letter.txt")).exists();
    }

    @Test
    void aTakenPortIsRefused() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertRefused(folder, stranger.getLocalPort(), "Порт " + stranger.getLocalPort());
        }
    }

    private static void assertRefused(Path folder, int port, String words) {
        assertThatThrownBy(() -> EmbeddedServer.start(folder, port)).isInstanceOf(StartRefused.class)
                .hasMessageContaining(words).hasMessageContaining("portal.embedded.");
    }

    private void assertRowIsThere(String table) throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0); Connection portal = connect(server.url())) {
            assertThat(ask(portal, "SELECT word FROM " + table)).isEqualTo("цело");
        }
    }

    private ProcessHandle postgres() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedServer.OWNER, EmbeddedServer.OWNER);
    }

    private static void leaveRow(Connection portal, String table) throws SQLException {
        try (var statement = portal.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (word text)");
            statement.execute("INSERT INTO " + table + " VALUES ('цело')");
        }
    }

    private static String ask(Connection portal, String query) throws SQLException {
        try (var statement = portal.createStatement(); ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** The portal that will be killed. */
    static final class Starter {

        public static void main(String[] arguments) throws SQLException, InterruptedException {
            EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]), 0);
            leaveRow(connect(server.url()), arguments[1]);
            System.out.println("committed");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
