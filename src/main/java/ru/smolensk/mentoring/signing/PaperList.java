package ru.smolensk.mentoring.signing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads the papers of an organisation and whether their scans are there. */
@Component
@Transactional(readOnly = true)
class PaperList {

    /**
     * ◆ A programme or a pair that ended in an earlier academic year owes no scan any more; it is still found by the filter.
     */
    private static final String PAPERS = """
            with paper as (
              select s.kind, s.thing_id, s.named || coalesce(' – ' || d.mentor, '') as named,
                     case when d.starts_on is not null then coalesce(d.mentees || ' · ', '') || to_char(d.starts_on, 'DD.MM.YYYY') || ' – '
                       || to_char(d.last_day, 'DD.MM.YYYY') end as details,
                     s.dated_on, s.owed and (d.last_day is null or d.last_day >= :year) as owed, s.owed and coalesce(d.last_day < :year,
                       false) as earlier,
                     s.file_id, f.name as file_name, f.size as file_size
                from signable_paper s left join stored_file f on f.organisation_id = s.organisation_id and f.id = s.file_id
                left join lateral (
                  select t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, '') as mentor, g.starts_on,
                    coalesce(g.closed_on, g.ends_on) as last_day,
                         (select string_agg(p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, ''), ', ' order by
                           p.last_name, p.id)
                            from programme_mentee e join participant p on p.organisation_id = e.organisation_id and p.id = e.mentee_id
                           where e.organisation_id = g.organisation_id and e.programme_id = g.id) as mentees
                    from programme g join mentorship m on m.organisation_id = g.organisation_id and m.id = g.mentorship_id
                    join participant t on t.organisation_id = m.organisation_id and t.id = m.mentor_id
                   where s.kind = 'PROGRAMME' and g.organisation_id = s.organisation_id and g.id = s.thing_id
                  union all
                  select null, m.starts_on, m.last_day,
                         (select string_agg(p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, ''), ', ' order by
                           p.last_name, p.id)
                            from mentorship_mentee e join participant p on p.organisation_id = e.organisation_id and p.id = e.mentee_id
                           where e.organisation_id = m.organisation_id and e.mentorship_id = m.id)
                    from mentorship m where s.kind = 'PARTIES_CONSENT' and m.organisation_id = s.organisation_id and m.id = s.thing_id) d
                      on true
               where s.organisation_id = :organisation)
            """;
    private static final String FOUND = """
             from paper p
             where (cast(:kind as text) is null or p.kind = :kind)
               and (cast(:words as text) is null or strpos(searchable(p.named || ' ' || coalesce(p.details, '')), searchable(cast(:words as
                 text))) > 0)
               and case :state when 'LACKING' then p.owed and p.file_id is null when 'SIGNED' then p.file_id is not null
                               when 'EARLIER' then p.earlier and p.file_id is null else true end
            """;
    /** The kinds in the order in which they are named. */
    private static final String ORDERED = " order by array_position(cast(:kinds as text[]), p.kind), p.dated_on desc nulls last, p.named, "
            + "p.thing_id";

    private final JdbcClient jdbc;
    private final PortalClock clock;

    PaperList(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which papers the list shows. */
    enum State implements Labelled {
        LACKING("лежит без скана"), SIGNED("скан есть"), EARLIER("без скана, прошлые годы"), ALL("все");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What the address asks for; what it does not say means every kind, and what lacks its scan. */
    record Asked(String q, PaperKind kind, State state) {

        Asked {
            q = q == null || q.isBlank() ? null : q.strip();
            state = state == null ? State.LACKING : state;
        }

        /** Whether the reader has chosen something. */
        public boolean chosen() {
            return q != null || kind != null || state != State.LACKING;
        }
    }

    /** How many papers of each kind are found, on all pages. */
    Map<PaperKind, Integer> counts(Tenant tenant, Asked asked) {
        Map<PaperKind, Integer> counts = new EnumMap<>(PaperKind.class);
        found(PAPERS + "select p.kind, count(*) as found" + FOUND + " group by p.kind", tenant, asked)
                .query(row -> {
                    counts.put(PaperKind.valueOf(row.getString("kind")), row.getInt("found"));
                });
        return counts;
    }

    Paged<Standing> page(Tenant tenant, Asked asked, int page, long total) {
        return new Paged<>(found(PAPERS + "select p.*" + FOUND + ORDERED + " limit :size offset :skipped", tenant, asked)
                .param("kinds", kinds())
                .param("size", Paged.SIZE).param("skipped", (page - 1L) * Paged.SIZE).query(Standing.class).list(), page, Paged.SIZE,
                total);
    }

    private JdbcClient.StatementSpec found(String sql, Tenant tenant, Asked asked) {
        return jdbc.sql(sql).param("organisation", tenant.id()).param("year", year()).param("words", asked.q())
                .param("kind", asked.kind() == null ? null : asked.kind().name()).param("state", asked.state().name());
    }

    /** Everything that still lacks its scan. */
    List<Standing> lacking(Tenant tenant) {
        return found(PAPERS + "select p.*" + FOUND + ORDERED, tenant, new Asked(null, null, State.LACKING)).param("kinds", kinds())
                .query(Standing.class).list();
    }

    /** How many papers are to have a scan at all. */
    long owed(Tenant tenant) {
        return jdbc.sql(PAPERS + "select count(*) from paper where owed").param("organisation", tenant.id()).param("year", year())
                .query(Long.class).single();
    }

    /** The papers of one thing; one statement. */
    List<Standing> of(Tenant tenant, List<PaperKind> kinds, long thing) {
        return jdbc.sql(PAPERS + "select * from paper where kind in (:kinds) and thing_id = :thing").param("organisation", tenant.id())
                .param("year", year())
                .param("kinds", kinds.stream().map(Enum::name).toList()).param("thing", thing).query(Standing.class).list().stream()
                .sorted(Comparator.comparing(Standing::kind)).toList();
    }

    /** The orders by which the organisation's curators of today and tomorrow are appointed; one statement. */
    List<Standing> ofCurators(Tenant tenant) {
        return jdbc.sql(PAPERS + """
                select p.* from paper p join curator_appointment a on a.organisation_id = :organisation and a.id = p.thing_id
                 where p.kind = 'CURATOR_ORDER' and (a.ends_on is null or a.ends_on >= :today) order by a.starts_on desc, p.named
                """).param("organisation", tenant.id()).param("year", year()).param("today", clock.today()).query(Standing.class).list();
    }

    /** The order of an appointment, for the department; nothing for one that is annulled. */
    Optional<Standing> ofAppointment(long appointment) {
        return jdbc.sql(PAPERS + "select * from paper where kind = 'CURATOR_ORDER' and thing_id = :thing")
                .param("organisation", jdbc.sql("select min(organisation_id) from curator_appointment where id = ?").param(appointment)
                .query(Long.class)
                        .optional().orElse(null))
                .param("year", year()).param("thing", appointment).query(Standing.class).optional();
    }

    private static String[] kinds() {
        return Arrays.stream(PaperKind.values()).map(Enum::name).toArray(String[]::new);
    }

    private LocalDate year() {
        return AcademicYear.of(clock.today()).firstDay();
    }
}
