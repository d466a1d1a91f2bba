package ru.smolensk.mentoring.workspace;

import static ru.smolensk.mentoring.workspace.ToDo.Urgency.DUE_SOON;
import static ru.smolensk.mentoring.workspace.ToDo.Urgency.GRAVE;
import static ru.smolensk.mentoring.workspace.ToDo.Urgency.MISSING;
import static ru.smolensk.mentoring.workspace.ToDo.Urgency.SPOILS_FIGURES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.duty.Duties;
import ru.smolensk.mentoring.duty.DutyStanding;
import ru.smolensk.mentoring.duty.DutyState;
import ru.smolensk.mentoring.indicator.Explanation;
import ru.smolensk.mentoring.indicator.Figure;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.section.Sections;

/** What the organisation owes today, read from the data: nothing here is ticked by hand. */
@Service
@Transactional(readOnly = true)
class ToDoList {

    private final Duties duties;
    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final Russian russian;

    ToDoList(Duties duties, JdbcClient jdbc, PortalClock clock, Russian russian) {
        this.duties = duties;
        this.jdbc = jdbc;
        this.clock = clock;
        this.russian = russian;
    }

    /**
     * The gravest first.
     *
     * @param explained the figures of people, opened: whoever is not counted though something can be done about it is on the list
     */
    List<ToDo> of(Tenant tenant, Indicators figures, List<Explanation> explained, Sections.State state) {
        List<ToDo> list = new ArrayList<>();
        duties.of(tenant.id(), clock.today()).stream().filter(DutyStanding::owed)
                .sorted(Comparator.comparing(DutyStanding::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(this::owed).forEach(list::add);
        staff(figures, list);
        explained.forEach(explanation -> uncounted(explanation, list));
        papers(tenant, list);
        publication(state, list);
        list.sort(Comparator.comparing(ToDo::urgency));
        return list;
    }

    /** A duty of the order that is up to the organisation now (O4.1–4.10); what waits for the department is not on the list. */
    private ToDo owed(DutyStanding standing) {
        boolean returned = standing.state() == DutyState.RETURNED;
        String tag = standing.overdue() ? "просрочено" : returned ? "возвращено" : standing.dueOn() != null ? "до " + russian.date(standing.dueOn())
                : standing.state() == DutyState.IN_WORK ? "в работе" : "ещё нет";
        String why = standing.sentence() + (standing.term().isEmpty() ? "" : "; " + standing.term());
        return new ToDo(standing.overdue() || returned ? GRAVE : standing.pressing() ? DUE_SOON : MISSING, tag, standing.duty().label(),
                Character.toUpperCase(why.charAt(0)) + why.substring(1) + ". Пункт " + standing.duty().item() + " приказа",
                standing.address(), standing.action());
    }

    private void staff(Indicators figures, List<ToDo> list) {
        if (figures.contradicts()) {
            list.add(new ToDo(GRAVE, "ошибка в данных", "Сверить численность с вошедшими в программы",
                    "В программах больше людей, чем педагогов в записи о численности. Пока это так, раздел нельзя опубликовать",
                    "/workspace/staff", "К численности"));
        }
        if (figures.countedOn() == null) {
            list.add(new ToDo(GRAVE, "нет численности", "Внести численность педагогов",
                    "Без неё не считаются доли молодых специалистов и наставников", "/workspace/staff/new", "Внести"));
        } else if (figures.staffCountIsOld()) {
            list.add(new ToDo(MISSING, "устарело", "Обновить численность педагогов",
                    "Последняя запись – на " + russian.date(figures.countedOn()) + ", ей больше года", "/workspace/staff/new", "Обновить"));
        }
    }

    /** Who is not counted though something can be done about it (DOMAIN 5). */
    private void uncounted(Explanation explanation, List<ToDo> list) {
        for (Explanation.Line line : explanation.notCounted()) {
            line.unmet().stream().filter(Explanation.Unmet::hasNextStep).findFirst().ifPresent(unmet -> list.add(new ToDo(SPOILS_FIGURES,
                    "мешает учёту", line.title(),
                    (explanation.figure() == Figure.MENTORS ? "Наставник не учтён: " : "Наставляемый не учтён: ") + unmet.sentence() + ". "
                            + unmet.obstacle().hint(), unmet.address(), "Открыть")));
        }
    }

    /** Papers and dates that are missing: one statement. */
    private void papers(Tenant tenant, List<ToDo> list) {
        LocalDate today = clock.today();
        jdbc.sql("""
                select 'PARTIES_CONSENT' as what, m.code as code,
                       p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '') as who, m.id as id, null::date as day, 10 as position
                  from mentorship m join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                 where m.organisation_id = :organisation and m.annulled_on is null and m.parties_consent_on is null and m.last_day >= :today
                union all
                select 'OUTLIVES', r.title, m.code, r.id, m.last_day, 20
                  from programme r join mentorship m on m.organisation_id = r.organisation_id and m.id = r.mentorship_id
                 where r.organisation_id = :organisation and r.status = 'APPROVED' and r.ends_on > m.last_day and m.annulled_on is null
                   and r.ends_on >= :today
                union all
                select 'ORDER_FILE', o.number, null, o.id, o.dated_on, 30
                  from assignment_order o
                 where o.organisation_id = :organisation and o.annulled_on is null and o.file_id is null
                   and exists (select 1 from mentorship m where m.organisation_id = o.organisation_id and m.order_id = o.id
                                  and m.annulled_on is null and m.last_day >= :today)
                union all
                select 'PROCESSING', case when r.participant_id is null then 'mentees' else 'mentors' end,
                       string_agg(p.last_name || ' ' || p.first_name, ', ' order by p.last_name, p.first_name), min(p.id), null, 40
                  from participant p left join mentor r on r.organisation_id = p.organisation_id and r.participant_id = p.id
                 where p.organisation_id = :organisation and p.left_on is null
                   and not exists (select 1 from consent c where c.organisation_id = p.organisation_id and c.participant_id = p.id
                                     and c.kind = 'PROCESSING' and c.withdrawn_on is null)
                 group by r.participant_id is null
                 order by position, 3, 2
                """).param("organisation", tenant.id()).param("today", today).query(row -> {
                    list.add(paper(row.getString("what"), row.getString("code"), row.getString("who"), row.getLong("id"),
                            row.getObject("day", LocalDate.class)));
                });
    }

    private ToDo paper(String what, String code, String who, long id, LocalDate day) {
        return switch (what) {
            case "PARTIES_CONSENT" -> new ToDo(MISSING, "нет согласия", "Внести согласие сторон: " + code + ", " + who,
                    "ТК РФ, ст. 351.8: письменное согласие с датой", "/workspace/mentorships/" + id + "/edit", "Внести");
            case "OUTLIVES" -> new ToDo(MISSING, "проверьте", "Программа «" + code + "» длится дольше закрепления",
                    who + " завершается " + russian.date(day) + ". Завершите программу или составьте её новую редакцию",
                    "/workspace/programmes/" + id, "К программе");
            case "ORDER_FILE" -> new ToDo(MISSING, "нет файла", "Приложить приказ " + russian.paper(code, day),
                    "Строка 7 формы: по этому приказу работают пары", "/workspace/orders/" + id + "/edit", "Приложить");
            default -> new ToDo(MISSING, "нет согласия", "Взять согласие на обработку персональных данных",
                    ("mentors".equals(code) ? "Наставники: " : "Наставляемые: ") + who, "/workspace/" + code + "/" + id, "Открыть");
        };
    }

    private void publication(Sections.State state, List<ToDo> list) {
        if (state.newest() != null && !state.changes().isEmpty()) {
            list.add(new ToDo(MISSING, "не опубликовано", "Опубликовать изменения",
                    "После " + russian.date(state.newest().publishedOn()) + " изменилось: " + String.join(", ", state.changes()),
                    "/workspace/section", "К публикации"));
        }
    }
}
