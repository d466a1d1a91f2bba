package ru.smolensk.mentoring.participant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.PortalClock;

/** Reads where a person takes part: their pairs and groups, and the programmes that are about them. */
@Component
@Transactional(readOnly = true)
class Involvement {

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Involvement(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A pair or group of the person.
     *
     * @param mentor whether the person is its mentor; otherwise a mentee
     * @param others the other side: the mentees or the mentor
     * @param since the first day of this person in it
     * @param until the last day of this person in it
     */
    public record Mentorship(long id, String code, boolean mentor, String others, LocalDate since, LocalDate until, boolean annulled,
                             State state) {
    }

    /** A programme about the person, by its newest edition. */
    public record Programme(long id, String title, boolean mentor, LocalDate since, LocalDate until, State state) {
    }

    /** What stands beside a pair, a group or a programme; {@code tone} is the colour of the word. */
    public enum State {
        IN_FORCE("действует", "good"),
        LATER("ещё не началась", ""),
        OVER("завершена", ""),
        ANNULLED("аннулирована", "bad"),
        DRAFT("черновик", "warn"),
        CANCELLED("отменена", "");

        private final String label;
        private final String tone;

        State(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        public String label() {
            return label;
        }

        public String tone() {
            return tone;
        }
    }

    List<Mentorship> mentorships(long organisationId, long personId) {
        return jdbc.sql("""
                select m.id, m.code, m.mentor_id = :person as mentor, m.annulled_on is not null as annulled,
                       case when m.mentor_id = :person then m.starts_on else e.joined_on end as since,
                       case when m.mentor_id = :person then m.last_day else coalesce(e.left_on, e.last_day) end as until,
                       case when m.mentor_id = :person
                            then (select string_agg(concat_ws(' ', p.last_name, p.first_name, p.patronymic), ', '
                                                    order by p.last_name, p.first_name, p.patronymic)
                                    from mentorship_mentee o
                                    join participant p on p.organisation_id = o.organisation_id and p.id = o.mentee_id
                                   where o.organisation_id = m.organisation_id and o.mentorship_id = m.id)
                            else (select concat_ws(' ', p.last_name, p.first_name, p.patronymic)
                                    from participant p where p.organisation_id = m.organisation_id and p.id = m.mentor_id) end as others
                  from mentorship m
                  left join mentorship_mentee e
                    on e.organisation_id = m.organisation_id and e.mentorship_id = m.id and e.mentee_id = :person
                 where m.organisation_id = :organisation and (m.mentor_id = :person or e.mentee_id is not null)
                 order by since desc, m.id desc
                """).param("organisation", organisationId).param("person", personId).query(this::mentorship).list();
    }

    List<Programme> programmes(long organisationId, long personId) {
        return jdbc.sql("""
                select g.id, g.title, g.status, g.starts_on as since, coalesce(g.closed_on, g.ends_on) as until,
                       m.mentor_id = :person as mentor
                  from programme g
                  join mentorship m on m.organisation_id = g.organisation_id and m.id = g.mentorship_id
                 where g.organisation_id = :organisation
                   and (m.mentor_id = :person
                        or exists (select from programme_mentee c
                                    where c.organisation_id = g.organisation_id and c.programme_id = g.id and c.mentee_id = :person))
                   and g.status <> 'SUPERSEDED'
                 order by g.starts_on desc, g.id desc
                """).param("organisation", organisationId).param("person", personId).query(this::programme).list();
    }

    /** A paper that everybody may read because everyone named in it agreed; {@code title} is an order's or a document's. */
    public record OpenPaper(String address, String number, LocalDate datedOn, String title) {
    }

    /** What shows, or may show, the person's name to everybody: the orders that name them, and the documents, which the portal does not read. */
    List<OpenPaper> openPapers(long organisationId, long personId) {
        return jdbc.sql("""
                select '/workspace/orders/' || o.id as address, o.number, o.dated_on, o.title
                  from assignment_order o
                 where o.organisation_id = :organisation and o.annulled_on is null and o.disclosure = 'CONSENTED'
                   and exists (select from mentorship m
                                 join mentorship_mentee e on e.organisation_id = m.organisation_id and e.mentorship_id = m.id
                                where m.organisation_id = o.organisation_id and o.id in (m.order_id, e.order_id)
                                  and :person in (m.mentor_id, e.mentee_id))
                union all
                select '/workspace/documents/' || a.id, a.number, a.dated_on, a.title
                  from local_act a
                 where a.organisation_id = :organisation and a.annulled_on is null and a.disclosure = 'CONSENTED'
                 order by dated_on desc, address
                """).param("organisation", organisationId).param("person", personId).query(OpenPaper.class).list();
    }

    /** The codes of the pairs and groups that the person is in after that day. */
    List<String> codesAfter(long organisationId, long personId, LocalDate day) {
        return mentorships(organisationId, personId).stream().filter(one -> !one.annulled() && one.until().isAfter(day))
                .map(one -> "«" + one.code() + "»").toList();
    }

    private Mentorship mentorship(ResultSet row, int number) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        LocalDate until = row.getObject("until", LocalDate.class);
        boolean annulled = row.getBoolean("annulled");
        return new Mentorship(row.getLong("id"), row.getString("code"), row.getBoolean("mentor"), row.getString("others"), since, until,
                annulled, annulled ? State.ANNULLED : between(since, until));
    }

    private Programme programme(ResultSet row, int number) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        LocalDate until = row.getObject("until", LocalDate.class);
        State state = switch (row.getString("status")) {
            case "DRAFT" -> State.DRAFT;
            case "COMPLETED" -> State.OVER;
            case "CANCELLED" -> State.CANCELLED;
            case "ANNULLED" -> State.ANNULLED;
            default -> between(since, until);
        };
        return new Programme(row.getLong("id"), row.getString("title"), row.getBoolean("mentor"), since, until, state);
    }

    private State between(LocalDate since, LocalDate until) {
        LocalDate today = clock.today();
        return today.isBefore(since) ? State.LATER : today.isAfter(until) ? State.OVER : State.IN_FORCE;
    }
}
