package ru.smolensk.mentoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Shown;
import ru.smolensk.mentoring.testing.Town;

/** What a reader sees when something went wrong, over real HTTP. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {

    @Autowired
    Town town;

    @LocalServerPort
    int port;

    Town.Person person;
    Client reader;

    @BeforeEach
    void somebodySignedIn() {
        person = town.curatorOf(town.school());
        reader = new Client(port);
        reader.signIn(person.login(), Town.PASSWORD);
    }

    @Test
    void aFailureHasANumberThatThePageShowsAndTheLogHoldsAndNothingOfTheReader(CapturedOutput log) {
        HttpResponse<String> answer = reader.get("/account/broken/page?typed=Sidorova-12345");

        assertThat(answer.statusCode()).isEqualTo(500);
        Matcher number = Pattern.compile("<b>([0-9a-f]{8})</b>").matcher(answer.body());
        assertThat(number.find()).isTrue();
        assertThat(Shown.in(answer).text()).contains("На портале сбой").doesNotContain("IllegalState", "the page broke");
        assertThat(log.getAll().split("Caused by: java.lang.IllegalStateException: the page broke", -1)).as("logged once").hasSize(2);
        assertThat(log).doesNotContain("Servlet.service()");
        assertThat(log).contains("Incident " + number.group(1)).doesNotContain("Sidorova-12345").doesNotContain(person.login())
                .doesNotContain("127.0.0.1");
    }

    @Test
    void eachRefusalHasItsOwnPage() {
        assertPage(reader.get("/nonsense"), 404, "Такой страницы нет");
        assertPage(reader.get("/workspace/staff/1/edit"), 404, "Такой страницы нет");
        assertPage(new Client(port).get("/nonsense"), 404, "Такой страницы нет");
        assertPage(reader.get("/admin"), 403, "Сюда вам нельзя");
        assertPage(reader.postWith(null, "/workspace/staff/new"), 403, "обновите страницу и повторите");
        assertPage(new Client(port).postWith(null, "/login", "username", "a", "password", "b"), 403, "Войдите в новой вкладке");
        assertPage(reader.get("/account/broken/stale"), 409, "Сведения уже изменились");
        assertPage(reader.get("/account/broken/refused"), 409, "Так нельзя");
        assertPage(reader.get("//"), 400, "Портал не понял запрос");
    }

    @Test
    void aRequestBeyondAnyFormIsTooLargeAndNotForbidden() throws IOException {
        String head = "POST /workspace/staff/new HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: 999999999\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    private static void assertPage(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        Shown page = Shown.in(answer);
        assertThat(page.text()).contains("Ошибка " + status, words);
        assertThat(page.texts("h1")).hasSize(1);
        assertThat(page.attributes("link[rel=stylesheet]", "href")).as("the portal's own look").hasSizeGreaterThan(1);
    }
}
