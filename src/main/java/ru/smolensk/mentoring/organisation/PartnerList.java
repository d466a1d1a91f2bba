package ru.smolensk.mentoring.organisation;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** Reads the partners of an organisation: the list, the choices of a form, who works for a partner. */
@Component
@Transactional(readOnly = true)
class PartnerList {

    /** A refusal names so many people; the partner's page names all. */
    private static final int NAMED = 3;

    static final ListFile<Row> FILE = ListFile.<Row>of("partners", "Партнёры")
            .words("Партнёр", 44, "Название предприятия или организации", Row::name)
            .words("ИНН", 14, "Пусто, если не указан", Row::inn)
            .words("Сайт", 30, "Адрес сайта", Row::website)
            .number("Людей в базе", "Сколько его работников внесены в базу", Row::people)
            .words("Почему аннулирован", 34, "Только у внесённых по ошибке", Row::annulmentReason);

    private static final String FOUND = """
              from partner_organisation o
             where o.organisation_id = :organisation and (o.annulled_on is not null) = :annulled
               and (cast(:words as text) is null
                    or strpos(searchable(o.name || ' ' || coalesce(o.inn, '')), searchable(cast(:words as text))) > 0)
            """;

    private static final SortColumns COLUMNS = SortColumns.of("name", "o.id", SortColumns.least("name", "o.name"),
            SortColumns.least("inn", "o.inn"), SortColumns.least("website", "o.website"), SortColumns.greatest("people", "people"));

    /**
     * What the list is asked for, as it stands in the address.
     *
     * @param state {@code annulled} for those entered by mistake; otherwise those who are partners
     */
    record Filter(String q, String state, String sort, String page) {

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }

        public boolean annulled() {
            return "annulled".equals(state);
        }

        /** Whether the list shows all partners. */
        public boolean everybody() {
            return q == null && !annulled();
        }
    }

    private final JdbcClient jdbc;

    PartnerList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the list; {@code people} counts those of the base who work for the partner. */
    public record Row(long id, String name, String inn, String website, long people, String annulmentReason) {
    }

    /** A person of the base who works for the partner; {@code mentorships} are the codes of their pairs and groups. */
    public record Employee(long id, PersonName name, String position, boolean mentor, String mentorships) {
    }

    Paged<Row> page(long organisationId, Filter filter) {
        return page(organisationId, filter, Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> all(long organisationId, Filter filter) {
        return page(organisationId, filter, 1, ListFile.MOST).rows();
    }

    private Paged<Row> page(long organisationId, Filter filter, int page, int size) {
        long total = jdbc.sql("select count(*)" + FOUND).param("organisation", organisationId).param("words", filter.q())
                .param("annulled", filter.annulled()).query(Long.class).single();
        List<Row> rows = jdbc.sql("""
                select o.id, o.name, o.inn, o.website, o.annulment_reason,
                       (select count(*) from participant p where p.organisation_id = o.organisation_id and p.partner_id = o.id) as people
                """ + FOUND + " order by " + filter.sorting().sql() + " limit :size offset :skipped")
                .param("organisation", organisationId).param("words", filter.q()).param("annulled", filter.annulled())
                .param("size", size).param("skipped", (page - 1L) * size)
                .query((row, number) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(6),
                        row.getString(5))).list();
        return new Paged<>(rows, page, size, total);
    }

    List<Choice> choices(long organisationId) {
        return jdbc.sql("select id, name from partner_organisation where organisation_id = ? and annulled_on is null order by name, id")
                .param(organisationId).query((row, number) -> new Choice(row.getLong(1), row.getString(2))).list();
    }

    List<Employee> employees(long organisationId, long partnerId) {
        return jdbc.sql("""
                select p.id, p.last_name, p.first_name, p.patronymic, p.position, r.participant_id is not null,
                       (select string_agg(distinct m.code, ', ')
                          from mentorship m
                          left join mentorship_mentee e on e.organisation_id = m.organisation_id and e.mentorship_id = m.id
                         where m.organisation_id = p.organisation_id and m.annulled_on is null and p.id in (m.mentor_id, e.mentee_id))
                  from participant p
                  left join mentor r on r.organisation_id = p.organisation_id and r.participant_id = p.id
                 where p.organisation_id = :organisation and p.partner_id = :partner
                 order by p.last_name, p.first_name, p.patronymic, p.id
                """).param("organisation", organisationId).param("partner", partnerId)
                .query((row, number) -> new Employee(row.getLong(1),
                        new PersonName(row.getString(2), row.getString(3), row.getString(4)),
                        row.getString(5), row.getBoolean(6), row.getString(7))).list();
    }

    static String named(List<Employee> employees) {
        String first = employees.stream().limit(NAMED)
                .map(one -> one.name().full() + (one.mentorships() == null ? "" : " (пары и группы: " + one.mentorships() + ")"))
                .collect(Collectors.joining(", "));
        return employees.size() > NAMED ? first + " и ещё " + (employees.size() - NAMED) : first;
    }
}
