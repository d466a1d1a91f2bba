package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Client;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.SampleFiles;
import ru.smolensk.mentoring.testing.Statements;
import ru.smolensk.mentoring.testing.Town;

@PortalTest
class FilesTest {

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @LocalServerPort
    int port;

    Tenant school;

    record Form(Upload file) {
    }

    @BeforeEach
    void aSchool() {
        school = town.school();
    }

    @Test
    void aFileGoesIntoTheDatabaseAndComesBackInPiecesAndLeavesNothingOut() throws IOException, NoSuchAlgorithmException {
        byte[] content = SampleFiles.pdf(700_000);
        long id = keep("приказ.pdf", content);

        assertThat(jdbc.sql("select octet_length(content) from stored_file_piece where file_id = ? order by position").param(id)
                .query(Integer.class).list()).containsExactly(Files.PIECE, Files.PIECE, content.length - 2 * Files.PIECE);
        StoredFile file = files.ofOrganisation(school.id(), id);
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(files.serve(file).getBody().getContentAsByteArray()).isEqualTo(content);
    }

    @Test
    void readingTakesOnePieceAtATime() throws IOException {
        StoredFile file = files.ofOrganisation(school.id(), keep("приказ.pdf", SampleFiles.pdf(700_000)));

        try (InputStream content = files.serve(file).getBody().getInputStream()) {
            assertThat(Statements.during(() -> read(content, Files.PIECE))).isEqualTo(1);
            assertThat(Statements.during(() -> read(content, 1))).isEqualTo(1);
            assertThat(Statements.during(() -> read(content, Files.PIECE - 1))).isZero();
        }
    }

    @Test
    void theLargestFileIsTakenInEightyPiecesAndOneByteMoreIsRefused() {
        byte[] largest = pdfOf((int) Files.LIMIT);
        assertThat(Statements.during(() -> keep("большой.pdf", largest))).isBetween(81, 86);

        assertThatThrownBy(() -> keep("большой.pdf", Arrays.copyOf(largest, largest.length + 1)))
                .isInstanceOf(Refusal.class).hasMessageContaining("до 20\u00a0МБ");
    }

    @Test
    void aFormHearsWhatIsWrongWithItsFile() {
        assertThat(refusal("пустой.pdf", new byte[0])).contains("«пустой.pdf» пустой");
        assertThat(refusal("скан.pdf", new byte[21 * 1024 * 1024])).contains("занимает 21\u00a0МБ").contains("до 20\u00a0МБ");
        assertThat(refusal("скан.pdf", new byte[(int) Files.LIMIT + 1])).contains("занимает больше 20\u00a0МБ");
        assertThat(refusal("приказ.pdf", SampleFiles.exe())).contains("программа для Windows").contains("Подойдут PDF, DOCX");
        assertThat(jdbc.sql("select count(*) from stored_file where organisation_id = ?").param(school.id())
                .query(Long.class).single()).isZero();
    }

    @Test
    void nothingChosenIsNoMistake() {
        Upload upload = chosen("", new byte[0]);
        BindingResult errors = received(upload);

        assertThat(errors.hasErrors()).isFalse();
        assertThat(Upload.id(upload)).isNull();
        assertThat(Upload.id(null)).isNull();
    }

    @Test
    void aGoodFileStaysWithTheFormUntilAnotherIsChosenOrItIsLetGo() {
        Upload first = chosen("приказ.pdf", SampleFiles.pdf());
        received(first);
        Long kept = Upload.id(first);

        Upload again = new Upload(null, kept, null);
        received(again);
        assertThat(again.saved().name()).isEqualTo("приказ.pdf");

        Upload wrong = new Upload(new MockMultipartFile("file.file", "x.pdf", null, SampleFiles.exe()), kept, null);
        assertThat(received(wrong).hasErrors()).isTrue();
        assertThat(Upload.id(wrong)).as("the wrong file does not push out the good one").isEqualTo(kept);

        Upload dropped = new Upload(null, kept, true);
        received(dropped);
        assertThat(Upload.id(dropped)).isNull();

        Upload replaced = new Upload(new MockMultipartFile("file.file", "новый.png", null, SampleFiles.png()), kept, true);
        received(replaced);
        assertThat(replaced.saved().name()).isEqualTo("новый.png");
    }

