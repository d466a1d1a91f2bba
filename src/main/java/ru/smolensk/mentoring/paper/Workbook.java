package ru.smolensk.mentoring.paper;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of tables, written row by row: the memory that it takes does not grow with its rows. Numbers and dates are real ones; words
 * never become a formula. Its last sheet says what each column means.
 */
public final class Workbook implements Closeable {

    /** What the cells of a column are. */
    public enum Kind {
        WORDS, NUMBER, PERCENT, DATE
    }

    /**
     * A column.
     *
     * @param letters its width in letters
     * @param meaning what stands in it and how it is counted
     */
    public record Column(String heading, Kind kind, int letters, String meaning) {
    }

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST = 32_767;
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    /** In the sheet of explanations words to choose from begin here. */
    private static final int OFFERED_FROM = 3;

    private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellStyle head;
    private final CellStyle[] plain;
    private final CellStyle[] strong;
    private final CellStyle wrapped;
    private final SXSSFSheet meanings;
    private int meaningsWritten;

    /** Begins a workbook. */
    public Workbook() {
        this("Что в графах", "Что это и как считается");
    }

    /**
     * Begins a workbook.
     *
     * @param explanations the name of the last sheet
     * @param meaning the heading over what it says of each column
     */
    public Workbook(String explanations, String meaning) {
        book.setCompressTempFiles(true);
        Font bold = book.createFont();
        bold.setBold(true);
        head = book.createCellStyle();
        head.setFont(bold);
        head.setWrapText(true);
        head.setAlignment(HorizontalAlignment.CENTER);
        head.setVerticalAlignment(VerticalAlignment.CENTER);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
        plain = styles(null);
        strong = styles(bold);
        wrapped = book.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        meanings = book.createSheet(explanations);
        meanings.setColumnWidth(0, 30 * 256);
        meanings.setColumnWidth(1, 40 * 256);
        meanings.setColumnWidth(2, 90 * 256);
        Row row = meanings.createRow(meaningsWritten++);
        int place = 0;
        for (String heading : List.of("Лист", "Графа", meaning)) {
            words(row, place++, heading, head);
        }
        meanings.createFreezePane(0, 1);
    }

    private CellStyle[] styles(Font font) {
        CellStyle[] styles = new CellStyle[Kind.values().length];
        for (Kind kind : Kind.values()) {
            CellStyle style = book.createCellStyle();
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setWrapText(kind == Kind.WORDS);
            if (font != null) {
                style.setFont(font);
            }
            short format = switch (kind) {
                case WORDS -> book.createDataFormat().getFormat("@");
                case NUMBER -> book.createDataFormat().getFormat("#,##0");
                case PERCENT -> book.createDataFormat().getFormat("0.0%");
                case DATE -> book.createDataFormat().getFormat("dd.mm.yyyy");
            };
            style.setDataFormat(format);
            styles[kind.ordinal()] = style;
        }
        return styles;
    }

    /** Begins the next sheet; the former is finished by it. */
    public Sheet sheet(String name, List<Column> columns) {
        return new Sheet(name, columns);
    }

    /** A sheet that is being filled from top to bottom. */
    public final class Sheet {

        private final SXSSFSheet sheet;
        private final List<Column> columns;
        private final int firstMeaning;
        private int written;

        private Sheet(String name, List<Column> columns) {
            this.firstMeaning = meaningsWritten;
            this.columns = List.copyOf(columns);
            this.sheet = book.createSheet(name);
            book.setSheetOrder(name, book.getNumberOfSheets() - 2);
            Row row = sheet.createRow(written++);
            for (int index = 0; index < columns.size(); index++) {
                Column column = columns.get(index);
                sheet.setColumnWidth(index, Math.min(255, column.letters() + 2) * 256);
                words(row, index, column.heading(), head);
                Row meaning = meanings.createRow(meaningsWritten++);
                words(meaning, 0, name, wrapped);
                words(meaning, 1, column.heading(), wrapped);
                words(meaning, 2, column.meaning(), wrapped);
            }
            sheet.createFreezePane(1, 1);
            sheet.setFitToPage(true);
            PrintSetup print = sheet.getPrintSetup();
            print.setPaperSize(PrintSetup.A4_PAPERSIZE);
            print.setLandscape(true);
            print.setFitHeight((short) 0);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        }

        /** Lets people write below what is written: empty cells take dates as dates and words as words. */
        public Sheet toBeFilled() {
            for (int index = 0; index < columns.size(); index++) {
                sheet.setDefaultColumnStyle(index, plain[columns.get(index).kind().ordinal()]);
            }
            return this;
        }

        /**
         * Names the words that belong into a column beside its meaning; to be called before the first row.
         *
         * @param only whether a cell takes one of them and nothing else: it offers them in a list
         */
        public Sheet offer(int column, List<String> offered, boolean only) {
            Row row = meanings.getRow(firstMeaning + column);
            for (int index = 0; index < offered.size(); index++) {
                words(row, OFFERED_FROM + index, offered.get(index), wrapped);
            }
            if (only) {
                String place = "'" + meanings.getSheetName() + "'!" + new CellRangeAddress(row.getRowNum(), row.getRowNum(), OFFERED_FROM,
                        OFFERED_FROM + offered.size() - 1).formatAsString(null, true);
                DataValidationHelper helper = sheet.getDataValidationHelper();
                DataValidation validation = helper.createValidation(helper.createFormulaListConstraint(place),
                        new CellRangeAddressList(1, SpreadsheetVersion.EXCEL2007.getLastRowIndex(), column, column));
                validation.createErrorBox(columns.get(column).heading(), "Выберите слово из списка в ячейке");
                validation.setShowErrorBox(true);
                sheet.addValidationData(validation);
            }
            return this;
        }

        /** Writes a row; {@code null} is an empty cell. A percentage is given as people say it: 66.7. */
        public Sheet row(Object... cells) {
            return row(plain, cells);
        }

        /** Writes a row that sums up. */
        public Sheet total(Object... cells) {
            return row(strong, cells);
        }

        /** Lets the rows written so far be filtered; what is written later, sums for example, stays below. */
        public Sheet filtered() {
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, written - 1), 0, columns.size() - 1));
            return this;
        }

        private Sheet row(CellStyle[] styles, Object... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
            }
            Row row = sheet.createRow(written++);
            for (int index = 0; index < cells.length; index++) {
                if (cells[index] == null) {
                    continue;
                }
                CellStyle style = styles[columns.get(index).kind().ordinal()];
                if (cells[index] instanceof String words) {
                    words(row, index, words, style);
                    continue;
                }
                Cell cell = row.createCell(index);
                cell.setCellStyle(style);
                if (cells[index] instanceof LocalDate day) {
                    cell.setCellValue(day);
                } else if (columns.get(index).kind() == Kind.PERCENT) {
                    cell.setCellValue(new BigDecimal(cells[index].toString()).movePointLeft(2).doubleValue());
                } else {
                    cell.setCellValue(((Number) cells[index]).doubleValue());
                }
            }
            return this;
        }
    }

    private static void words(Row row, int index, String words, CellStyle style) {
        Cell cell = row.createCell(index);
        // What looks like an escaped sign to a reader of XLSX is written so that it is read as it stands.
        String printable = ESCAPE.matcher(Paper.printable(words)).replaceAll("_x005F_");
        cell.setCellValue(printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST - 1) + "…");
        cell.setCellStyle(style);
    }

    /** Writes the workbook; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        book.setActiveSheet(0);
        book.setSelectedTab(0);
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
