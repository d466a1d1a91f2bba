package ru.smolensk.mentoring.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints the papers of the demo city as real files, the same bytes at every start: PDF with an embedded font, DOCX, and JPG that looks like a
 * scan. The letters of a scan are drawn by their outlines, so it needs no font of the machine.
 */
final class Press {

    // PDFBox reads a font's tables when they are needed first: a font must not be shared between threads.
    private static final ThreadLocal<Press> OF_THREAD = ThreadLocal.withInitial(Press::new);

    private static final float MARGIN = 62;
    private static final float BOTTOM = 70;
    private static final float SIZE = 11.5f;

    private final Face regular = new Face("/liberation/LiberationSerif-Regular.ttf");
    private final Face bold = new Face("/liberation/LiberationSerif-Bold.ttf");

    private Press() {
    }

    static Press ofThisThread() {
        return OF_THREAD.get();
    }

    byte[] print(Sheet sheet) throws IOException {
        return switch (sheet.format()) {
            case PDF -> pdf(sheet);
            case DOCX -> docx(sheet);
            case JPG -> jpg(sheet);
        };
    }

    /** A font and the widths of its letters. */
    private static final class Face {

        private final TrueTypeFont font;
        private final CmapLookup glyphs;
        private final int unitsPerEm;
        private final Map<Integer, Float> widths = new HashMap<>();
        private final Map<Integer, GeneralPath> outlines = new HashMap<>();

