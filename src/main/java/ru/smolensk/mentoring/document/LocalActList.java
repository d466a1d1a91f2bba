package ru.smolensk.mentoring.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.ReviewState;

/** Reads the page «Документы»: what is there of each kind, and what is missing. */
@Component
@Transactional(readOnly = true)
class LocalActList {

    private static final String COLUMNS = """
            a.id, a.kind, a.number, a.dated_on, a.title, p.name as partner, f.media_type, f.size, a.disclosure,
            a.annulled_on is not null as annulled, e.state as review
            """;
    private static final String FOUND = """
              from local_act a
              left join review_edition e on e.organisation_id = a.organisation_id and e.id = a.edition_id
              left join partner_organisation p on p.organisation_id = a.organisation_id and p.id = a.partner_id
              left join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id
             where a.organisation_id = :organisation
               and (cast(:words as text) is null
                    or position(searchable(:words) in searchable(concat_ws(' ', a.title, a.number, p.name))) > 0)
            """;
    private static final SortColumns SORTED = SortColumns.of("date", "a.title, a.id", SortColumns.least("title", "a.title"),
            SortColumns.least("kind", Arrays.stream(ActKind.values()).map(kind -> "'" + kind + "'")
                    .collect(Collectors.joining(", ", "array_position(array[", "], a.kind::text)"))),
            SortColumns.least("number", "a.number collate russian"), SortColumns.greatest("date", "a.dated_on"),
            SortColumns.least("disclosure", "a.annulled_on is not null", "a.disclosure"));

    static final ListFile<Line> FILE = ListFile.<Line>of("documents", "Документы")
            .words("Вид документа", 34, "Вид локального акта", line -> line.kind().label())
            .words("Номер", 12, "Пусто, если номера нет", Line::number)
            .date("Дата", "Дата документа", Line::datedOn)
            .words("Название", 50, "Как в документе", Line::title)
            .words("Партнёр", 30, "Только у подтверждающего документа партнёра", Line::partner)
            .words("Файл", 12, "Вид файла или ссылка", line -> line.fileType() == null ? "ссылка" : line.fileType().label())
            .words("Рассмотрение", 20, "Что решил методический отдел", line -> line.review() == null ? null : line.review().label())
            .words("Кому открыт", 30, "Видят ли документ посетители раздела", line -> line.annulled() ? "аннулирован" : line.disclosure().outcome());

    private final JdbcClient jdbc;

    LocalActList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A document in the list.
     *
     * @param partner the partner's name in a partner's document
     * @param fileType with {@code fileSize} {@code null} for a link
     * @param review the state of its edition; {@code null} for a document that was never sent for review
     */
    record Line(long id, ActKind kind, String number, LocalDate datedOn, String title, String partner, FileType fileType, Long fileSize,
                Disclosure disclosure, boolean annulled, ReviewState review) {
    }

    /**
     * What the page is asked for, as it stands in the address.
     *
     * @param sort a column: then the documents stand one under another; nothing, or what is no column: by the rows of the form
     */
    record Filter(String q, String sort, String page) {

        public Sorting sorting() {
            return SORTED.asked(sort);
        }
    }

    /** All documents of one kind, the annulled ones last. */
    record Group(ActKind kind, List<Line> lines) {

        public long current() {
            return lines.stream().filter(line -> !line.annulled()).count();
        }

        public boolean missing() {
            return kind.owed() && current() == 0;
        }
    }

    /**
     * The documents by kind, in the order of the form.
     *
     * @param words what to look for in numbers, titles and partners' names; {@code null} for everything
     * @param assignmentOrders how many orders on assignment there are; they are kept on their own page
     * @param partnersWithout names of partners whose participation no document confirms (F11)
     */
    record Page(String words, List<Group> groups, long assignmentOrders, List<String> partnersWithout) {

        public List<Group> ofForm() {
            return groups.stream().filter(group -> group.kind().formRow() != null).toList();
        }

        public List<Group> beside() {
            return groups.stream().filter(group -> group.kind().formRow() == null).toList();
        }

        public long owed() {
            return groups.stream().filter(group -> group.kind().owed()).count();
        }

        public long there() {
            return groups.stream().filter(group -> group.kind().owed() && !group.missing()).count();
        }

        public int found() {
            return groups.stream().mapToInt(group -> group.lines().size()).sum();
        }
    }

    Page of(Tenant tenant, String words) {
        List<Line> lines = found("select " + COLUMNS + FOUND + " order by annulled, a.dated_on desc, a.title, a.id", tenant, words)
                .query(LocalActList::line).list();
        List<Group> groups = Arrays.stream(ActKind.values())
                .map(kind -> new Group(kind, lines.stream().filter(line -> line.kind() == kind).toList()))
                .filter(group -> words == null || !group.lines().isEmpty()).toList();
        return new Page(words, groups, assignmentOrders(tenant), partnersWithout(tenant));
    }

    /** The same documents one under another, whatever their kind. */
    Paged<Line> sorted(Tenant tenant, Filter filter) {
        int page = Paged.number(filter.page());
        long total = found("select count(*)" + FOUND, tenant, filter.q()).query(Long.class).single();
        List<Line> lines = found("select " + COLUMNS + FOUND + " order by " + filter.sorting().sql() + " limit :size offset :skipped", tenant, filter.q())
                .param("size", Paged.SIZE).param("skipped", (page - 1L) * Paged.SIZE).query(LocalActList::line).list();
        return new Paged<>(lines, page, Paged.SIZE, total);
    }

    /** What the page shows, whichever way it is sorted, for a file. */
    List<Line> all(Tenant tenant, Filter filter) {
        return filter.sorting().kept() == null ? of(tenant, filter.q()).groups().stream().flatMap(group -> group.lines().stream()).toList()
                : found("select " + COLUMNS + FOUND + " order by " + filter.sorting().sql(), tenant, filter.q()).query(LocalActList::line).list();
    }

    private JdbcClient.StatementSpec found(String sql, Tenant tenant, String words) {
        return jdbc.sql(sql).param("organisation", tenant.id()).param("words", words, Types.VARCHAR);
    }

    private long assignmentOrders(Tenant tenant) {
        return jdbc.sql("select count(*) from assignment_order where organisation_id = ? and annulled_on is null")
                .param(tenant.id()).query(Long.class).single();
    }

    private List<String> partnersWithout(Tenant tenant) {
        return jdbc.sql("""
                select p.name from partner_organisation p
                 where p.organisation_id = ? and p.annulled_on is null
                   and not exists (select 1 from local_act a where a.organisation_id = p.organisation_id and a.partner_id = p.id
                                     and a.annulled_on is null)
                 order by p.name
                """).param(tenant.id()).query(String.class).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String mediaType = row.getString("media_type");
        return new Line(row.getLong("id"), ActKind.valueOf(row.getString("kind")), row.getString("number"),
                row.getObject("dated_on", LocalDate.class), row.getString("title"), row.getString("partner"),
                mediaType == null ? null : FileType.ofMediaType(mediaType).orElseThrow(), row.getObject("size", Long.class),
                Disclosure.valueOf(row.getString("disclosure")), row.getBoolean("annulled"),
                row.getString("review") == null ? null : ReviewState.valueOf(row.getString("review")));
    }
}
