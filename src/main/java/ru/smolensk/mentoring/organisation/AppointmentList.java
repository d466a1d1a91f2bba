package ru.smolensk.mentoring.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;

/** Who is, was and will be a curator where: the department's list, and the choices of its form. */
@Component
@Transactional(readOnly = true)
class AppointmentList {

    private static final String APPOINTMENTS = """
              from (select a.id, a.order_number, a.order_dated_on, a.starts_on, a.ends_on,
                           o.id as organisation_id, o.slug, o.short_name, o.search_name, c.display_name, c.login, c.blocked,
                           case when a.annulled_on is not null then 'ANNULLED' when a.starts_on > :today then 'AHEAD'
                                when a.ends_on < :today then 'ENDED' else 'IN_FORCE' end as state
                      from curator_appointment a
                      join organisation o on o.id = a.organisation_id
                      join account c on c.id = a.account_id) a
            """;
    private static final String COLUMNS = "select a.id, a.slug, a.short_name, a.display_name, a.login, a.blocked, a.order_number,"
            + " a.order_dated_on, a.starts_on, a.ends_on, a.state";
    private static final String CHOSEN = APPOINTMENTS + """
             where (cast(:state as text) is null or a.state = :state)
               and not exists (select from regexp_split_to_table(searchable(:words), '\\s+') word
                                where strpos(a.search_name || ' ' || searchable(a.display_name || ' ' || a.login || ' ' || a.order_number), word) = 0)
            """;

    private static final SortColumns ORDERS = SortColumns.of("organisation", "a.starts_on desc, a.id", SortColumns.least("organisation", "a.short_name"),
            SortColumns.least("curator", "a.display_name collate russian"), SortColumns.greatest("order", "a.order_dated_on"),
            SortColumns.greatest("term", "a.starts_on"),
            SortColumns.least("state", "array_position(array['IN_FORCE', 'AHEAD', 'ENDED', 'ANNULLED'], a.state)"));

    static final ListFile<Row> FILE = ListFile.<Row>of("curators", "Кураторы")
            .words("Организация", 34, "Где назначен", Row::organisation)
            .words("Куратор", 34, "Имя в портале", Row::curator)
            .words("Имя для входа", 18, "Имя учётной записи", Row::login)
            .words("Приказ", 14, "Номер приказа о назначении", Row::orderNumber)
            .date("Дата приказа", "Дата приказа о назначении", Row::orderDatedOn)
            .date("Назначен с", "Первый день", Row::startsOn)
            .date("По", "Последний день; пусто, если срок не назван", Row::endsOn)
            .words("Состояние", 18, "Что с назначением сегодня", row -> row.state().label());

    private final JdbcClient jdbc;
    private final PortalClock clock;

    AppointmentList(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an appointment is today. */
    enum State implements Labelled {
        IN_FORCE("действует"), AHEAD("ещё не началось"), ENDED("закончилось"), ANNULLED("аннулировано");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What of the list is wanted; {@code null} where it does not matter. */
    record Filter(String q, State state, String sort) {

        public Sorting sorting() {
            return ORDERS.asked(sort);
        }
    }

    /** One appointment. */
    record Row(long id, String slug, String organisation, String curator, String login, boolean blocked, String orderNumber,
               LocalDate orderDatedOn, LocalDate startsOn, LocalDate endsOn, State state) {
    }

    Paged<Row> page(Filter wanted, int page) {
        return page(wanted, page, Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Row> all(Filter wanted) {
        return page(wanted, 1, ListFile.MOST).rows();
    }

    private Paged<Row> page(Filter wanted, int page, int size) {
        long total = statement("select count(*)" + CHOSEN, wanted).query(Long.class).single();
        int shown = Math.min(page, (int) Math.max(1, (total + size - 1) / size));
        List<Row> rows = statement(COLUMNS + CHOSEN + " order by " + wanted.sorting().sql() + " limit :size offset :skipped", wanted)
                .param("size", size).param("skipped", (shown - 1) * size).query(AppointmentList::row).list();
        return new Paged<>(rows, shown, size, total);
    }

    /** All appointments of an organisation, the newest first. */
    List<Row> ofOrganisation(long organisationId) {
        return jdbc.sql(COLUMNS + APPOINTMENTS + " where a.organisation_id = :organisation order by a.starts_on desc, a.id desc")
                .param("today", clock.today()).param("organisation", organisationId).query(AppointmentList::row).list();
    }

    /** Organisations that no curator works for today, by slug. */
    List<Choice> organisationsWithoutCurator() {
        return jdbc.sql("""
                select o.slug, o.short_name from organisation o
                 where (o.closed_on is null or o.closed_on > :today)
                   and not exists (select from curator_appointment a join account c on c.id = a.account_id and not c.blocked
                                    where a.organisation_id = o.id and a.annulled_on is null and a.starts_on <= :today
                                      and (a.ends_on is null or a.ends_on >= :today))
                 order by o.short_name, o.id""").param("today", clock.today()).query(AppointmentList::choice).list();
    }

    /** Organisations that somebody can be appointed in, by slug. */
    List<Choice> organisations() {
        return jdbc.sql("select slug, short_name from organisation where closed_on is null or closed_on > ? order by short_name, id")
                .param(clock.today()).query(AppointmentList::choice).list();
    }

    /** Accounts that can be appointed, with what they curate today. */
    List<Choice> curators() {
        return jdbc.sql("""
                select c.id, c.display_name || ' (' || c.login || ')' || coalesce(' – ' || (
                         select string_agg(o.short_name, ', ' order by o.short_name) from curator_appointment a
                           join organisation o on o.id = a.organisation_id
                          where a.account_id = c.id and a.annulled_on is null and a.starts_on <= :today
                            and (a.ends_on is null or a.ends_on >= :today)), '')
                  from account c where c.role = 'CURATOR' and not c.blocked
                 order by c.display_name collate russian, c.login""").param("today", clock.today()).query(AppointmentList::choice).list();
    }

    private JdbcClient.StatementSpec statement(String sql, Filter wanted) {
        return jdbc.sql(sql).param("today", clock.today()).param("state", wanted.state() == null ? null : wanted.state().name())
                .param("words", wanted.q() == null ? "" : wanted.q());
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(row.getString(1), row.getString(2));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"), row.getString("slug"), row.getString("short_name"), row.getString("display_name"),
                row.getString("login"), row.getBoolean("blocked"), row.getString("order_number"),
                row.getObject("order_dated_on", LocalDate.class), row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class), State.valueOf(row.getString("state")));
    }
}
