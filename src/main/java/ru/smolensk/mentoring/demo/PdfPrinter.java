package ru.smolensk.mentoring.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Prints a paper as PDF with an embedded font. One is enough: strong words are the same letters, drawn with an outline. */
final class PdfPrinter {

    private static final float MARGIN = 62;
    private static final float BOTTOM = 70;
    private static final float SIZE = 11.5f;

    /** Of the outline of strong letters, at size 1. */
    private static final float STROKE = 0.03f;

    /** Everything that papers are written with. Its letters are cut out of the font once, not for every file. */
    private static final String LETTERS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789"
            + " .,:;!?–-«»()/№%…█_+=’ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@";
    private static final COSName FONT = COSName.getPDFName("Serif");

    /** An empty page whose font has the letters embedded: every PDF begins as a copy of it. */
    private static final class Blank {

        private static final byte[] CONTENT = draw();

        private static byte[] draw() {
            try (PDDocument document = new PDDocument(); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
                document.setDocumentId(1L);
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDResources resources = new PDResources();
                try (PDPageContentStream letters = new PDPageContentStream(document, page)) {
                    PDType0Font font = PDType0Font.load(document, Face.regular().font(), true);
                    resources.put(FONT, font);
                    letters.beginText();
                    letters.setFont(font, SIZE);
                    letters.showText(LETTERS);
                    letters.endText();
                }
                page.setResources(resources);
                document.save(file);
                return file.toByteArray();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private final Face face;

    PdfPrinter(Face face) {
        this.face = face;
    }

    byte[] print(Sheet sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(Blank.CONTENT); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            // Otherwise the identifier comes from the clock.
            document.setDocumentId((long) (sheet.fileName() + sheet.issuer() + sheet.dated()).hashCode());
            document.getDocumentInformation().setTitle(sheet.kind() + " " + sheet.dated());
            document.getDocumentInformation().setSubject(Sheet.SAMPLE);
            new Pages(document).write(sheet);
            // To open it is quicker, and whoever keeps it opens it.
            document.save(file, CompressParameters.NO_COMPRESSION);
            return file.toByteArray();
        }
    }

    /** Writes down the pages of one document. */
    private final class Pages {

        private final PDDocument document;
        private final float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        private final StringBuilder page = new StringBuilder();
        private float y;

        Pages(PDDocument document) {
            this.document = document;
            begin();
        }

        void write(Sheet sheet) throws IOException {
            paragraph(sheet.issuer(), true, SIZE, true);
            y -= 18;
            paragraph(sheet.kind(), true, 15, true);
            y -= 4;
            paragraph(sheet.dated(), false, SIZE, true);
            paragraph("г. Смоленск", false, SIZE, true);
            y -= 14;
            paragraph(sheet.title(), true, 13, true);
            y -= 12;
            for (String text : sheet.body()) {
                boolean heading = text.startsWith("# ");
                y -= heading ? 8 : 0;
                paragraph(heading ? text.substring(2) : text, heading, heading ? 12.5f : SIZE, false);
                y -= 5;
            }
            if (sheet.signature() != null) {
                y -= 22;
                paragraph(sheet.signature(), false, SIZE, false);
            }
            end();
        }

        private void paragraph(String text, boolean strong, float size, boolean centred) throws IOException {
            for (String line : face.wrapped(text, size, room)) {
                if (y < BOTTOM) {
                    end();
                    document.addPage(new PDPage(PDRectangle.A4));
                    begin();
                }
                line(line, strong, size, centred ? MARGIN + (room - face.width(line, size)) / 2 : MARGIN, y);
                y -= size * 1.35f;
            }
        }

        private void begin() {
            page.append("0.4 g\n");
            line(Sheet.SAMPLE, false, 9, MARGIN, 36);
            page.append("0.05 g 0.05 G\n");
            y = PDRectangle.A4.getHeight() - MARGIN;
        }

        private void end() throws IOException {
            PDPage last = document.getPage(document.getNumberOfPages() - 1);
            last.setResources(document.getPage(0).getResources());
            byte[] content = page.toString().getBytes(StandardCharsets.US_ASCII);
            last.setContents(new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
            page.setLength(0);
        }

        private void line(String text, boolean strong, float size, float x, float at) {
            page.append("BT /").append(FONT.getName()).append(' ').append(size).append(" Tf ")
                    .append(strong ? "2 Tr " + size * STROKE + " w " : "0 Tr ")
                    .append(x).append(' ').append(at).append(" Td <");
            text.codePoints().forEach(letter -> page.append(HexFormat.of().toHexDigits((short) face.glyph(letter))));
            page.append("> Tj ET\n");
        }
    }
}
