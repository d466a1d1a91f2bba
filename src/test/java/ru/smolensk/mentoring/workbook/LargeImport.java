package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.MentoringRegistry;
import ru.smolensk.mentoring.platform.Tenant;

/** The portal in a process of its own, whose heap somebody else has chosen: imports a workbook of 20 000 rows and says how long it took. */
final class LargeImport {

    private LargeImport() {
    }

    /** @param arguments where the workbook may be written */
    public static void main(String[] arguments) throws Exception {
        try (var portal = SpringApplication.run(MentoringRegistry.class, "--server.port=0")) {
            JdbcClient jdbc = portal.getBean(JdbcClient.class);
            long school = jdbc.sql("""
                    insert into organisation (slug, kind, short_name, full_name) values ('large', 'GENERAL', 'Большая', 'Большая школа') returning id
                    """).query(Long.class).single();
            Tenant tenant = new Tenant(school, "large", "Большая", true);
            Path file = Path.of(arguments[0]);
            write(file);
            Importing importing = portal.getBean(Importing.class);
            long start = System.nanoTime();
            Content content = WorkbookFile.read(file);
            long read = System.nanoTime();
            Importing.Outcome preview = importing.preview(tenant, content, (done, total) -> { });
            long previewed = System.nanoTime();
            boolean written = importing.write(tenant, content, preview.fingerprint(), 1, "large.xlsx", null, (done, total) -> { }, () -> { }).written();
            long end = System.nanoTime();
            Importing.Outcome again = importing.preview(tenant, content, (done, total) -> { });
            long compared = System.nanoTime();
            System.out.printf("RESULT rows %d written %s read %d ms, preview %d ms, import %d ms, no change %d ms, findings %s%n", preview.results().size(), written,
                    (read - start) / 1_000_000, (previewed - read) / 1_000_000, (end - previewed) / 1_000_000, (compared - end) / 1_000_000,
                    preview.findings().stream().limit(3).toList() + " " + again.count(Run.State.UNCHANGED));
        }
        System.exit(0);
    }

    private static void write(Path file) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            people(book, Sheet.MENTORS, "Наставников", 7000);
            people(book, Sheet.MENTEES, "Наставляемый", 7000);
            var orders = sheet(book, Sheet.ORDERS);
            for (int row = 1; row <= 500; row++) {
                cells(orders.createRow(row), row + "-а", "01.09.2025", "О закреплении");
            }
            var pairs = sheet(book, Sheet.MENTORSHIPS);
            for (int row = 1; row <= 3500; row++) {
                cells(pairs.createRow(row), "П-" + row, name("Наставников", row), name("Наставляемый", row), "педагог – педагог", null, "традиционное",
                        (row % 500 + 1) + "-а", "01.09.2025", "01.09.2025", "31.05.2026");
            }
            var programmes = sheet(book, Sheet.PROGRAMMES);
            for (int row = 1; row <= 2000; row++) {
                cells(programmes.createRow(row), "П-" + row, "Программа " + row, null, "Освоиться", "01.09.2025", "31.05.2026");
            }
            book.write(out);
        }
    }

    private static void people(SXSSFWorkbook book, Sheet kind, String lastName, int count) {
        var sheet = sheet(book, kind);
        for (int row = 1; row <= count; row++) {
            if (kind == Sheet.MENTORS) {
                cells(sheet.createRow(row), name(lastName, row), null, "учитель", Sheet.Words.OWN_STAFF, null, null, "01.09.2005", "высшая", "методика", null, null,
                        "01.09.2025", "01.09.2025");
            } else {
                cells(sheet.createRow(row), name(lastName, row), null, "учитель", "молодой педагог", null, "01.09.2024", "запрос", "01.09.2025", "01.09.2025");
            }
        }
    }

    /** Names consist of letters. */
    private static String name(String lastName, int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 32) {
            letters.append((char) ('а' + rest % 32));
        }
        return lastName + letters + " Анна " + "Викторовна";
    }

    private static org.apache.poi.ss.usermodel.Sheet sheet(SXSSFWorkbook book, Sheet kind) {
        var sheet = book.createSheet(kind.title());
        cells(sheet.createRow(0), kind.columns().stream().map(Column::heading).toArray(String[]::new));
        return sheet;
    }

    private static void cells(org.apache.poi.ss.usermodel.Row row, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            if (cells[at] != null) {
                row.createCell(at).setCellValue(cells[at]);
            }
        }
    }
}
