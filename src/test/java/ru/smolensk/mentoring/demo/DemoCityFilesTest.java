package ru.smolensk.mentoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.document.FileType;
import ru.smolensk.mentoring.testing.DemoCityTest;

/** Every file of the demo city opens, and says that nothing of it is true. */
@DemoCityTest
class DemoCityFilesTest {

    private static final String SAMPLE = "Образец. Демонстрационные данные";

    /** What other tests have exported meanwhile is none of the city's files. */
    private static final String ITS_OWN = "id not in (select file_id from export where file_id is not null)";

    @Autowired
    JdbcClient jdbc;

    private record Stored(long id, String name, String sha256) {
    }

    @Test
    void everyPdfOpensAndItsWordsCanBeRead() {
        assertThat(files(FileType.PDF)).hasSizeGreaterThan(400).allSatisfy(file -> {
            try (PDDocument document = Loader.loadPDF(content(file))) {
                assertThat(document.getNumberOfPages()).isBetween(1, 3);
                assertThat(new PDFTextStripper().getText(document)).contains(SAMPLE).contains("г. Смоленск").doesNotContain("\ufffd");
            }
        });
    }

    @Test
    void everyDocxOpensAndItsPartsAreWellFormed() {
        assertThat(files(FileType.DOCX)).hasSizeGreaterThan(100).allSatisfy(file -> {
            Map<String, String> parts = parts(content(file));
            assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/footer1.xml");
            assertThat(parts.get("word/document.xml")).isNotBlank();
            assertThat(parts.get("word/footer1.xml")).isEqualTo(SAMPLE);
        });
    }

    @Test
    void everyScanIsAPicture() {
        assertThat(files(FileType.JPG)).hasSizeGreaterThan(20).allSatisfy(file -> {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content(file)));
            assertThat(picture).isNotNull();
            // A sheet of A4 stands upright.
            assertThat(picture.getHeight()).isGreaterThan(picture.getWidth());
        });
    }

    @Test
    void thereIsNoOtherFile() {
        assertThat(jdbc.sql("select distinct media_type from stored_file where " + ITS_OWN).query(String.class).set())
                .containsExactlyInAnyOrder(FileType.PDF.mediaType(), FileType.DOCX.mediaType(), FileType.JPG.mediaType());
    }

    private List<Stored> files(FileType type) {
        return jdbc.sql("select id, name, sha256 from stored_file where media_type = ? and " + ITS_OWN + " order by id").param(type.mediaType())
                .query((row, number) -> new Stored(row.getLong("id"), row.getString("name"), row.getString("sha256"))).list();
    }

    private byte[] content(Stored file) throws Exception {
        byte[] content = jdbc.sql("select string_agg(content, ''::bytea order by position) from stored_file_piece where file_id = ?")
                .param(file.id()).query(byte[].class).single();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content))).as(file.name()).isEqualTo(file.sha256());
        return content;
    }

    /** The words of every part, by its name. */
    private static Map<String, String> parts(byte[] docx) throws Exception {
        DocumentBuilder xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), xml.parse(new ByteArrayInputStream(zip.readAllBytes())).getDocumentElement().getTextContent());
            }
        }
        return parts;
    }
}