    @Test
    void anothersFileIsNeitherKeptNorAttachedNorServed() {
        long other = files.keep(town.school(), "чужой.pdf", new ByteArrayInputStream(SampleFiles.pdf()));
        long citys = files.keep(null, "городской.pdf", new ByteArrayInputStream(SampleFiles.pdf()));

        for (long id : new long[] {other, citys, 999_999_999L}) {
            Upload forged = new Upload(null, id, null);
            assertThat(received(forged).getFieldError("file").getDefaultMessage()).contains("Выберите файл ещё раз");
            assertThat(Upload.id(forged)).isNull();
            assertThatThrownBy(() -> files.attach(school, id)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> files.ofOrganisation(school.id(), id)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> files.attach(null, other)).isInstanceOf(Refusal.class);
        files.attach(null, citys, null);
    }

    @Test
    void thePublicGetsOnlyAttachedFilesAndNoneThatIsWithdrawn() {
        long id = keep("приказ.pdf", SampleFiles.pdf());
        assertThatThrownBy(() -> files.disclosed(school.id(), id)).isInstanceOf(NotFound.class);

        files.attach(school, id);
        assertThat(files.disclosed(school.id(), id).id()).isEqualTo(id);

        files.withdraw(school, id);
        assertThatThrownBy(() -> files.disclosed(school.id(), id)).isInstanceOf(NotFound.class);
        assertThat(files.ofOrganisation(school.id(), id).withdrawnAt()).isNotNull();

        files.release(school, id);
        assertThat(files.disclosed(school.id(), id).withdrawnAt()).isNull();
    }

    @Test
    void aFileWhoseFormWasNeverSavedIsForgottenAfterADay() {
        long left = keep("забытый.pdf", SampleFiles.pdf());
        long attached = keep("нужный.pdf", SampleFiles.pdf());
        long fresh = keep("сегодняшний.pdf", SampleFiles.pdf());
        files.attach(school, attached);
        jdbc.sql("update stored_file set received_at = now() - interval '25 hours' where id in (?, ?)").params(left, attached).update();

        files.forgetLeftBehind();

        assertThat(jdbc.sql("select id from stored_file where organisation_id = ? order by id").param(school.id()).query(Long.class).list())
                .containsExactly(attached, fresh);
        assertThat(jdbc.sql("select count(*) from stored_file_piece where file_id = ?").param(left).query(Long.class).single()).isZero();
    }

    @Test
    void aPdfOpensInTheBrowserUnderItsCyrillicNameAndCanNotRunAnything() {
        long id = keep("Приказ № 14-а «Ёлка».pdf", SampleFiles.pdf(300_000));
        MvcTestResult answer = own(id);

        assertThat(answer).hasStatusOk().hasHeader("Content-Type", "application/pdf")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Content-Length", String.valueOf(files.ofOrganisation(school.id(), id).size()));
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("inline;")
                .contains("filename*=UTF-8''%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%E2%84%96%2014-%D0%B0%20%C2%AB%D0%81");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store").doesNotContain("public");
        assertThat(files.serve(files.ofOrganisation(school.id(), id)).getHeaders().getCacheControl()).isEqualTo("no-cache, private");
    }

    @Test
    void severalPartsAtOnceComeWholeAndAreAsLongAsTheAnswerSays() throws IOException {
        byte[] content = SampleFiles.pdf(600_000);
        String answer = part(keep("приказ.pdf", content), "bytes=0-3,300000-300009");

        assertThat(answer).startsWith("HTTP/1.1 206").contains("multipart/byteranges").doesNotContain("Content-Length: " + content.length)
                .contains("Content-Range: bytes 0-3/" + content.length, "Content-Range: bytes 300000-300009/" + content.length, "%PDF");
    }

    @Test
    void aPartThatIsNotThereIsRefusedWithoutTheFile() throws IOException {
        byte[] content = SampleFiles.pdf(600_000);
        long id = keep("приказ.pdf", content);

        for (String range : new String[] {"bytes=abc", "bytes=999999999-", "bytes=9-3", "lines=1-2", "bytes=-"}) {
            assertThat(part(id, range)).as(range).startsWith("HTTP/1.1 416").contains("Content-Range: bytes */" + content.length)
                    .doesNotContain("%PDF").hasSizeLessThan(5_000);
        }
    }

    private String part(long id, String range) throws IOException {
        Client curator = new Client(port);
        curator.signIn(town.curatorOf(school).login(), Town.PASSWORD);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET /workspace/files/" + id + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nRange: " + range
                    + "\r\nCookie: portal=" + curator.cookie("portal") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aDocumentIsOfferedForSaving() {
        assertThat(own(keep("положение.docx", SampleFiles.docx())).getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;");
    }

    @Test
    void aReaderWhoHasTheFileIsToldSoAndAViewerGetsThePartItAsksFor() throws IOException {
        byte[] content = SampleFiles.pdf(700_000);
        StoredFile file = files.ofOrganisation(school.id(), keep("приказ.pdf", content));
        var curator = town.curatorOf(school).signedIn();

        assertThat(mvc.get().uri("/workspace/files/" + file.id()).with(curator).header("If-None-Match", "\"" + file.sha256() + "\""))
                .hasStatus(304);
        MvcTestResult part = mvc.get().uri("/workspace/files/" + file.id()).with(curator).header("Range", "bytes=600000-600099").exchange();
        assertThat(part).hasStatus(206);
        assertThat(part.getResponse().getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(content, 600_000, 600_100));
    }

    @Test
    void theFileOfAnotherOrganisationIsNotFound() {
        long id = keep("приказ.pdf", SampleFiles.pdf());

        assertThat(mvc.get().uri("/workspace/files/" + id).with(town.curatorOf(town.school()).signedIn())).hasStatus(404);
        assertThat(mvc.get().uri("/workspace/files/999999999").with(town.curatorOf(school).signedIn())).hasStatus(404);
        assertThat(mvc.get().uri("/workspace/files/x").with(town.curatorOf(school).signedIn())).hasStatus(404);
    }

    @Test
    void aRequestLargerThanAnyFormGetsAPageThatSaysSo() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(("POST /workspace/documents/new HTTP/1.1\r\nHost: localhost\r\nContent-Length: 167772161\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[1024 * 1024];
            for (int sent = 0; sent < 160; sent++) {
                socket.getOutputStream().write(megabyte);
            }
            socket.getOutputStream().write(0);
            String answer = new String(socket.getInputStream().readNBytes(3000), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Файл слишком большой");
        }
    }

    private MvcTestResult own(long id) {
        return mvc.get().uri("/workspace/files/" + id).with(town.curatorOf(school).signedIn()).exchange();
    }

    private long keep(String name, byte[] content) {
        return files.keep(school, name, new ByteArrayInputStream(content));
    }

    private String refusal(String name, byte[] content) {
        return received(chosen(name, content)).getFieldError("file").getDefaultMessage();
    }

    private BindingResult received(Upload upload) {
        BindingResult errors = new BeanPropertyBindingResult(new Form(upload), "form");
        files.receive(school, upload, "file", errors);
        return errors;
    }

    private static Upload chosen(String name, byte[] content) {
        return new Upload(new MockMultipartFile("file.file", name, "application/pdf", content), null, null);
    }

    private static void read(InputStream content, int count) {
        try {
            content.readNBytes(count);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A PDF of exactly this size: spaces may follow its end. */
    private static byte[] pdfOf(int size) {
        byte[] pdf = SampleFiles.pdf(size - 2000);
        byte[] padded = Arrays.copyOf(pdf, size);
        Arrays.fill(padded, pdf.length, size, (byte) ' ');
        return padded;
    }
}
