package ru.smolensk.mentoring.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.smolensk.mentoring.review.Handed.Item;

/** What changed between two submissions: rows that came, went, changed or moved, and the words within them. */
final class Difference {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[\\s\\x{a0}]+|.", Pattern.DOTALL);
    /** Longer cells are shown as a whole that became another. */
    private static final int MOST_TOKENS = 4000;
    /** Below this share of common words two texts are not one that was changed. */
    private static final double ALIKE = 0.35;

    private Difference() {
    }

    /** What became of a row or of words. */
    enum Change {
        SAME(""), ADDED("новая"), REMOVED("удалена"), CHANGED("изменена");

        private final String label;

        Change(String label) {
            this.label = label;
        }

        /** One word for the row's tag. */
        public String label() {
            return label;
        }
    }

    /** Words that stayed, came or went. */
    record Piece(Change change, String text) {
    }

    /**
     * A row of both submissions.
     *
     * @param moved whether it stands at another place
     * @param item what it says now; a removed row: what it said
     * @param was what it said before; {@code null} for a new row
     * @param cells the words of each cell
     */
    record Row(Change change, boolean moved, Item item, Item was, List<List<Piece>> cells) {

        public boolean touched() {
            return change != Change.SAME || moved;
        }
    }

    /** The rows of a submission that there is nothing to compare with. */
    static List<Row> of(Handed handed) {
        return handed.items().stream().map(item -> row(item, item, false)).toList();
    }

