package ru.smolensk.mentoring.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A database of the tests' own PostgreSQL server, which starts once a run. It belongs to a role that is no superuser, as in production,
 * and its locale is {@code C}: what sorts or compares Russian text must name its collation, and then does so on every server.
 *
 * @param url the JDBC address
 * @param username the role that owns the database
 * @param password the password of that role
 */
public record TestDatabase(String url, String username, String password) {

    private static final String OWNER = "portal";

    /** A fresh database in which every migration has run; costs a copy of files. An older one of this name is dropped. */
    public static TestDatabase migrated(String name) {
        return Server.RUNNING.create(name, Template.NAME);
    }

    /** A fresh database without a single table. An older one of this name is dropped. */
    public static TestDatabase empty(String name) {
        return Server.RUNNING.create(name, "template0");
    }

    /** What a portal under test is started with to work on this database. A password is tried as quickly as can be. */
    TestPropertyValues properties() {
        return TestPropertyValues.of("spring.datasource.url=" + url, "spring.datasource.username=" + username,
                "spring.datasource.password=" + password, "portal.password-cost=4").and(PostOffice.properties());
    }

    /** Runs a statement that the portal's own role may not: in the database of this name, past every right. */
    static void asSuperuser(String name, String sql) {
        Server.RUNNING.execute(name, sql);
    }

    private static final class Template {

        static final String NAME = migrate();

        private static String migrate() {
            String name = "migrated_template";
            TestDatabase template = empty(name);
            Flyway.configure().dataSource(template.url, template.username, template.password).load().migrate();
            return name;
        }
    }

    private record Server(String address, String superuser, String password) {

        static final Server RUNNING = start();

        /** The only place that decides where the tests' PostgreSQL comes from. */
        private static Server start() {
            Server server = DockerClientFactory.instance().isDockerAvailable() ? inDocker() : embedded();
            server.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
            return server;
        }

        @SuppressWarnings("resource") // Testcontainers removes it when this process ends.
        private static Server inDocker() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
            container.start();
            String address = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
            return new Server(address, container.getUsername(), container.getPassword());
        }

        private static Server embedded() {
            try {
                // Stops and removes its files when this process ends; already starts without fsync.
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                return new Server("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        TestDatabase create(String name, String template) {
            execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
            execute("CREATE DATABASE \"" + name + "\" OWNER " + OWNER + " TEMPLATE \"" + template + "\" ENCODING 'UTF8' LOCALE 'C'");
            return new TestDatabase(address + name, OWNER, OWNER);
        }

        private void execute(String sql) {
            execute("postgres", sql);
        }

        private void execute(String database, String sql) {
            try (Connection connection = DriverManager.getConnection(address + database, superuser, password);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }
    }
}
