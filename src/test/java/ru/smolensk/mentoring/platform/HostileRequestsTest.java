package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** What no browser sends with a form of the portal, over real HTTP: nothing of it is a failure of the portal. */
@PortalTest
class HostileRequestsTest {

    private static final String NEW_PARTNER = "/workspace/partners/new";

    @Autowired
    Town town;

    @LocalServerPort
    int port;

    Client curator;

    @BeforeEach
    void aCurator() {
        curator = new Client(port);
        curator.signIn(town.curatorOf(town.school()).login(), Town.PASSWORD);
    }

    @Test
    void twoFormsOfOnePersonSentAtTheSameMomentAreBothSavedAndBothAnswered() throws Exception {
        String csrf = curator.csrf();
        ExecutorService windows = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                curator.get("/workspace/partners"); // What the round before has left to be said is said.
                List<Callable<Integer>> forms = IntStream.range(0, 4).mapToObj(window -> (Callable<Integer>) () -> curator.postWith(csrf,
                        NEW_PARTNER, "_once", UUID.randomUUID().toString(), "name", "Завод " + Town.number()).statusCode()).toList();
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : windows.invokeAll(forms)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsOnly(302);
                curator.get(Client.target(curator.post(NEW_PARTNER, "name", "Завод " + Town.number())));
            }
        } finally {
            windows.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({NEW_PARTNER + ", name", NEW_PARTNER + ", note", "/account, current", "/workspace/section, asOf",
        "/workspace/mentorships/new, kinds", "/workspace/mentors/new, lastName", "/workspace/orders/new, title"})
    void aPartOfAFieldThatHasNoneIsABadRequest(String address, String field) {
        for (String part : List.of(".x", ".class", ".class.name", ".bytes", "[0].x", "[]", ".x[0].y")) {
            assertThat(curator.post(address, field + part, "q").statusCode()).as(field + part).isIn(400, 422);
        }
        assertThat(curator.post(address, field + ".x", "q").statusCode()).isEqualTo(400);
        assertThat(curator.post(address, field, "1", field + ".x", "q").statusCode()).isIn(400, 422, 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename=\"a\0b.pdf\"", "filename*=XXX''%zz.pdf", "filename*=UTF-8''%zz", "filename*=UTF-8''%ff%fe.pdf",
        "filename=\"\\\"", "filename=\"=?XXX?Q?a?=\""})
    void anUnreadableNameOfAFileIsABadRequest(String name) throws IOException {
        String csrf = curator.csrf();
        String body = "--x\r\nContent-Disposition: form-data; name=\"file.file\"; " + name + "\r\n\r\nabc\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"title\"\r\n\r\nПоложение\r\n--x--\r\n";

        String answer = raw("POST /workspace/documents/new HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: portal="
                + curator.cookie("portal") + "\r\nX-CSRF-TOKEN: " + csrf + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|422) .*").contains("</html>");
    }

    @Test
    void moreTextThanAnyFormTakesIsNotCalledAFile() {
        HttpResponse<String> answer = curator.post(NEW_PARTNER, "name", "Завод", "note", "x".repeat(9_000_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Shown.in(answer).text()).contains("Слишком много текста").doesNotContain("Файл").doesNotContain("файл");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/workspace", "/department", "/accessibility?save=true&size=large", "/notices"})
    void noHeaderSteersWhereAnAnswerLeads(String address) throws IOException {
        for (String header : List.of("Host: evil.com", "Host: localhost\r\nX-Forwarded-Host: evil.com",
                "Host: localhost\r\nForwarded: host=evil.com", "Host: localhost\r\nX-Forwarded-Prefix: //evil.com")) {
            String answer = raw("GET " + address + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(header).startsWith("HTTP/1.1 302").containsPattern("\r\nLocation: /[a-z]").doesNotContain("evil");
        }
    }

    @Test
    void addressesThatAreHandedOverBeginWithThePortalsOwnIfItIsSet() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName("evil.com");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            assertThat(new PortalAddress("https://portal.example/").of("/invitation/x")).isEqualTo("https://portal.example/invitation/x");
            assertThat(new PortalAddress("").of("/invitation/x")).isEqualTo("http://evil.com/invitation/x");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, localhost:80, 405", "TRACE, /, 405", "BREW, /, 400", "OPTIONS, /nonsense, 404"})
    void aMethodThatIsNoneHereIsTheRequestsMistake(String method, String address, int status) throws IOException {
        String answer = raw(method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status != 404) {
            assertThat(answer).doesNotContain("Страница не найдена").doesNotContain("Такой страницы нет");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/organisations", "/help", "/login"})
    void whoAsksWhatAPublicPageAllowsIsTold(String page) throws IOException {
        assertThat(raw("OPTIONS " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200").containsPattern("\r\nAllow: [A-Z,]*GET");
    }

    @Test
    void aFilterByWhatDoesNotExistIsNone() {
        for (String list : List.of("/organisations", "/workspace/mentors", "/workspace/mentorships", "/workspace/programmes",
                "/workspace/orders", "/workspace/partners", "/workspace/documents")) {
            assertThat(curator.get(list + "?state=XXX&kind=XXX&form=XXX&category=XXX&sort=XXX").statusCode()).as(list).isEqualTo(200);
        }
        Client methodologist = new Client(port);
        methodologist.signIn(town.methodologist().login(), Town.PASSWORD);
        for (String list : List.of("/department", "/department/organisations", "/department/curators", "/department/audit", "/department/reviews",
                "/department/duties")) {
            assertThat(methodologist.get(list + "?state=XXX&kind=XXX&subject=XXX&duty=XXX&sort=XXX").statusCode()).as(list).isIn(200, 404);
        }
        Client administrator = new Client(port);
        administrator.signIn(town.administrator().login(), Town.PASSWORD);
        for (String list : List.of("/admin/accounts", "/admin/organisations", "/admin/audit")) {
            assertThat(administrator.get(list + "?state=XXX&kind=XXX&role=XXX&subject=XXX").statusCode()).as(list).isEqualTo(200);
        }
    }

    @Test
    void aChoiceThatNoFormOffersStaysABadRequest() {
        assertThat(curator.post("/workspace/mentors/new", "workplace", "MOON").statusCode()).isEqualTo(400);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
