package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.BrowserTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Visitors;

/** A file on its way from a real browser through the real server and back, with scripts switched off. */
@BrowserTest
class UploadInTheBrowserTest {

    private static final byte[] PDF = SampleFiles.pdf(600_000);

    @Autowired
    Town town;

    Tenant school;
    Page page;

    @BeforeEach
    void aCuratorAtTheForm(Visitors visitors) {
        school = town.school();
        Town.Person curator = town.curatorOf(school);
        page = visitors.open(wishes -> wishes.setJavaScriptEnabled(false));
        page.setDefaultTimeout(60_000); // Twenty megabytes on a busy machine.
        page.navigate("/login");
        page.getByLabel("Логин").fill(curator.login());
        page.getByLabel("Пароль").fill(Town.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.navigate("/workspace/documents/new?kind=REGULATION");
        page.locator("#number").fill("14-а");
        page.getByLabel("В документе никто не назван").check();
    }

    @Test
    void aFileOfTheLongestCyrillicNameArrivesWholeAndComesBackUnderIt() {
        String name = "Положение о системе наставничества ".repeat(8).substring(0, 251) + ".pdf";
        page.locator("#datedOn").fill("01.09.2026");
        page.locator("#file").setInputFiles(new FilePayload(name, "application/pdf", PDF));
        page.getByText("Сохранить").click();

        assertThat(page.locator("dd a").first().textContent()).isEqualTo(name);
        var answer = page.request().get(page.locator("dd a").first().getAttribute("href"));
        assertThat(answer.body()).isEqualTo(PDF);
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf").containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "sandbox; default-src 'none'")
                .containsEntry("content-length", String.valueOf(PDF.length));
        assertThat(answer.headers().get("content-disposition"))
                .contains("filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    @Test
    void aGoodFileStaysWhileAnotherFieldIsCorrected() {
        page.locator("#datedOn").fill("31.02.2026");
        page.locator("#file").setInputFiles(new FilePayload("положение.pdf", "application/pdf", PDF));
        page.getByText("Сохранить").click();

        assertThat(page.locator("#file-kept").textContent()).contains("«положение.pdf», ");
        assertThat(page.locator("#datedOn").inputValue()).isEqualTo("31.02.2026");
        page.locator("#datedOn").fill("28.02.2026");
        page.getByText("Сохранить").click();
        assertThat(page.locator("dd a").first().textContent()).isEqualTo("положение.pdf");
    }

    /** Sent without the browser, whose driver is slow with large files; by its session. */
    @Test
    void aFileBeyondTheLimitHasItsMessageAndEverythingTypedStays() throws IOException, InterruptedException {
        Map<String, String> typed = Map.of("kind", "REGULATION", "title", "Положение о наставничестве", "datedOn", "01.09.2026",
                "disclosure", "NO_NAMES", "file.kept", "", "publicFile.kept", "",
                "_csrf", page.locator("form.sheet [name=_csrf]").getAttribute("value"));
        String fields = typed.entrySet().stream().map(field -> "--limit\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                + "\"\r\n\r\n" + field.getValue() + "\r\n").collect(Collectors.joining());
        String file = "--limit\r\nContent-Disposition: form-data; name=\"file.file\"; filename=\"скан.pdf\"\r\n\r\n";
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));

        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(page.url().replaceAll("\\?.*", "")))
                .header("Content-Type", "multipart/form-data; boundary=limit").header("Cookie", cookies)
                .POST(BodyPublishers.concat(BodyPublishers.ofString(fields + file), BodyPublishers.ofByteArray(new byte[21 * 1024 * 1024]),
                        BodyPublishers.ofString("\r\n--limit--\r\n"))).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("скан.pdf", "занимает 21\u00a0МБ", "value=\"Положение о наставничестве\"");
    }
}
