package ru.smolensk.mentoring.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.UnsentForm;

/** One import while it runs: what is stored, what the rows before have entered, and what has been found wrong. */
final class Run {

    /** What becomes of a row. */
    enum State {
        WRONG("С ошибками"), NEW("Новые"), CHANGED("Изменённые"), UNCHECKED("Не проверены"), UNCHANGED("Без изменений");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A cell that becomes another; {@code null} where nothing stood or will stand. */
    record Change(String heading, String before, String after) {
    }

    /** What becomes of a row, and what it is called. */
    record Result(String sheet, int row, State state, String title, List<Change> changes) {
    }

    /** A row beside what is stored: its cells as they would stand afterwards, and which of them change. */
    record Compared(Map<String, String> after, List<Change> changes, Set<String> changed) {

        String get(String field) {
            return after.get(field);
        }

        LocalDate date(String field) {
            return Typed.date(after.get(field));
        }

        boolean changes(String... fields) {
            for (String field : fields) {
                if (changed.contains(field)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The row names something that stands in the file too, but wrongly: first that has to be put right. */
    static final class Waits extends Refusal {
        Waits() {
            super("waits");
        }
    }

    final Tenant tenant;
    final People people;
    final Findings findings;
    final List<Stored.Partner> partners;
    final Set<String> annulled;
    /** The mentees of each pair and group, by its identifier. */
    final Map<Long, Set<Long>> members = new HashMap<>();
    private final UnsentForm forms;
    private final Runnable flush;
    private final Map<Sheet, Map<String, List<Stored.Line>>> stored = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();
    /** What the rows before have entered, by sheet and key. */
    private final Map<String, Long> entered = new HashMap<>();

    Run(Tenant tenant, Stored.Everything everything, Findings findings, UnsentForm forms, Runnable flush) {
        this.tenant = tenant;
        this.people = everything.people();
        this.partners = new ArrayList<>(everything.partners());
        this.annulled = everything.annulled();
        this.findings = findings;
        this.forms = forms;
        this.flush = flush;
        everything.lines().get(Sheet.MENTORSHIPS).forEach(line -> members.put(line.id(), line.named().get("mentees")));
        everything.lines().forEach((sheet, lines) -> {
            Map<String, List<Stored.Line>> byKey = stored.computeIfAbsent(sheet, one -> new HashMap<>());
            lines.forEach(line -> byKey.computeIfAbsent(key(sheet, line.cells()), one -> new ArrayList<>()).add(line));
        });
    }

    static String key(Sheet sheet, Map<String, String> cells) {
        StringBuilder key = new StringBuilder();
        sheet.columns().stream().filter(Column::key).forEach(column -> key.append(Likeness.plain(cells.get(column.field()))).append('|'));
        return key.toString();
    }

    /** What is stored under the row's key. */
    List<Stored.Line> stored(Rows.Row row) {
        return stored(row.sheet(), key(row.sheet(), row.cells()));
    }

    List<Stored.Line> stored(Sheet sheet, String key) {
        return stored.getOrDefault(sheet, Map.of()).getOrDefault(key, List.of());
    }

    /** The stored row of that thing. */
    Stored.Line line(Sheet sheet, String key, long id) {
        return stored(sheet, key).stream().filter(line -> line.id() == id).findFirst().orElse(null);
    }

    /** Notes that the row is about this thing; a second row about it is wrong. */
    void claim(Rows.Row row, Object thing) {
        Integer before = seen.putIfAbsent(row.sheet() + "|" + thing, row.number());
        if (before != null) {
            Column key = row.sheet().columns().stream().filter(Column::key).findFirst().orElseThrow();
            throw new Refusal(key.field(), "О том же уже сказано в строке " + before + ". Оставьте одну строку");
        }
    }

    boolean claimed(Rows.Row row, Object thing) {
        return seen.containsKey(row.sheet() + "|" + thing);
    }

    void entered(Sheet sheet, String key, long id) {
        entered.put(sheet + "|" + key, id);
    }

    Long entered(Sheet sheet, String key) {
        return entered.get(sheet + "|" + key);
    }

    /** Remembers a wrong row by what others call it. */
    void remember(Rows.Row row) {
        wrong.add(row.sheet() + "|" + key(row.sheet(), row.cells()));
    }

    /** Waits for a wrong row of that key. */
    void waitFor(Sheet sheet, String key) {
        if (wrong.contains(sheet + "|" + key)) {
            throw new Waits();
        }
    }

    /**
     * Lays a row over what is stored: a column that the file does not have stays as it is, an empty cell empties.
     *
     * @param kept fields whose stored text stays: keys, and what an empty cell does not empty
     */
    Compared compare(Rows.Row row, Map<String, String> before, Set<String> kept) {
        Map<String, String> after = new LinkedHashMap<>(before);
        for (Column column : row.sheet().columns()) {
            if (row.has(column.field()) && !kept.contains(column.field())) {
                String value = row.cell(column.field());
                if (value == null) {
                    after.remove(column.field());
                } else {
                    after.put(column.field(), value);
                }
            }
        }
        List<Change> changes = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        for (Column column : row.sheet().columns()) {
            String was = before.get(column.field());
            String is = after.get(column.field());
            if (!Objects.equals(was, is)) {
                changed.add(column.field());
                changes.add(new Change(column.heading(), was, is));
            }
        }
        return new Compared(after, changes, changed);
    }

    /** Says of a cell what is wrong with it; a field that is no column belongs to the row's first. */
    void wrong(Rows.Row row, String field, String message) {
        Column column = row.sheet().column(Fields.columnOf(row.sheet(), field)).orElseGet(() -> row.sheet().columns().get(0));
        if (!row.broken().contains(column.field())) {
            findings.add(row.page(), row.number(), row.columns().get(column.field()), column.heading(), message);
        }
    }

    /** Demands that these cells are filled. */
    void demand(Rows.Row row, Compared compared, String... fields) {
        for (String field : fields) {
            if (compared.get(field) == null) {
                wrong(row, field, "Не заполнено. " + row.sheet().column(field).orElseThrow().meaning());
            }
        }
    }

    /** Holds the form against its own rules. */
    void check(Rows.Row row, Object form) {
        forms.wrongWith(form).forEach(refusal -> wrong(row, refusal.field(), refusal.getMessage()));
    }

    /** The same where the form's fields stand in other columns. */
    void checkAs(Rows.Row row, Object form, Map<String, String> columns) {
        forms.wrongWith(form).forEach(refusal -> wrong(row, columns.getOrDefault(refusal.field(), refusal.field()), refusal.getMessage()));
    }

    /** Ends the checking of a row: if anything was found, it goes no further. */
    void expectRight(Rows.Row row) {
        if (findings.concern(row.page(), row.number())) {
            throw new Refusal("found");
        }
    }

    void flush() {
        flush.run();
    }

    Result result(Rows.Row row, boolean before, String title, List<Change> changes) {
        return new Result(row.page(), row.number(), !before ? State.NEW : changes.isEmpty() ? State.UNCHANGED : State.CHANGED, title, changes);
    }

    /** Which columns the fields of the forms stand in. */
    private static final class Fields {

        private static final Map<String, String> PEOPLE = Map.of("lastName", "name", "firstName", "name", "patronymic", "name");

        private static String columnOf(Sheet sheet, String field) {
            if (field == null) {
                return "";
            }
            String own = PEOPLE.getOrDefault(field, field);
            return switch (sheet) {
                case MENTORS -> own.equals("partner") ? "employerName" : own;
                case MENTEES -> own.equals("partner") || own.equals("employerName") ? "workplace" : own;
                case MENTORSHIPS -> own.equals("order") ? "orderNumber" : own.equals("noticeOn") ? "endedOn" : own;
                default -> own;
            };
        }
    }
}
