package ru.smolensk.mentoring.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.paper.PrintedWord;

/** Makes the file of a paper: the current template filled, as it is or printed. */
@Component
class PaperFiles {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** A name of a file that every system takes. */
    private static final int LONGEST_NAME = 150;

    private final PaperTemplates templates;
    private final PrintedWord print;

    PaperFiles(PaperTemplates templates, PrintedWord print) {
        this.templates = templates;
        this.print = print;
    }

    byte[] word(DrawnUp paper) {
        return Filling.filled(templates.current(paper.kind()), paper);
    }

    byte[] pdf(DrawnUp paper) {
        return printed(word(paper));
    }

    ResponseEntity<byte[]> servedWord(DrawnUp paper) {
        return served(word(paper), WORD, paper.fileName(), ".docx");
    }

    ResponseEntity<byte[]> servedPdf(DrawnUp paper) {
        return served(pdf(paper), "application/pdf", paper.fileName(), ".pdf");
    }

    /** A template itself. */
    static ResponseEntity<byte[]> servedTemplate(byte[] content, String name) {
        return served(content, WORD, name, ".docx");
    }

    ResponseEntity<byte[]> servedSample(byte[] template, PaperKind kind) {
        return served(printed(Filling.filled(template, DrawnUp.sample(kind))), "application/pdf", "Образец – " + kind.label(), ".pdf");
    }

    private byte[] printed(byte[] word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            print.write(word, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> served(byte[] content, String type, String name, String ending) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}]", "-").replace('\u00a0', ' ').strip();
        plain = plain.codePointCount(0, plain.length()) <= LONGEST_NAME ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)).strip();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(plain + ending, StandardCharsets.UTF_8)
                .build().toString())
                .body(content);
    }
}
