package ru.smolensk.mentoring.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Labelled;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Paged;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.SortColumns;
import ru.smolensk.mentoring.platform.Sorting;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.programme.PairOrGroup.Mentee;

/** What pages about programmes read: lists, pairs and groups with names, editions. */
@Component
@Transactional(readOnly = true)
class ProgrammeReading {

    private final JdbcClient jdbc;

    ProgrammeReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which programmes the list shows. */
    enum Filter implements Labelled {
        ALL("все"), DRAFT("черновики", "DRAFT"), APPROVED("действуют", "APPROVED"), CLOSED("завершены", "COMPLETED", "CANCELLED");

        private final String label;
        private final List<String> statuses;

        Filter(String label, String... statuses) {
            this.label = label;
            this.statuses = List.of(statuses);
        }

        @Override
        public String label() {
            return label;
        }

        static Filter of(String typed) {
            return Arrays.stream(values()).filter(one -> one.name().equals(typed)).findFirst().orElse(ALL);
        }
    }

    /** A programme in the list. */
    record Line(long id, String title, int edition, ProgrammeStatus status, LocalDate startsOn, LocalDate endsOn,
                LocalDate mentorshipLastDay, String mentor, boolean group, List<String> mentees, Progress progress) {

        public ProgrammeStatus.State state(LocalDate today) {
            return status.on(today, startsOn, endsOn);
        }

        public boolean annulled() {
            return status == ProgrammeStatus.ANNULLED;
        }

        public boolean outlives() {
            return (status == ProgrammeStatus.DRAFT || status == ProgrammeStatus.APPROVED) && endsOn.isAfter(mentorshipLastDay);
        }

        /** «Ткаченко В. О. – Орлова А. В., Бойко С. Д.». */
        public String people() {
            return mentor + "\u00a0– " + (mentees.isEmpty() ? "наставляемые не выбраны" : String.join(", ", mentees));
        }
    }

    /** An edition in the table of editions. */
    record Edition(long id, int number, ProgrammeStatus status, LocalDate startsOn, LocalDate endsOn, String actNumber,
                   LocalDate approvedOn, LocalDate until) {

        public ProgrammeStatus.State state(LocalDate today) {
            return status.on(today, startsOn, endsOn);
        }
    }

    /** Drafts first, for they wait for somebody. */
    private static final SortColumns COLUMNS = SortColumns.of("state", "p.title, p.id", SortColumns.least("title", "p.title"),
            SortColumns.greatest("term", "p.starts_on", "p.ends_on"),
            SortColumns.least("state", "array_position(array['DRAFT', 'APPROVED', 'COMPLETED', 'CANCELLED', 'ANNULLED'], p.status::text)"),
            SortColumns.greatest("progress", """
                    (select count(a.done_on)::numeric / nullif(count(*), 0) from programme_activity a
                      where a.organisation_id = p.organisation_id and a.programme_id = p.id)"""));

    static Sorting sorting(String typed) {
        return COLUMNS.asked(typed);
    }

    private static final String FROM = """
              from programme p
              join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id
              join participant r on r.organisation_id = m.organisation_id and r.id = m.mentor_id
             where p.organisation_id = :org and p.status <> 'SUPERSEDED' and (:any or p.status in (:statuses))
               and (searchable(p.title || ' ' || m.code || ' ' || coalesce(p.act_number, '')) || ' ' || r.search_name || ' ' || coalesce((
                     select string_agg(s.search_name, ' ') from programme_mentee c
                       join participant s on s.organisation_id = c.organisation_id and s.id = c.mentee_id
                      where c.organisation_id = p.organisation_id and c.programme_id = p.id), '')) collate "C"
                   like all (select '%' || regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g') || '%'
                               from regexp_split_to_table(searchable(:words), '\\s+') word)
            """;

    /** The programmes of an organisation, superseded editions left out. Three statements. */
    Paged<Line> list(Tenant tenant, String words, Filter filter, Sorting sorting, int page) {
        return list(tenant, words, filter, sorting, page, Paged.SIZE);
    }

    /** What all pages of the list show, for a file. */
    List<Line> all(Tenant tenant, String words, Filter filter, Sorting sorting) {
        return list(tenant, words, filter, sorting, 1, ListFile.MOST).rows();
    }

