package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** Every kind of answer forbids the browser what the portal does not do itself. */
@PortalTest
class StrictHeadersTest {

    @Autowired
    Town town;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"/help, 200", "/login, 200", "/workspace, 302", "/nonsense, 404", "//, 400", "/assets/portal.css, 200", "/robots.txt, 200",
        "/actuator/health, 200", "/webjars/bootstrap/5.3.8/css/bootstrap.min.css, 200", "/assets/absent.css, 404"})
    void theAnswerToAVisitorIsStrict(String address, int status) {
        HttpResponse<String> answer = new Client(port).get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertStrict(answer);
    }

    @Test
    void theAnswersToPeopleAreStrictToo() {
        Client curator = new Client(port);
        curator.signIn(town.curatorOf(town.school()).login(), Town.PASSWORD);

        assertStrict(curator.get("/workspace/staff"));
        assertStrict(curator.post("/workspace/staff/new"));
        assertStrict(curator.postWith(null, "/workspace/staff/new"));
        assertStrict(curator.get("/admin"));
        assertStrict(curator.get("/workspace/staff/1/edit"));
        assertStrict(curator.get("/account/broken/page"));
        assertStrict(curator.get("/account/broken/stale"));
    }

    @Test
    void whoIsSignedInLeavesNothingInTheCacheOfAComputerThatOthersUse() {
        Client curator = new Client(port);
        curator.signIn(town.curatorOf(town.school()).login(), Town.PASSWORD);
        assertThat(curator.get("/workspace/staff").headers().firstValue("Cache-Control")).get().asString().contains("no-store");
    }

    /** The server refuses these before the portal sees them. */
    @ParameterizedTest
    @CsvSource({"/%", "/organisations/%zz", "/a|b", "/organisations/%00", "/..%2f..%2fetc%2fpasswd", "/\\"})
    void anAddressThatIsNoneGetsARussianPageAndStrictHeaders(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("Content-Security-Policy: default-src 'self';").contains("<h1>Портал не понял адрес</h1>")
                .doesNotContain("<style").doesNotContain("Tomcat").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/%00", "/api/v1/organisations/a%2fb/section"})
    void aProgramIsToldInItsOwnWayThatAnAddressIsNone(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Security-Policy: default-src 'self';")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("{\"type\":\"about:blank\",\"title\":\"Запрос не понят\",\"status\":400,")
                .doesNotContain("<html");
    }

    @Test
    void anAddressThatIsTooLongIsToldSo() throws IOException {
        assertThat(raw("GET /organisations?q=" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400").contains("<h1>Портал не понял адрес</h1>", "слишком длинный").doesNotContain("Tomcat");
    }

    @Test
    void otherMethodsAreNoWayIn() throws IOException {
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW")) {
            assertThat(raw(method + " /workspace/staff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).as(method)
                    .matches("(?s)HTTP/1\\.1 (302|400|403|404|405|501) .*").contains("Content-Security-Policy:");
        }
    }

    @Test
    void headWorksWhereGetDoes() throws IOException {
        List<String> pages = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()).filter(pattern -> !pattern.contains("{") && !pattern.contains("*"))
                .distinct().filter(page -> new Client(port).get(page).statusCode() == 200).toList();
        assertThat(pages).contains("/", "/help", "/privacy", "/accessibility", "/organisations", "/login", "/actuator/health");
        for (String page : pages) {
            String answer = raw("HEAD " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(page).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        }
    }

    private static void assertStrict(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe").doesNotContain("*").doesNotContain("http");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
