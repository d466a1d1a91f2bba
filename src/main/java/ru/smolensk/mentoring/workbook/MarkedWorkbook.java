package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.workbook.Findings.Finding;

/** What was uploaded, each cell in its place, with a remark on everything that is wrong. Whatever the format was, this is XLSX. */
final class MarkedWorkbook {

    private static final int WIDTH = 24 * 256;
    private static final int MOST_REMARKS = 5000;

    private final SXSSFWorkbook book = new SXSSFWorkbook(100);
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int remarks;

    private MarkedWorkbook() {
    }

    static void write(Content content, List<Finding> findings, OutputStream out) throws IOException {
        MarkedWorkbook marked = new MarkedWorkbook();
        try (SXSSFWorkbook book = marked.book) {
            for (Content.Page page : content.pages()) {
                marked.page(page, findings.stream().filter(finding -> finding.sheet().equals(page.name())).toList());
            }
            if (book.getNumberOfSheets() == 0) {
                book.createSheet();
            }
            book.write(out);
        }
    }

    private void page(Content.Page page, List<Finding> findings) {
        String name = WorkbookUtil.createSafeSheetName(page.name());
        SXSSFSheet sheet = book.createSheet(names.add(name.toLowerCase(Locale.ROOT)) ? name : "Лист " + (book.getNumberOfSheets() + 1));
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        // By row and column; what concerns the sheet as a whole stands at its first cell.
        Map<Integer, Map<Integer, List<String>>> messages = new TreeMap<>();
        findings.forEach(finding -> messages.computeIfAbsent(finding.row() == null ? 1 : finding.row(), row -> new TreeMap<>())
                .computeIfAbsent(finding.column() == null ? 0 : finding.column(), column -> new ArrayList<>()).add(finding.message()));
        Map<Integer, Content.Line> lines = new TreeMap<>();
        page.lines().forEach(line -> lines.put(line.number(), line));
        messages.keySet().forEach(row -> lines.putIfAbsent(row, new Content.Line(row, new Content.Cell[0])));
        int widest = 0;
        for (Content.Line line : lines.values()) {
            Row row = sheet.createRow(line.number() - 1);
            Map<Integer, List<String>> wrong = messages.getOrDefault(line.number(), Map.of());
            int width = Math.max(line.cells().length, wrong.keySet().stream().mapToInt(column -> column + 1).max().orElse(0));
            widest = Math.max(widest, width);
            for (int at = 0; at < width; at++) {
                cell(row, at, line.cell(at), wrong.get(at), drawing);
            }
        }
        for (int at = 0; at < widest; at++) {
            sheet.setColumnWidth(at, WIDTH);
        }
        sheet.createFreezePane(0, 1);
    }

    private void cell(Row row, int column, Content.Cell content, List<String> wrong, Drawing<?> drawing) {
        if (content == null && wrong == null) {
            return;
        }
        Cell cell = row.createCell(column);
        Content.Kind kind = content == null ? Content.Kind.TEXT : content.kind();
        cell.setCellStyle(styles.computeIfAbsent(kind + "|" + (wrong != null), one -> style(kind, wrong != null)));
        if (content != null) {
            switch (kind) {
                case DATE -> {
                    if (Typed.dateIfAny(content.text()) == null) {
                        cell.setCellValue(content.text());
                    } else {
                        cell.setCellValue(Typed.date(content.text()));
                    }
                }
                case NUMBER -> cell.setCellValue(new BigDecimal(content.text()).doubleValue());
                default -> cell.setCellValue(content.text());
            }
        }
        if (wrong != null && remarks++ < MOST_REMARKS) {
            ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
            anchor.setRow1(row.getRowNum());
            anchor.setRow2(row.getRowNum() + 5);
            anchor.setCol1(column);
            anchor.setCol2(column + 4);
            Comment comment = drawing.createCellComment(anchor);
            comment.setString(book.getCreationHelper().createRichTextString(String.join("\n", wrong)));
            comment.setAuthor("Портал");
            cell.setCellComment(comment);
        }
    }

    private CellStyle style(Content.Kind kind, boolean wrong) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(kind == Content.Kind.DATE ? "dd.mm.yyyy" : kind == Content.Kind.NUMBER ? "General" : "@"));
        style.setWrapText(true);
        if (wrong) {
            style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
