package ru.smolensk.mentoring.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A document as it is read from top to bottom. The same one is written as DOCX and as PDF, so the two never differ.
 *
 * @param title what the file is called, and its first line
 * @param landscape whether the sheets of A4 lie
 */
public record Paper(String title, boolean landscape, List<Block> blocks) {

    public Paper {
        title = printable(title);
        blocks = List.copyOf(blocks);
    }

    /** A piece of a document. */
    public sealed interface Block permits Title, Heading, Text, Points, Table, Figure {
    }

    /**
     * The first lines, centred.
     *
     * @param lines under the title, smaller; may be empty
     */
    public record Title(String words, List<String> lines) implements Block {

        public Title {
            words = printable(words);
            lines = lines.stream().map(Paper::printable).toList();
        }
    }

    /**
     * A heading.
     *
     * @param level 1 for a part, 2 for what stands in it
     */
    public record Heading(int level, String words) implements Block {

        public Heading {
            words = printable(words);
        }
    }

    /**
     * A paragraph; line breaks in it stay.
     *
     * @param faint whether it only explains: set smaller
     */
    public record Text(String words, boolean faint) implements Block {

        public Text {
            words = printable(words);
        }
    }

    /** A list, one point a line. */
    public record Points(List<String> points) implements Block {

        public Points {
            points = points.stream().map(Paper::printable).toList();
        }
    }

    /**
     * A table; its head is repeated on every sheet.
     *
     * @param caption stands above it
     */
    public record Table(String caption, List<Column> columns, List<Row> rows) implements Block {

        public Table {
            caption = printable(caption);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(row.cells().size() + " cells in " + columns.size() + " columns");
                }
            }
        }

        /** The width of all columns, in the units of {@link Column#width()}. */
        public int width() {
            return columns.stream().mapToInt(Column::width).sum();
        }
    }

    /**
     * A column of a table.
     *
     * @param width in relation to the others
     * @param number whether it holds figures: set to the right
     */
    public record Column(String heading, int width, boolean number) {

        public Column {
            heading = printable(heading);
        }

        /** A column of words. */
        public static Column words(String heading, int width) {
            return new Column(heading, width, false);
        }

        /** A column of figures. */
        public static Column figures(String heading, int width) {
            return new Column(heading, width, true);
        }
    }

    /**
     * A row of a table.
     *
     * @param strong whether it sums up the others
     */
    public record Row(boolean strong, List<String> cells) {

        public Row {
            cells = cells.stream().map(Paper::printable).toList();
        }

        public static Row of(String... cells) {
            return new Row(false, List.of(cells));
        }

        public static Row total(String... cells) {
            return new Row(true, List.of(cells));
        }
    }

    /** A chart with its caption below. */
    public record Figure(Chart chart, String caption) implements Block {

        public Figure {
            caption = printable(caption);
        }
    }

    /** Writes a document down, block by block. */
    public static final class Draft {

        private final String title;
        private final boolean landscape;
        private final List<Block> blocks = new ArrayList<>();
        private int parts;

        /** An upright document that begins with its title. */
        public Draft(String title, String... lines) {
            this(title, false, lines);
        }

        public Draft(String title, boolean landscape, String... lines) {
            this.title = title;
            this.landscape = landscape;
            blocks.add(new Title(title, List.of(lines)));
        }

        /** A part with the next number: «3. Выводы». */
        public Draft part(String words) {
            return unnumbered(++parts + ". " + words);
        }

        /** A part outside the numbers: an appendix. */
        public Draft unnumbered(String words) {
            blocks.add(new Heading(1, words));
            return this;
        }

        public Draft chapter(String words) {
            blocks.add(new Heading(2, words));
            return this;
        }

        /** A paragraph; nothing where there are no words. */
        public Draft text(String words) {
            return text(words, false);
        }

        /** A paragraph that explains. */
        public Draft note(String words) {
            return text(words, true);
        }

        private Draft text(String words, boolean faint) {
            if (words != null && !words.isBlank()) {
                blocks.add(new Text(words, faint));
            }
            return this;
        }

        public Draft points(List<String> points) {
            if (!points.isEmpty()) {
                blocks.add(new Points(points));
            }
            return this;
        }

        public Draft table(String caption, List<Column> columns, List<Row> rows) {
            blocks.add(new Table(caption, columns, rows));
            return this;
        }

        public Draft figure(Chart chart, String caption) {
            blocks.add(new Figure(chart, caption));
            return this;
        }

        public Paper finished() {
            return new Paper(title, landscape, blocks);
        }
    }

    /** Words without what XML can't hold: control signs and halves of letters. */
    static String printable(String words) {
        if (words == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(words.length());
        words.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .filter(sign -> sign == '\n' || sign == '\t' || sign >= 0x20 && sign != 0xFFFE && sign != 0xFFFF
                        && !(sign >= 0xD800 && sign <= 0xDFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
