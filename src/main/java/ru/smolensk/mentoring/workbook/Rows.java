package ru.smolensk.mentoring.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.platform.Typed;

/** The rows of a workbook by their sheets and fields, each cell in the form in which {@link Stored} has it. */
final class Rows {

    private static final int SHOWN = 60;

    private final List<Sheet> sheets;
    private final Findings findings;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Sheet> known = new HashSet<>();

    private Rows(List<Sheet> sheets, Findings findings) {
        this.sheets = sheets;
        this.findings = findings;
    }

    /**
     * A row of a sheet.
     *
     * @param page the sheet's name in the file
     * @param cells by field; an empty one is absent
     * @param columns the columns that the file has, by field
     * @param broken fields whose cells could not be read
     */
    record Row(Sheet sheet, String page, int number, Map<String, String> cells, Map<String, Integer> columns, Set<String> broken) {

        String cell(String field) {
            return cells.get(field);
        }

        boolean has(String field) {
            return columns.containsKey(field) && !broken.contains(field);
        }

        /** What it is recognised by, comparable. */
        String key() {
            return sheet.columns().stream().filter(column -> column.key() || sheet.ofPeople() && column.field().equals("bornOn"))
                    .map(column -> Likeness.plain(cells.get(column.field()))).collect(Collectors.joining("|"));
        }
    }

    /** Understands what stands in the file; what can't be understood becomes findings. */
    static List<Row> of(Content content, List<Sheet> sheets, Findings findings) {
        Rows rows = new Rows(sheets, findings);
        content.pages().forEach(rows::page);
        if (rows.known.isEmpty()) {
            content.pages().stream().filter(page -> page.lines().isEmpty()).findFirst()
                    .ifPresent(page -> findings.add(page.name(), null, null, null, "Лист пуст, и других листов таблицы в файле нет. Скачайте шаблон и заполните его"));
        }
        rows.rows.sort(Comparator.comparing(Row::sheet)); // A stable order: within a sheet as they stand.
        return rows.rows;
    }

    private void page(Content.Page page) {
        Optional<Sheet> named = Sheet.named(page.name(), sheets);
        if (named.isEmpty()) {
            if (!page.lines().isEmpty()) {
                List<String> names = sheets.stream().map(Sheet::title).toList();
                findings.add(page.name(), null, null, null, "Такого листа в таблице нет. "
                        + Likeness.nearest(page.name(), names).map(name -> "Может быть, это «" + name + "»? Переименуйте лист или удалите его")
                        .orElse("Есть листы: " + String.join(", ", names) + ". Переименуйте лист или удалите его"));
            }
            return;
        }
        Sheet sheet = named.get();
        page.merged().forEach(place -> findings.add(page.name(), null, null, null, "Ячейки " + place
                + " объединены, и портал не знает, к какой строке и графе относится их текст. Разъедините их"));
        if (!known.add(sheet)) {
            findings.add(page.name(), null, null, null, "Такой лист в файле уже есть. Оставьте один");
            return;
        }
        if (page.lines().isEmpty()) {
            return;
        }
        Map<String, Integer> columns = headings(sheet, page);
        Map<Integer, String> fields = new HashMap<>();
        columns.forEach((field, column) -> fields.put(column, field));
        page.lines().stream().skip(1).forEach(line -> row(sheet, page, line, columns, fields));
    }

    private Map<String, Integer> headings(Sheet sheet, Content.Page page) {
        Content.Line head = page.lines().get(0);
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> names = sheet.columns().stream().map(Column::heading).toList();
        for (int at = 0; at < head.cells().length; at++) {
            Content.Cell cell = head.cell(at);
            if (cell == null) {
                continue;
            }
            Optional<Column> column = sheet.columns().stream().filter(one -> Likeness.heading(one.heading()).equals(Likeness.heading(cell.text()))).findFirst();
            if (column.isEmpty()) {
                findings.add(page.name(), head.number(), at, cell.text(), "Графы «" + shortened(cell.text()) + "» на этом листе нет. "
                        + Likeness.nearest(cell.text(), names).map(name -> "Может быть, это «" + name + "»? Исправьте заголовок или удалите графу")
                        .orElse("Удалите её или назовите так, как в шаблоне"));
            } else if (columns.putIfAbsent(column.get().field(), at) != null) {
                findings.add(page.name(), head.number(), at, cell.text(), "Графа «" + column.get().heading() + "» стоит здесь второй раз. Оставьте одну");
            }
        }
        sheet.columns().stream().filter(column -> column.key() && !columns.containsKey(column.field())).forEach(column ->
                findings.add(page.name(), head.number(), null, column.heading(), "Нет графы «" + column.heading()
                        + "», а по ней портал узнаёт строки. Заголовки должны стоять в первой строке листа"));
        return columns;
    }

