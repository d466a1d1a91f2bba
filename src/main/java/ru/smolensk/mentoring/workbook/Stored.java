package ru.smolensk.mentoring.workbook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * What is stored of an organisation, in the very form of the workbook: what an export writes is what an import compares with, so exporting and
 * importing changes nothing.
 */
@Component
@Transactional(readOnly = true)
class Stored {

    private static final Russian RUSSIAN = new Russian();

    private final JdbcClient jdbc;

    Stored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param cells by field, an empty cell is absent
     * @param named the people in its cells, by field; of a programme also the numbers of its activities, for which there is no cell
     * @param status of a programme, otherwise {@code null}
     */
    record Line(long id, Map<String, String> cells, Map<String, Set<Long>> named, String status) {

        String cell(String field) {
            return cells.get(field);
        }
    }

    /** A partner of the organisation; {@code inn} may be {@code null}. */
    record Partner(long id, String name, String inn) {
    }

    /**
     * All rows by sheet, and what they name.
     *
     * @param annulled codes of annulled pairs and groups, addresses of closed organisations: nobody can have them again
     */
    record Everything(Map<Sheet, List<Line>> lines, People people, List<Partner> partners, Set<String> annulled) {
    }

    /** @param tenant whose workbook it is; {@code null}: the city's, the list of organisations */
    Everything of(Tenant tenant) {
        return tenant == null ? city() : of(tenant.id());
    }

    private Everything city() {
        List<Line> lines = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        jdbc.sql("select id, slug, short_name, full_name, kind, website, closed_on from organisation order by short_name, id").query((ResultSet row) -> {
            if (row.getObject("closed_on") != null) {
                closed.add(Likeness.plain(row.getString("slug")));
            } else {
                lines.add(new Line(row.getLong("id"), cells("slug", row.getString("slug"), "shortName", row.getString("short_name"),
                        "fullName", row.getString("full_name"), "kind", Sheet.ORGANISATIONS.column("kind").orElseThrow().words(row.getString("kind")),
                        "website", row.getString("website")), Map.of(), null));
            }
        });
        return new Everything(Map.of(Sheet.ORGANISATIONS, lines), new People(), List.of(), closed);
    }

    private Everything of(long organisationId) {
        People people = new People();
        Consents consents = consents(organisationId);
        jdbc.sql("""
                select p.*, r.participant_id is not null as mentor, e.participant_id is not null as mentee
                  from participant p
                  left join mentor r on r.organisation_id = p.organisation_id and r.participant_id = p.id
                  left join mentee e on e.organisation_id = p.organisation_id and e.participant_id = p.id
                 where p.organisation_id = ? order by p.id
                """).param(organisationId).query(row -> {
                    people.add(new People.Person(row.getLong("id"), row.getString("last_name"), row.getString("first_name"),
                            row.getString("patronymic"), day(row, "born_on"), row.getBoolean("mentor"), row.getBoolean("mentee"),
                            row.getString("workplace"), row.getString("employer_name"), row.getObject("partner_id", Long.class),
                            consents.withdrawn(row.getLong("id"), "PROCESSING"), consents.withdrawn(row.getLong("id"), "DISTRIBUTION")));
                });
        Map<Sheet, List<Line>> lines = new EnumMap<>(Sheet.class);
        for (Sheet sheet : Sheet.OF_AN_ORGANISATION) {
            lines.put(sheet, switch (sheet) {
                case STAFF -> staff(organisationId);
                case MENTORS -> mentors(organisationId, consents);
                case MENTEES -> mentees(organisationId, consents);
                case ORDERS -> orders(organisationId);
                case MENTORSHIPS -> mentorships(organisationId, people);
                case PROGRAMMES -> programmes(organisationId, people);
                case ORGANISATIONS -> throw new IllegalStateException();
            });
        }
        return new Everything(lines, people, jdbc.sql("""
                select id, name, inn from partner_organisation where organisation_id = ? and annulled_on is null order by id
                """).param(organisationId).query(Partner.class).list(),
                jdbc.sql("select code from mentorship where organisation_id = ? and annulled_on is not null").param(organisationId)
                        .query(String.class).list().stream().map(Likeness::plain).collect(Collectors.toSet()));
    }

    private List<Line> staff(long organisationId) {
        return lines(organisationId, """
                select id, counted_on, teaching_staff, young_specialists from staff_count
                 where organisation_id = ? and annulled_on is null order by counted_on
                """, row -> cells("countedOn", row.getObject("counted_on", LocalDate.class), "teachingStaff", row.getInt("teaching_staff"),
                "youngSpecialists", row.getInt("young_specialists")));
    }