    /** The rows of both, in the order of the newer one; what is gone stands where it stood. */
    static List<Row> between(Handed before, Handed after) {
        Map<String, Item> was = byKey(before);
        Set<String> is = byKey(after).keySet();
        List<Row> rows = new ArrayList<>();
        for (Stretch<Item> stretch : stretches(before.items(), after.items(), Item::key)) {
            stretch.before().stream().filter(item -> !is.contains(item.key()))
                    .forEach(gone -> rows.add(new Row(Change.REMOVED, false, gone, gone, whole(Change.REMOVED, gone))));
            for (Item item : stretch.after()) {
                Item old = was.get(item.key());
                rows.add(old == null ? new Row(Change.ADDED, false, item, null, whole(Change.ADDED, item))
                        : row(old, item, !stretch.same()));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(Item old, Item item, boolean moved) {
        int width = Math.max(old.cells().size(), item.cells().size());
        List<List<Piece>> cells = IntStream.range(0, width).mapToObj(at -> words(cell(old, at), cell(item, at))).toList();
        boolean same = old.heading() == item.heading() && cells.stream().flatMap(List::stream).allMatch(piece -> piece.change() == Change.SAME);
        return new Row(same ? Change.SAME : Change.CHANGED, moved, item, old, cells);
    }

    private static String cell(Item item, int at) {
        return at < item.cells().size() ? item.cells().get(at) : "";
    }

    private static List<List<Piece>> whole(Change change, Item item) {
        return item.cells().stream().map(cell -> cell.isEmpty() ? List.<Piece>of() : List.of(new Piece(change, cell))).toList();
    }

    private static Map<String, Item> byKey(Handed handed) {
        return handed.items().stream().collect(Collectors.toMap(Item::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** What stayed, came and went within a text. */
    static List<Piece> words(String before, String after) {
        if (before.equals(after)) {
            return after.isEmpty() ? List.of() : List.of(new Piece(Change.SAME, after));
        }
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        if (before.isBlank() || after.isBlank() || old.size() > MOST_TOKENS || now.size() > MOST_TOKENS) {
            return joined(List.of(new Piece(Change.REMOVED, before), new Piece(Change.ADDED, after)));
        }
        List<Stretch<String>> stretches = stretches(old, now, Difference::plain);
        int kept = stretches.stream().filter(Stretch::same).mapToInt(stretch -> String.join("", stretch.after()).strip().length()).sum();
        if (kept < ALIKE * Math.min(before.length(), after.length())) {
            return joined(List.of(new Piece(Change.REMOVED, before), new Piece(Change.ADDED, after)));
        }
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < stretches.size(); at++) {
            Stretch<String> stretch = stretches.get(at);
            String source = String.join("", stretch.before());
            String target = String.join("", stretch.after());
            // A space that stayed between two changed words is not worth a break.
            boolean gap = stretch.same() && plain(source).isBlank() && at > 0 && at < stretches.size() - 1;
            if (stretch.same() && !gap) {
                pieces.add(new Piece(Change.SAME, target));
            } else {
                pieces.add(new Piece(Change.REMOVED, source));
                pieces.add(new Piece(Change.ADDED, target));
            }
        }
        return joined(pieces);
    }

    /** Neighbouring changes become one that went and one that came. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece.change()) {
                case REMOVED -> gone.append(piece.text());
                case ADDED -> come.append(piece.text());
                default -> {
                    flush(joined, gone, come);
                    joined.add(piece);
                }
            }
        }
        flush(joined, gone, come);
        return List.copyOf(joined);
    }

    private static void flush(List<Piece> joined, StringBuilder gone, StringBuilder come) {
        if (!gone.isEmpty()) {
            joined.add(new Piece(Change.REMOVED, gone.toString()));
        }
        if (!come.isEmpty()) {
            joined.add(new Piece(Change.ADDED, come.toString()));
        }
        gone.setLength(0);
        come.setLength(0);
    }

    /** A space that does not break is a space: people do not see the difference. */
    private static String plain(String token) {
        return token.replace('\u00a0', ' ').isBlank() ? " " : token;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A part of both lists: the same in both, or one that became the other. */
    private record Stretch<T>(boolean same, List<T> before, List<T> after) {
    }

    private static <T, K> List<Stretch<T>> stretches(List<T> before, List<T> after, Function<T, K> sameness) {
        List<Stretch<T>> stretches = new ArrayList<>();
        int old = 0;
        int now = 0;
        for (AbstractDelta<T> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<T>(
                (one, other) -> sameness.apply(one).equals(sameness.apply(other)))).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            if (from > old) {
                stretches.add(new Stretch<>(true, before.subList(old, from), after.subList(now, to)));
            }
            old = from + delta.getSource().size();
            now = to + delta.getTarget().size();
            Stretch<T> last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            boolean goesOn = last != null && !last.same();
            if (goesOn) {
                stretches.remove(stretches.size() - 1);
            }
            stretches.add(new Stretch<>(false, before.subList(goesOn ? from - last.before().size() : from, old),
                    after.subList(goesOn ? to - last.after().size() : to, now)));
        }
        if (old < before.size()) {
            stretches.add(new Stretch<>(true, before.subList(old, before.size()), after.subList(now, after.size())));
        }
        return stretches;
    }

    // ---- Rows without keys of their own ------------------------------------------------------------------------------------

    /** Gives rows without a key that of the row they were before: the same words, else words that are much alike at the same place. */
    static List<Item> recognised(Handed before, List<Item> items) {
        Set<String> taken = new HashSet<>();
        items.stream().filter(item -> item.key() != null).forEach(item -> taken.add(item.key()));
        List<Item> old = before.items().stream().filter(item -> taken.add(item.key())).toList();
        List<Item> unnamed = items.stream().filter(item -> item.key() == null).toList();
        String[] keys = new String[unnamed.size()];
        Set<Item> free = new HashSet<>(old);
        int from = 0;
        // Each row is asked for its words many times.
        Map<Item, String> texts = new IdentityHashMap<>();
        for (Stretch<Item> stretch : stretches(old, unnamed, item -> texts.computeIfAbsent(item, Difference::text))) {
            if (stretch.same()) {
                for (int at = 0; at < stretch.before().size(); at++) {
                    keys[from + at] = stretch.before().get(at).key();
                    free.remove(stretch.before().get(at));
                }
            } else {
                alike(stretch, keys, from, free);
            }
            from += stretch.after().size();
        }
        // What only moved.
        Map<String, Item> left = new HashMap<>();
        free.forEach(item -> left.put(text(item), item));
        for (int at = 0; at < keys.length; at++) {
            Item moved = keys[at] == null ? left.remove(text(unnamed.get(at))) : null;
            keys[at] = moved != null ? moved.key() : keys[at] != null ? keys[at] : Reviews.newKey();
        }
        var next = Arrays.asList(keys).iterator();
        return items.stream().map(item -> item.key() == null ? item.keyed(next.next()) : item).toList();
    }

    /** Within a place that changed, in the order of the rows. */
    private static void alike(Stretch<Item> stretch, String[] keys, int from, Set<Item> free) {
        List<Item> source = stretch.before();
        List<Item> target = stretch.after();
        List<Set<String>> vocabularies = source.stream().map(Difference::vocabulary).toList();
        int first = 0;
        for (int at = 0; at < target.size() && first < source.size(); at++) {
            Set<String> words = vocabulary(target.get(at));
            int best = -1;
            double most = ALIKE;
            for (int one = first; one < source.size(); one++) {
                double share = common(words, vocabularies.get(one));
                if (share > most) {
                    most = share;
                    best = one;
                }
            }
            if (best >= 0) {
                keys[from + at] = source.get(best).key();
                free.remove(source.get(best));
                first = best + 1;
            }
        }
    }

    private static double common(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return one.isEmpty() && other.isEmpty() ? 1 : 2.0 * both / (one.size() + other.size());
    }

    private static Set<String> vocabulary(Item item) {
        return tokens(text(item)).stream().filter(token -> !plain(token).isBlank()).collect(Collectors.toSet());
    }

    private static String text(Item item) {
        return item.heading() + "\t" + String.join("\t", item.cells()).replaceAll("[\\s\\x{a0}]+", " ");
    }
}