    private void row(Sheet sheet, Content.Page page, Content.Line line, Map<String, Integer> columns, Map<Integer, String> fields) {
        Row row = new Row(sheet, page.name(), line.number(), new HashMap<>(), columns, new TreeSet<>());
        for (int at = 0; at < line.cells().length; at++) {
            Content.Cell cell = line.cell(at);
            if (cell == null) {
                continue;
            }
            String field = fields.get(at);
            if (field == null) {
                boolean headed = page.lines().get(0).cell(at) != null; // Then the heading itself is found wrong.
                if (!headed) {
                    findings.add(page.name(), line.number(), at, null, "Над этой ячейкой нет заголовка, поэтому портал не знает, что это. Сотрите её");
                }
                continue;
            }
            Column column = sheet.column(field).orElseThrow();
            String wrong = read(column, cell, row);
            if (wrong != null) {
                row.broken().add(field);
                findings.add(page.name(), line.number(), at, column.heading(), wrong);
            }
        }
        if (!row.cells().isEmpty() || !row.broken().isEmpty()) {
            rows.add(row);
        }
    }

    /** Puts what the cell says into the row; what is wrong with it, or {@code null}. */
    private static String read(Column column, Content.Cell cell, Row row) {
        if (cell.kind() == Content.Kind.ERROR) {
            return "В ячейке формула с ошибкой (" + shortened(cell.text()) + "). Исправьте её или впишите само значение";
        }
        if (cell.kind() == Content.Kind.UNCOUNTED) {
            return "В ячейке формула, а её значения в файле нет. Откройте файл в Excel или LibreOffice, сохраните и загрузите снова или впишите само"
                    + " значение";
        }
        return switch (column.kind()) {
            case DATE -> date(column, cell, row);
            case NUMBER -> number(column, cell, row);
            default -> cell.kind() == Content.Kind.DATE
                    ? "Здесь дата " + cell.text() + ", а нужен текст. Если программа сама сделала дату из «1/2», задайте ячейке формат «Текстовый» и впишите заново"
                    : words(column, cell.text(), row);
        };
    }

    private static String date(Column column, Content.Cell cell, Row row) {
        String text = cell.text().strip();
        if (cell.kind() == Content.Kind.NUMBER) {
            return "Здесь число " + shortened(text) + ", а нужна дата. Впишите её так: 01.09.2026";
        }
        if (!text.matches("\\d{2}\\.\\d{2}\\.\\d{4}")) {
            return "«" + shortened(text) + "» – дату пишут так: 01.09.2026";
        }
        if (Typed.dateIfAny(text) == null) {
            return "Даты " + text + " нет или её год неправдоподобен. Проверьте её";
        }
        row.cells().put(column.field(), text);
        return null;
    }

    private static String number(Column column, Content.Cell cell, Row row) {
        String digits = cell.text().replace("\u00a0", "").replace(" ", "");
        if (cell.kind() == Content.Kind.DATE || !digits.matches("\\d{1,9}")) {
            return "«" + shortened(cell.text()) + "» – здесь нужно целое число, 0 или больше";
        }
        row.cells().put(column.field(), String.valueOf(Integer.parseInt(digits)));
        return null;
    }

    private static String words(Column column, String written, Row row) {
        String text = switch (column.kind()) {
            case TEXT -> Typed.text(written);
            case PAPER -> Typed.paperNumber(written);
            default -> Typed.line(written);
        };
        if (text == null) {
            return null;
        }
        switch (column.kind()) {
            case WORD -> {
                Optional<Column.Word> word = column.word(text);
                if (word.isEmpty()) {
                    return unknown(column, text);
                }
                text = word.get().words();
            }
            case WORDS -> {
                Set<Column.Word> chosen = new HashSet<>();
                for (String part : text.split(";")) {
                    if (part.isBlank()) {
                        continue;
                    }
                    Optional<Column.Word> word = column.word(part);
                    if (word.isEmpty()) {
                        return unknown(column, part.strip());
                    }
                    chosen.add(word.get());
                }
                text = column.words().stream().filter(chosen::contains).map(Column.Word::words).collect(Collectors.joining("; "));
            }
            default -> {
                // Anything may stand there.
            }
        }
        if (!text.isEmpty()) {
            row.cells().put(column.field(), text);
        }
        return null;
    }

    private static String unknown(Column column, String text) {
        List<String> words = column.words().stream().map(Column.Word::words).toList();
        return "«" + shortened(text) + "» здесь не бывает. " + Likeness.nearest(text, words).map(word -> "Может быть, «" + word + "»?")
                .orElse("Выберите из слов: " + String.join("; ", words));
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())) - 1)) + "…";
    }
}
