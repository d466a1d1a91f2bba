package ru.smolensk.mentoring.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** The register as the department reads it, and whom it could include: two statements a list. */
@Component
@Transactional(readOnly = true)
class RegisterList {

    private static final String ENTRIES = """
              from register_entry e
              join participant p on p.organisation_id = e.organisation_id and p.id = e.mentor_id
              join organisation o on o.id = e.organisation_id
              left join public_mentor v on v.organisation_id = e.organisation_id and v.id = e.id
             where searchable(p.search_name || ' ' || o.short_name) like all (select searchable(w) from unnest(cast(:patterns as text[])) w)
               and (e.excluded_on is not null) = (:state = 'excluded') and (:state <> 'hidden' or v.id is null)
            """;

    /** Those who have consented, and are not in the register yet; who has led most pairs and groups first unless asked otherwise. */
    private static final String CANDIDATES = """
              from mentor m
              join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id and p.left_on is null
              join organisation o on o.id = m.organisation_id and o.closed_on is null
              join consent c on c.organisation_id = m.organisation_id and c.participant_id = m.participant_id
                   and c.kind = 'DISTRIBUTION' and c.withdrawn_on is null
             where searchable(p.search_name || ' ' || o.short_name || ' ' || coalesce(m.competences, ''))
                   like all (select searchable(w) from unnest(cast(:patterns as text[])) w)
               and not exists (select from register_entry e where e.organisation_id = m.organisation_id and e.mentor_id = m.participant_id
                                  and e.excluded_on is null)
            """;

    static final ListFile<Row> FILE = ListFile.<Row>of("mentors-register", "Реестр наставников")
            .words("Наставник", 36, "Фамилия, имя, отчество", row -> row.name().full())
            .words("Организация", 34, "Где наставник внесён в базу", Row::shortName)
            .date("Включён", "День решения", Row::includedOn)
            .words("Основание", 40, "Чем принято решение", Row::basis)
            .words("Кому виден", 14, "Всем, пока действует согласие на распространение",
                    row -> row.shown() ? "всем" : row.excludedOn() == null ? "скрыт" : "исключён")
            .date("Исключён", "День, когда исключён", Row::excludedOn);

    static final ListFile<Candidate> CANDIDATES_FILE = ListFile.<Candidate>of("mentors-to-include", "Кого включить в реестр")
            .words("Наставник", 36, "Фамилия, имя, отчество", row -> row.name().full())
            .words("Должность", 30, "Как в базе", Candidate::position)
            .words("Организация", 34, "Где наставник внесён в базу", Candidate::shortName)
            .words("Компетенции", 50, "Что внёс куратор; пусто, если ничего", Candidate::competences)
            .number("Пар и групп", "Сколько всего вёл и ведёт, без аннулированных", Candidate::pairs);

    private static final SortColumns COLUMNS = SortColumns.of("name", "e.id",
            SortColumns.least("name", "p.last_name", "p.first_name", "p.patronymic"), SortColumns.least("organisation", "o.short_name"),
            SortColumns.greatest("included", "e.included_on"), SortColumns.least("basis", "e.basis collate russian"),
            SortColumns.least("shown", "v.id is null", "e.excluded_on"));

    private static final SortColumns OF_CANDIDATES = SortColumns.of("pairs", "p.last_name, p.first_name, p.patronymic, p.id",
            SortColumns.greatest("pairs", "pairs"), SortColumns.least("name", "p.last_name", "p.first_name", "p.patronymic"),
            SortColumns.least("organisation", "o.short_name"));

    /** The order of those who could be included that an address asks for. */
    static Sorting sortingOfCandidates(String typed) {
        return OF_CANDIDATES.asked(typed);
    }

    /** The order of the register that an address asks for. */
    static Sorting sorting(String typed) {
        return COLUMNS.asked(typed);
    }

    private final JdbcClient jdbc;

    RegisterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of the register.
     *
     * @param shown whether everybody reads it now
     */
    public record Row(long id, PersonName name, String shortName, LocalDate includedOn, String basis, boolean shown, LocalDate excludedOn) {
    }

    /** Somebody who could be included. */
    public record Candidate(long id, PersonName name, String position, String slug, String shortName, String category, String competences,
                            int pairs) {
    }

    Paged<Row> entries(RegisterFilter filter) {
        return entries(filter, Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> all(RegisterFilter filter) {
        return entries(filter, 1, ListFile.MOST).rows();
    }

    private Paged<Row> entries(RegisterFilter filter, int page, int size) {
        long total = narrowed("select count(*)" + ENTRIES, filter).query(Long.class).single();
        return new Paged<>(narrowed("select e.*, p.last_name, p.first_name, p.patronymic, o.short_name, v.id is not null as shown" + ENTRIES
                + " order by " + filter.sorting().sql() + " limit :size offset :from", filter)
                .param("size", size).param("from", (page - 1L) * size)
                .query((row, number) -> new Row(row.getLong("id"), name(row), row.getString("short_name"), row.getObject("included_on", LocalDate.class),
                        row.getString("basis"), row.getBoolean("shown"), row.getObject("excluded_on", LocalDate.class))).list(),
                page, size, total);
    }

    Paged<Candidate> candidates(RegisterFilter filter) {
        return candidates(filter, Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of that list show, for a file. */
    List<Candidate> allCandidates(RegisterFilter filter) {
        return candidates(filter, 1, ListFile.MOST).rows();
    }

    private Paged<Candidate> candidates(RegisterFilter filter, int page, int size) {
        long total = candidates("select count(*)" + CANDIDATES, filter).query(Long.class).single();
        List<Candidate> rows = candidates("""
                select p.id, p.last_name, p.first_name, p.patronymic, p.position, o.slug, o.short_name, m.category, m.competences,
                       (select count(*) from mentorship s where s.organisation_id = m.organisation_id and s.mentor_id = m.participant_id
                           and s.annulled_on is null) as pairs
                """ + CANDIDATES + " order by " + sortingOfCandidates(filter.sort()).sql() + " limit :size offset :from", filter)
                .param("size", size).param("from", (page - 1L) * size)
                .query((row, number) -> new Candidate(row.getLong("id"), name(row), row.getString("position"), row.getString("slug"),
                        row.getString("short_name"), row.getString("category"), row.getString("competences"), row.getInt("pairs"))).list();
        return new Paged<>(rows, page, size, total);
    }

    /** Whether everybody reads the entry now. */
    boolean shown(long id) {
        return jdbc.sql("select exists (select from public_mentor where id = ?)").param(id).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String sql, RegisterFilter filter) {
        return jdbc.sql(sql).param("patterns", filter.patterns()).param("state", filter.known());
    }

    private JdbcClient.StatementSpec candidates(String sql, RegisterFilter filter) {
        return jdbc.sql(sql).param("patterns", filter.patterns());
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic"));
    }
}
