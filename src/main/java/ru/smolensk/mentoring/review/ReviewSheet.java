package ru.smolensk.mentoring.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.review.Difference.Change;
import ru.smolensk.mentoring.review.Difference.Row;

/**
 * A submission as it is read: its rows with what changed in them, and the remarks beside their rows.
 *
 * @param shown the submission
 * @param before what it is compared with, or {@code null}
 * @param difference whether rows without a change are left out
 * @param touched how many rows came, went, changed or moved
 * @param lines the rows to show, in their order
 * @param rest how many rows without a change are left out after the last of them
 * @param whole the remark on the whole, written to this submission, or {@code null}
 * @param earlierWhole the remark on the whole, written to the one before, or {@code null}
 * @param astray remarks to rows that are in neither submission
 */
record ReviewSheet(Submission shown, Submission before, Handed handed, boolean difference, long touched, List<Line> lines, int rest,
                   Remark whole, Remark earlierWhole, List<Remark> astray) {

    /**
     * A row to show.
     *
     * @param gap how many rows without a change are left out before it
     * @param remark written to this submission, or {@code null}
     * @param earlier written to the one before, with its answer, or {@code null}
     */
    record Line(Row row, int gap, Remark remark, Remark earlier) {

        /** Also where nothing changed a remark is worth seeing. */
        boolean worthShowing() {
            return row.touched() || remark != null || earlier != null;
        }

        Line after(int rowsLeftOut) {
            return new Line(row, rowsLeftOut, remark, earlier);
        }

        public boolean added() {
            return row.change() == Change.ADDED;
        }

        public String tone() {
            return switch (row.change()) {
                case ADDED -> "added";
                case REMOVED -> "removed";
                case CHANGED -> "changed";
                default -> row.moved() ? "moved" : "";
            };
        }
    }

    static ReviewSheet of(Submission shown, Handed handed, List<Remark> remarks, Submission before, Handed handedBefore,
                          List<Remark> earlierRemarks, boolean difference) {
        List<Row> rows = before == null ? Difference.of(handed) : Difference.between(handedBefore, handed);
        Map<String, Remark> written = byItem(remarks);
        Map<String, Remark> earlier = byItem(earlierRemarks);
        Remark whole = written.remove("");
        Remark earlierWhole = earlier.remove("");
        List<Line> all = rows.stream()
                .map(row -> new Line(row, 0, written.remove(row.item().key()), earlier.remove(row.item().key()))).toList();
        List<Remark> astray = new ArrayList<>(earlier.values());
        astray.addAll(written.values());
        long touched = rows.stream().filter(Row::touched).count();
        if (!difference || before == null) {
            return new ReviewSheet(shown, before, handed, false, touched, all.stream()
                    .filter(line -> line.row().change() != Change.REMOVED || line.worthShowing() && line.earlier() != null).toList(), 0,
                    whole, earlierWhole, List.copyOf(astray));
        }
        List<Line> lines = new ArrayList<>();
        int rest = changed(all, lines);
        return new ReviewSheet(shown, before, handed, true, touched, lines, rest, whole, earlierWhole, List.copyOf(astray));
    }

    private static Map<String, Remark> byItem(List<Remark> remarks) {
        return remarks.stream().collect(Collectors.toMap(remark -> remark.item() == null ? "" : remark.item(), remark -> remark,
                (one, other) -> one, java.util.LinkedHashMap::new));
    }

    /** Changed rows under the headings they stand under; how many rows are left out after the last. */
    private static int changed(List<Line> all, List<Line> lines) {
        Line heading = null;
        int beforeHeading = 0;
        int gap = 0;
        for (Line line : all) {
            int leftOut = beforeHeading + (heading == null ? 0 : 1) + gap;
            boolean isHeading = line.row().item().heading();
            if (line.worthShowing()) {
                if (heading != null && !isHeading) {
                    lines.add(heading.after(beforeHeading));
                    lines.add(line.after(gap));
                } else {
                    lines.add(line.after(leftOut));
                }
                heading = null;
                beforeHeading = 0;
                gap = 0;
            } else if (isHeading) {
                heading = line;
                beforeHeading = leftOut;
                gap = 0;
            } else {
                gap++;
            }
        }
        return beforeHeading + (heading == null ? 0 : 1) + gap;
    }

    /** Whether there is anything to compare with. */
    public boolean comparable() {
        return before != null;
    }

    /** Rows of the document itself, for the words «12 строк». */
    public long size() {
        return handed.items().stream().filter(item -> !item.heading()).count();
    }
}
