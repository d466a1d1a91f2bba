package ru.smolensk.mentoring.mentorship;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads assignment orders for lists. */
@Component
@Transactional(readOnly = true)
class OrderRegister {

    /**
     * An order in a list.
     *
     * @param mentorships how many pairs and groups it names, without annulled ones
     */
    public record Row(long id, String number, LocalDate datedOn, String title, boolean annulled, Disclosure disclosure, boolean filed,
                      int mentorships) {
    }

    static final ListFile<Row> FILE = ListFile.<Row>of("orders", "Приказы")
            .words("Номер", 12, "Номер приказа о закреплении", Row::number)
            .date("Дата", "Дата приказа", Row::datedOn)
            .words("Название", 50, "О чём приказ", Row::title)
            .number("Пар и групп", "Сколько пар и групп он закрепляет, без аннулированных", Row::mentorships)
            .words("Скан", 10, "Приложен ли файл приказа", row -> row.filed() ? "есть" : "нет")
            .words("Кому открыт файл", 34, "Видят ли его посетители раздела", row -> row.disclosure().label())
            .words("Состояние", 16, "Действует или аннулирован", row -> row.annulled() ? "аннулирован" : "действует");

    private static final SortColumns COLUMNS = SortColumns.of("date", "o.number, o.id",
            SortColumns.greatest("date", "o.dated_on"), SortColumns.least("title", "o.title collate russian"),
            SortColumns.greatest("mentorships", "mentorships"), SortColumns.least("file", "filed"));

    /** What a list is asked for, as it stands in the address: words of a number or title, the column that sorts, the page. */
    public record Filter(String q, String sort, String page) {

        public Sorting sorting() {
            return COLUMNS.asked(sort);
        }
    }

    private final JdbcClient jdbc;
    private final Russian russian;

    OrderRegister(JdbcClient jdbc, Russian russian) {
        this.jdbc = jdbc;
        this.russian = russian;
    }

    /** One page of the list, numbers in their natural order; two statements. */
    Paged<Row> page(Tenant tenant, Filter filter) {
        return page(tenant, filter, Paged.number(filter.page()), Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> all(Tenant tenant, Filter filter) {
        return page(tenant, filter, 1, ListFile.MOST).rows();
    }

    private Paged<Row> page(Tenant tenant, Filter filter, int page, int size) {
        String found = """
                  from assignment_order o
                 where o.organisation_id = :organisation and searchable('№ ' || o.number || ' №' || o.number || ' от '
                                                                           || to_char(o.dated_on, 'DD.MM.YYYY') || ' ' || o.title)
                       like all (select searchable(w) from unnest(cast(:words as text[])) w)
                """;
        String[] words = Words.patterns(filter.q());
        List<Row> rows = jdbc.sql("""
                select o.id, o.number, o.dated_on, o.title, o.annulled_on is not null as annulled, o.disclosure,
                       o.file_id is not null as filed,
                       (select count(*) from mentorship m where m.organisation_id = o.organisation_id and m.order_id = o.id and not m.annulled)
                           as mentorships
                """ + found + " order by " + filter.sorting().sql() + " limit :size offset :skipped")
                .param("organisation", tenant.id()).param("words", words).param("size", size)
                .param("skipped", (long) (page - 1) * size).query(Row.class).list();
        long total = jdbc.sql("select count(*) " + found).param("organisation", tenant.id()).param("words", words).query(Long.class).single();
        return new Paged<>(rows, page, size, total);
    }

    /** The date of an order, or {@code null} if the organisation has none such. */
    LocalDate date(Tenant tenant, Long id) {
        return jdbc.sql("select dated_on from assignment_order where organisation_id = :organisation and id = :id and annulled_on is null")
                .param("organisation", tenant.id()).param("id", id, Types.BIGINT).query(LocalDate.class).optional().orElse(null);
    }

    /** The orders that a pair or group may stand on, the newest first. */
    List<Choice> toChoose(Tenant tenant) {
        return jdbc.sql("""
                select id, number, dated_on from assignment_order
                 where organisation_id = ? and annulled_on is null order by dated_on desc, number, id
                """).param(tenant.id()).query((row, number) -> new Choice(row.getLong("id"),
                        russian.paper(row.getString("number"), row.getObject("dated_on", LocalDate.class)))).list();
    }
}
