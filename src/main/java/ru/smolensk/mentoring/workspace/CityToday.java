package ru.smolensk.mentoring.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.IndicatorReport;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** Every organisation with its live figures and its publication, for the department. */
@Service
@Transactional(readOnly = true)
class CityToday {

    /** ◆ A section published longer ago than this asks for the department's attention. */
    private static final int STALE_AFTER_MONTHS = 12;

    private static final SortColumns COLUMNS = SortColumns.of("name", null, SortColumns.least("name"), SortColumns.greatest("pairs"),
            SortColumns.greatest("programmes"), SortColumns.greatest("young"), SortColumns.greatest("mentors"), SortColumns.greatest("published"));
    private static final Map<String, Function<Row, Comparable<?>>> KEYS = Map.of(
            "pairs", row -> row.figures().mentorships(),
            "programmes", row -> row.figures().approvedProgrammes(),
            "young", row -> row.figures().youngSpecialists().percent(),
            "mentors", row -> row.figures().mentors().percent(),
            "published", Row::publishedOn);

    static final ListFile<Row> FILE = ListFile.<Row>of("organisations", "Организации")
            .words("Организация", 34, "Краткое название", Row::shortName)
            .words("Вид", 22, "Школа, детский сад или дополнительное образование", row -> row.kind().label())
            .number("Пар и групп", "Сколько действует на эту дату (строка 6 формы)", row -> row.figures().mentorships())
            .number("Программ", "Сколько утверждённых программ действует на эту дату (строка 8)", row -> row.figures().approvedProgrammes())
            .words("Молодые специалисты", 22, "Доля вошедших в программы как наставляемые (строка 9)", row -> row.figures().youngSpecialists().text())
            .words("Наставники", 22, "Доля педагогов, вошедших в программы как наставники (строка 10)", row -> row.figures().mentors().text())
            .date("Раздел от", "Когда опубликована последняя к этой дате редакция раздела", Row::publishedOn);

    private final JdbcClient jdbc;
    private final IndicatorReport report;

    CityToday(JdbcClient jdbc, IndicatorReport report) {
        this.jdbc = jdbc;
        this.report = report;
    }

    /**
     * The filter of the list, as it stands in the address.
     *
     * @param state {@code unpublished}, {@code stale}, {@code contradicts}, {@code no-staff}, or nothing
     */
    record Filter(String q, String kind, String state, String date, String sort, String page) {

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }
    }

    /** An organisation in the list; {@code publishedOn} is {@code null} if nothing is published. */
    record Row(long id, String slug, String shortName, OrganisationKind kind, LocalDate publishedOn, Indicators figures) {

        /** Whether the section was last published too long ago. */
        boolean stale(LocalDate day) {
            return publishedOn != null && publishedOn.plusMonths(STALE_AFTER_MONTHS).isBefore(day);
        }
    }

    /** How many organisations need a look, and why. */
    record Attention(long unpublished, long stale, long contradicting, long withoutStaffCount) {
    }

    Attention attention(LocalDate day) {
        List<Row> rows = rows(new Filter(null, null, null, null, null, null), day);
        return new Attention(rows.stream().filter(row -> row.publishedOn() == null).count(),
                rows.stream().filter(row -> row.stale(day)).count(),
                rows.stream().filter(row -> row.figures().contradicts()).count(),
                rows.stream().filter(row -> row.figures().countedOn() == null).count());
    }

    Paged<Row> list(Filter filter, LocalDate day) {
        return Paged.of(all(filter, day), filter.page());
    }

    /** What all pages of the list show. */
    List<Row> all(Filter filter, LocalDate day) {
        return filter.sorting().sorted(rows(filter, day).stream().filter(row -> inState(row, filter.state(), day)).toList(), KEYS);
    }

    LocalDate published(long organisationId) {
        return jdbc.sql("select max(published_on) from section_edition where organisation_id = ?").param(organisationId)
                .query((row, number) -> row.getObject(1, LocalDate.class)).optional().orElse(null);
    }

    private List<Row> rows(Filter filter, LocalDate day) {
        Map<Long, Indicators> figures = report.ofCity(day).organisations().stream()
                .collect(Collectors.toMap(Indicators::organisationId, Function.identity()));
        return jdbc.sql("""
                select o.id, o.slug, o.short_name, o.kind,
                       (select max(e.published_on) from section_edition e where e.organisation_id = o.id and e.published_on <= :day) as published_on
                  from organisation o
                 where (o.closed_on is null or o.closed_on > :day)
                   and (cast(:kind as text) is null or o.kind = :kind)
                   and (cast(:q as text) is null or position(searchable(:q) in o.search_name) > 0)
                 order by o.short_name, o.id
                """).param("day", day).param("kind", filter.kind()).param("q", filter.q())
                .query((row, number) -> new Row(row.getLong("id"), row.getString("slug"), row.getString("short_name"),
                        OrganisationKind.valueOf(row.getString("kind")), row.getObject("published_on", LocalDate.class),
                        figures.get(row.getLong("id")))).list();
    }

    private static boolean inState(Row row, String state, LocalDate day) {
        return switch (state == null ? "" : state) {
            case "unpublished" -> row.publishedOn() == null;
            case "stale" -> row.stale(day);
            case "contradicts" -> row.figures().contradicts();
            case "no-staff" -> row.figures().countedOn() == null;
            default -> true;
        };
    }
}
