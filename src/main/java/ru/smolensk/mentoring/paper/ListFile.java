package ru.smolensk.mentoring.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import ru.smolensk.mentoring.platform.CsvSheet;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A list as a file to take away, XLSX or CSV: the columns that it is declared with and the rows that it is given, in their order. A list
 * declares its file once:
 *
 * <pre>
 * static final ListFile&lt;Row&gt; FILE = ListFile.&lt;Row&gt;of("mentors", "Наставники")
 *         .words("Фамилия, имя, отчество", 36, "Как в базе", row -> row.name().full())
 *         .number("Пар и групп", "Сколько действует сегодня", Row::mentorships);
 * FILE.send(response, "xlsx", rows);
 * </pre>
 */
public final class ListFile<R> {

    /** How many rows of a list leave at most: as many as an organisation's workbook may have. */
    public static final int MOST = 20_000;

    private static final int NUMBER = 12;
    private static final Russian RUSSIAN = new Russian();

    private final String name;
    private final String title;
    private final List<Workbook.Column> columns = new ArrayList<>();
    private final List<Function<R, Object>> cells = new ArrayList<>();

    private ListFile(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /**
     * Begins a declaration.
     *
     * @param name of the file, without its ending
     * @param title of the sheet, of at most 31 letters
     */
    public static <R> ListFile<R> of(String name, String title) {
        return new ListFile<>(name, title);
    }

    /** A column of words. */
    public ListFile<R> words(String heading, int letters, String meaning, Function<R, Object> cell) {
        return column(new Workbook.Column(heading, Workbook.Kind.WORDS, letters, meaning), cell);
    }

    /** A column of numbers. */
    public ListFile<R> number(String heading, String meaning, Function<R, Object> cell) {
        return column(new Workbook.Column(heading, Workbook.Kind.NUMBER, NUMBER, meaning), cell);
    }

    /** A column of dates. */
    public ListFile<R> date(String heading, String meaning, Function<R, Object> cell) {
        return column(new Workbook.Column(heading, Workbook.Kind.DATE, NUMBER, meaning), cell);
    }

    /** Any column. */
    public ListFile<R> column(Workbook.Column column, Function<R, Object> cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    /**
     * Answers a request with the file.
     *
     * @param format {@code xlsx} or {@code csv}
     */
    public void send(HttpServletResponse response, String format, List<R> rows) throws IOException {
        boolean workbook = "xlsx".equals(format);
        if (!workbook && !"csv".equals(format)) {
            throw new NotFound();
        }
        response.setContentType(workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + "." + format, StandardCharsets.UTF_8).build().toString());
        if (workbook) {
            workbook(response.getOutputStream(), rows);
        } else {
            csv(response.getOutputStream(), rows);
        }
    }

    private void workbook(OutputStream out, List<R> rows) throws IOException {
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet(title, columns);
            rows.forEach(row -> sheet.row(cells.stream().map(cell -> cell.apply(row)).toArray()));
            sheet.filtered();
            book.write(out);
        }
    }

    private void csv(OutputStream out, List<R> rows) throws IOException {
        try (CsvSheet sheet = new CsvSheet(out, columns.stream().map(Workbook.Column::heading).toArray(String[]::new))) {
            rows.forEach(row -> sheet.row(cells.stream().map(cell -> plain(cell.apply(row))).toArray()));
        }
    }

    private static Object plain(Object cell) {
        return cell instanceof LocalDate day ? RUSSIAN.date(day)
                : cell instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : cell;
    }
}
