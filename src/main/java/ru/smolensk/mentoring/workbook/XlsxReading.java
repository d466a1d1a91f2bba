package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.SAXException;
import ru.smolensk.mentoring.platform.Russian;

/** Reads a workbook of Excel sheet by sheet as a stream; the value of a formula is what Excel has saved beside it. */
final class XlsxReading {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    /** Excel shows no more digits; what comes after them is the noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Content.Draft content;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final boolean since1904;
    private final Map<Integer, Boolean> dates = new HashMap<>();

    private XlsxReading(Content.Draft content, XSSFReader book, OPCPackage pack) throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        this.content = content;
        this.strings = new ReadOnlySharedStringsTable(pack, false);
        this.styles = book.getStylesTable();
        try (InputStream workbook = book.getWorkbookData()) {
            this.since1904 = since1904(workbook);
        }
    }

    static Content read(Path file) throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        Content.Draft content = new Content.Draft();
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader book = new XSSFReader(pack);
            XlsxReading reading = new XlsxReading(content, book, pack);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) book.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    if (content.page(sheets.getSheetName())) {
                        reading.sheet(sheet);
                    }
                }
            }
            pack.revert();
        }
        return content.finished();
    }

    private static boolean since1904(InputStream workbook) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(workbook);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                String value = xml.getAttributeValue(null, "date1904");
                return "1".equals(value) || "true".equals(value);
            }
        }
        return false;
    }

    private void sheet(InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(sheet);
        int row = 0;
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        String number = xml.getAttributeValue(null, "r");
                        row = number == null ? row + 1 : Integer.parseInt(number);
                        column = -1;
                    }
                    case "c" -> {
                        String place = xml.getAttributeValue(null, "r");
                        column = place == null ? column + 1 : new CellReference(place).getCol();
                        cell(xml, column);
                    }
                    case "mergeCell" -> content.merged(xml.getAttributeValue(null, "ref"));
                    default -> {
                        // Nothing else says anything.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                content.row(row, 1);
            }
        }
    }

    private void cell(XMLStreamReader xml, int column) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        String value = null;
        StringBuilder inline = new StringBuilder();
        boolean phonetic = false;
        boolean formula = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "t" -> inline.append(phonetic ? "" : xml.getElementText());
                    case "rPh" -> phonetic = true;
                    case "f" -> formula = true; // Only its value counts.
                    default -> {
                        // Nothing else says anything.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    phonetic = false;
                } else if (xml.getLocalName().equals("c")) {
                    break;
                }
            }
        }
        if ("inlineStr".equals(type)) {
            content.cell(column, Content.Kind.TEXT, decoded(inline.toString()));
        } else if (formula && (value == null || value.isEmpty() && !"str".equals(type))) {
            // Some programs leave the value out, others leave it empty; an empty text that was counted says that it is a text.
            content.cell(column, Content.Kind.UNCOUNTED, "");
        } else if (value != null && !value.isEmpty()) {
            value(column, type == null ? "n" : type, value, style == null ? 0 : Integer.parseInt(style));
        }
    }

    private void value(int column, String type, String value, int style) {
        switch (type) {
            case "s" -> content.cell(column, Content.Kind.TEXT, strings.getItemAt(Integer.parseInt(value)).getString());
            case "str" -> content.cell(column, Content.Kind.TEXT, decoded(value));
            case "e" -> content.cell(column, Content.Kind.ERROR, value);
            case "b" -> content.cell(column, Content.Kind.TEXT, value.equals("1") ? "ИСТИНА" : "ЛОЖЬ");
            case "d" -> content.cell(column, Content.Kind.DATE, new Russian().date(LocalDate.parse(value.substring(0, 10))));
            default -> number(column, Double.parseDouble(value), style);
        }
    }

    private void number(int column, double value, int style) {
        if (dates.computeIfAbsent(style, this::date) && DateUtil.isValidExcelDate(value)) {
            try {
                content.cell(column, Content.Kind.DATE, new Russian().date(DateUtil.getLocalDateTime(value, since1904).toLocalDate()));
                return;
            } catch (DateTimeException none) {
                // Then it stays a number, and its cell says that a date is wanted.
            }
        }
        content.cell(column, Content.Kind.NUMBER, new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
    }

    private boolean date(int style) {
        if (style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle look = styles.getStyleAt(style);
        return DateUtil.isADateFormat(look.getDataFormat(), look.getDataFormatString());
    }

    private static String decoded(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)))) : text;
    }
}
