package ru.smolensk.mentoring.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Connects the portal to the embedded PostgreSQL, unless another database is named. The server stops after the pool is closed. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
@ConditionalOnClass(EmbeddedPostgres.class)
@ConditionalOnExpression("!T(org.springframework.util.StringUtils).hasText(environment.getProperty('spring.datasource.url'))")
class EmbeddedDatabase {

    @Bean
    EmbeddedServer embeddedServer(EmbeddedSettings settings) {
        return EmbeddedServer.start(Path.of(settings.folder()), settings.port());
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return server.url();
            }

            @Override
            public String getUsername() {
                return EmbeddedServer.OWNER;
            }

            @Override
            public String getPassword() {
                return EmbeddedServer.OWNER;
            }
        };
    }
}
