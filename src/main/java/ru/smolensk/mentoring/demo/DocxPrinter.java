package ru.smolensk.mentoring.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Prints a paper as a document of Word. */
final class DocxPrinter {

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

    private DocxPrinter() {
    }

    static byte[] print(Sheet sheet) throws IOException {
        StringBuilder text = new StringBuilder(XML + "<w:document" + MAIN + "<w:body>");
        paragraph(text, sheet.issuer(), "center", true);
        paragraph(text, sheet.kind(), "center", true);
        paragraph(text, sheet.dated(), "center", false);
        paragraph(text, sheet.title(), "center", true);
        for (String line : sheet.body()) {
            if (line.startsWith("# ")) {
                text.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>").append(escaped(line.substring(2)))
                        .append("</w:t></w:r></w:p>");
            } else {
                paragraph(text, line, "both", false);
            }
        }
        if (sheet.signature() != null) {
            paragraph(text, sheet.signature(), "left", false);
        }
        text.append("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" "
                + "w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
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
        part(zip, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a moment that never changes: the same file at every load. */
    static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void paragraph(StringBuilder text, String words, String align, boolean strong) {
        text.append("<w:p><w:pPr><w:jc w:val=\"").append(align).append("\"/></w:pPr><w:r>").append(strong ? "<w:rPr><w:b/></w:rPr>" : "")
                .append("<w:t>").append(escaped(words)).append("</w:t></w:r></w:p>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
