package ru.smolensk.mentoring.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.smolensk.mentoring.indicator.PersonStanding.Role;
import ru.smolensk.mentoring.platform.PersonName;

/**
 * Reads what the standing functions of the database say, with names and dates; one statement a method.
 * The figures are counted by the same functions.
 */
@Repository
class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; without those who had left before the period and are named by no mentorship in force. */
    List<PersonStanding> people(Role role, long organisation, Period period) {
        return statement("""
                select s.participant_id as id, p.last_name, p.first_name, p.patronymic, p.position, p.left_on,
                       s.mentorship_ids, s.programme_ids, s.reasons
                  from %s(:since, :until, :organisation) s
                  join participant p on p.organisation_id = s.organisation_id and p.id = s.participant_id
                 where p.left_on is null or p.left_on >= :since or s.mentorship_ids <> '{}'
                 order by p.last_name, p.first_name, p.patronymic, p.id"""
                .formatted(role == Role.MENTOR ? "mentor_standing" : "mentee_standing"), organisation, period)
                .query(person(role)).list();
    }

    /** By name. Working elsewhere is what makes a mentor a partner's, so here it is no obstacle, nor is having left. */
    List<PartnerStanding> partners(long organisation, Period period) {
        Map<Long, PartnerStanding> partners = new LinkedHashMap<>();
        statement("""
                select q.id as partner_id, q.name, s.participant_id as id, p.last_name, p.first_name, p.patronymic, p.position, p.left_on,
                       s.mentorship_ids, s.programme_ids, array_remove(s.reasons, 'NOT_OWN_STAFF') as reasons
                  from partner_organisation q
                  left join mentor_standing(:since, :until, :organisation) s on s.partner_id = q.id
                  left join participant p on p.organisation_id = s.organisation_id and p.id = s.participant_id
                 where q.organisation_id = :organisation and q.annulled_on is null
                 order by q.name, q.id, p.last_name, p.first_name, p.patronymic, p.id""", organisation, period)
                .query((RowCallbackHandler) row -> {
                    PartnerStanding partner = partners.get(row.getLong("partner_id"));
                    if (partner == null) {
                        partner = new PartnerStanding(row.getLong("partner_id"), row.getString("name"), new ArrayList<>());
                        partners.put(partner.id(), partner);
                    }
                    if (row.getObject("id") != null) {
                        partner.mentors().add(person(Role.MENTOR).mapRow(row, row.getRow()));
                    }
                });
        return List.copyOf(partners.values());
    }

    /** By the mentor's name, then by start. */
    List<MentorshipStanding> mentorships(long organisation, Period period) {
        Map<Long, MentorshipStanding> mentorships = new LinkedHashMap<>();
        statement("""
                select s.id, s.mentor_id, r.last_name, r.first_name, r.patronymic, m.starts_on, m.last_day,
                       o.id as order_id, o.number, o.dated_on, s.reason,
                       case s.reason when 'MENTORSHIP_ANNULLED' then m.annulled_on
                                     when 'ORDER_ANNULLED' then o.annulled_on
                                     when 'ORDER_LATER' then o.dated_on
                                     when 'MENTORSHIP_NOT_STARTED' then m.starts_on
                                     when 'MENTORSHIP_OVER' then m.last_day end as reason_on,
                       p.mentee_id, p.joined_on, coalesce(p.left_on, p.last_day) as member_until,
                       p.joined_on <= :until and coalesce(p.left_on, p.last_day) >= :since as in_period,
                       e.last_name as mentee_last_name, e.first_name as mentee_first_name, e.patronymic as mentee_patronymic
                  from mentorship_standing(:since, :until, :organisation) s
                  join mentorship m on m.organisation_id = s.organisation_id and m.id = s.id
                  join assignment_order o on o.organisation_id = s.organisation_id and o.id = s.order_id
                  join participant r on r.organisation_id = s.organisation_id and r.id = s.mentor_id
                  left join mentorship_mentee p on p.organisation_id = s.organisation_id and p.mentorship_id = s.id
                  left join participant e on e.organisation_id = p.organisation_id and e.id = p.mentee_id
                 order by r.last_name, r.first_name, r.patronymic, m.starts_on, m.id,
                          e.last_name, e.first_name, e.patronymic, e.id""", organisation, period)
                .query((RowCallbackHandler) row -> {
                    MentorshipStanding mentorship = mentorships.get(row.getLong("id"));
                    if (mentorship == null) {
                        mentorship = new MentorshipStanding(row.getLong("id"), row.getLong("mentor_id"), name(row, ""),
                                date(row, "starts_on"), date(row, "last_day"),
                                new Explanation.Order(row.getLong("order_id"), row.getString("number"), date(row, "dated_on")),
                                new ArrayList<>(), obstacle(row), date(row, "reason_on"));
                        mentorships.put(mentorship.id(), mentorship);
                    }
                    if (row.getObject("mentee_id") != null) {
                        mentorship.members().add(new MentorshipStanding.Member(row.getLong("mentee_id"), name(row, "mentee_"),
                                date(row, "joined_on"), date(row, "member_until"), row.getBoolean("in_period")));
                    }
                });
        return List.copyOf(mentorships.values());
    }

    /** By title. */
    List<ProgrammeStanding> programmes(long organisation, Period period) {
        return statement("""
                select s.id, s.mentorship_id, s.mentor_id, p.title, p.act_number, p.approved_on,
                       case when s.reason = 'PROGRAMME_NOT_APPROVED' and (p.goal is null or not exists (
                                     select from programme_activity a where a.organisation_id = p.organisation_id and a.programme_id = p.id))
                            then 'PROGRAMME_UNFINISHED' else s.reason end as reason,
                       case s.reason when 'PROGRAMME_ANNULLED' then p.annulled_on
                                     when 'PROGRAMME_APPROVED_LATER' then p.approved_on
                                     when 'PROGRAMME_NOT_STARTED' then p.starts_on
                                     when 'PROGRAMME_SUPERSEDED' then p.superseded_on
                                     when 'PROGRAMME_COMPLETED' then p.closed_on
                                     when 'PROGRAMME_CANCELLED' then p.closed_on
                                     when 'PROGRAMME_OVER' then p.ends_on end as reason_on,
                       array(select c.mentee_id from programme_mentee c
                              where c.organisation_id = s.organisation_id and c.programme_id = s.id) as mentee_ids
                  from programme_standing(:since, :until, :organisation) s
                  join programme p on p.organisation_id = s.organisation_id and p.id = s.id
                 order by p.title, p.series_id, p.edition""", organisation, period)
                .query((row, number) -> new ProgrammeStanding(row.getLong("mentorship_id"), row.getLong("mentor_id"),
                        ids(row, "mentee_ids"),
                        new Explanation.Programme(row.getLong("id"), row.getString("title"), row.getString("act_number"),
                                date(row, "approved_on")),
                        obstacle(row), date(row, "reason_on")))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, long organisation, Period period) {
        return jdbc.sql(sql).param("since", period.since()).param("until", period.until()).param("organisation", organisation);
    }

    private static RowMapper<PersonStanding> person(Role role) {
        return (row, number) -> new PersonStanding(role, row.getLong("id"), name(row, ""), row.getString("position"), date(row, "left_on"),
                ids(row, "mentorship_ids"), ids(row, "programme_ids"),
                Arrays.stream((String[]) row.getArray("reasons").getArray()).map(Obstacle::valueOf).toList());
    }

    private static PersonName name(ResultSet row, String whose) throws SQLException {
        return new PersonName(row.getString(whose + "last_name"), row.getString(whose + "first_name"), row.getString(whose + "patronymic"));
    }

    private static Obstacle obstacle(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : Obstacle.valueOf(reason);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Set<Long> ids(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }
}
