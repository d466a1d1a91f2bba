package ru.smolensk.mentoring.participant;

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
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SortColumns;

/** Reads the bases of mentors and of mentees: two statements whatever their length. */
@Component
@Transactional(readOnly = true)
class PeopleLists {

    static final SortColumns COLUMNS = SortColumns.of("name", "p.id",
            SortColumns.least("name", "p.last_name", "p.first_name", "coalesce(p.patronymic, '')", "p.born_on"),
            SortColumns.least("position", "p.position collate russian"),
            SortColumns.greatest("experience", "cast(:today as date) - p.teaching_since"),
            SortColumns.greatest("today", "cardinality(s.mentorship_ids)", "cardinality(s.programme_ids)"));

    private static final String PEOPLE = """
              from %1$s r
              join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
              left join partner_organisation o on o.organisation_id = p.organisation_id and o.id = p.partner_id
              left join %1$s_standing(:today, :today, :organisation) s on s.participant_id = p.id
             where r.organisation_id = :organisation and (p.left_on is not null) = :left
               and p.search_name like all (select searchable(w) from unnest(cast(:patterns as text[])) w)
               and (cast(:workplace as text) is null or p.workplace = :workplace)
               and (cast(:category as text) is null or r.category = :category)
               and (not :free or s.mentorship_ids = '{}')
            """;

    static final ListFile<Row> MENTORS = described("mentors", "Наставники");
    static final ListFile<Row> MENTEES = described("mentees", "Наставляемые")
            .words("Категория", 24, "Кому нужен наставник (пункт 2.2 Положения)", row -> row.category().label());

    private final JdbcClient jdbc;
    private final PortalClock clock;

    PeopleLists(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A line of a list.
     *
     * @param category of a mentee; {@code null} in the list of mentors
     * @param mentorships how many pairs and groups are in force today
     * @param programmes how many programmes are in force today
     * @param both whether the person is a mentor and a mentee
     * @param consented whether the consent to processing is in force
     */
    public record Row(long id, PersonName name, String position, Workplace workplace, String employer, Experience experience,
                      MenteeCategory category, int mentorships, int programmes, boolean both, boolean consented, LocalDate leftOn) {
    }

    private static ListFile<Row> described(String name, String title) {
        return ListFile.<Row>of(name, title)
                .words("Фамилия, имя, отчество", 36, "Как в базе организации", row -> row.name().full())
                .words("Должность", 26, "Пусто, если не указана", Row::position)
                .words("Место работы", 34, "Работодатель или партнёр, если человек работает не в этой организации",
                        row -> row.employer() == null ? row.workplace().label() : row.employer())
                .words("Стаж", 16, "Педагогический стаж на сегодня", row -> row.experience().length())
                .number("Пар и групп", "Сколько действует сегодня", Row::mentorships)
                .number("Программ", "Сколько утверждённых программ действует сегодня", Row::programmes)
                .words("Согласие на обработку", 14, "Действует ли согласие на обработку персональных данных", row -> row.consented() ? "да" : "нет")
                .date("Выбыл", "Последний день в базе", Row::leftOn);
    }

    Paged<Row> mentors(long organisationId, PeopleFilter filter) {
        return page("mentor", "mentee", organisationId, filter, null, Paged.number(filter.page()), Paged.SIZE);
    }

    Paged<Row> mentees(long organisationId, PeopleFilter filter) {
        return page("mentee", "mentor", organisationId, filter, filter.chosenCategory(), Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> allMentors(long organisationId, PeopleFilter filter) {
        return page("mentor", "mentee", organisationId, filter, null, 1, ListFile.MOST).rows();
    }

    /** What all pages of the list show, for a file. */
    List<Row> allMentees(long organisationId, PeopleFilter filter) {
        return page("mentee", "mentor", organisationId, filter, filter.chosenCategory(), 1, ListFile.MOST).rows();
    }

    private Paged<Row> page(String role, String other, long organisationId, PeopleFilter filter, MenteeCategory category, int page, int size) {
        String people = PEOPLE.formatted(role);
        long total = narrowed("select count(*)" + people, organisationId, filter, category).query(Long.class).single();
        List<Row> rows = narrowed("""
                select p.id, p.last_name, p.first_name, p.patronymic, p.position, p.workplace,
                       coalesce(p.employer_name, o.name) as employer, p.teaching_since, p.left_on, r.category,
                       cardinality(s.mentorship_ids) as mentorships, cardinality(s.programme_ids) as programmes,
                       exists (select from %s b where b.organisation_id = p.organisation_id and b.participant_id = p.id) as both,
                       exists (select from consent c where c.organisation_id = p.organisation_id and c.participant_id = p.id
                                  and c.kind = 'PROCESSING' and c.withdrawn_on is null) as consented
                """.formatted(other) + people + " order by " + filter.sorting().sql() + " limit :size offset :skipped", organisationId, filter, category)
                .param("size", size).param("skipped", (page - 1L) * size)
                .query((row, number) -> row(row, role.equals("mentee"))).list();
        return new Paged<>(rows, page, size, total);
    }

    private JdbcClient.StatementSpec narrowed(String sql, long organisationId, PeopleFilter filter, MenteeCategory category) {
        return jdbc.sql(sql).param("organisation", organisationId).param("today", clock.today()).param("left", filter.left())
                .param("free", filter.free()).param("patterns", filter.patterns())
                .param("workplace", filter.chosenWorkplace() == null ? null : filter.chosenWorkplace().name())
                .param("category", category == null ? null : category.name());
    }

    private Row row(ResultSet row, boolean mentee) throws SQLException {
        return new Row(row.getLong("id"),
                new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic")),
                row.getString("position"), Workplace.valueOf(row.getString("workplace")), row.getString("employer"),
                new Experience(row.getObject("teaching_since", LocalDate.class), clock.today()),
                mentee ? MenteeCategory.valueOf(row.getString("category")) : null,
                row.getInt("mentorships"), row.getInt("programmes"), row.getBoolean("both"), row.getBoolean("consented"),
                row.getObject("left_on", LocalDate.class));
    }
}
