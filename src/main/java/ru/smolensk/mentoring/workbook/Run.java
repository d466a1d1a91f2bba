package ru.smolensk.mentoring.workbook;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
    final Set<String> annulled;
    private final Map<String, Stored.Partner> partners = new LinkedHashMap<>();
    /** The mentees of each pair and group, by its identifier. */
    private final Map<Long, Set<Long>> members = new HashMap<>();
    /** Rows of mentors that have been imported, for the other sheet of people to compare with; by person. */
    private final Map<Long, Imported> mentors = new HashMap<>();
    private final UnsentForm forms;
    private final EntityManager entities;
    private final Map<Sheet, Map<String, List<Stored.Line>>> stored = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();
    /** What the rows before have entered, by sheet and key. */
    private final Map<String, Long> entered = new HashMap<>();

    /** What undoes the steps since {@link #begin}, the last one first. */
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    /** What services have read for many rows at once. */
    private final Map<Class<?>, Object> desks = new HashMap<>();
    private boolean writing;

    Run(Tenant tenant, Stored.Everything everything, Findings findings, UnsentForm forms, EntityManager entities) {
        this.tenant = tenant;
        this.people = everything.people();
        everything.partners().forEach(partner -> partners.put(Likeness.plain(partner.name()), partner));
        this.annulled = everything.annulled();
        this.findings = findings;
        this.forms = forms;
        this.entities = entities;
        everything.lines().getOrDefault(Sheet.MENTORSHIPS, List.of()).forEach(line -> members.put(line.id(), line.named().get("mentees")));
        everything.lines().forEach((sheet, lines) -> {
            Map<String, List<Stored.Line>> byKey = stored.computeIfAbsent(sheet, one -> new HashMap<>());
            lines.forEach(line -> byKey.computeIfAbsent(key(sheet, line.cells()), one -> new ArrayList<>()).add(line));
        });
    }

    /** An imported row of a mentor. */
    record Imported(int row, Compared said, Workplaces.Place place) {
    }

    static String key(Sheet sheet, Map<String, String> cells) {
        StringBuilder key = new StringBuilder();
        for (Column column : sheet.columns()) {
            if (column.key()) {
                key.append(Likeness.plain(cells.get(column.field()))).append('|');
            }
        }
        return key.toString();
    }

    // ---- Steps that may be taken back -------------------------------------------------------------------------------------

    /** Everything that is done from here on may be taken back by {@link #back}. */
    void begin() {
        undoing.clear();
    }

    /** Takes back what has been done since {@link #begin}; what was found wrong and which rows speak of what stays. */
    void back() {
        while (!undoing.isEmpty()) {
            undoing.pop().run();
        }
        desks.clear();
        entities.clear();
    }

    private <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        undoing.push(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    /** What a service reads for many rows at once: read when the first row needs it. */
    <T> T desk(Class<T> type, Supplier<T> reading) {
        return type.cast(desks.computeIfAbsent(type, any -> {
            entities.flush();
            return reading.get();
        }));
    }

    /** The same, if any row has needed it. */
    <T> Optional<T> desk(Class<T> type) {
        return Optional.ofNullable(type.cast(desks.get(type)));
    }

    /** A change of something stored: its service reads it, so what was done before is written first, and nothing of it is held longer. */
    void apart(Runnable change) {
        entities.flush();
        entities.clear();
        change.run();
        entities.flush();
        entities.clear();
    }

    void know(People.Person person) {
        People.Person before = people.one(person.id());
        people.add(person);
        undoing.push(() -> {
            if (before == null) {
                people.remove(person);
            } else {
                people.add(before);
            }
        });
    }

    Optional<Stored.Partner> partner(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(partners.get(Likeness.plain(name)));
    }

    Optional<Stored.Partner> partnerOf(String inn) {
        return inn == null ? Optional.empty() : partners.values().stream().filter(one -> inn.equals(one.inn())).findFirst();
    }

    Stored.Partner partner(long id) {
        return partners.values().stream().filter(one -> one.id() == id).findFirst().orElse(new Stored.Partner(id, "", null));
    }

    void know(Stored.Partner partner) {
        put(partners, Likeness.plain(partner.name()), partner);
    }

    Set<Long> members(long mentorship) {
        return members.getOrDefault(mentorship, Set.of());
    }

    void know(long mentorship, Set<Long> mentees) {
        put(members, mentorship, mentees);
    }

    Imported asMentor(long person) {
        return mentors.get(person);
    }

    void imported(long person, Imported mentor) {
        put(mentors, person, mentor);
    }

    void entered(Sheet sheet, String key, long id) {
        put(entered, sheet + "|" + key, id);
    }

    Long entered(Sheet sheet, String key) {
        return entered.get(sheet + "|" + key);
    }

    // ---- Rows ---------------------------------------------------------------------------------------------------------------

    /** Nothing of the row has been written so far, and whoever refuses what comes next does so before writing: then no other row has to be taken back. */
    void untouched() {
        writing = false;
    }

    /** Whether the row has been found right and is being written. */
    boolean writing() {
        return writing;
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
        if (before != null && before != row.number()) {
            Column key = row.sheet().columns().stream().filter(Column::key).findFirst().orElseThrow();
            throw new Refusal(key.field(), "О том же уже сказано в строке " + before + ". Оставьте одну строку");
        }
    }

    /** Whether another row is about this thing. */
    boolean claimed(Rows.Row row, Object thing) {
        Integer by = seen.get(row.sheet() + "|" + thing);
        return by != null && by != row.number();
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

    /** Ends the checking of a row: if anything was found, it goes no further; otherwise it is written. */
    void expectRight(Rows.Row row) {
        if (findings.concern(row.page(), row.number())) {
            throw new Refusal("found");
        }
        writing = true;
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