    /** The days of consents by person and kind: read at once, not person by person. */
    private record Consents(Map<String, LocalDate> given, Map<String, LocalDate> withdrawn) {

        private LocalDate inForce(long person, String kind) {
            return given.get(person + kind);
        }

        /** When it was last withdrawn. */
        private LocalDate withdrawn(long person, String kind) {
            return withdrawn.get(person + kind);
        }
    }

    private Consents consents(long organisationId) {
        Consents consents = new Consents(new HashMap<>(), new HashMap<>());
        jdbc.sql("select participant_id, kind, given_on, withdrawn_on from consent where organisation_id = ?").param(organisationId).query(row -> {
            String whose = row.getLong("participant_id") + row.getString("kind");
            LocalDate withdrawn = day(row, "withdrawn_on");
            if (withdrawn == null) {
                consents.given.put(whose, day(row, "given_on"));
            } else {
                consents.withdrawn.merge(whose, withdrawn, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return consents;
    }

    private static final String PERSON = """
            select p.id, p.last_name, p.first_name, p.patronymic, p.born_on, p.position, p.workplace, p.employer_name, p.teaching_since,
                   o.name as partner_name, o.inn, r.*
              from %s r
              join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
              left join partner_organisation o on o.organisation_id = p.organisation_id and o.id = p.partner_id
             where r.organisation_id = ? order by p.last_name, p.first_name, p.patronymic, p.id
            """;

    private List<Line> mentors(long organisationId, Consents consents) {
        return lines(organisationId, PERSON.formatted("mentor"), row -> {
            Map<String, String> cells = person(row, consents);
            String workplace = row.getString("workplace");
            put(cells, "workplace", Sheet.MENTORS.column("workplace").orElseThrow().words(workplace));
            put(cells, "employerName", workplace.equals("PARTNER") ? row.getString("partner_name") : row.getString("employer_name"));
            put(cells, "inn", row.getString("inn"));
            put(cells, "category", row.getString("category"));
            put(cells, "competences", row.getString("competences"));
            put(cells, "achievements", row.getString("achievements"));
            put(cells, "freeTime", row.getString("free_time"));
            return cells;
        });
    }

    private List<Line> mentees(long organisationId, Consents consents) {
        return lines(organisationId, PERSON.formatted("mentee"), row -> {
            Map<String, String> cells = person(row, consents);
            put(cells, "workplace", switch (row.getString("workplace")) {
                case "OWN_STAFF" -> Sheet.Words.OWN_STAFF;
                case "PARTNER" -> row.getString("partner_name");
                default -> row.getString("employer_name");
            });
            put(cells, "category", Sheet.MENTEES.column("category").orElseThrow().words(row.getString("category")));
            put(cells, "request", row.getString("request"));
            return cells;
        });
    }

    private static Map<String, String> person(ResultSet row, Consents consents) throws SQLException {
        String patronymic = row.getString("patronymic");
        return cells("name", row.getString("last_name") + " " + row.getString("first_name") + (patronymic == null ? "" : " " + patronymic),
                "bornOn", row.getObject("born_on", LocalDate.class), "position", row.getString("position"),
                "teachingSince", row.getObject("teaching_since", LocalDate.class), "enteredOn", row.getObject("entered_on", LocalDate.class),
                "processing", consents.inForce(row.getLong("id"), "PROCESSING"), "distribution", consents.inForce(row.getLong("id"), "DISTRIBUTION"));
    }

    private List<Line> orders(long organisationId) {
        return lines(organisationId, """
                select id, number, dated_on, title from assignment_order
                 where organisation_id = ? and annulled_on is null order by dated_on, number, id
                """, row -> cells("number", row.getString("number"), "datedOn", row.getObject("dated_on", LocalDate.class), "title", row.getString("title")));
    }

    private List<Line> mentorships(long organisationId, People people) {
        return lines(organisationId, """
                select m.*, o.number, o.dated_on,
                       (select array_agg(e.mentee_id) from mentorship_mentee e
                         where e.organisation_id = m.organisation_id and e.mentorship_id = m.id) as mentees
                  from mentorship m join assignment_order o on o.organisation_id = m.organisation_id and o.id = m.order_id
                 where m.organisation_id = ? and m.annulled_on is null order by m.starts_on, m.code, m.id
                """, row -> {
            Map<String, String> cells = cells("code", row.getString("code"), "mentor", people.asMentor(row.getLong("mentor_id")),
                    "mentees", people.asMentees(ids(row.getArray("mentees"))), "form", Sheet.MENTORSHIPS.column("form").orElseThrow().words(row.getString("form")),
                    "orderNumber", row.getString("number"), "orderDate", row.getObject("dated_on", LocalDate.class),
                    "startsOn", row.getObject("starts_on", LocalDate.class), "plannedEnd", row.getObject("planned_end", LocalDate.class),
                    "endedOn", row.getObject("ended_on", LocalDate.class), "reason", row.getString("end_reason"),
                    "partiesConsentOn", row.getObject("parties_consent_on", LocalDate.class));
            if (row.getString("model") != null) {
                put(cells, "model", Sheet.MENTORSHIPS.column("model").orElseThrow().words(row.getString("model")));
            }
            List<String> kinds = Arrays.asList((String[]) row.getArray("kinds").getArray());
            put(cells, "kinds", Sheet.MENTORSHIPS.column("kinds").orElseThrow().words().stream().filter(word -> kinds.contains(word.name()))
                    .map(Column.Word::words).collect(Collectors.joining("; ")));
            return cells;
        }, row -> Map.of("mentor", Set.of(row.getLong("mentor_id")), "mentees", Set.copyOf(ids(row.getArray("mentees")))), false);
    }

    /** Of the editions of a programme the one in force; a draft while there is none. */
    private List<Line> programmes(long organisationId, People people) {
        return lines(organisationId, """
                select p.*, m.code,
                       (select array_agg(e.mentee_id) from mentorship_mentee e
                         where e.organisation_id = p.organisation_id and e.mentorship_id = p.mentorship_id) as members,
                       (select array_agg(e.mentee_id) from programme_mentee e
                         where e.organisation_id = p.organisation_id and e.programme_id = p.id) as covered,
                       (select array_agg(a.position::bigint) from programme_activity a
                         where a.organisation_id = p.organisation_id and a.programme_id = p.id) as activities
                  from (select distinct on (organisation_id, series_id) * from programme
                         where organisation_id = ? and status not in ('SUPERSEDED', 'ANNULLED')
                         order by organisation_id, series_id, status = 'DRAFT', edition desc) p
                  join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id and m.annulled_on is null
                 order by m.code, p.starts_on, p.title, p.id
                """, row -> {
            List<Long> covered = ids(row.getArray("covered"));
            boolean everybody = covered.isEmpty() || covered.size() == ids(row.getArray("members")).size();
            return cells("code", row.getString("code"), "title", row.getString("title"), "mentees", everybody ? null : people.asMentees(covered),
                    "goal", row.getString("goal"), "startsOn", row.getObject("starts_on", LocalDate.class), "endsOn", row.getObject("ends_on", LocalDate.class),
                    "approvedOn", row.getObject("approved_on", LocalDate.class), "actNumber", row.getString("act_number"));
        }, row -> Map.of("mentees", Set.copyOf(ids(row.getArray("covered"))), "members", Set.copyOf(ids(row.getArray("members"))),
                "activities", Set.copyOf(ids(row.getArray("activities")))), true);
    }

    private interface Named {
        Map<String, Set<Long>> of(ResultSet row) throws SQLException;
    }

    private interface Cells {
        Map<String, String> of(ResultSet row) throws SQLException;
    }

    private List<Line> lines(long organisationId, String sql, Cells cells) {
        return lines(organisationId, sql, cells, row -> Map.of(), false);
    }

    private List<Line> lines(long organisationId, String sql, Cells cells, Named named, boolean status) {
        List<Line> lines = new ArrayList<>();
        jdbc.sql(sql).param(organisationId).query((ResultSet row) -> {
            lines.add(new Line(row.getLong("id"), cells.of(row), named.of(row), status ? row.getString("status") : null));
        });
        return lines;
    }

    private static List<Long> ids(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Map<String, String> cells(Object... fieldsAndValues) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < fieldsAndValues.length; at += 2) {
            Object value = fieldsAndValues[at + 1];
            put(cells, (String) fieldsAndValues[at], value instanceof LocalDate day ? RUSSIAN.date(day) : Objects.toString(value, null));
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String field, String value) {
        if (value != null && !value.isEmpty()) {
            cells.put(field, value);
        }
    }
}
