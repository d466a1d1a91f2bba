package ru.smolensk.mentoring.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small documents of every type that people upload, and of those that the portal refuses, made when a test asks for them. */
public final class SampleFiles {

    private static final String PASSWORD = "секрет";

    private SampleFiles() {
    }

    public static byte[] pdf() {
        return pdf(0);
    }

    /** A PDF of about so many bytes: a stream that no compression makes smaller stands in it. */
    public static byte[] pdf(int bytes) {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                byte[] noise = new byte[bytes];
                new Random(475).nextBytes(noise);
                page.setContents(new PDStream(document, new ByteArrayInputStream(noise)));
                document.addPage(page);
                document.save(out);
            }
        });
    }

    public static byte[] lockedPdf() {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
                document.save(out);
            }
        });
    }

    /** Everybody may open it, only its owner may change it. */
    public static byte[] readOnlyPdf() {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                document.save(out);
            }
        });
    }

    public static byte[] docx() {
        return written(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("Положение о системе наставничества");
                document.write(out);
            }
        });
    }

    public static byte[] xlsx() {
        return written(out -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                workbook.createSheet("Лист1").createRow(0).createCell(0).setCellValue("Ёлкина");
                workbook.write(out);
            }
        });
    }

    public static byte[] xls() {
        return written(out -> {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                workbook.createSheet("Лист1").createRow(0).createCell(0).setCellValue("Ёлкина");
                workbook.write(out);
            }
        });
    }

    public static byte[] lockedXls() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            return xls();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** The container of an old Word document with its main stream. */
    public static byte[] doc() {
        return ole(Map.of("WordDocument", wordStream(0)));
    }

    public static byte[] lockedDoc() {
        return ole(Map.of("WordDocument", wordStream(1)));
    }

    public static byte[] docWithMacros() {
        return written(out -> {
            try (POIFSFileSystem ole = new POIFSFileSystem()) {
                ole.createDocument(new ByteArrayInputStream(wordStream(0)), "WordDocument");
                ole.createDirectory("Macros").createDocument("PROJECT", new ByteArrayInputStream(new byte[10]));
                ole.writeFilesystem(out);
            }
        });
    }

    public static byte[] odt() {
        return odt(Map.of("content.xml", "<office:document-content/>"));
    }

    public static byte[] lockedOdt() {
        return odt(Map.of("META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"));
    }

    public static byte[] odtWithMacros() {
        return odt(Map.of("Basic/Standard/Module1.xml", "<script:module/>"));
    }

    private static byte[] odt(Map<String, String> parts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        parts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zip("application/vnd.oasis.opendocument.text", entries);
    }

    /** A document with macros under the content type that Word gives it. */
    public static byte[] docm() {
        return withMacros("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml");
    }

    /** The same, pretending to be a document without them. */
    public static byte[] docxWithMacros() {
        return withMacros("", "");
    }

    private static byte[] withMacros(String contentType, String replacement) {
        Map<String, byte[]> parts = unzipped(docx());
        parts.computeIfPresent("[Content_Types].xml", (name, text) -> new String(text, StandardCharsets.UTF_8)
                .replace(contentType, replacement)
                .replace("</Types>", "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")
                .getBytes(StandardCharsets.UTF_8));
        parts.put("word/vbaProject.bin", new byte[20]);
        return zip(null, parts);
    }

    public static byte[] lockedDocx() {
        return written(out -> {
            try (POIFSFileSystem ole = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword(PASSWORD);
                try (var encrypted = encryptor.getDataStream(ole)) {
                    encrypted.write(docx());
                } catch (java.security.GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
                ole.writeFilesystem(out);
            }
        });
    }

    public static byte[] jpg() {
        return picture("jpg");
    }

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] gif() {
        return picture("gif");
    }

    public static byte[] zip() {
        return zip(null, Map.of("приказ.txt", "текст".getBytes(StandardCharsets.UTF_8)));
    }

    /** The beginning of every program for Windows. */
    public static byte[] exe() {
        byte[] program = new byte[2048];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }

    public static byte[] html() {
        return "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>".getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
    }

    /** Only the first half of a file, as after a broken copy. */
    public static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] wordStream(int flags) {
        byte[] stream = new byte[4096];
        stream[0] = (byte) 0xec;
        stream[1] = (byte) 0xa5;
        stream[2] = (byte) 0xc1;
        stream[11] = (byte) flags;
        return stream;
    }

    private static byte[] ole(Map<String, byte[]> streams) {
        return written(out -> {
            try (POIFSFileSystem ole = new POIFSFileSystem()) {
                for (var stream : streams.entrySet()) {
                    ole.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
                }
                ole.writeFilesystem(out);
            }
        });
    }

    private static byte[] picture(String format) {
        return written(out -> ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out));
    }

    private static Map<String, byte[]> unzipped(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(String mimetype, Map<String, byte[]> parts) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                if (mimetype != null) {
                    byte[] text = mimetype.getBytes(StandardCharsets.US_ASCII);
                    CRC32 sum = new CRC32();
                    sum.update(text);
                    ZipEntry first = new ZipEntry("mimetype");
                    first.setMethod(ZipEntry.STORED);
                    first.setSize(text.length);
                    first.setCrc(sum.getValue());
                    zip.putNextEntry(first);
                    zip.write(text);
                }
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
        });
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
