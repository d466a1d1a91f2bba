package ru.smolensk.mentoring.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Period;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.Chart;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;

/** The consolidated table: the frozen figures of every organisation's report for a year, beside those of the year before (R6.3, R6.4). */
@Component
@Transactional(readOnly = true)
public class Consolidated {

    private static final int FETCHED = 500;

    private static final String ROWS = """
            select o.slug, o.short_name, o.kind, s.*, r.figures, b.figures as figures_before
              from monitoring_standing(:year, :day, null) s
              join organisation o on o.id = s.organisation_id
              left join monitoring_report r on r.organisation_id = s.organisation_id and r.id = s.report_id
                    and (s.state = 'ACCEPTED' or :handed and s.state in ('WAITING', 'RETURNED'))
              left join lateral (select p.figures from monitoring_report p
                                   join review_edition e on e.organisation_id = p.organisation_id and e.id = p.edition_id and e.state = 'APPROVED'
                                  where p.organisation_id = s.organisation_id and p.academic_year = :year - 1) b on true
             order by o.short_name, o.id
            """;

    private final JdbcClient jdbc;
    private final ReportFigures figures;
    private final PortalClock clock;

    Consolidated(JdbcClient jdbc, ReportFigures figures, PortalClock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * An organisation in the table.
     *
     * @param figures of its report; {@code null} while it has none that counts
     * @param before of its accepted report of the year before; {@code null} if there is none
     */
    public record Row(long organisationId, String slug, String shortName, OrganisationKind kind, ReportStanding standing, FrozenFigures figures,
                      FrozenFigures before) {

        /** What it adds to the sums. */
        public Indicators asCounted() {
            return counted(figures);
        }

        Indicators asCountedBefore() {
            return counted(before);
        }

        /** ◆ An organisation without a report is among those that have no figure: the coverage says so. */
        private Indicators counted(FrozenFigures some) {
            return some != null ? some.asCounted(organisationId) : new Indicators(organisationId, Period.on(standing.year().firstDay()), 0, 0, 0,
                    Share.none(Share.Reason.NO_STAFF_COUNT), Share.none(Share.Reason.NO_STAFF_COUNT), 0,
                    Share.none(Share.Reason.NO_RESPONSES), Share.none(Share.Reason.NO_RESPONSES), null);
        }
    }

    /**
     * The sums of several organisations.
     *
     * @param organisations in all
     * @param reports how many have a report that counts
     * @param figures Σ numerators ÷ Σ denominators, with their coverage
     * @param change what changed since the year before
     */
    public record Total(int organisations, int reports, CityFigures figures, Change change) {

        static Total of(List<Row> rows) {
            return new Total(rows.size(), (int) rows.stream().filter(row -> row.figures() != null).count(),
                    CityFigures.of(rows.stream().map(Row::asCounted).toList()), Change.of(rows));
        }
    }

    /**
     * The same organisations in two years. ◆ Only those with a report for both are compared: otherwise a year in which more of them
     * reported would look like a year in which there was more mentoring.
     *
     * @param organisations how many have a report for both years
     */
    public record Change(int organisations, CityFigures now, CityFigures before) {

        static Change of(List<Row> rows) {
            List<Row> both = rows.stream().filter(row -> row.figures() != null && row.before() != null).toList();
            return new Change(both.size(), CityFigures.of(both.stream().map(Row::asCounted).toList()),
                    CityFigures.of(both.stream().map(Row::asCountedBefore).toList()));
        }

        /** «+5,2 п. п.», «−1», «0»; nothing where there is nothing to compare. */
        public String of(Column column) {
            return organisations == 0 ? "" : column.difference(now, before);
        }
    }

    /**
     * The table of a year.
     *
     * @param handed whether reports that are handed in but not accepted count too
     * @param rows every open organisation, by name
     * @param city the sums of all
     * @param byKind the sums of each kind
     */
    public record Table(AcademicYear year, boolean handed, List<Row> rows, Total city, Map<OrganisationKind, Total> byKind) {

        /** What stands out and what contradicts itself, rule by rule. */
        public List<Finding> findings() {
            List<Finding> found = new ArrayList<>();
            for (Oddity oddity : Oddity.values()) {
                rows.forEach(row -> oddity.in(row).ifPresent(words -> found.add(new Finding(oddity, row, words))));
            }
            return List.copyOf(found);
        }

        /** The shares that somebody has. */
        public List<Column> given() {
            return Column.shares().filter(column -> column.share(city.figures()).have() > 0).toList();
        }

        /** A share of the city and of each kind beside each other. */
        public Chart chart(Column column) {
            List<Chart.Bar> bars = new ArrayList<>();
            bars.add(bar("Весь город", column.share(city.figures()).share()));
            byKind.forEach((kind, total) -> bars.add(bar(kind.plural(), column.share(total.figures()).share())));
            return new Chart.Bars(column.capital() + ": доля по видам организаций", bars);
        }

        private static Chart.Bar bar(String label, Share share) {
            return new Chart.Bar(label, share.percent() == null ? null : share.percent().doubleValue(), share.text());
        }
    }

    /** The shares of the city over the years, from the first; of the same kind of reports each. */
    public static Chart overYears(List<Table> years) {
        return new Chart.Lines("Доли по годам, по " + (years.get(0).handed() ? "сданным" : "принятым") + " отчётам", true,
                years.stream().map(one -> one.year().toString()).toList(),
                Column.shares().map(column -> new Chart.Line(column.capital(), years.stream()
                        .map(one -> column.share(one.city().figures()).share().percent())
                        .map(percent -> percent == null ? null : (Double) percent.doubleValue()).toList()))
                        .filter(line -> line.values().stream().anyMatch(Objects::nonNull)).toList());
    }

    /** Something in a report that the department should look at. */
    public record Finding(Oddity oddity, Row row, String words) {
    }

    /**
     * The whole table: one statement.
     *
     * @param handed whether reports that are handed in but not accepted count too
     */
    public Table of(AcademicYear year, boolean handed) {
        List<Row> rows = asked(year, handed).query((row, number) -> row(row, year)).list();
        Map<OrganisationKind, Total> byKind = new EnumMap<>(OrganisationKind.class);
        for (OrganisationKind kind : OrganisationKind.values()) {
            byKind.put(kind, Total.of(rows.stream().filter(row -> row.kind() == kind).toList()));
        }
        return new Table(year, handed, rows, Total.of(rows), byKind);
    }

    /** The tables of the years before that have reports, from the first, and this one at the end: a statement a year. */
    public List<Table> until(Table table) {
        List<Table> years = new ArrayList<>(years().stream().filter(one -> one.compareTo(table.year()) < 0).sorted()
                .map(one -> of(one, table.handed())).filter(one -> one.city().reports() > 0).toList());
        years.add(table);
        return List.copyOf(years);
    }

    /** Row by row, however many organisations there are: nothing is kept. */
    public void each(AcademicYear year, boolean handed, Consumer<Row> reader) {
        asked(year, handed).query(row -> {
            reader.accept(row(row, year));
        });
    }

    /** The academic years that have a report or a campaign, the newest first. */
    public List<AcademicYear> years() {
        return jdbc.sql("""
                select academic_year from monitoring_campaign where annulled_on is null union
                select academic_year from monitoring_report order by academic_year desc
                """).query(Integer.class).list().stream().map(AcademicYear::new).toList();
    }

    private JdbcClient.StatementSpec asked(AcademicYear year, boolean handed) {
        LocalDate today = clock.today();
        return jdbc.sql(ROWS).withFetchSize(FETCHED).param("year", year.start()).param("day", today).param("handed", handed);
    }

    private Row row(ResultSet row, AcademicYear year) throws SQLException {
        return new Row(row.getLong("organisation_id"), row.getString("slug"), row.getString("short_name"),
                OrganisationKind.valueOf(row.getString("kind")), ReportStanding.of(row, year), figures.read(row.getString("figures")),
                figures.read(row.getString("figures_before")));
    }
}
