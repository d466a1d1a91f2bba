package ru.smolensk.mentoring.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;
import ru.smolensk.mentoring.platform.AcademicYear;

/**
 * A table as Word or Excel put it on the clipboard – cells parted by tabs, a row in a line – or as the text of a page (HTML). Nothing of it
 * is lost: a cell that has no column of its own joins the result, the rest of a row that a page or a merged cell has cut joins the row above;
 * each such guess is said.
 *
 * @param found how many rows there are; of far too many none is looked at closer
 * @param lines the rows
 * @param skipped words of the heading of the table, which is no row; {@code null} if there is none
 */
record PastedTable(int found, List<Line> lines, String skipped) {

    /**
     * A row as it was understood.
     *
     * @param notes what was guessed
     * @param problem why it can't be taken; {@code null} if it can
     */
    record Line(Roadmaps.Row row, List<String> notes, String problem) {
    }

    private enum Column {
        NUMBER, MEASURE, TERM, RESPONSIBLE, RESULT
    }

    private static final List<Column> USUAL = List.of(Column.MEASURE, Column.TERM, Column.RESPONSIBLE, Column.RESULT);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}[.)]?");
    private static final Pattern SECTION_NUMBER = Pattern.compile("\\d{1,3}[.)]?|[IVX]{1,5}[.)]?");
    private static final Pattern OWN_NUMBER = Pattern.compile("^(\\d{1,3}(\\.\\d{1,3})+[.)]?|\\d{1,3}[.)])\\s+");
    /** Cuts of pages make more rows than there are, but not by so much. */
    private static final int MOST_ROWS = 3 * Roadmap.MOST_LINES;
    /** A cell of Excel with a line break inside stands in quotes; no cell is longer. */
    private static final int LONGEST_CELL = 8000;

    static PastedTable read(String text, AcademicYear year) {
        List<List<String>> rows = cells(text.contains("<tr") || text.contains("<TR") ? fromHtml(text) : text);
        rows.removeIf(row -> row.stream().allMatch(String::isEmpty) || countsColumns(row));
        if (rows.size() > MOST_ROWS) {
            return new PastedTable(rows.size(), List.of(), null);
        }
        List<Column> columns = rows.isEmpty() ? null : named(rows.get(0));
        String skipped = columns == null ? null : String.join(" · ", rows.remove(0));
        if (columns == null) {
            columns = guessed(rows);
        }
        List<Line> lines = new Reading(columns, year).lines(rows);
        return new PastedTable(lines.size(), lines, skipped);
    }

    /** «1 2 3 4 5» under the heading of a table is no row. */
    private static boolean countsColumns(List<String> row) {
        return row.size() >= 3 && row.size() <= 9
                && IntStream.range(0, row.size()).allMatch(at -> row.get(at).equals(String.valueOf(at + 1)));
    }

    /** Words of a heading say what stands below. */
    private static List<Column> named(List<String> heading) {
        List<Column> columns = new ArrayList<>();
        for (String cell : heading) {
            String words = cell.toLowerCase(Locale.ROOT);
            columns.add(words.contains("мероприяти") || words.contains("наименование") ? Column.MEASURE
                    : words.startsWith("срок") || words.startsWith("дата") ? Column.TERM
                    : words.startsWith("ответственн") || words.startsWith("исполнител") ? Column.RESPONSIBLE
                    : words.contains("результат") || words.contains("вид документа") ? Column.RESULT
                    : words.startsWith("№") || words.startsWith("п/п") || words.startsWith("номер") ? Column.NUMBER : null);
        }
        boolean heads = columns.contains(Column.MEASURE) && columns.stream().filter(column -> column != null).distinct().count() >= 2;
        return heads ? columns : null;
    }

    /** Without a heading: the order's columns; the first one is that of numbers if numbers stand in it. */
    private static List<Column> guessed(List<List<String>> rows) {
        long several = rows.stream().filter(row -> row.size() > 1 && !row.get(0).isEmpty()).count();
        long numbered = rows.stream().filter(row -> row.size() > 1 && NUMBER.matcher(row.get(0)).matches()).count();
        List<Column> columns = new ArrayList<>(USUAL);
        if (numbered > 0 && numbered * 2 >= several) {
            columns.add(0, Column.NUMBER);
        }
        return columns;
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = quotedEnd(text, at);
            String cell;
            if (end > 0) {
                cell = text.substring(at + 1, end - 1).replace("\"\"", "\"");
            } else {
                end = at;
                while (end < text.length() && text.charAt(end) != '\t' && text.charAt(end) != '\n') {
                    end++;
                }
                cell = text.substring(at, end);
            }
            row.add(clean(cell));
            if (end == text.length() || text.charAt(end) == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
            at = end + 1;
        }
        return rows;
    }

    /** Where a cell in quotes ends, the closing quote included; 0 if no such cell begins here. */
    private static int quotedEnd(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '"') {
            return 0;
        }
        int limit = Math.min(text.length(), at + LONGEST_CELL);
        for (int i = at + 1; i < limit; i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    boolean closes = i + 1 == text.length() || text.charAt(i + 1) == '\t' || text.charAt(i + 1) == '\n';
                    return closes ? i + 1 : 0;
                }
            }
        }
        return 0;
    }

    private static String clean(String cell) {
        return cell.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String fromHtml(String html) {
        String seen = without(without(without(html, "<style", "</style>"), "<script", "</script>"), "<!--", "-->");
        String words = seen.replaceAll("\\s+", " ").replaceAll("(?i)</t[dh]>", "\t").replaceAll("(?i)</tr>", "\n")
                .replaceAll("</?[a-zA-Z][^<>]*>", " ");
        return Arrays.stream(HtmlUtils.htmlUnescape(words).split("\n")).map(line -> line.endsWith("\t") ? line.substring(0, line.length() - 1) : line)
                .collect(Collectors.joining("\n"));
    }

    private static String without(String html, String from, String until) {
        String lower = html.toLowerCase(Locale.ROOT);
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (int start = lower.indexOf(from); start >= 0; start = lower.indexOf(from, at)) {
            int end = lower.indexOf(until, start);
            if (end < 0) {
                break;
            }
            rest.append(html, at, start);
            at = end + until.length();
        }
        return rest.append(html.substring(at)).toString();
    }

    /** Goes through the rows and remembers the one above. */
    private static final class Reading {

        private final List<Column> columns;
        private final AcademicYear year;
        private final List<String[]> values = new ArrayList<>();
        private final List<Boolean> headings = new ArrayList<>();
        private final List<List<String>> notes = new ArrayList<>();

        Reading(List<Column> columns, AcademicYear year) {
            this.columns = columns;
            this.year = year;
        }

        List<Line> lines(List<List<String>> rows) {
            rows.forEach(this::take);
            return IntStream.range(0, values.size()).mapToObj(this::line).toList();
        }

        private void take(List<String> cells) {
            String[] value = new String[Column.values().length];
            List<String> odd = new ArrayList<>();
            List<String> more = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                Column column = i < columns.size() ? columns.get(i) : null;
                if (!cells.get(i).isEmpty()) {
                    if (column == null || value[column.ordinal()] != null) {
                        more.add(cells.get(i));
                    } else {
                        value[column.ordinal()] = cells.get(i);
                    }
                }
            }
            if (!more.isEmpty()) {
                String words = String.join("; ", more);
                odd.add("Лишние ячейки присоединены к результату: «" + shortened(words) + "»");
                String result = value[Column.RESULT.ordinal()];
                value[Column.RESULT.ordinal()] = result == null ? words : result + "; " + words;
            }
            boolean numbered = columns.contains(Column.NUMBER);
            String number = value[Column.NUMBER.ordinal()];
            String measure = value[Column.MEASURE.ordinal()];
            boolean alone = Arrays.stream(value).skip(Column.TERM.ordinal()).allMatch(cell -> cell == null);
            if (numbered && number != null && measure == null && alone) {
                // A heading that was merged over all columns, the number's own included.
                measure = number;
                number = null;
                value[Column.MEASURE.ordinal()] = measure;
            }
            boolean above = !values.isEmpty() && !headings.get(headings.size() - 1);
            if (above && number == null && (measure == null || Character.isLowerCase(measure.codePointAt(0)) && (numbered || alone))) {
                join(value);
            } else {
                boolean heading = alone && measure != null && (number == null
                        ? !OWN_NUMBER.matcher(measure).find() || SECTION_NUMBER.matcher(measure.split("\\s", 2)[0]).matches()
                        : SECTION_NUMBER.matcher(number).matches());
                if (measure != null && number == null && OWN_NUMBER.matcher(measure).find()) {
                    value[Column.MEASURE.ordinal()] = OWN_NUMBER.matcher(measure).replaceFirst("");
                }
                if (alone && !heading && measure != null) {
                    odd.add("В строке одно мероприятие, без срока и ответственного");
                }
                values.add(value);
                headings.add(heading);
                notes.add(odd);
            }
        }

        private void join(String[] rest) {
            String[] above = values.get(values.size() - 1);
            for (Column column : USUAL) {
                String more = rest[column.ordinal()];
                if (more != null) {
                    above[column.ordinal()] = above[column.ordinal()] == null ? more : above[column.ordinal()] + " " + more;
                }
            }
            notes.get(notes.size() - 1).add("К строке присоединено её продолжение: «" + shortened(Arrays.stream(rest).filter(cell -> cell != null)
                    .collect(Collectors.joining(" · "))) + "»");
        }

        private Line line(int at) {
            String[] value = values.get(at);
            String measure = value[Column.MEASURE.ordinal()];
            if (headings.get(at)) {
                return new Line(Roadmaps.Row.heading(measure), notes.get(at), tooLong("Название раздела", measure, 2000));
            }
            String term = value[Column.TERM.ordinal()];
            Term read = Term.of(term, year);
            List<String> said = new ArrayList<>(notes.get(at));
            if (read.warning() != null) {
                said.add(read.warning());
            }
            String responsible = value[Column.RESPONSIBLE.ordinal()];
            String result = value[Column.RESULT.ordinal()];
            return new Line(new Roadmaps.Row(LineKind.MEASURE, measure == null ? "" : measure, term, read.dueOn(), responsible, result), said,
                    measure == null ? "В строке нет мероприятия" : first(tooLong("Мероприятие", measure, 2000), tooLong("Срок", term, 300),
                            tooLong("Ответственный", responsible, 500), tooLong("Результат", result, 1000)));
        }

        private static String first(String... problems) {
            return Arrays.stream(problems).filter(problem -> problem != null).findFirst().orElse(null);
        }

        private static String tooLong(String what, String words, int limit) {
            return words == null || words.codePointCount(0, words.length()) <= limit ? null
                    : what + " длиннее " + limit + " знаков. Сократите или разделите на строки";
        }

        private static String shortened(String words) {
            return words.length() <= 60 ? words : words.substring(0, 59) + "…";
        }
    }

    /** Why the table can't be taken as it is, row by row: numbers from 1. */
    List<String> problems() {
        return IntStream.range(0, lines.size()).filter(at -> lines.get(at).problem() != null)
                .mapToObj(at -> "Строка " + (at + 1) + ": " + lines.get(at).problem()).toList();
    }

    List<Roadmaps.Row> rows() {
        return lines.stream().map(Line::row).toList();
    }
}
