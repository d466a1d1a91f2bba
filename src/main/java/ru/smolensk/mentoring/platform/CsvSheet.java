package ru.smolensk.mentoring.platform;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as spreadsheets in Russia open it by a double click: UTF-8 with a byte order mark, semicolons. Rows leave as they are written. A
 * cell never becomes a live formula: what begins like one gets an apostrophe before it.
 */
public class CsvSheet implements Closeable {

    private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    /** Begins the table with the names of its columns. */
    public CsvSheet(OutputStream out, String... columns) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, FORMAT);
            row((Object[]) columns);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Writes a row; {@code null} is an empty cell. */
    public final void row(Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvSheet::harmless).toArray());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Object harmless(Object cell) {
        return cell instanceof String text && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
