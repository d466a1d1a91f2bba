package ru.smolensk.mentoring.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a document in the format that somebody wants. */
@Component
public class PaperWriter {

    /** What a document is written as. */
    public enum Format {
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** «.docx». */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final PdfPaper pdf;

    PaperWriter(PdfPaper pdf) {
        this.pdf = pdf;
    }

    /** Writes the document; the stream stays open. */
    public void write(Paper paper, Format format, OutputStream out) throws IOException {
        if (format == Format.PDF) {
            pdf.write(paper, out);
        } else {
            WordPaper.write(paper, out);
        }
    }

    /**
     * The document as an address serves it to who is signed in: saved, not shown, and kept by no computer on the way.
     *
     * @param name of the file, without its ending
     */
    public ResponseEntity<byte[]> served(Paper paper, Format format, String name) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            write(paper, format, written);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(format.mediaType)).cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(name + format.ending(), StandardCharsets.UTF_8).build().toString())
                .body(written.toByteArray());
    }
}