        Face(String resource) {
            try (InputStream content = Press.class.getResourceAsStream(resource)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(content.readAllBytes()));
                glyphs = font.getUnicodeCmapLookup();
                unitsPerEm = font.getUnitsPerEm();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** Of a letter at size 1. */
        float width(int letter) {
            return widths.computeIfAbsent(letter, key -> {
                try {
                    return font.getAdvanceWidth(glyphs.getGlyphId(key)) / (float) unitsPerEm;
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }

        float width(String text, float size) {
            return (float) text.codePoints().mapToDouble(this::width).sum() * size;
        }

        List<String> wrapped(String text, float size, float room) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                if (!line.isEmpty() && width(line + " " + word, size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }

        private GeneralPath outline(int letter) {
            try {
                GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
                return glyph == null ? new GeneralPath() : glyph.getPath();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void draw(Graphics2D graphics, String text, float x, float y, float size) {
            float at = x;
            for (int letter : text.codePoints().toArray()) {
                GeneralPath outline = outlines.computeIfAbsent(letter, this::outline);
                float scale = size / unitsPerEm;
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
                graphics.fill(place.createTransformedShape(outline));
                at += width(letter) * size;
            }
        }
    }

    // ---- PDF ----------------------------------------------------------------------------------------------------------------

    /** Everything that papers are written with. Its letters are cut out of the fonts once, not for every file. */
    private static final String LETTERS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789"
            + " .,:;!?–-«»()/№%…█_+=’ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@";
    private static final COSName PLAIN = COSName.getPDFName("Plain");
    private static final COSName STRONG = COSName.getPDFName("Strong");

    /** An empty page whose fonts have the letters embedded: every PDF begins as a copy of it. */
    private static final class Blank {

        private static final byte[] CONTENT = draw();

        private static byte[] draw() {
            Press press = ofThisThread();
            try (PDDocument document = new PDDocument(); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
                document.setDocumentId(1L);
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDResources resources = new PDResources();
                try (PDPageContentStream letters = new PDPageContentStream(document, page)) {
                    letters.beginText();
                    for (Face face : List.of(press.regular, press.bold)) {
                        PDType0Font font = PDType0Font.load(document, face.font, true);
                        resources.put(face == press.regular ? PLAIN : STRONG, font);
                        letters.setFont(font, SIZE);
                        letters.showText(LETTERS);
                    }
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

    private byte[] pdf(Sheet sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(Blank.CONTENT); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            // Otherwise the identifier comes from the clock.
            document.setDocumentId((long) (sheet.fileName() + sheet.issuer() + sheet.dated()).hashCode());
            document.getDocumentInformation().setTitle(sheet.kind() + " " + sheet.dated());
            document.getDocumentInformation().setSubject(Sheet.SAMPLE);
            new Pages(document).write(sheet);
            document.save(file);
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
            Face face = strong ? bold : regular;
            for (String line : face.wrapped(text, size, room)) {
                if (y < BOTTOM) {
                    end();
                    document.addPage(new PDPage(PDRectangle.A4));
                    begin();
                }
                line(face, line, size, centred ? MARGIN + (room - face.width(line, size)) / 2 : MARGIN, y);
                y -= size * 1.35f;
            }
        }

        private void begin() {
            page.append("0.4 g\n");
            line(regular, Sheet.SAMPLE, 9, MARGIN, 36);
            page.append("0.05 g\n");
            y = PDRectangle.A4.getHeight() - MARGIN;
        }

        private void end() throws IOException {
            PDPage last = document.getPage(document.getNumberOfPages() - 1);
            last.setResources(document.getPage(0).getResources());
            last.setContents(new PDStream(document, new ByteArrayInputStream(page.toString().getBytes(StandardCharsets.US_ASCII)), COSName.FLATE_DECODE));
            page.setLength(0);
        }

        private void line(Face face, String text, float size, float x, float at) {
            page.append("BT /").append(face == regular ? PLAIN.getName() : STRONG.getName()).append(' ').append(size).append(" Tf ").append(x).append(' ')
                    .append(at).append(" Td <");
            text.codePoints().forEach(letter -> page.append(String.format("%04X", face.glyphs.getGlyphId(letter))));
            page.append("> Tj ET\n");
        }
    }

    // ---- DOCX ---------------------------------------------------------------------------------------------------------------

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
            + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
    private static final Map<String, String> PARTS = Map.of(
            "_rels/.rels", XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                    + RELATION + "officeDocument\" Target=\"word/document.xml\"/></Relationships>",
            "word/_rels/document.xml.rels", XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"" + RELATION + "styles\" Target=\"styles.xml\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"" + RELATION + "footer\" Target=\"footer1.xml\"/></Relationships>",
            "word/styles.xml", XML + "<w:styles" + MAIN + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
                    + "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:lang w:val=\"ru-RU\"/></w:rPr></w:rPrDefault>"
                    + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                    + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                    + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/>"
                    + "<w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>",
            "word/footer1.xml", XML + "<w:ftr" + MAIN + "<w:p><w:r><w:rPr><w:color w:val=\"767676\"/><w:sz w:val=\"18\"/></w:rPr><w:t>"
                    + Sheet.SAMPLE + "</w:t></w:r></w:p></w:ftr>");
    private static final List<String> ORDER = List.of("_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/footer1.xml");

    private static byte[] docx(Sheet sheet) throws IOException {
        StringBuilder text = new StringBuilder(XML + "<w:document" + MAIN + "<w:body>");
        paragraph(text, sheet.issuer(), "center", true);
        paragraph(text, sheet.kind(), "center", true);
        paragraph(text, sheet.dated(), "center", false);
        paragraph(text, sheet.title(), "center", true);
        for (String line : sheet.body()) {
            if (line.startsWith("# ")) {
                text.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>").append(escaped(line.substring(2))).append("</w:t></w:r></w:p>");
            } else {
                paragraph(text, line, "both", false);
            }
        }
        if (sheet.signature() != null) {
            paragraph(text, sheet.signature(), "left", false);
        }
        text.append("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>"
                + "</w:body></w:document>");
        try (ByteArrayOutputStream file = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(file)) {
            part(zip, "[Content_Types].xml", XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD + "document.main+xml\"/>"
                    + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WORD + "styles+xml\"/>"
                    + "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + WORD + "footer+xml\"/></Types>");
            for (String name : ORDER) {
                part(zip, name, PARTS.get(name));
            }
            part(zip, "word/document.xml", text.toString());
            zip.finish();
            return file.toByteArray();
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void paragraph(StringBuilder text, String words, String align, boolean strong) {
        text.append("<w:p><w:pPr><w:jc w:val=\"").append(align).append("\"/></w:pPr><w:r>").append(strong ? "<w:rPr><w:b/></w:rPr>" : "")
                .append("<w:t>").append(escaped(words)).append("</w:t></w:r></w:p>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // ---- JPG ----------------------------------------------------------------------------------------------------------------

    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;

    private byte[] jpg(Sheet sheet) throws IOException {
        BufferedImage scan = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scan.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xf6f3ea));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        // Nobody lays a sheet quite straight.
        graphics.rotate(Math.toRadians(0.6), WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setColor(new Color(0x8c9a9d));
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(36, 36, WIDTH - 72, HEIGHT - 72);
        graphics.setColor(new Color(0x1d2426));
        float y = 96;
        y = block(graphics, bold, sheet.issuer(), 15, y, true);
        y = block(graphics, bold, sheet.kind(), 23, y + 30, true);
        y = block(graphics, regular, sheet.dated(), 15, y + 4, true);
        y = block(graphics, bold, sheet.title(), 18, y + 18, true) + 16;
        for (String line : sheet.body()) {
            boolean heading = line.startsWith("# ");
            y = block(graphics, heading ? bold : regular, heading ? line.substring(2) : line, 15, y, false) + 6;
        }
        if (sheet.signature() != null) {
            y = block(graphics, regular, sheet.signature(), 15, y + 36, false);
        }
        stamp(graphics, Math.min(y + 60, HEIGHT - 130));
        graphics.setColor(new Color(0x6b7678));
        regular.draw(graphics, Sheet.SAMPLE, 66, HEIGHT - 54, 13);
        graphics.dispose();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(scan, "jpg", file);
            return file.toByteArray();
        }
    }

    private static float block(Graphics2D graphics, Face face, String text, float size, float y, boolean centred) {
        float room = WIDTH - 150;
        float at = y;
        for (String line : face.wrapped(text, size, room)) {
            face.draw(graphics, line, centred ? 75 + (room - face.width(line, size)) / 2 : 75, at, size);
            at += size * 1.4f;
        }
        return at;
    }

    private void stamp(Graphics2D graphics, float y) {
        graphics.setColor(new Color(0x3d5aa8));
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Ellipse2D.Float(WIDTH - 220, y - 45, 112, 112));
        graphics.draw(new Ellipse2D.Float(WIDTH - 208, y - 33, 88, 88));
        String word = "ОБРАЗЕЦ";
        bold.draw(graphics, word, WIDTH - 164 - bold.width(word, 14) / 2, y + 16, 14);
    }
}
