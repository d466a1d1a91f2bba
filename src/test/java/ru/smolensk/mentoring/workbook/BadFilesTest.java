package ru.smolensk.mentoring.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smolensk.mentoring.platform.Refusal;

/** Files that are no workbook, or one that nobody should open: a sentence each. And what a spreadsheet of OpenDocument says. */
class BadFilesTest {

    @TempDir
    Path room;

    @Test
    void anotherFormatIsNamed() throws IOException {
        refused("просто слова".getBytes(StandardCharsets.UTF_8), "не таблица Excel");
        refused(new byte[0], "пустой");
        refused(zip("word/document.xml", "<x/>"), "не таблица Excel");
        refused(zip("xl/workbook.bin", "x"), "двоичная");
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("Приказы");
            book.write(old);
        }
        refused(old.toByteArray(), "старого Excel");
    }

    @Test
    void aPasswordIsNamed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("тайна");
            try (OPCPackage pack = OPCPackage.open(new ByteArrayInputStream(good())); OutputStream data = encryptor.getDataStream(ole)) {
                pack.save(data);
            }
            ole.writeFilesystem(out);
        }
        refused(out.toByteArray(), "защищена паролем");
        refused(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", "<manifest:encryption-data/>", "content.xml", "?"),
                "защищена паролем");
    }

    @Test
    void macrosAreNamed() throws IOException {
        refused(changed(good(), "xl/vbaProject.bin", text -> "x"), "макросы");
        refused(changed(good(), "[Content_Types].xml", text -> text.replace("spreadsheetml.sheet.main", "sheet.macroEnabled.main")), "макросы");
        refused(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "Basic/Standard/Module1.xml", "Sub", "content.xml", "<x/>"), "макросы");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        refused(Arrays.copyOf(good(), good().length / 2), "повреждён");
        refused(changed(good(), "xl/worksheets/sheet1.xml", text -> text.substring(0, text.length() / 2)), "повреждён");
        refused(zip("xl/workbook.xml", "<workbook/>"), "повреждён");
        refused(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "x.xml", "<x/>"), "повреждён");
    }

    @Test
    void entitiesFromElsewhereAreNotRead() throws IOException {
        Path secret = Files.writeString(room.resolve("secret.txt"), "тайна");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        refused(changed(good(), "xl/worksheets/sheet1.xml", text -> text.replaceFirst("\\?>", "?>" + doctype).replace("<v>42.0</v>", "<v>&e;</v>")), "повреждён");
        refused(changed(good(), "xl/sharedStrings.xml", text -> text.replaceFirst("\\?>", "?>" + doctype).replace("На дату", "&e;")), "повреждён");
        refused(ods(doctype, "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>&e;</text:p></table:table-cell></table:table-row>"), "повреждён");
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 1024; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan((int) WorkbookFile.LIMIT);
        refused(out.toByteArray(), "больше данных");
    }

    @Test
    void moreThanTwentyThousandRowsAreRefused() throws IOException {
        assertThat(WorkbookFile.read(file(rows(20_000))).pages().get(0).lines()).hasSize(20_001);
        refused(rows(20_001), "20\u00a0000");
    }

    @Test
    void aSpreadsheetOfOpenDocumentIsReadCellByCell() throws IOException {
        Content content = WorkbookFile.read(file(ods("", """
                <table:table-row><table:table-cell office:value-type="string"><text:p>Номер</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
                <table:table-row>
                  <table:table-cell office:value-type="date" office:date-value="2025-09-01T00:00:00"><text:p>01.09.25</text:p></table:table-cell>
                  <table:table-cell office:value-type="float" office:value="42.5" table:number-columns-repeated="2"><text:p>42,5</text:p></table:table-cell>
                  <table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
                  <table:table-cell office:value-type="string" table:number-columns-spanned="2"><office:annotation><text:p>заметка</text:p></office:annotation><text:p>два<text:s text:c="2"/>пробела<text:tab/><text:span>и</text:span><text:line-break/>строка</text:p><text:p>абзац</text:p></table:table-cell>
                  <table:covered-table-cell office:value-type="string"><text:p>под ней</text:p></table:covered-table-cell>
                </table:table-row>
                <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                """)));
        Content.Page page = content.pages().get(0);
        assertThat(page.lines()).extracting(Content.Line::number).containsExactly(1, 4);
        assertThat(page.merged()).containsExactly("E4:F4");
        assertThat(page.lines().get(1).cells()).containsExactly(new Content.Cell(Content.Kind.DATE, "01.09.2025"), new Content.Cell(Content.Kind.NUMBER, "42.5"),
                new Content.Cell(Content.Kind.NUMBER, "42.5"), new Content.Cell(Content.Kind.ERROR, "#DIV/0!"),
                new Content.Cell(Content.Kind.TEXT, "два  пробела\tи\nстрока\nабзац"));
    }

    @Test
    void aFormulaThatNobodyHasCountedIsNoEmptyCell() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var row = book.createSheet("Наставники").createRow(0);
            row.createCell(0).setCellFormula("B1&\"x\"");
            row.createCell(1).setCellFormula("\"\"");
            row.getCell(1).setCellValue("");
            row.createCell(2).setCellFormula("1+1");
            ((XSSFCell) row.getCell(2)).getCTCell().setV("");
            book.write(out);
        }
        assertThat(WorkbookFile.read(file(out.toByteArray())).pages().get(0).lines().get(0).cells())
                .containsExactly(new Content.Cell(Content.Kind.UNCOUNTED, ""), null, new Content.Cell(Content.Kind.UNCOUNTED, ""));

        Content open = WorkbookFile.read(file(ods("", """
                <table:table-row><table:table-cell table:formula="of:=[.B1]"/>
                  <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/></table:table-row>
                """)));
        assertThat(open.pages().get(0).lines().get(0).cells()).containsExactly(new Content.Cell(Content.Kind.UNCOUNTED, ""));
    }

    private void refused(byte[] content, String words) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> WorkbookFile.read(file)).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(room.resolve("т.xlsx"), content);
    }

    private static byte[] good() {
        return new Typing().sheet("Численность", Typing.headings(Sheet.STAFF)).row(LocalDate.of(2025, 9, 1), 42, 3).bytes();
    }

    private static byte[] rows(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            var sheet = book.createSheet("Приказы");
            for (int row = 0; row <= count; row++) {
                sheet.createRow(row).createCell(0).setCellValue("№ " + row);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] ods(String doctype, String rows) throws IOException {
        return zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype + """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
                <office:body><office:spreadsheet><table:table table:name="Приказы"><table:table-column/>""" + rows
                + "</table:table></office:spreadsheet></office:body></office:document-content>");
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int at = 0; at < namesAndTexts.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[at]));
                zip.write(namesAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] content, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipOutputStream zip = new ZipOutputStream(out); ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    found = true;
                    bytes = change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                }
                zip.write(bytes);
            }
            if (!found) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(change.apply("").getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
