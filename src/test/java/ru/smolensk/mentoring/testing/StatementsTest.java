package ru.smolensk.mentoring.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class StatementsTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @LocalServerPort
    int port;

    @Test
    void everyStatementCountsButThoseOfTheLoginSession() {
        assertThat(Statements.during(() -> {
            jdbc.queryForObject("SELECT 1", Integer.class);
            jdbc.queryForObject("SELECT 2", Integer.class);
            jdbc.queryForObject("SELECT 3 AS SPRING_SESSION", Integer.class);
        })).isEqualTo(2);
    }

    @Test
    void everyResponseTellsItsStatements() throws IOException, InterruptedException {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.body()).contains("UP");
        assertThat(Statements.of(health)).isNotNegative();
        assertThat(Statements.of(mvc.get().uri("/actuator/health").exchange().getResponse())).isEqualTo(Statements.of(health));
    }

    @Test
    void redirectsTellThemToo() throws IOException, InterruptedException {
        HttpResponse<String> redirect = get("/workspace");

        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(Statements.of(redirect)).isNotNegative();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html,*/*").build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
