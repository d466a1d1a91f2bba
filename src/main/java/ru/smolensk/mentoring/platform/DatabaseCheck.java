package ru.smolensk.mentoring.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Before anything starts: the database is named, answers, and is fit for the portal. Otherwise the pool would report it, at length. */
class DatabaseCheck implements ApplicationListener<ApplicationPreparedEvent> {

    private static final int OLDEST_VERSION = 15;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            check(url, environment.getProperty("spring.datasource.username"), environment.getProperty("spring.datasource.password"));
        } else if (!bringsItsOwn(environment)) {
            throw new StartRefused("Не указана база данных: задайте SPRING_DATASOURCE_URL (jdbc:postgresql://сервер:5432/база),"
                    + " SPRING_DATASOURCE_USERNAME и SPRING_DATASOURCE_PASSWORD.");
        }
    }

    private static boolean bringsItsOwn(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("embedded"))
                && ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", null);
    }

    private static void check(String url, String username, String password) {
        String address = StringUtils.split(url + "?", "?")[0]; // A password may stand behind the question mark.
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartRefused("Порталу нужна PostgreSQL %d или новее, а %s – это PostgreSQL %d."
                        .formatted(OLDEST_VERSION, address, version));
            }
            checkInside(connection, address);
        } catch (SQLException failure) {
            throw new StartRefused(sentence(address, failure), failure);
        }
    }

    private static void checkInside(Connection connection, String address) throws SQLException {
        String question = """
                select current_setting('server_encoding'), current_user,
                  has_database_privilege(current_database(), 'CREATE')
                    and coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)""";
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            if (!row.getString(1).equals("UTF8")) {
                throw new StartRefused("База данных %s хранит текст в кодировке %s: создайте её с TEMPLATE template0 ENCODING 'UTF8'."
                        .formatted(address, row.getString(1)));
            }
            if (!row.getBoolean(3)) {
                throw new StartRefused("Роли %s нельзя создавать таблицы в базе данных %s: сделайте её владельцем базы."
                        .formatted(row.getString(2), address));
            }
        }
    }

    private static String sentence(String address, SQLException failure) {
        if (!address.startsWith("jdbc:postgresql:")) {
            return "SPRING_DATASOURCE_URL – не адрес PostgreSQL: нужен адрес вида jdbc:postgresql://сервер:5432/база.";
        }
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return "База данных %s не отвечает: проверьте SPRING_DATASOURCE_URL и то, что PostgreSQL запущена.".formatted(address);
        }
        if (state.startsWith("28")) {
            return "База данных %s не приняла имя или пароль: проверьте SPRING_DATASOURCE_USERNAME и SPRING_DATASOURCE_PASSWORD."
                    .formatted(address);
        }
        if (state.equals("3D000")) {
            return "На сервере нет базы данных %s: создайте её или поправьте SPRING_DATASOURCE_URL.".formatted(address);
        }
        return "База данных %s не открывается: %s.".formatted(address, failure.getMessage());
    }
}
