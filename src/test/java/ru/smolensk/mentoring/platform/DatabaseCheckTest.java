package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import ru.smolensk.mentoring.MentoringRegistry;
import ru.smolensk.mentoring.testing.TestDatabase;

@Isolated("reads whatever this process prints")
class DatabaseCheckTest {

    private final TestDatabase database = TestDatabase.empty("checked");

    @Test
    void aDatabaseThatAnswersIsFine() {
        assertThatNoException().isThrownBy(() -> check(database.url(), database.username(), database.password()));
    }

    @Test
    void withoutADatabaseItIsSaidWhatToSet() {
        assertThatThrownBy(() -> check("", "", "")).isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Не указана база данных: задайте SPRING_DATASOURCE_URL");
    }

    @Test
    void aDatabaseThatIsSilentIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> check("jdbc:postgresql://localhost:1/mentoring?password=secret", "portal", "secret"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("База данных jdbc:postgresql://localhost:1/mentoring не отвечает")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anUnknownRoleIsToldFromAMissingDatabase() {
        assertThatThrownBy(() -> check(database.url(), "nobody", "wrong")).hasMessageContaining("не приняла имя или пароль");
        assertThatThrownBy(() -> check(database.url() + "_absent", database.username(), database.password()))
                .hasMessageContaining("нет базы данных");
    }

    @Test
    void aRoleThatMayNotCreateTablesIsNamed() throws SQLException {
        try (Connection owner = DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = owner.createStatement()) {
            statement.execute("revoke create on schema public from pg_database_owner");
        }
        assertThatThrownBy(() -> check(database.url(), database.username(), database.password()))
                .hasMessageContaining("Роли portal нельзя создавать таблицы");
    }

    @Test
    void anAddressOfAnotherKindIsExplained() {
        assertThatThrownBy(() -> check("postgres://localhost/mentoring", "portal", "")).hasMessageContaining("jdbc:postgresql://сервер");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void thePortalSaysItWithoutAStackTrace(CapturedOutput output) {
        String silent = "--spring.datasource.url=jdbc:postgresql://localhost:1/mentoring";
        assertThatThrownBy(() -> SpringApplication.run(MentoringRegistry.class, silent)).isInstanceOf(StartRefused.class);
        assertThat(output).contains("База данных jdbc:postgresql://localhost:1/mentoring не отвечает").doesNotContain("\tat ");
    }

    private static void check(String url, String username, String password) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment().withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", username).withProperty("spring.datasource.password", password));
        new DatabaseCheck().onApplicationEvent(new ApplicationPreparedEvent(new SpringApplication(), new String[0], context));
    }
}