    private Paged<Line> list(Tenant tenant, String words, Filter filter, Sorting sorting, int page, int size) {
        Map<String, Object> asked = Map.of("org", tenant.id(), "any", filter == Filter.ALL,
                "statuses", filter == Filter.ALL ? List.of("") : filter.statuses, "words", words == null ? "" : words,
                "size", size, "offset", (page - 1) * size);
        long total = jdbc.sql("select count(*) " + FROM).params(asked).query(Long.class).single();
        List<Line> rows = jdbc.sql("""
                select p.id, p.title, p.edition, p.status, p.starts_on, p.ends_on, m.last_day, r.last_name, r.first_name, r.patronymic,
                       (select count(*) from mentorship_mentee x
                         where x.organisation_id = m.organisation_id and x.mentorship_id = m.id) as people,
                       (select count(*) from programme_activity a
                         where a.organisation_id = p.organisation_id and a.programme_id = p.id) as activities,
                       (select count(*) from programme_activity a
                         where a.organisation_id = p.organisation_id and a.programme_id = p.id and a.done_on is not null) as done
                """ + FROM + " order by " + sorting.sql() + " limit :size offset :offset").params(asked).query((row, number) -> line(row)).list();
        Map<Long, Line> lines = new LinkedHashMap<>();
        rows.forEach(line -> lines.put(line.id(), line));
        jdbc.sql("""
                select c.programme_id, s.last_name, s.first_name, s.patronymic
                  from programme_mentee c join participant s on s.organisation_id = c.organisation_id and s.id = c.mentee_id
                 where c.organisation_id = :org and c.programme_id = any (:ids)
                 order by s.last_name, s.first_name, s.patronymic
                """).param("org", tenant.id()).param("ids", lines.keySet().toArray(Long[]::new))
                .query(row -> {
                    lines.get(row.getLong(1)).mentees().add(name(row, "").brief());
                });
        return new Paged<>(rows, page, size, total);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong("id"), row.getString("title"), row.getInt("edition"), ProgrammeStatus.valueOf(row.getString("status")),
                day(row, "starts_on"), day(row, "ends_on"), day(row, "last_day"), name(row, "").brief(), row.getInt("people") > 1,
                new ArrayList<>(), new Progress(row.getInt("done"), row.getInt("activities")));
    }

    /** All editions of the programme's series, the newest first. */
    List<Edition> editions(Programme programme) {
        return jdbc.sql("""
                select id, edition, status, starts_on, ends_on, act_number, approved_on,
                       coalesce(annulled_on, superseded_on, closed_on) as until
                  from programme where organisation_id = ? and series_id = ? order by edition desc
                """).params(programme.organisationId(), programme.seriesId())
                .query((row, number) -> new Edition(row.getLong("id"), row.getInt("edition"),
                        ProgrammeStatus.valueOf(row.getString("status")), day(row, "starts_on"), day(row, "ends_on"),
                        row.getString("act_number"), day(row, "approved_on"), day(row, "until")))
                .list();
    }

    List<Programmes.Outliving> outliving(long organisationId) {
        return jdbc.sql("""
                select p.id, p.title, p.ends_on, m.last_day, r.last_name, r.first_name, r.patronymic
                  from programme p
                  join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id
                  join participant r on r.organisation_id = m.organisation_id and r.id = m.mentor_id
                 where p.organisation_id = ? and p.status = 'APPROVED' and p.ends_on > m.last_day and m.annulled_on is null
                 order by m.last_day, p.title, p.id
                """).param(organisationId)
                .query((row, number) -> new Programmes.Outliving(row.getLong("id"), row.getString("title"), name(row, ""),
                        day(row, "ends_on"), day(row, "last_day"))).list();
    }

    private static final String PAIRS = """
            select m.organisation_id, m.id, m.code, m.starts_on, m.last_day, m.annulled_on is not null as annulled,
                   r.last_name, r.first_name, r.patronymic, x.mentee_id, x.left_on,
                   s.last_name as mentee_last_name, s.first_name as mentee_first_name, s.patronymic as mentee_patronymic
              from mentorship m
              join participant r on r.organisation_id = m.organisation_id and r.id = m.mentor_id
              join mentorship_mentee x on x.organisation_id = m.organisation_id and x.mentorship_id = m.id
              join participant s on s.organisation_id = x.organisation_id and s.id = x.mentee_id
             where m.organisation_id = :org and %s
             order by r.last_name, r.first_name, r.patronymic, m.starts_on, m.id, s.last_name, s.first_name, s.patronymic, s.id
            """;

    /** The pair or group with its names, annulled or not. */
    PairOrGroup pair(long organisationId, long mentorshipId) {
        return pairs(jdbc.sql(PAIRS.formatted("m.id = :id")).param("org", organisationId).param("id", mentorshipId)).stream()
                .findFirst().orElseThrow(NotFound::new);
    }

    /** The same, held as it is until the end of the transaction: an annulment waits for a programme being entered, or is seen by it. */
    @Transactional
    PairOrGroup lockedPair(long organisationId, long mentorshipId) {
        jdbc.sql("select 1 from mentorship where organisation_id = ? and id = ? for no key update").params(organisationId, mentorshipId)
                .query(Integer.class).optional().orElseThrow(NotFound::new);
        return pair(organisationId, mentorshipId);
    }

    /** All pairs and groups by identifier, held in the same way. */
    @Transactional
    Map<Long, PairOrGroup> lockedPairs(long organisationId) {
        jdbc.sql("select 1 from mentorship where organisation_id = ? for no key update").param(organisationId).query(row -> { });
        return pairs(jdbc.sql(PAIRS.formatted("true")).param("org", organisationId)).stream().collect(Collectors.toMap(PairOrGroup::id, Function.identity()));
    }

    /** Pairs and groups that a programme can be drawn up for: none annulled, those that work on that day first. */
    List<PairOrGroup> choosable(Tenant tenant, LocalDate today) {
        List<PairOrGroup> all = pairs(jdbc.sql(PAIRS.formatted("m.annulled_on is null")).param("org", tenant.id()));
        all.sort(Comparator.comparing(pair -> pair.lastDay().isBefore(today)));
        return all;
    }

    private static List<PairOrGroup> pairs(JdbcClient.StatementSpec question) {
        Map<Long, PairOrGroup> found = new LinkedHashMap<>();
        question.query(row -> {
            found.computeIfAbsent(row.getLong("id"), id -> pair(row)).mentees()
                    .add(new Mentee(row.getLong("mentee_id"), name(row, "mentee_"), day(row, "left_on")));
        });
        return new ArrayList<>(found.values());
    }

    private static PairOrGroup pair(ResultSet row) {
        try {
            return new PairOrGroup(row.getLong("organisation_id"), row.getLong("id"), row.getString("code"), name(row, ""),
                    day(row, "starts_on"), day(row, "last_day"), row.getBoolean("annulled"), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PersonName name(ResultSet row, String of) throws SQLException {
        return new PersonName(row.getString(of + "last_name"), row.getString(of + "first_name"), row.getString(of + "patronymic"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
