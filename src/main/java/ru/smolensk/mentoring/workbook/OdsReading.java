package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.smolensk.mentoring.platform.Russian;

/** Reads a spreadsheet of OpenDocument as a stream: {@code content.xml} from its first sheet to its last. */
final class OdsReading {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
    private static final int MOST_SPACES = 1000;

    private final Content.Draft content = new Content.Draft();
    private final XMLStreamReader xml;

    private OdsReading(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Content read(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile()); InputStream document = zip.getInputStream(zip.getEntry("content.xml"))) {
            OdsReading reading = new OdsReading(SafeXml.reader(document));
            reading.document();
            return reading.content.finished();
        }
    }

    private void document() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && is(TABLE, "table")) {
                if (content.page(xml.getAttributeValue(TABLE, "name"))) {
                    sheet();
                } else {
                    skip();
                }
            }
        }
    }

    private void sheet() throws XMLStreamException {
        int row = 1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(TABLE, "table-row")) {
                    int times = repeated("number-rows-repeated");
                    row(row);
                    content.row(row, times);
                    row += times;
                } else if (is(TABLE, "shapes") || is(OFFICE, "forms")) {
                    skip();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table")) {
                return;
            }
        }
    }

    private void row(int row) throws XMLStreamException {
        int column = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                int times = repeated("number-columns-repeated");
                if (is(TABLE, "table-cell")) {
                    cell(row, column, times);
                } else {
                    skip(); // A cell that lies under a merged one says nothing.
                }
                column += times;
            } else if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table-row")) {
                return;
            }
        }
    }

    private void cell(int row, int column, int times) throws XMLStreamException {
        String type = xml.getAttributeValue(OFFICE, "value-type");
        String value = xml.getAttributeValue(OFFICE, "value");
        String date = xml.getAttributeValue(OFFICE, "date-value");
        String words = xml.getAttributeValue(OFFICE, "string-value");
        boolean formula = xml.getAttributeValue(TABLE, "formula") != null;
        boolean error = "error".equals(xml.getAttributeValue(CALC, "value-type"));
        int wide = number(xml.getAttributeValue(TABLE, "number-columns-spanned"));
        int high = number(xml.getAttributeValue(TABLE, "number-rows-spanned"));
        if (wide > 1 || high > 1) {
            content.merged(Content.letters(column) + row + ":" + Content.letters(column + wide - 1) + (row + high - 1));
        }
        String shown = paragraphs();
        error |= formula && (shown.startsWith("#") || shown.startsWith("Err:"));
        for (int at = 0; at < times; at++) {
            if (formula && type == null && shown.isEmpty()) {
                content.cell(column + at, Content.Kind.UNCOUNTED, "");
            } else if (error) {
                content.cell(column + at, Content.Kind.ERROR, shown.isEmpty() ? "ошибка" : shown);
            } else if (type == null || type.equals("string") || type.equals("boolean") || type.equals("time")) {
                content.cell(column + at, Content.Kind.TEXT, words != null && shown.isEmpty() ? words : shown);
            } else if (type.equals("date")) {
                date(column + at, date, shown);
            } else {
                content.cell(column + at, Content.Kind.NUMBER, BigDecimal.valueOf(Double.parseDouble(value)).stripTrailingZeros().toPlainString());
            }
            if (!formula && shown.isEmpty() && words == null && value == null && date == null) {
                return; // Empty cells come by the thousand.
            }
        }
    }

    private void date(int column, String date, String shown) {
        try {
            content.cell(column, Content.Kind.DATE, new Russian().date(LocalDate.parse(date.substring(0, 10))));
        } catch (DateTimeException | IndexOutOfBoundsException none) {
            content.cell(column, Content.Kind.TEXT, shown);
        }
    }

    /** The text of the cell; remarks beside it are passed over. */
    private String paragraphs() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean first = true;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(TEXT, "p")) {
                    text.append(first ? "" : "\n");
                    first = false;
                    paragraph(text);
                } else {
                    skip();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table-cell")) {
                return text.toString();
            }
        }
    }

    private void paragraph(StringBuilder text) throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(OFFICE, "annotation")) {
                    skip();
                    continue;
                }
                depth++;
                if (is(TEXT, "s")) {
                    text.append(" ".repeat(Math.min(MOST_SPACES, number(xml.getAttributeValue(TEXT, "c")))));
                } else if (is(TEXT, "tab")) {
                    text.append('\t');
                } else if (is(TEXT, "line-break")) {
                    text.append('\n');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                text.append(xml.getText());
            }
        }
    }

    private int repeated(String attribute) {
        return number(xml.getAttributeValue(TABLE, attribute));
    }

    private static int number(String value) {
        return value == null ? 1 : Math.max(1, Integer.parseInt(value));
    }

    private boolean is(String namespace, String name) {
        return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
