package ru.smolensk.mentoring.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook typed by hand. */
final class Typing {

    final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle date = book.createCellStyle();
    private XSSFSheet sheet;
    private int row;

    Typing() {
        date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
    }

    Typing sheet(String name, String headings) {
        sheet = book.createSheet(name);
        row = 0;
        return row((Object[]) headings.split(", "));
    }

    /** {@code null} is an empty cell, a day a date cell, «=1+1» a formula. */
    Typing row(Object... cells) {
        Row written = sheet.createRow(row++);
        for (int at = 0; at < cells.length; at++) {
            Object value = cells[at];
            if (value == null) {
                continue;
            }
            Cell cell = written.createCell(at);
            if (value instanceof LocalDate day) {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            } else if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (value.toString().startsWith("=")) {
                cell.setCellFormula(value.toString().substring(1));
            } else {
                cell.setCellValue(value.toString());
            }
        }
        return this;
    }

    XSSFSheet current() {
        return sheet;
    }

    Typing skip() {
        row++;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    static String headings(Sheet sheet) {
        return String.join(", ", sheet.columns().stream().map(Column::heading).toList());
    }

}
