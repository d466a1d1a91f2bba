package ru.smolensk.mentoring.signing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.mentorship.MentoringModel;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/** Reads the papers of pairs and groups: the order, the programme, the consent of the sides. */
@Component
class PairPapers {

    private final JdbcClient jdbc;
    private final Russian russian;
    private final Wording wording;

    PairPapers(JdbcClient jdbc, Russian russian, Wording wording) {
        this.jdbc = jdbc;
        this.russian = russian;
        this.wording = wording;
    }

    /** A person of a pair or group. */
    private record Member(long mentorship, boolean mentor, String name, String position) {

        String words() {
            return Wording.joined(name, position);
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
                """.formatted(Wording.NAMED, condition)).param("organisation", tenant.id()).param("id", id)
                .query(PairPapers::member).list();
    }

    DrawnUp order(Tenant tenant, long id) {
        Map<Long, List<Member>> people = members(tenant, "m.order_id = :id and m.annulled_on is null", id).stream()
                .collect(Collectors.groupingBy(Member::mentorship, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, String>> pairs = new ArrayList<>();
        jdbc.sql("""
                select m.* from mentorship m where m.organisation_id = :organisation and m.order_id = :id and m.annulled_on is null order
                  by m.code, m.id
                """).param("organisation", tenant.id()).param("id", id).query(row -> {
                    List<Member> members = people.getOrDefault(row.getLong("id"), List.of());
                    pairs.add(DrawnUp.fields(
                            "№", String.valueOf(pairs.size() + 1),
                            "код", row.getString("code"),
                            "вид", members.size() > 2 ? "группа" : "пара",
                            "наставник", mentor(members).name(),
                            "должность наставника", mentor(members).position(),
                            "наставник и должность", mentor(members).words(),
                            "наставляемые", mentees(members),
                            "форма", MentoringForm.valueOf(row.getString("form")).label(),
                            "модель", model(row),
                            "виды", kinds(row),
                            "срок", russian.period(Wording.day(row, "starts_on"), Wording.day(row, "planned_end"))));
                });
        List<Map<String, String>> read = people.values().stream().flatMap(List::stream)
                .map(one -> DrawnUp.fields(
                        "фио", one.name(),
                        "роль", one.mentor() ? "наставник" : "наставляемый",
                        "должность", one.position())).distinct().toList();
        return jdbc.sql("select a.*, o.full_name, o.short_name from assignment_order a join organisation o on o.id = a.organisation_id"
                + " where a.organisation_id = ? and a.id = ?").params(tenant.id(), id)
                .query((row, number) -> new DrawnUp(PaperKind.ASSIGNMENT_ORDER, id,
                        russian.paper(row.getString("number"), Wording.day(row, "dated_on")), "/workspace/orders/" + id,
                        "Приказ о закреплении " + russian.paper(row.getString("number"), Wording.day(row, "dated_on")),
                        wording.common(row,
                                "номер приказа", row.getString("number"),
                                "дата приказа", russian.longDate(Wording.day(row, "dated_on")),
                                "название приказа", row.getString("title")),
                        Map.of("пары", pairs, "ознакомлены", read), row.getObject("annulled_on") != null)).optional()
                        .orElseThrow(NotFound::new);
    }

    DrawnUp programme(Tenant tenant, long id) {
        List<Map<String, String>> activities = new ArrayList<>();
        jdbc.sql("select * from programme_activity where organisation_id = ? and programme_id = ? order by position")
                .params(tenant.id(), id).query(row -> {
            activities.add(DrawnUp.fields(
                    "№", String.valueOf(activities.size() + 1),
                    "мероприятие", row.getString("what"),
                    "форма", row.getString("form"),
                    "срок", row.getString("planned_term"),
                    "результат", row.getString("result"),
                    "выполнено", russian.date(Wording.day(row, "done_on"))));
        });
        List<Member> covered = jdbc.sql("""
                select e.mentorship_id as mentorship, false as mentor, %s as name, p.position
                  from programme_mentee e join participant p on p.organisation_id = e.organisation_id and p.id = e.mentee_id
                 where e.organisation_id = ? and e.programme_id = ? order by 3, p.id
                """.formatted(Wording.NAMED)).params(tenant.id(), id).query(PairPapers::member).list();
        return jdbc.sql("""
                select g.*, m.form, m.model, m.code, %s as mentor_name, p.position as mentor_position, o.full_name, o.short_name
                  from programme g join mentorship m on m.organisation_id = g.organisation_id and m.id = g.mentorship_id
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                  join organisation o on o.id = g.organisation_id
                 where g.organisation_id = ? and g.id = ?
                """.formatted(Wording.NAMED)).params(tenant.id(), id)
                .query((row, number) -> new DrawnUp(PaperKind.PROGRAMME, id, row.getString("title"),
                        "/workspace/programmes/" + id, "Программа " + row.getString("title"),
                        wording.common(row,
                                "название программы", russian.withinQuotes(row.getString("title")),
                                "наставник", row.getString("mentor_name"),
                                "должность наставника", row.getString("mentor_position"),
                                "наставник и должность", Wording.joined(row.getString("mentor_name"), row.getString("mentor_position")),
                                "наставляемые", mentees(covered),
                                "форма", MentoringForm.valueOf(row.getString("form")).label(),
                                "модель", model(row),
                                "начало", russian.longDate(Wording.day(row, "starts_on")),
                                "окончание", russian.longDate(Wording.day(row, "ends_on")),
                                "затруднения", row.getString("difficulties"),
                                "цель", row.getString("goal"),
                                "задачи", row.getString("tasks"),
                                "ожидаемые результаты", row.getString("expected_results"),
                                "итоги", row.getString("final_results"),
                                "редакция", row.getInt("edition") == 1 ? null : "редакция " + row.getInt("edition"),
                                "номер акта", row.getString("act_number"),
                                "дата утверждения", russian.longDate(Wording.day(row, "approved_on"))),
                        Map.of("мероприятия", activities, "подписи", signing(row.getString("mentor_name"), covered)),
                        row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
    }

    /** Who signs: a line for the mentor and for each mentee. */
    private static List<Map<String, String>> signing(String mentor, List<Member> mentees) {
        List<Map<String, String>> lines = new ArrayList<>(List.of(DrawnUp.fields(
                "роль", "Наставник",
                "фио", mentor)));
        mentees.forEach(one -> lines.add(DrawnUp.fields("роль", "Наставляемый", "фио", one.name())));
        return lines;
    }

    DrawnUp parties(Tenant tenant, long id) {
        List<Member> members = members(tenant, "m.id = :id", id);
        List<Map<String, String>> sides = members.stream()
                .map(one -> DrawnUp.fields(
                        "роль", one.mentor() ? "наставник" : "наставляемый",
                        "фио", one.name(),
                        "должность", one.position())).toList();
        return jdbc.sql("""
                select m.*, a.number, o.full_name, o.short_name from mentorship m
                  join assignment_order a on a.organisation_id = m.organisation_id and a.id = m.order_id
                  join organisation o on o.id = m.organisation_id
                 where m.organisation_id = ? and m.id = ?
                """).params(tenant.id(), id).query((row, number) -> new DrawnUp(PaperKind.PARTIES_CONSENT, id,
                        row.getString("code") + ", " + mentor(members).name(), "/workspace/mentorships/" + id, "Согласие на закрепление "
                        + row.getString("code"),
                        wording.common(row,
                                "наставник", mentor(members).name(),
                                "должность наставника", mentor(members).position(),
                                "наставник и должность", mentor(members).words(),
                                "наставляемые", mentees(members),
                                "форма", MentoringForm.valueOf(row.getString("form")).label(),
                                "номер приказа", row.getString("number"),
                                "дата приказа", russian.longDate(Wording.day(row, "order_dated_on")),
                                "начало", russian.longDate(Wording.day(row, "starts_on")),
                                "окончание", russian.longDate(Wording.day(row, "planned_end")),
                                "дата согласия", russian.longDate(Wording.day(row, "parties_consent_on"))),
                        Map.of("стороны", sides), row.getObject("annulled_on") != null)).optional().orElseThrow(NotFound::new);
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
        return Arrays.stream((String[]) kinds.getArray()).map(kind -> MentoringKind.valueOf(kind).label())
                .collect(Collectors.joining(", "));
    }
}
