package ru.smolensk.mentoring.cityregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** Looks for mentors who could help with a mentee's request, by competence, kind of organisation and free time: two statements. */
@Component
@Transactional(readOnly = true)
class WhoCouldHelp {

    /**
     * ◆ Words that nearly every request and every competence has: they tell nobody from anybody. Stems of the Russian full text search.
     */
    private static final List<String> SAY_NOTHING = List.of("работ", "урок", "класс", "дет", "ребенок", "педагог", "учител",
            "обучен", "помощ", "нов", "опыт", "навык", "умен", "организац", "проведен", "ведени", "школ", "ученик", "обуча",
            "занят", "помоч", "научи", "нужн", "хочет", "современ", "педагогическ", "деятельн");

    private static final String CANDIDATES = """
            with need as (
              select r.organisation_id, r.participant_id, o.kind, p.position,
                     array(select s from unnest(tsvector_to_array(r.search_words)) s where s <> all(cast(:nothing as text[]))) as stems
                from mentee r
                join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                join organisation o on o.id = r.organisation_id
               where r.organisation_id = :organisation and r.participant_id = :mentee
            )
            select t.last_name, t.first_name, t.patronymic, o.slug, o.short_name, o.kind, m.participant_id,
                   m.organisation_id = n.organisation_id as own, o.kind = n.kind as same_kind,
                   case when searchable(t.position) = searchable(n.position) then t.position end as same_position,
                   m.free_time, v.id as entry,
                   array(select distinct c from regexp_split_to_table(m.competences, '\\s*[;\\n]\\s*|,\\s+') as c
                          where tsvector_to_array(searched_words(c)) && n.stems) as fitting,
                   (select count(*) from unnest(tsvector_to_array(m.search_words)) s where s = any(n.stems)) as words,
                   array(select distinct c from regexp_split_to_table(v.competences, '\\s*[;\\n]\\s*|,\\s+') as c
                          where tsvector_to_array(searched_words(c)) && n.stems) as read_fitting,
                   (select count(*) from unnest(tsvector_to_array(v.search_words)) s where s = any(n.stems)) as read_words,
                   case when searchable(v.position) = searchable(n.position) then v.position end as read_same_position,
                   (select count(*) from mentorship s where s.organisation_id = m.organisation_id and s.mentor_id = m.participant_id
                       and s.annulled_on is null and :today between s.starts_on and s.last_day) as leads,
                   %s as served
              from need n
              join mentor m on true
              join participant t on t.organisation_id = m.organisation_id and t.id = m.participant_id and t.left_on is null
              join organisation o on o.id = m.organisation_id and (o.closed_on is null or o.closed_on > :today)
              left join lateral (
                   select e.id, e.position, e.competences,
                          searched_words(concat_ws(' ', e.competences, e.achievements, e.category)) as search_words
                     from register_entry g join public_mentor e on e.organisation_id = g.organisation_id and e.id = g.id
                    where g.organisation_id = m.organisation_id and g.mentor_id = m.participant_id and g.excluded_on is null) v on true
             where not (m.organisation_id = n.organisation_id and m.participant_id = n.participant_id)
               and (m.organisation_id = n.organisation_id or searchable(t.position) = searchable(n.position)
                    or tsvector_to_array(m.search_words) && n.stems or tsvector_to_array(v.search_words) && n.stems)
               and not exists (select from mentorship_mentee e where e.organisation_id = m.organisation_id
                                  and e.mentor_id = m.participant_id and e.mentee_id = n.participant_id and not e.annulled
                                  and :today between e.joined_on and coalesce(e.left_on, e.last_day))
            """.formatted(PeopleRegisters.SERVED);

    private final JdbcClient jdbc;
    private final PortalClock clock;

    WhoCouldHelp(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who needs help, and with what.
     *
     * @param request {@code null} where none is written down
     */
    public record Need(long id, PersonName name, String position, MenteeCategory category, String request) {
    }

    /**
     * The mentee's request.
     *
     * @throws NotFound if the organisation has no such mentee
     */
    Need need(Tenant place, long mentee) {
        return jdbc.sql("""
                select p.last_name, p.first_name, p.patronymic, p.position, r.category, r.request
                  from mentee r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                 where r.organisation_id = ? and r.participant_id = ?""").params(place.id(), mentee)
                .query((row, number) -> new Need(mentee, name(row), row.getString("position"),
                        MenteeCategory.valueOf(row.getString("category")),
                        row.getString("request"))).optional().orElseThrow(NotFound::new);
    }

    /** For the department: of the whole city, by name. */
    List<Suggestion> inTheCity(Tenant place, long mentee) {
        return candidates(place, mentee, "/department/organisations/", true);
    }

    /**
     * For the curator: of the own organisation by name; of others by name only those whom everybody reads in the register of mentors, and
     * with what everybody reads there: not with what their organisation has changed since. The rest as «there is somebody in that
     * organisation» (152-ФЗ: to a curator another organisation's people are strangers, DOMAIN 1).
     */
    List<Suggestion> forTheCurator(Tenant place, long mentee) {
        return candidates(place, mentee, "/workspace/mentors/", false);
    }

    private List<Suggestion> candidates(Tenant place, long mentee, String pages, boolean department) {
        return jdbc.sql(CANDIDATES).param("organisation", place.id()).param("mentee", mentee).param("today", clock.today())
                .param("nothing", SAY_NOTHING.toArray(String[]::new))
                .query((row, number) -> suggestion(row, pages, department)).list().stream()
                .filter(Suggestion::reasonable).filter(one -> one.name() != null || one.words() > 0)
                .sorted(Suggestion.ORDER).limit(Suggestion.MOST).toList();
    }

    private static Suggestion suggestion(ResultSet row, String pages, boolean department) throws SQLException {
        boolean own = row.getBoolean("own");
        long entry = row.getLong("entry");
        boolean everybodys = !row.wasNull();
        String address = department ? pages + row.getString("slug") + "/mentors/" + row.getLong("participant_id")
                : own ? pages + row.getLong("participant_id") : "/mentors/" + entry;
        Suggestion whole = new Suggestion(name(row), address, row.getString("short_name"), own,
                OrganisationKind.valueOf(row.getString("kind")), row.getBoolean("same_kind"), words(row, "fitting"), row.getInt("words"),
                row.getString("same_position"), row.getInt("leads"), row.getInt("served"), row.getString("free_time"), true);
        if (department || own) {
            return whole;
        }
        boolean readFits = row.getInt("read_words") > 0;
        return everybodys && (readFits || whole.words() == 0)
                ? whole.asEverybodyReads(words(row, "read_fitting"), row.getInt("read_words"), row.getString("read_same_position"))
                : whole.withoutName();
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("last_name"), row.getString("first_name"), row.getString("patronymic"));
    }
}
