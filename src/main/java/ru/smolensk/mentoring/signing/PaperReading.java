package ru.smolensk.mentoring.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads what papers say. Names stand as they were entered, in the nominative: templates are worded so that nothing has to be declined. */
@Component
@Transactional(readOnly = true)
class PaperReading {

    private final PairPapers pairs;
    private final PersonPapers people;
    private final JdbcClient jdbc;
    private final Russian russian;
    private final Wording wording;

    PaperReading(PairPapers pairs, PersonPapers people, JdbcClient jdbc, Russian russian, Wording wording) {
        this.pairs = pairs;
        this.people = people;
        this.jdbc = jdbc;
        this.russian = russian;
        this.wording = wording;
    }

    /**
     * What the paper says.
     *
     * @param id of the thing that it belongs to
     * @throws NotFound if the organisation has no such thing
     */
    DrawnUp read(Tenant tenant, PaperKind kind, long id) {
        return switch (kind) {
            case ASSIGNMENT_ORDER -> pairs.order(tenant, id);
            case CURATOR_ORDER -> curatorOrder(tenant.id(), id);
            case PROGRAMME -> pairs.programme(tenant, id);
            case PROCESSING_CONSENT, DISTRIBUTION_CONSENT -> people.consent(tenant, kind, id);
            case PARTIES_CONSENT -> pairs.parties(tenant, id);
            case ROADMAP -> roadmap(tenant, id);
            case MEETING_PROTOCOL -> protocol(tenant.id(), id);
            case LETTER_OF_THANKS -> people.thanks(tenant, id);
        };
    }

    /** @param organisation {@code null} for the department, which reads all of them */
    DrawnUp curatorOrder(Long organisation, long id) {
        return jdbc.sql("""
                select a.*, c.display_name, o.full_name, o.short_name from curator_appointment a
                  join organisation o on o.id = a.organisation_id join account c on c.id = a.account_id
                 where a.id = :id and a.organisation_id = coalesce(cast(:organisation as bigint), a.organisation_id)
                """).param("id", id).param("organisation", organisation).query((row, number) -> new DrawnUp(PaperKind.CURATOR_ORDER, id,
                        row.getString("display_name") + ", " + russian.paper(row.getString("order_number"),
                        Wording.day(row, "order_dated_on")), null,
                        "Приказ о назначении куратора " + russian.paper(row.getString("order_number"), Wording.day(row, "order_dated_on")),
                        wording.common(row,
                                "номер приказа", row.getString("order_number"),
                                "дата приказа", russian.longDate(Wording.day(row, "order_dated_on")),
                                "куратор", inFull(row.getString("display_name")),
                                "куратор кратко", row.getString("display_name"),
                                "первый день", russian.longDate(Wording.day(row, "starts_on")),
                                "последний день", Wording.day(row, "ends_on") == null ? null
                                        : "по " + russian.longDate(Wording.day(row, "ends_on"))),
                        Map.of(), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    /** An account is called as its owner signs, often with an initial: an order needs the whole name, and a line stays for it. */
    static String inFull(String name) {
        return name.strip().matches("\\p{L}[\\p{L}'’-]+(\\s+\\p{L}[\\p{L}'’-]+){2,3}") ? name.strip() : null;
    }

    private DrawnUp roadmap(Tenant tenant, long id) {
        List<Map<String, String>> lines = new ArrayList<>();
        int[] numbers = new int[2];
        boolean[] below = new boolean[1];
        jdbc.sql("select * from roadmap_line where organisation_id = ? and roadmap_id = ? and not removed order by position, id")
                .params(tenant.id(), id)
                .query(row -> {
                    boolean heading = row.getString("kind").equals("HEADING");
                    below[0] |= heading;
                    boolean first = heading || !below[0];
                    String counted = first ? String.valueOf(++numbers[0]) : numbers[0] + "." + ++numbers[1];
                    numbers[1] = first ? 0 : numbers[1];
                    lines.add(DrawnUp.fields(
                            "№", counted,
                            "мероприятие", row.getString("measure"),
                            "срок", row.getString("term_text") == null ? russian.date(Wording.day(row, "due_on"))
                                    : row.getString("term_text"),
                            "ответственный", row.getString("responsible"),
                            "результат", row.getString("result")));
                });
        return jdbc.sql("""
                select r.academic_year, e.number, e.approved_on, o.full_name, o.short_name from roadmap r
                  join review_edition e on e.organisation_id = r.organisation_id and e.id = r.edition_id
                  join organisation o on o.id = r.organisation_id
                 where r.organisation_id = ? and r.id = ?
                """).params(tenant.id(), id).query((row, number) -> {
                    AcademicYear year = new AcademicYear(row.getInt("academic_year"));
                    return new DrawnUp(PaperKind.ROADMAP, id, "на " + year + " учебный год", "/workspace/roadmap/" + id,
                            "Дорожная карта " + year.start() + "-" + (year.start() + 1),
                            wording.common(row,
                                    "учебный год", year.toString(),
                                    "дата согласования", russian.longDate(Wording.day(row, "approved_on")),
                                    "редакция", row.getInt("number") == 1 ? null : "редакция " + row.getInt("number")),
                            Map.of("строки", lines), false);
                }).optional().orElseThrow(NotFound::new);
    }

    /** @param organisation whose association held it; {@code null} for the city's */
    DrawnUp protocol(Long organisation, long id) {
        List<Map<String, String>> members = new ArrayList<>();
        jdbc.sql("""
                select %s as name, p.position, o.short_name from association_meeting g
                  join association_member b on b.association_id = g.association_id and b.joined_on <= g.held_on and (b.left_on is null or
                    b.left_on >= g.held_on)
                  join participant p on p.organisation_id = b.organisation_id and p.id = b.mentor_id
                  join organisation o on o.id = p.organisation_id
                  join mentor_association a on a.id = g.association_id and a.owner_id is not distinct from cast(:organisation as bigint)
                 where g.id = :id order by 1, p.id
                """.formatted(Wording.NAMED)).param("organisation", organisation).param("id", id).query(row -> {
                    String position = row.getString("position");
                    members.add(DrawnUp.fields(
                            "№", String.valueOf(members.size() + 1),
                            "фио", row.getString("name"),
                            "должность", organisation != null ? position
                                    : (position == null ? "" : position + ", ") + row.getString("short_name")));
                });
        return jdbc.sql("""
                select g.*, a.name, a.head, coalesce(o.full_name, 'Городской методический отдел') as full_name,
                       coalesce(o.short_name, 'Методический отдел') as short_name
                  from association_meeting g join mentor_association a on a.id = g.association_id
                  left join organisation o on o.id = a.owner_id
                 where g.id = :id and a.owner_id is not distinct from cast(:organisation as bigint)
                """).param("organisation", organisation).param("id", id).query((row, number) -> new DrawnUp(PaperKind.MEETING_PROTOCOL, id,
                        "заседание " + russian.date(Wording.day(row, "held_on")), organisation == null ? "/department/association"
                        : "/workspace/association",
                        "Протокол МО " + russian.paper(row.getString("protocol_number"), Wording.day(row, "held_on")),
                        wording.common(row,
                                "объединение", row.getString("name"),
                                "руководитель объединения", row.getString("head"),
                                "номер протокола", row.getString("protocol_number"),
                                "дата заседания", russian.longDate(Wording.day(row, "held_on")),
                                "повестка", row.getString("topic"),
                                "решения", row.getString("decisions"),
                                "число участников", members.isEmpty() ? null : String.valueOf(members.size())),
                        Map.of("состав", members), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }
}
