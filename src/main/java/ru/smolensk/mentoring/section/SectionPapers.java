package ru.smolensk.mentoring.section;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.section.SectionContent.Act;
import ru.smolensk.mentoring.section.SectionContent.File;
import ru.smolensk.mentoring.section.SectionContent.Paper;
import ru.smolensk.mentoring.section.SectionContent.Partner;

/** Reads the documents of a section as of a date: papers dated by then, of their files only those that everybody may see. */
@Component
class SectionPapers {

    private final JdbcClient jdbc;

    SectionPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Local acts, and the orders that mentorships in force stand on or by which one of their mentees of that day joined later (F1–F5, F7,
     * blocks 1, 3 and 4), the newest first. A document that was handed in for review is shown only while its edition is approved (DOMAIN 7).
     */
    List<Paper> of(long organisationId, LocalDate date) {
        return jdbc.sql("""
                with in_force as (select id, order_id from mentorships_in_force(:date, :date) where organisation_id = :organisation)
                select p.kind, p.number, p.dated_on, p.title, p.link, f.id as file_id, f.name as file_name, f.size
                  from (select a.organisation_id, a.kind, a.number, a.dated_on, a.title,
                               case when a.disclosure in ('NO_NAMES', 'CONSENTED') then a.link end as link,
                               disclosed_file(a.disclosure, a.file_id, a.public_file_id) as file
                          from local_act a
                         where a.organisation_id = :organisation and a.annulled_on is null and a.dated_on <= :date
                           and a.kind <> 'PARTNER_DOCUMENT'
                           and (a.edition_id is null or exists (
                                 select from review_edition e where e.organisation_id = a.organisation_id and e.id = a.edition_id
                                    and e.approved_on <= :date and (e.superseded_on is null or e.superseded_on > :date)))
                        union all
                        select o.organisation_id, 'ASSIGNMENT_ORDER', o.number, o.dated_on, o.title, null,
                               disclosed_file(o.disclosure, o.file_id, o.public_file_id)
                          from assignment_order o
                         where o.organisation_id = :organisation
                           and (o.id in (select order_id from in_force)
                                or o.annulled_on is null and o.dated_on <= :date and o.id in (
                                  select m.order_id from mentorship_mentee m join in_force i on i.id = m.mentorship_id
                                   where m.organisation_id = :organisation and :date between m.joined_on and coalesce(m.left_on, m.last_day)))) p
                  left join stored_file f on f.organisation_id = p.organisation_id and f.id = p.file
                 order by p.dated_on desc, p.title, p.number
                """).param("organisation", organisationId).param("date", date)
                .query((row, number) -> paper(row)).list();
    }

    /** Partners with a mentor who has entered, each with its supporting documents (F11). */
    List<Partner> partners(long organisationId, LocalDate date) {
        Map<Long, Partner> partners = new LinkedHashMap<>();
        jdbc.sql("""
                select q.id as partner, q.name as partner_name, a.kind, a.number, a.dated_on, a.title,
                       case when a.disclosure in ('NO_NAMES', 'CONSENTED') then a.link end as link, f.id as file_id, f.name as file_name, f.size
                  from partner_organisation q
                  left join local_act a on a.organisation_id = q.organisation_id and a.partner_id = q.id
                        and a.annulled_on is null and a.dated_on <= :date
                  left join stored_file f on f.organisation_id = a.organisation_id
                        and f.id = disclosed_file(a.disclosure, a.file_id, a.public_file_id)
                 where q.organisation_id = :organisation and q.annulled_on is null
                   and q.id in (select s.partner_id from mentor_standing(:date, :date, :organisation) s where s.entered)
                 order by q.name, q.id, a.dated_on desc
                """).param("organisation", organisationId).param("date", date).query(row -> {
                    Partner partner = partners.get(row.getLong("partner"));
                    if (partner == null) {
                        partner = new Partner(row.getString("partner_name"), new ArrayList<>());
                        partners.put(row.getLong("partner"), partner);
                    }
                    if (row.getString("kind") != null) {
                        partner.papers().add(paper(row));
                    }
                });
        return List.copyOf(partners.values());
    }

    /** The city's legal acts of the three levels. */
    List<Act> acts() {
        return jdbc.sql("""
                select a.level, a.issuer, a.number, a.dated_on, a.title, a.link, f.id as file_id, f.name as file_name, f.size
                  from legal_act a left join stored_file f on f.id = a.file_id
                 where a.annulled_on is null order by a.dated_on desc nulls last, a.title
                """).query((row, number) -> new Act(row.getString("level"), row.getString("issuer"), row.getString("number"),
                row.getObject("dated_on", LocalDate.class), row.getString("title"), file(row), row.getString("link"))).list();
    }

    static Paper paper(ResultSet row) throws SQLException {
        return new Paper(row.getString("kind"), row.getString("number"), row.getObject("dated_on", LocalDate.class), row.getString("title"),
                file(row), row.getString("link"));
    }

    private static File file(ResultSet row) throws SQLException {
        return row.getObject("file_id") == null ? null
                : new File(row.getLong("file_id"), row.getString("file_name"), type(row.getString("file_name")), row.getLong("size"));
    }

    /** «PDF», «DOCX»: a stored file's extension always fits its content. */
    private static String type(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }
}
