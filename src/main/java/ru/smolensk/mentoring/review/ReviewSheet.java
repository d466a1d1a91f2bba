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
 * @param whole the remark on the whole, written to this submission, or {@code null}
 * @param earlierWhole the remark on the whole, written to the one before, or {@code null}
 * @param astray remarks to rows that are in neither submission
 */
record ReviewSheet(Submission shown, Submission before, Handed handed, boolean difference, long touched, List<Line> lines, Remark whole,
                   Remark earlierWhole, List<Remark> astray) {

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
        List<Line> lines = difference && before != null ? changed(all)
                : all.stream().filter(line -> line.row().change() != Change.REMOVED || line.worthShowing() && line.earlier() != null).toList();
        return new ReviewSheet(shown, before, handed, difference && before != null, rows.stream().filter(Row::touched).count(), lines, whole,
                earlierWhole, List.copyOf(astray));
    }

    private static Map<String, Remark> byItem(List<Remark> remarks) {
        return remarks.stream().collect(Collectors.toMap(remark -> remark.item() == null ? "" : remark.item(), remark -> remark,
                (one, other) -> one, java.util.LinkedHashMap::new));
    }

    /** Changed rows under the headings they stand under. */
    private static List<Line> changed(List<Line> all) {
        List<Line> lines = new ArrayList<>();
        Line heading = null;
        int gap = 0;
        for (Line line : all) {
            if (line.worthShowing()) {
                if (heading != null && !line.row().item().heading()) {
                    lines.add(heading);
                    lines.add(line.after(gap));
                } else {
                    lines.add(line.after(gap + (heading == null ? 0 : 1)));
                }
                heading = null;
                gap = 0;
            } else if (line.row().item().heading()) {
                heading = line.after(gap + (heading == null ? 0 : 1));
                gap = 0;
            } else {
                gap++;
            }
        }
        return lines;
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
