package ru.smolensk.mentoring.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.monitoring.Column;
import ru.smolensk.mentoring.monitoring.Consolidated.Row;
import ru.smolensk.mentoring.monitoring.Consolidated.Table;
import ru.smolensk.mentoring.monitoring.Consolidated;
import ru.smolensk.mentoring.monitoring.HandedIn;
import ru.smolensk.mentoring.monitoring.ReportState;
import ru.smolensk.mentoring.monitoring.Risk;
import ru.smolensk.mentoring.paper.Chart;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;

/** What the accepted reports of a year say together: the contents of the city's analytical note (R6.4). Reads only. */
@Service
@Transactional(readOnly = true)
class CityReports {

    /** ◆ So many organisations lead and lag, but never more than a third of those that have the figure. */
    static final int NAMED = 10;

    private final Consolidated consolidated;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    CityReports(Consolidated consolidated, JdbcClient jdbc, PortalClock clock) {
        this.consolidated = consolidated;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A risk of P8.3 in the accepted reports.
     *
     * @param named ◆ reports that call its likelihood or its influence at least middle
     * @param grave those of them that call both high
     */
    record Named(Risk risk, int named, int grave) {

        public String title() {
            return Character.toUpperCase(risk.label().charAt(0)) + risk.label().substring(1);
        }
    }

    /**
     * A year of the city.
     *
     * @param years this year and those before that have reports, from the first
     * @param risks those most often named first
     * @param days the first and the last day that the reports have figures of; {@code null} while there is none
     * @param period what the city asks about
     * @param dueOn the last day for handing in; {@code null} where the city does not ask
     */
    record Summary(Table table, List<Table> years, List<Named> risks, Period days, Period period, LocalDate dueOn) {

        public AcademicYear year() {
            return table.year();
        }

        public long handedIn() {
            return count(row -> row.standing().state().handedIn());
        }

        public long accepted() {
            return count(row -> row.standing().state() == ReportState.ACCEPTED);
        }

        /** Organisations that the city asks. */
        public long asked() {
            return count(row -> row.standing().dueOn() != null);
        }

        public long punctual(HandedIn punctuality) {
            return count(row -> row.standing().punctuality() == punctuality);
        }

        private long count(Predicate<Row> which) {
            return table.rows().stream().filter(which).count();
        }

        /** Those with the largest share of young specialists who have a mentor (F9); of equal shares the larger organisation leads. */
        public List<Row> leaders() {
            return ofYoung(Comparator.comparing(Summary::percent).reversed()
                    .thenComparing(Comparator.comparing(Summary::young).reversed()));
        }

        /** How many organisations that are not named have the very share of the last one that is: the alphabet must not decide who lags. */
        public long likeTheLast(List<Row> named) {
            return named.isEmpty() ? 0 : ofYoung().stream().filter(row -> percent(row).compareTo(percent(named.get(named.size() - 1))) == 0)
                    .filter(row -> !named.contains(row)).count();
        }

        /** Those with the smallest share. */
        public List<Row> lagging() {
            return ofYoung(Comparator.comparing(Summary::percent).thenComparing(Comparator.comparing(Summary::young).reversed()));
        }

        /** Those whose report is overdue. */
        public List<Row> overdue() {
            return table.rows().stream().filter(row -> row.standing().punctuality() == HandedIn.OVERDUE).toList();
        }

        private List<Row> ofYoung(Comparator<Row> order) {
            List<Row> given = ofYoung();
            return given.stream().sorted(order).limit(Math.min(NAMED, given.size() / 3)).toList();
        }

        private List<Row> ofYoung() {
            return table.rows().stream().filter(row -> row.figures() != null && row.figures().youngSpecialists().isGiven()).toList();
        }

        private static BigDecimal percent(Row row) {
            return row.figures().youngSpecialists().percent();
        }

        private static Long young(Row row) {
            return row.figures().youngSpecialists().denominator();
        }

        /** The shares that somebody has. */
        public List<Column> given() {
            return table.given();
        }

        /** A share of the city and of each kind beside each other. */
        public Chart byKind(Column column) {
            return table.chart(column);
        }

        /** The four shares over the years. */
        public Chart overYears() {
            return Consolidated.overYears(years);
        }
    }

    /** By the accepted reports. */
    Summary of(AcademicYear year) {
        return of(year, false);
    }

    /**
     * A year of the city.
     *
     * @param handed whether reports that are handed in but not accepted count too
     * @throws NotFound for a year of which the portal knows nothing
     */
    Summary of(AcademicYear year, boolean handed) {
        List<AcademicYear> known = consolidated.years();
        if (!known.contains(year) && !year.equals(AcademicYear.of(clock.today()))) {
            throw new NotFound();
        }
        Table table = consolidated.of(year, handed);
        List<Table> years = consolidated.until(table);
        List<LocalDate> dates = table.rows().stream().filter(row -> row.figures() != null).map(row -> row.figures().date()).sorted().toList();
        Period days = dates.isEmpty() ? null : new Period(dates.get(0), dates.get(dates.size() - 1));
        LocalDate dueOn = table.rows().stream().map(row -> row.standing().dueOn()).filter(Objects::nonNull).findFirst().orElse(null);
        return new Summary(table, years, risks(year), days, period(year), dueOn);
    }

    /** What the city's campaigns ask about; the whole year while there is none. */
    private Period period(AcademicYear year) {
        return jdbc.sql("""
                select coalesce(min(since), :first) as since, coalesce(max(until), :last) as until
                  from monitoring_campaign where academic_year = :year and annulled_on is null
                """).param("year", year.start()).param("first", year.firstDay()).param("last", year.lastDay())
                .query((row, number) -> new Period(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class))).single();
    }

    private List<Named> risks(AcademicYear year) {
        Map<Risk, Named> named = new EnumMap<>(Risk.class);
        for (Risk risk : Risk.values()) {
            named.put(risk, new Named(risk, 0, 0));
        }
        jdbc.sql("""
                select k.risk, count(*) filter (where k.likelihood in ('MIDDLE', 'HIGH') or k.impact in ('MIDDLE', 'HIGH')) as named,
                       count(*) filter (where k.likelihood = 'HIGH' and k.impact = 'HIGH') as grave
                  from monitoring_risk k
                  join monitoring_report r on r.organisation_id = k.organisation_id and r.id = k.report_id
                  join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id and e.state = 'APPROVED'
                 where r.academic_year = ? group by k.risk
                """).param(year.start()).query(row -> {
                    Risk risk = Risk.valueOf(row.getString("risk"));
                    named.put(risk, new Named(risk, row.getInt("named"), row.getInt("grave")));
                });
        return named.values().stream().sorted(Comparator.comparingInt(Named::named).thenComparingInt(Named::grave).reversed()).toList();
    }
}
