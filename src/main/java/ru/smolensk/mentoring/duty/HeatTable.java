package ru.smolensk.mentoring.duty;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Labelled;

/** Organisations × duties. */
@Component
@Transactional(readOnly = true)
class HeatTable {

    private final JdbcClient jdbc;

    HeatTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a row may be asked for; of one duty if one is chosen, otherwise of any. */
    enum Wanted implements Labelled {
        OVERDUE("Просрочено", DutyStanding::overdue),
        RETURNED("Возвращено", standing -> standing.state() == DutyState.RETURNED),
        WAITING("Ждёт методический отдел", standing -> standing.state() == DutyState.WAITING),
        NOT_STARTED("Ещё нет", standing -> standing.state() == DutyState.NOT_STARTED),
        IN_WORK("В работе", standing -> standing.state() == DutyState.IN_WORK),
        LATE("С опозданием", standing -> standing.punctuality() == Punctuality.LATE),
        DONE("Сделано", DutyStanding::done);

        private final String label;
        private final Predicate<DutyStanding> rule;

        Wanted(String label, Predicate<DutyStanding> rule) {
            this.label = label;
            this.rule = rule;
        }

        @Override
        public String label() {
            return label;
        }

        private boolean fits(Row row, Duty duty) {
            if (duty != null) {
                return rule.test(row.cells().get(duty.ordinal()));
            }
            return this == DONE ? row.cells().stream().allMatch(rule) : row.cells().stream().anyMatch(rule);
        }
    }

    /**
     * The filter, as it stands in the address; {@code null} where it does not matter.
     *
     * @param sort {@code name}; anything else: the greatest lag first
     */
    record Filter(String q, OrganisationKind kind, Duty duty, Wanted state, String sort) {

        public boolean byName() {
            return "name".equals(sort);
        }

        /** The filter without the order of rows, as an address carries it; empty for none. */
        public String query() {
            return Stream.of(part("q", q), part("kind", kind), part("duty", duty), part("state", state)).filter(Objects::nonNull)
                    .collect(Collectors.joining("&"));
        }

        private static String part(String name, Object value) {
            return value == null ? null : name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8);
        }

        /** Whether rows are left out. */
        public boolean narrows() {
            return q != null || kind != null || state != null;
        }
    }

    /** An organisation with all its duties, in the order's order. */
    record Row(String slug, String shortName, OrganisationKind kind, boolean found, List<DutyStanding> cells) {

        /** The short name, whose numbers stay with their sign. */
        public String name() {
            return shortName.replace("№ ", "№\u00a0");
        }

        /** By how many days its longest overdue duty lags behind. */
        public long lag() {
            return cells.stream().mapToLong(DutyStanding::lag).max().orElse(0);
        }

        public long done() {
            return cells.stream().filter(DutyStanding::done).count();
        }

        private boolean overdue() {
            return cells.stream().anyMatch(DutyStanding::overdue);
        }
    }

    /**
     * The table as it is shown; the sums are those of all organisations, whatever the filter.
     *
     * @param waiting how many things wait for the department, those that would take the place of an approved one too
     * @param due the due date that most organisations have for a duty
     */
    record Shown(List<Row> rows, long organisations, long allDone, long overdue, long waiting, Map<Duty, LocalDate> due) {
    }

    Shown shown(Filter filter, LocalDate day) {
        List<Row> all = all(filter.q(), day);
        List<Row> rows = new ArrayList<>(all.stream().filter(Row::found).filter(row -> filter.kind() == null || row.kind() == filter.kind())
                .filter(row -> filter.state() == null || filter.state().fits(row, filter.duty())).toList());
        if (!filter.byName()) {
            rows.sort(Comparator.comparingLong(Row::lag).reversed().thenComparingLong(Row::done));
        }
        return new Shown(rows, all.size(), all.stream().filter(row -> row.done() == Duty.values().length).count(),
                all.stream().filter(Row::overdue).count(),
                jdbc.sql("select count(*) from review_submission where outcome is null").query(Long.class).single(),
                due(filter.kind() == null ? all : all.stream().filter(row -> row.kind() == filter.kind()).toList()));
    }

    /** The table as a file: a column for each duty, its state and term in words. */
    static ListFile<Row> file() {
        ListFile<Row> file = ListFile.<Row>of("duties", "Обязанности").words("Организация", 34, "Краткое название", Row::shortName)
                .words("Вид", 22, "Школа, детский сад или дополнительное образование", row -> row.kind().label());
        for (Duty duty : Duty.values()) {
            file.words(duty.item() + " " + duty.spoken(), 26, "Пункт " + duty.item() + " приказа: " + duty.words(), row -> {
                DutyStanding standing = row.cells().get(duty.ordinal());
                return standing.mark().spoken() + (standing.term().isEmpty() ? "" : "; " + standing.term());
            });
        }
        return file.number("Сделано", "Сколько обязанностей из десяти выполнено", Row::done)
                .number("Отставание, дней", "По самому давнему пропущенному сроку", Row::lag);
    }

    private static Map<Duty, LocalDate> due(List<Row> rows) {
        Map<Duty, Map<LocalDate, Long>> counted = rows.stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.dueOn() != null)
                .collect(Collectors.groupingBy(DutyStanding::duty, Collectors.groupingBy(DutyStanding::dueOn, Collectors.counting())));
        Map<Duty, LocalDate> due = new EnumMap<>(Duty.class);
        counted.forEach((duty, dates) -> due.put(duty, Collections.max(dates.entrySet(), Map.Entry.comparingByValue()).getKey()));
        return due;
    }

    /** Every open organisation in the order of names: one statement. */
    private List<Row> all(String words, LocalDate day) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        jdbc.sql("""
                select o.slug, o.short_name, o.kind, position(searchable(coalesce(cast(:q as text), '')) in o.search_name) > 0 as found, d.*
                  from duties(:year, :day, null) d join organisation o on o.id = d.organisation_id
                 order by o.short_name, o.id
                """).param("q", words).param("year", AcademicYear.of(day).start()).param("day", day).query(row -> {
                    DutyStanding standing = DutyStanding.of(row, day);
                    Row whole = rows.get(standing.organisationId());
                    if (whole == null) {
                        whole = new Row(row.getString("slug"), row.getString("short_name"), OrganisationKind.valueOf(row.getString("kind")),
                                row.getBoolean("found"), new ArrayList<>());
                        rows.put(standing.organisationId(), whole);
                    }
                    whole.cells().add(standing);
                });
        rows.values().forEach(row -> row.cells().sort(Comparator.comparing(DutyStanding::duty)));
        return List.copyOf(rows.values());
    }
}
