package ru.smolensk.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.smolensk.mentoring.testing.Shown;

/** What people of both sides do in a browser, in one line each. */
record Handing(MockMvcTester mvc) {

    MvcTestResult get(RequestPostProcessor who, String address) {
        return mvc.get().uri(java.net.URI.create(address)).with(who).exchange();
    }

    Shown page(RequestPostProcessor who, String address) {
        MvcTestResult answer = get(who, address);
        assertThat(answer).hasStatusOk();
        return Shown.in(answer);
    }

    /** Sends a form; names and values alternate. */
    MvcTestResult post(RequestPostProcessor who, String address, String... typed) {
        var request = mvc.post().uri(java.net.URI.create(address)).with(who).with(csrf()).param("_once", UUID.randomUUID().toString());
        for (int at = 0; at < typed.length; at += 2) {
            request = request.param(typed[at], typed[at + 1]);
        }
        return request.exchange();
    }

    /** Enters a position whose file has these paragraphs; the address of its page. */
    String position(RequestPostProcessor curator, String... paragraphs) {
        return position(curator, "/workspace/documents/new", null, paragraphs).getResponse().getRedirectedUrl();
    }

    /** Gives a position a new file. */
    MvcTestResult rewrite(RequestPostProcessor curator, String address, String... paragraphs) {
        return position(curator, address + "/edit", page(curator, address + "/edit").value("version"), paragraphs);
    }

    private MvcTestResult position(RequestPostProcessor curator, String address, String version, String... paragraphs) {
        var request = mvc.post().uri(address).multipart().file(new MockMultipartFile("file.file", "положение.docx", null, docx(paragraphs)))
                .with(curator).with(csrf()).param("_once", UUID.randomUUID().toString()).param("kind", "REGULATION")
                .param("title", "Положение о наставничестве").param("datedOn", "01.09.2026").param("disclosure", "NO_NAMES")
                .param("file.kept", "").param("publicFile.kept", "");
        return (version == null ? request : request.param("version", version)).exchange();
    }

    /** Hands a document in; the address of its edition in the workspace. */
    String handIn(RequestPostProcessor curator, String document) {
        MvcTestResult answer = post(curator, document + "/review");
        assertThat(answer.getResponse().getRedirectedUrl()).as(Shown.in(answer).errors()).matches("/workspace/reviews/\\d+");
        return answer.getResponse().getRedirectedUrl();
    }

    static long id(String address) {
        return Long.parseLong(address.replaceAll("\\?.*", "").replaceAll(".*/", ""));
    }

    private static byte[] docx(String... paragraphs) {
        try (XWPFDocument document = new XWPFDocument(); var bytes = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
