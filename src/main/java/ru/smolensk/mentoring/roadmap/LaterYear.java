package ru.smolensk.mentoring.roadmap;

import java.util.regex.Pattern;

/** A row of an earlier roadmap, taken over into a later one: its dates and the years in its words move on. */
final class LaterYear {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

    private LaterYear() {
    }

    static Roadmaps.Row row(Roadmaps.Row row, int years) {
        return new Roadmaps.Row(row.kind(), row.measure(), moved(row.termText(), years),
                row.dueOn() == null ? null : row.dueOn().plusYears(years), row.responsible(), row.result());
    }

    /** «до 1 октября 2025 года» becomes «до 1 октября 2026 года». */
    private static String moved(String words, int years) {
        return words == null ? null : YEAR.matcher(words).replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) + years));
    }
}
