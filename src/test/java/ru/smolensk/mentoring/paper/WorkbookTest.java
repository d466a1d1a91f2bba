package ru.smolensk.mentoring.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ru.smolensk.mentoring.testing.Office;

class WorkbookTest {

    private static final List<Workbook.Column> COLUMNS = List.of(
            new Workbook.Column("Организация", Workbook.Kind.WORDS, 40, "Краткое название"),
            new Workbook.Column("Пары", Workbook.Kind.NUMBER, 8, "Пары на дату отчёта"),
            new Workbook.Column("Наставники, %", Workbook.Kind.PERCENT, 10, "Доля наставников"),
            new Workbook.Column("Дата", Workbook.Kind.DATE, 12, "На какую дату"));

    @Test
    void numbersAreNumbersDatesAreDatesAndWordsNeverBecomeAFormula() throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(written()))) {
            var sheet = read.getSheetAt(0);
            assertThat(read.getSheetName(0)).isEqualTo("Сводная");
            assertThat(read.getSheetName(1)).isEqualTo("Что в графах");
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.667);
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 12));
            assertThat(sheet.getRow(2).getCell(1)).isNull();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:D3");
            assertThat(read.getSheetAt(1).getRow(2).getCell(2).getStringCellValue()).isEqualTo("Пары на дату отчёта");
        }
    }

    @Test
    void libreOfficeShowsItAsRussiansWriteIt() throws IOException {
        assertThat(Office.words(written(), "свод.xlsx")).contains("=HYPERLINK(\"x\")").contains("12.10.2026").containsPattern("66[,.]7\\s?%");
    }

    @Test
    void aRowHasACellForEachColumn() throws IOException {
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet("Лист", COLUMNS);
            assertThatThrownBy(() -> sheet.row("одна")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook()) {
            book.sheet("Сводная", COLUMNS).row("=HYPERLINK(\"x\")", 1234, new BigDecimal("66.7"), LocalDate.of(2026, 10, 12))
                    .row("Нет данных", null, null, null).filtered().total("Город", 1234, new BigDecimal("66.7"), null);
            book.write(out);
        }
        return out.toByteArray();
    }
}
