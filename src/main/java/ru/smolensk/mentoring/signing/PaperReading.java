package ru.smolensk.mentoring.signing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.mentorship.MentoringModel;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads what papers say. Names stand as they were entered, in the nominative: templates are worded so that nothing has to be declined. */
@Component
@Transactional(readOnly = true)
class PaperReading {

    /** Everybody of a pair or group on the days that the order or the programme speaks of: «Орлова Анна Викторовна, учитель». */
    private static final String NAMED = "p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '')";

    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final Russian russian;

    PaperReading(JdbcClient jdbc, PortalClock clock, Russian russian) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.russian = russian;
    }

    /**
     * What the paper says.
     *
     * @param id of the thing that it belongs to
     * @throws NotFound if the organisation has no such thing
     */
    DrawnUp read(Tenant tenant, PaperKind kind, long id) {
        return switch (kind) {
            case ASSIGNMENT_ORDER -> order(tenant, id);
            case CURATOR_ORDER -> curatorOrder(tenant.id(), id);
            case PROGRAMME -> programme(tenant, id);
            case PROCESSING_CONSENT, DISTRIBUTION_CONSENT -> consent(tenant, kind, id);
            case PARTIES_CONSENT -> parties(tenant, id);
            case ROADMAP -> roadmap(tenant, id);
            case MEETING_PROTOCOL -> protocol(tenant.id(), id);
            case LETTER_OF_THANKS -> thanks(tenant, id);
        };
    }

    /** A person of a pair or group. */
    private record Member(long mentorship, boolean mentor, String name, String position) {

        String words() {
            return name + (position == null ? "" : ", " + position);
        }
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(row.getLong("mentorship"), row.getBoolean("mentor"), row.getString("name"), row.getString("position"));
    }

    /** The people of pairs and groups, mentors first, mentees by their names. */
    private List<Member> members(Tenant tenant, String condition, long id) {
        return jdbc.sql("""
                select m.id as mentorship, true as mentor, %1$s as name, p.position, m.code, p.id
                  from mentorship m join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                 where m.organisation_id = :organisation and %2$s
                union all
                select m.id, false, %1$s, p.position, m.code, p.id
                  from mentorship m join mentorship_mentee e on e.organisation_id = m.organisation_id and e.mentorship_id = m.id
                  join participant p on p.organisation_id = m.organisation_id and p.id = e.mentee_id
                 where m.organisation_id = :organisation and %2$s
                 order by code, mentorship, mentor desc, name, id
                """.formatted(NAMED, condition)).param("organisation", tenant.id()).param("id", id).query(PaperReading::member).list();
    }

    private DrawnUp order(Tenant tenant, long id) {
        Map<Long, List<Member>> people = members(tenant, "m.order_id = :id and m.annulled_on is null", id).stream()
                .collect(Collectors.groupingBy(Member::mentorship, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, String>> pairs = new ArrayList<>();
        jdbc.sql("""
                select m.* from mentorship m where m.organisation_id = :organisation and m.order_id = :id and m.annulled_on is null order by m.code, m.id
                """).param("organisation", tenant.id()).param("id", id).query(row -> {
                    List<Member> members = people.getOrDefault(row.getLong("id"), List.of());
                    pairs.add(DrawnUp.fields("№", String.valueOf(pairs.size() + 1), "код", row.getString("code"),
                            "вид", members.size() > 2 ? "группа" : "пара", "наставник", mentor(members).name(), "должность наставника", mentor(members).position(),
                            "наставляемые", mentees(members), "форма", MentoringForm.valueOf(row.getString("form")).label(), "модель", model(row),
                            "виды", kinds(row), "срок", russian.period(day(row, "starts_on"), day(row, "planned_end"))));
                });
        List<Map<String, String>> read = people.values().stream().flatMap(List::stream)
                .map(one -> DrawnUp.fields("фио", one.name(), "роль", one.mentor() ? "наставник" : "наставляемый", "должность", one.position())).distinct().toList();
        return jdbc.sql("select a.*, o.full_name, o.short_name from assignment_order a join organisation o on o.id = a.organisation_id"
                + " where a.organisation_id = ? and a.id = ?").params(tenant.id(), id).query((row, number) -> new DrawnUp(PaperKind.ASSIGNMENT_ORDER, id,
                        russian.paper(row.getString("number"), day(row, "dated_on")), "/workspace/orders/" + id,
                        "Приказ о закреплении " + russian.paper(row.getString("number"), day(row, "dated_on")),
                        common(row, "номер приказа", row.getString("number"), "дата приказа", russian.longDate(day(row, "dated_on")),
                                "название приказа", row.getString("title")),
                        Map.of("пары", pairs, "ознакомлены", read), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    /** @param organisation {@code null} for the department, which reads all of them */
    DrawnUp curatorOrder(Long organisation, long id) {
        return jdbc.sql("""
                select a.*, c.display_name, o.full_name, o.short_name from curator_appointment a
                  join organisation o on o.id = a.organisation_id join account c on c.id = a.account_id
                 where a.id = :id and a.organisation_id = coalesce(cast(:organisation as bigint), a.organisation_id)
                """).param("id", id).param("organisation", organisation).query((row, number) -> new DrawnUp(PaperKind.CURATOR_ORDER, id,
                        row.getString("display_name") + ", " + russian.paper(row.getString("order_number"), day(row, "order_dated_on")), null,
                        "Приказ о назначении куратора " + russian.paper(row.getString("order_number"), day(row, "order_dated_on")),
                        common(row, "номер приказа", row.getString("order_number"), "дата приказа", russian.longDate(day(row, "order_dated_on")),
                                "куратор", row.getString("display_name"), "первый день", russian.longDate(day(row, "starts_on")),
                                "последний день", day(row, "ends_on") == null ? null : "по " + russian.longDate(day(row, "ends_on"))),
                        Map.of(), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    private DrawnUp programme(Tenant tenant, long id) {
        List<Map<String, String>> activities = new ArrayList<>();
        jdbc.sql("select * from programme_activity where organisation_id = ? and programme_id = ? order by position").params(tenant.id(), id).query(row -> {
            activities.add(DrawnUp.fields("№", String.valueOf(activities.size() + 1), "мероприятие", row.getString("what"), "форма", row.getString("form"),
                    "срок", row.getString("planned_term"), "результат", row.getString("result"), "выполнено", russian.date(day(row, "done_on"))));
        });
        List<Member> covered = jdbc.sql("""
                select e.mentorship_id as mentorship, false as mentor, %s as name, p.position
                  from programme_mentee e join participant p on p.organisation_id = e.organisation_id and p.id = e.mentee_id
                 where e.organisation_id = ? and e.programme_id = ? order by 3, p.id
                """.formatted(NAMED)).params(tenant.id(), id).query(PaperReading::member).list();
        return jdbc.sql("""
                select g.*, m.form, m.model, m.code, %s as mentor_name, p.position as mentor_position, o.full_name, o.short_name
                  from programme g join mentorship m on m.organisation_id = g.organisation_id and m.id = g.mentorship_id
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                  join organisation o on o.id = g.organisation_id
                 where g.organisation_id = ? and g.id = ?
                """.formatted(NAMED)).params(tenant.id(), id).query((row, number) -> new DrawnUp(PaperKind.PROGRAMME, id, row.getString("title"),
                        "/workspace/programmes/" + id, "Программа " + row.getString("title"),
                        common(row, "название программы", row.getString("title"), "наставник", row.getString("mentor_name"),
                                "должность наставника", row.getString("mentor_position"), "наставляемые", mentees(covered),
                                "форма", MentoringForm.valueOf(row.getString("form")).label(), "модель", model(row),
                                "начало", russian.longDate(day(row, "starts_on")), "окончание", russian.longDate(day(row, "ends_on")),
                                "затруднения", row.getString("difficulties"), "цель", row.getString("goal"), "задачи", row.getString("tasks"),
                                "ожидаемые результаты", row.getString("expected_results"), "итоги", row.getString("final_results"),
                                "редакция", row.getInt("edition") == 1 ? null : "редакция " + row.getInt("edition"),
                                "номер акта", row.getString("act_number"), "дата утверждения", russian.longDate(day(row, "approved_on"))),
                        Map.of("мероприятия", activities), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    private DrawnUp consent(Tenant tenant, PaperKind kind, long id) {
        return jdbc.sql("""
                select p.*, %s as name, o.full_name, o.short_name, q.name as partner, m.participant_id is not null as mentor, e.participant_id is not null as mentee,
                       (select c.given_on from consent c where c.organisation_id = p.organisation_id and c.participant_id = p.id and c.kind = ?
                           and c.withdrawn_on is null) as given_on
                  from participant p join organisation o on o.id = p.organisation_id
                  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
                  left join mentor m on m.organisation_id = p.organisation_id and m.participant_id = p.id
                  left join mentee e on e.organisation_id = p.organisation_id and e.participant_id = p.id
                 where p.organisation_id = ? and p.id = ?
                """.formatted(NAMED)).params(kind == PaperKind.PROCESSING_CONSENT ? "PROCESSING" : "DISTRIBUTION", tenant.id(), id)
                .query((row, number) -> new DrawnUp(kind, id, row.getString("name"),
                        "/workspace/" + (row.getBoolean("mentor") ? "mentors/" : "mentees/") + id,
                        (kind == PaperKind.PROCESSING_CONSENT ? "Согласие на обработку ПДн " : "Согласие на распространение ПДн ") + row.getString("name"),
                        common(row, "фио", row.getString("name"), "должность", row.getString("position"), "место работы", workplace(row),
                                "роль", row.getBoolean("mentor") && row.getBoolean("mentee") ? "наставник и наставляемый"
                                        : row.getBoolean("mentor") ? "наставник" : "наставляемый",
                                "дата согласия", russian.longDate(day(row, "given_on"))),
                        Map.of(), false)).optional().orElseThrow(NotFound::new);
    }

    private DrawnUp parties(Tenant tenant, long id) {
        List<Member> members = members(tenant, "m.id = :id", id);
        List<Map<String, String>> sides = members.stream()
                .map(one -> DrawnUp.fields("роль", one.mentor() ? "наставник" : "наставляемый", "фио", one.name(), "должность", one.position())).toList();
        return jdbc.sql("""
                select m.*, a.number, o.full_name, o.short_name from mentorship m
                  join assignment_order a on a.organisation_id = m.organisation_id and a.id = m.order_id
                  join organisation o on o.id = m.organisation_id
                 where m.organisation_id = ? and m.id = ?
                """).params(tenant.id(), id).query((row, number) -> new DrawnUp(PaperKind.PARTIES_CONSENT, id,
                        row.getString("code") + ", " + mentor(members).name(), "/workspace/mentorships/" + id, "Согласие на закрепление " + row.getString("code"),
                        common(row, "наставник", mentor(members).name(), "должность наставника", mentor(members).position(), "наставляемые", mentees(members),
                                "форма", MentoringForm.valueOf(row.getString("form")).label(), "номер приказа", row.getString("number"),
                                "дата приказа", russian.longDate(day(row, "order_dated_on")), "начало", russian.longDate(day(row, "starts_on")),
                                "окончание", russian.longDate(day(row, "planned_end")), "дата согласия", russian.longDate(day(row, "parties_consent_on"))),
                        Map.of("стороны", sides), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    private DrawnUp roadmap(Tenant tenant, long id) {
        List<Map<String, String>> lines = new ArrayList<>();
        int[] numbers = new int[2];
        boolean[] below = new boolean[1];
        jdbc.sql("select * from roadmap_line where organisation_id = ? and roadmap_id = ? and not removed order by position, id").params(tenant.id(), id)
                .query(row -> {
                    boolean heading = row.getString("kind").equals("HEADING");
                    below[0] |= heading;
                    boolean first = heading || !below[0];
                    String counted = first ? String.valueOf(++numbers[0]) : numbers[0] + "." + ++numbers[1];
                    numbers[1] = first ? 0 : numbers[1];
                    lines.add(DrawnUp.fields("№", counted, "мероприятие", row.getString("measure"), "срок", row.getString("term_text") == null
                            ? russian.date(day(row, "due_on")) : row.getString("term_text"), "ответственный", row.getString("responsible"),
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
                            common(row, "учебный год", year.toString(), "дата согласования", russian.longDate(day(row, "approved_on")),
                                    "редакция", row.getInt("number") == 1 ? null : "редакция " + row.getInt("number")),
                            Map.of("строки", lines), false);
                }).optional().orElseThrow(NotFound::new);
    }

    /** @param organisation whose association held it; {@code null} for the city's */
    DrawnUp protocol(Long organisation, long id) {
        List<Map<String, String>> members = new ArrayList<>();
        jdbc.sql("""
                select %s as name, p.position, o.short_name from association_meeting g
                  join association_member b on b.association_id = g.association_id and b.joined_on <= g.held_on and (b.left_on is null or b.left_on >= g.held_on)
                  join participant p on p.organisation_id = b.organisation_id and p.id = b.mentor_id
                  join organisation o on o.id = p.organisation_id
                  join mentor_association a on a.id = g.association_id and a.owner_id is not distinct from cast(:organisation as bigint)
                 where g.id = :id order by 1, p.id
                """.formatted(NAMED)).param("organisation", organisation).param("id", id).query(row -> {
                    String position = row.getString("position");
                    members.add(DrawnUp.fields("№", String.valueOf(members.size() + 1), "фио", row.getString("name"), "должность",
                            organisation != null ? position : (position == null ? "" : position + ", ") + row.getString("short_name")));
                });
        return jdbc.sql("""
                select g.*, a.name, a.head, coalesce(o.full_name, 'Городской методический отдел') as full_name,
                       coalesce(o.short_name, 'Методический отдел') as short_name
                  from association_meeting g join mentor_association a on a.id = g.association_id
                  left join organisation o on o.id = a.owner_id
                 where g.id = :id and a.owner_id is not distinct from cast(:organisation as bigint)
                """).param("organisation", organisation).param("id", id).query((row, number) -> new DrawnUp(PaperKind.MEETING_PROTOCOL, id,
                        "заседание " + russian.date(day(row, "held_on")), organisation == null ? "/department/association" : "/workspace/association",
                        "Протокол МО " + russian.paper(row.getString("protocol_number"), day(row, "held_on")),
                        common(row, "объединение", row.getString("name"), "руководитель объединения", row.getString("head"),
                                "номер протокола", row.getString("protocol_number"), "дата заседания", russian.longDate(day(row, "held_on")),
                                "повестка", row.getString("topic"), "решения", row.getString("decisions"), "число участников",
                                members.isEmpty() ? null : String.valueOf(members.size())),
                        Map.of("состав", members), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    private DrawnUp thanks(Tenant tenant, long id) {
        AcademicYear year = AcademicYear.of(clock.today());
        String mentees = String.join(", ", jdbc.sql("""
                select distinct %s as name from mentorship m
                  join mentorship_mentee e on e.organisation_id = m.organisation_id and e.mentorship_id = m.id
                  join participant p on p.organisation_id = e.organisation_id and p.id = e.mentee_id
                 where m.organisation_id = ? and m.mentor_id = ? and m.annulled_on is null and m.starts_on <= ? and m.last_day >= ? order by 1
                """.formatted(NAMED)).params(tenant.id(), id, clock.today(), year.firstDay()).query(String.class).list());
        return jdbc.sql("""
                select p.*, %s as name, q.name as partner, o.full_name, o.short_name from mentor m
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id
                  join organisation o on o.id = p.organisation_id
                  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
                 where m.organisation_id = ? and m.participant_id = ?
                """.formatted(NAMED)).params(tenant.id(), id).query((row, number) -> new DrawnUp(PaperKind.LETTER_OF_THANKS, id, row.getString("name"),
                        "/workspace/mentors/" + id, "Благодарственное письмо " + row.getString("name"),
                        common(row, "наставник", row.getString("name"), "должность", row.getString("position"), "место работы", workplace(row),
                                "учебный год", year.toString(), "наставляемые", mentees.isEmpty() ? null : mentees),
                        Map.of(), false)).optional().orElseThrow(NotFound::new);
    }

    private static Map<String, String> common(ResultSet row, String... namesAndValues) throws SQLException {
        Map<String, String> fields = DrawnUp.fields(namesAndValues);
        fields.put("организация", row.getString("full_name"));
        fields.put("организация кратко", row.getString("short_name"));
        return fields;
    }

    private static String workplace(ResultSet row) throws SQLException {
        return switch (row.getString("workplace")) {
            case "OTHER_EDUCATIONAL" -> row.getString("employer_name");
            case "PARTNER" -> row.getString("partner");
            default -> row.getString("full_name");
        };
    }

    private static Member mentor(List<Member> members) {
        return members.stream().filter(Member::mentor).findFirst().orElse(new Member(0, true, null, null));
    }

    private static String mentees(List<Member> members) {
        return members.stream().filter(one -> !one.mentor()).map(Member::words).collect(Collectors.joining("\n"));
    }

    private static String model(ResultSet row) throws SQLException {
        String model = row.getString("model");
        return model == null ? null : MentoringModel.valueOf(model).label();
    }

    private static String kinds(ResultSet row) throws SQLException {
        Array kinds = row.getArray("kinds");
        return Arrays.stream((String[]) kinds.getArray()).map(kind -> MentoringKind.valueOf(kind).label()).collect(Collectors.joining(", "));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
