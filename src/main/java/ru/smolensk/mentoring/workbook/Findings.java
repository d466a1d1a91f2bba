package ru.smolensk.mentoring.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a workbook: one sentence a cell, the first that was found. */
final class Findings {

    /**
     * What is wrong.
     *
     * @param sheet as it is called in the file
     * @param row from 1; {@code null} if it concerns no row
     * @param column from 0; {@code null} if it concerns no cell
     */
    record Finding(String sheet, Integer row, Integer column, String heading, String message) {

        /** «B7», or nothing. */
        public String place() {
            return row == null || column == null ? "" : Content.letters(column) + row;
        }
    }

    private final List<Finding> all = new ArrayList<>();
    private final Set<String> cells = new HashSet<>();
    private final Set<String> rows = new HashSet<>();

    void add(String sheet, Integer row, Integer column, String heading, String message) {
        if (cells.add(sheet + "|" + row + "|" + column + (row == null || column == null ? message : ""))) {
            rows.add(sheet + "|" + row);
            all.add(new Finding(sheet, row, column, heading, message));
        }
    }

    boolean concern(String sheet, int row) {
        return rows.contains(sheet + "|" + row);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
