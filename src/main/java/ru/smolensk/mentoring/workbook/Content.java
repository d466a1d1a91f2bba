package ru.smolensk.mentoring.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ru.smolensk.mentoring.platform.Refusal;

/** What stands in a file, cell by cell, before anybody asks what it means. */
record Content(List<Page> pages) {

    /** ◆ CONTRACT.md: so many filled rows, the headings not counted. */
    static final int MOST_ROWS = 20_000;
    /** A sheet of the workbook has fourteen columns; what is far to the right of them was put there by mistake. */
    private static final int MOST_COLUMNS = 100;
    /** All words of a file together: ten megabytes of workbook hold less. */
    private static final long MOST_LETTERS = 20_000_000;

    enum Kind {
        TEXT, NUMBER, DATE,
        /** A formula that came to an error. */
        ERROR,
        /** A formula that no program has counted yet: empty to look at, and yet not an empty cell. */
        UNCOUNTED
    }

    /** A filled cell; a date is written «01.09.2026», a number with a dot. */
    record Cell(Kind kind, String text) {
    }

    /**
     * A row with something in it.
     *
     * @param number as the program shows it, from 1
     * @param cells by column from 0; {@code null} where nothing stands
     */
    record Line(int number, Cell[] cells) {

        Cell cell(int column) {
            return column < cells.length ? cells[column] : null;
        }
    }

    /** A sheet; {@code merged} are places such as «B2:C3». */
    record Page(String name, List<Line> lines, List<String> merged) {
    }

    /** «A», «B», … «AA»: the letters of a column from 0. */
    static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }

    /** Takes the cells in the order in which they stand, and refuses when they become too many. */
    static final class Draft {

        private final List<Page> pages = new ArrayList<>();
        private final List<Cell> row = new ArrayList<>();
        private Page page;
        private int rows;
        private long letters;

        /** @return whether anybody wants to know what stands in it */
        boolean page(String name) {
            page = new Page(name, new ArrayList<>(), new ArrayList<>());
            if (Likeness.heading(name).equals(Likeness.heading(OrganisationWorkbook.EXPLANATIONS))) {
                return false;
            }
            pages.add(page);
            return true;
        }

        /** An empty text is no cell. */
        void cell(int column, Kind kind, String text) {
            if (kind != Kind.UNCOUNTED && (text == null || text.isBlank())) {
                return;
            }
            Refusal.when(column >= MOST_COLUMNS, null, "На листе «" + page.name() + "» что-то написано в графе " + letters(column)
                    + ", далеко за пределами таблицы. Сотрите это и загрузите файл снова");
            letters += text.length();
            Refusal.when(letters > MOST_LETTERS, null, "В файле слишком много текста для таблицы организации. Проверьте, тот ли это файл");
            while (row.size() <= column) {
                row.add(null);
            }
            row.set(column, new Cell(kind, text));
        }

        /** Ends a row; {@code times} for a row that stands there several times in succession. */
        void row(int number, int times) {
            if (row.isEmpty()) {
                return;
            }
            for (int at = 0; at < times; at++) {
                rows += page.lines().isEmpty() ? 0 : 1;
                Refusal.when(rows > MOST_ROWS, null, "В файле больше 20\u00a0000 заполненных строк. Разделите его на несколько и загрузите по одному");
                page.lines().add(new Line(number + at, row.toArray(Cell[]::new)));
            }
            row.clear();
        }

        void merged(String place) {
            page.merged().add(place);
        }

        Content finished() {
            return new Content(pages);
        }
    }

    @Override
    public String toString() {
        return pages.stream().map(one -> one.name() + Arrays.deepToString(one.lines().stream().map(Line::cells).toArray())).toList().toString();
    }
}
