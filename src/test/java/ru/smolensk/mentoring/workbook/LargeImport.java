package ru.smolensk.mentoring.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
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
            write(file, "учитель");
            Importing importing = portal.getBean(Importing.class);
            Content[] content = new Content[1];
            Importing.Outcome[] preview = new Importing.Outcome[1];
            step("read", () -> content[0] = WorkbookFile.read(file));
            step("preview", () -> preview[0] = importing.preview(tenant, content[0], (done, total) -> { }));
            System.out.println("RESULT findings " + preview[0].findings().stream().limit(3).toList());
            boolean[] written = new boolean[1];
            step("import", () -> written[0] = importing.write(tenant, content[0], preview[0].fingerprint(), 1, "large.xlsx", null, (done, total) -> { },
                    () -> { }).written());
            System.out.printf("RESULT rows %d written %s%n", preview[0].results().size(), written[0]);
            step("no change", () -> preview[0] = importing.preview(tenant, content[0], (done, total) -> { }));
            System.out.printf("RESULT unchanged %d%n", preview[0].count(Run.State.UNCHANGED));
            write(file, "учитель математики");
            step("read", () -> content[0] = WorkbookFile.read(file));
            step("14 000 changed people", () -> preview[0] = importing.preview(tenant, content[0], (done, total) -> { }));
            System.out.printf("RESULT changed %d %s%n", preview[0].count(Run.State.CHANGED), preview[0].findings().stream().limit(3).toList());
        }
        System.exit(0);
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Says how long a step took, how much work of processors of this process it was, and how much of the heap is in use after it. */
    private static void step(String name, Step step) throws Exception {
        var processors = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long work = processors.getProcessCpuTime();
        step.run();
        System.out.printf("RESULT %s: %d ms, %d ms of processors, heap %d MB%n", name, (System.nanoTime() - start) / 1_000_000,
                (processors.getProcessCpuTime() - work) / 1_000_000, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private static void write(Path file, String position) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            people(book, Sheet.MENTORS, "Наставников", position);
            people(book, Sheet.MENTEES, "Наставляемый", position);
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

    private static void people(SXSSFWorkbook book, Sheet kind, String lastName, String position) {
        var sheet = sheet(book, kind);
        for (int row = 1; row <= 7000; row++) {
            if (kind == Sheet.MENTORS) {
                cells(sheet.createRow(row), name(lastName, row), null, position, Sheet.Words.OWN_STAFF, null, null, "01.09.2005", "высшая", "методика", null, null,
                        "01.09.2025", "01.09.2025");
            } else {
                cells(sheet.createRow(row), name(lastName, row), null, position, "молодой педагог", null, "01.09.2024", "запрос", "01.09.2025", "01.09.2025");
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
