package ru.smolensk.mentoring.workspace;

import static ru.smolensk.mentoring.workspace.ToDo.Urgency.DUE_SOON;
import static ru.smolensk.mentoring.workspace.ToDo.Urgency.GRAVE;
import static ru.smolensk.mentoring.workspace.ToDo.Urgency.MISSING;
import static ru.smolensk.mentoring.workspace.ToDo.Urgency.SPOILS_FIGURES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.duty.Duties;
import ru.smolensk.mentoring.duty.DutyStanding;
import ru.smolensk.mentoring.duty.DutyState;
import ru.smolensk.mentoring.indicator.Explanation.Unmet;
import ru.smolensk.mentoring.indicator.Explanation;
import ru.smolensk.mentoring.indicator.Indicators;
import ru.smolensk.mentoring.indicator.Obstacle;
import ru.smolensk.mentoring.monitoring.ReportStanding;
import ru.smolensk.mentoring.monitoring.ReportStandings;
import ru.smolensk.mentoring.monitoring.ReportState;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.section.Sections;

/** What the organisation owes today, read from the data: nothing here is ticked by hand. */
@Service
@Transactional(readOnly = true)
class ToDoList {

    /** ◆ A report that is due within so many days is pressing. */
    private static final int PRESSING_DAYS = 14;

    private final Duties duties;
    private final ReportStandings reports;
    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final Russian russian;

    ToDoList(Duties duties, ReportStandings reports, JdbcClient jdbc, PortalClock clock, Russian russian) {
        this.duties = duties;
        this.reports = reports;
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
        reports.asked(tenant.id()).stream().filter(ReportStanding::owed).map(this::report).forEach(list::add);
        staff(figures, list);
        Beginning beginning = beginning(tenant);
        beginning.addTo(list);
        uncounted(explained, beginning, list);
        surveys(tenant, list);
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

    /** The report of the internal monitoring that the city asks for (R6.2). */
    private ToDo report(ReportStanding report) {
        boolean returned = report.state() == ReportState.RETURNED;
        boolean soon = report.dueOn() != null && report.daysLeft(clock.today()) <= PRESSING_DAYS;
        String term = report.overdue() ? "срок прошёл " + russian.date(report.dueOn()) : report.openReportId() == null ? "ещё не начат" : "начат";
        return new ToDo(returned || report.overdue() ? GRAVE : soon ? DUE_SOON : MISSING, returned ? "возвращено" : report.overdue() ? "просрочено"
                : "до " + russian.date(report.dueOn()), report.sentence(), "Внутренний мониторинг, Положение 8.2"
                + (returned ? ": ответьте на замечания и отправьте снова" : ": " + term), report.address(), report.openReportId() == null ? "Начать"
                : "Продолжить");
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

    // ---- The main work, until it has begun ----------------------------------------------------------------------------------

    /** What the organisation has already of that without which nobody is counted. */
    private record Beginning(boolean mentors, boolean mentees, boolean orders, boolean mentorships) {

        void addTo(List<ToDo> list) {
            add(list, mentors, "Внести наставников", "С них начинается база. Для наставника с предприятия сначала внесите партнёра",
                    "/workspace/mentors/new");
            add(list, mentees, "Внести наставляемых", "Кого наставляют: молодые педагоги, новые в коллективе, студенты",
                    "/workspace/mentees/new");
            add(list, orders, "Внести приказ о закреплении", "Он называет, кто кого наставляет. Без приказа пару не внести",
                    "/workspace/orders/new");
            add(list, mentorships, "Внести пары и группы", "Каждую, которую называет приказ; потом – программу к каждой",
                    "/workspace/mentorships/new");
        }

        private static void add(List<ToDo> list, boolean there, String title, String why, String address) {
            if (!there) {
                list.add(new ToDo(SPOILS_FIGURES, "начало работы", title, why, address, "Внести"));
            }
        }
    }

    private Beginning beginning(Tenant tenant) {
        return jdbc.sql("""
                select exists (select from mentor where organisation_id = :organisation) as mentors,
                       exists (select from mentee where organisation_id = :organisation) as mentees,
                       exists (select from assignment_order where organisation_id = :organisation and annulled_on is null) as orders,
                       exists (select from mentorship where organisation_id = :organisation and not annulled) as mentorships
                """).param("organisation", tenant.id()).query(Beginning.class).single();
    }

    // ---- Who is not counted though something can be done about it (DOMAIN 5) ------------------------------------------------

    /** People who wait for the same step on the same page. */
    private record Waiting(Unmet unmet, Set<String> names) {

        ToDo.Item item() {
            return new ToDo.Item(String.join(", ", names), unmet.address());
        }
    }

    /** One thing to do for each obstacle; the pages where it is done stand in it, each with the people who wait for it. */
    private static void uncounted(List<Explanation> explained, Beginning beginning, List<ToDo> list) {
        Map<Obstacle, Map<String, Waiting>> waiting = new EnumMap<>(Obstacle.class);
        Set<Long> waitForAnOrder = new HashSet<>();
        for (Explanation explanation : explained) {
            for (Explanation.Line line : explanation.notCounted()) {
                line.unmet().stream().filter(Unmet::hasNextStep).findFirst()
                        .filter(unmet -> unmet.obstacle() != Obstacle.NO_ORDER || beginning.mentorships())
                        // Whoever has no order in either of two roles is named once: one pair helps both.
                        .filter(unmet -> unmet.obstacle() != Obstacle.NO_ORDER || waitForAnOrder.add(line.id()))
                        .ifPresent(unmet -> waiting.computeIfAbsent(unmet.obstacle(), first -> new LinkedHashMap<>())
                                .computeIfAbsent(unmet.address(), first -> new Waiting(unmet, new LinkedHashSet<>()))
                                .names().add(line.title()));
            }
        }
        waiting.forEach((obstacle, pages) -> list.add(uncounted(obstacle, List.copyOf(pages.values()))));
    }

    private static ToDo uncounted(Obstacle obstacle, List<Waiting> waiting) {
        String sentence = waiting.size() > 1 ? obstacle.sentence() : waiting.get(0).unmet().sentence();
        String title = switch (obstacle) {
            case NO_ORDER -> "Закрепить приказом";
            case MENTORSHIP_OVER -> "Закрепить новым приказом";
            case MENTORSHIP_NOT_STARTED -> "Проверить начало закрепления";
            case NO_PROGRAMME -> "Составить программу";
            case PROGRAMME_OVER -> "Составить новую программу";
            case PROGRAMME_UNFINISHED -> "Дописать программу";
            case PROGRAMME_NOT_APPROVED -> "Утвердить программу";
            case PROGRAMME_NOT_STARTED -> "Проверить начало программы";
            case LEFT -> "Завершить закрепление";
            case EXPERIENCE_UNKNOWN -> "Указать педагогический стаж";
            case NOT_TEACHING_YET -> "Проверить начало стажа";
            default -> obstacle.hint();
        };
        String action = switch (obstacle) {
            case NO_ORDER, MENTORSHIP_OVER -> "Закрепить";
            case NO_PROGRAMME, PROGRAMME_OVER -> "Составить";
            case PROGRAMME_UNFINISHED, PROGRAMME_NOT_APPROVED, PROGRAMME_NOT_STARTED -> "К программе";
            case MENTORSHIP_NOT_STARTED, LEFT -> "К паре";
            default -> "Исправить";
        };
        return ToDo.forEach(SPOILS_FIGURES, "мешает учёту", title, "Не учитывается: " + sentence + ". " + obstacle.hint(), action,
                waiting.stream().map(Waiting::item).toList());
    }

    // ---- Open surveys ------------------------------------------------------------------------------------------------------

    private record OpenSurvey(long id, String title, LocalDate closesOn, int invited, int answered) {
    }

    /** Links that are still to be handed over or reminded of; where sheets of paper were counted there are none. */
    private void surveys(Tenant tenant, List<ToDo> list) {
        jdbc.sql("""
                select s.id, s.title, s.closes_on, count(*) as invited, count(*) filter (where i.used) as answered
                  from survey_invitation i join survey s on s.id = i.survey_id
                 where i.organisation_id = :organisation and i.cancelled_on is null and s.annulled_on is null
                   and s.opens_on <= :today and :today < s.closed_on
                   and not exists (select from survey_tally t where t.organisation_id = i.organisation_id and t.survey_id = s.id
                                    and t.audience = i.audience and t.annulled_on is null)
                 group by s.id having count(*) filter (where not i.used) > 0 order by s.closes_on, s.id
                """).param("organisation", tenant.id()).param("today", clock.today()).query(OpenSurvey.class).list()
                .forEach(one -> list.add(new ToDo(DUE_SOON, "до " + russian.date(one.closesOn()), "Раздать ссылки на опрос «" + one.title() + "»",
                        "Ответили " + one.answered() + " из " + one.invited() + ". Из ответов складываются строки 12 и 13 формы",
                        "/workspace/surveys/" + one.id(), "К опросу")));
    }

    // ---- Papers and dates that are missing ----------------------------------------------------------------------------------

    /** Something missing: of which kind, at what. */
    private record Gap(String what, String code, String who, Long id, LocalDate day) {
    }

    private void papers(Tenant tenant, List<ToDo> list) {
        gaps(tenant).stream().collect(Collectors.groupingBy(Gap::what, LinkedHashMap::new, Collectors.toList()))
                .forEach((what, gaps) -> list.add(missing(what, gaps)));
    }

    /** In one statement. */
    private List<Gap> gaps(Tenant tenant) {
        return jdbc.sql("""
                select 'OVERDUE_MEASURES' as what, count(*)::text as code, null as who, r.id as id, min(l.due_on) as day, 1 as place
                  from review_edition e
                  join roadmap r on r.organisation_id = e.organisation_id and r.edition_id = e.id
                  join roadmap_line l on l.organisation_id = r.organisation_id and l.roadmap_id = r.id
                 where e.organisation_id = :organisation and e.subject = 'ROADMAP' and e.state = 'APPROVED' and e.academic_year = :year
                   and l.kind = 'MEASURE' and not l.removed and l.outcome is null and l.due_on < :today
                 group by r.id
                union all
                select 'PARTNER_DOCUMENT', null, q.name, q.id, null, 5
                  from partner_organisation q
                 where q.organisation_id = :organisation and q.annulled_on is null
                   and not exists (select 1 from local_act a where a.organisation_id = q.organisation_id and a.partner_id = q.id
                                     and a.annulled_on is null)
                union all
                select 'PARTIES_CONSENT', m.code, p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, ''), m.id, null, 10
                  from mentorship m join participant p on p.organisation_id = m.organisation_id and p.id = m.mentor_id
                 where m.organisation_id = :organisation and m.annulled_on is null and m.parties_consent_on is null and m.last_day >= :today
                union all
                select case when m.ended_on is null then 'OUTLIVES' else 'LEFT_BEHIND' end, m.code, r.title, r.id, m.last_day, 20
                  from programme r join mentorship m on m.organisation_id = r.organisation_id and m.id = r.mentorship_id
                 where r.organisation_id = :organisation and r.status = 'APPROVED' and r.ends_on > m.last_day and m.annulled_on is null
                   and r.ends_on >= :today
                union all
                select 'ORDER_FILE', o.number, null, o.id, o.dated_on, 30
                  from assignment_order o
                 where o.organisation_id = :organisation and o.annulled_on is null and o.file_id is null
                   and (exists (select 1 from mentorship m where m.organisation_id = o.organisation_id and m.order_id = o.id
                                   and m.annulled_on is null and m.last_day >= :today)
                        or exists (select 1 from mentorship_mentee e where e.organisation_id = o.organisation_id and e.order_id = o.id
                                      and not e.annulled and e.last_day >= :today))
                union all
                select 'PROCESSING', case when r.participant_id is null then 'mentees' else 'mentors' end,
                       p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, ''), p.id, null, 40
                  from participant p left join mentor r on r.organisation_id = p.organisation_id and r.participant_id = p.id
                 where p.organisation_id = :organisation and p.left_on is null
                   and not exists (select 1 from consent c where c.organisation_id = p.organisation_id and c.participant_id = p.id
                                     and c.kind = 'PROCESSING' and c.withdrawn_on is null)
                 order by place, what, code, who, id
                """).param("organisation", tenant.id()).param("today", clock.today()).param("year", AcademicYear.of(clock.today()).start())
                .query(Gap.class).list();
    }

    private ToDo missing(String what, List<Gap> gaps) {
        return switch (what) {
            // ◆ Of this year's roadmap alone: what last year's left undone is past.
            case "OVERDUE_MEASURES" -> new ToDo(DUE_SOON, "просрочено", "Отметить выполнение дорожной карты",
                    "Срок прошёл, а отметки нет: " + russian.count(Long.parseLong(gaps.get(0).code()), "мероприятие", "мероприятия", "мероприятий")
                            + ". Самый ранний срок – " + russian.date(gaps.get(0).day()) + ". Посетители видят эти строки просроченными",
                    "/workspace/roadmap/" + gaps.get(0).id(), "Отметить");
            case "PARTNER_DOCUMENT" -> each(gaps, "нет документа", "Приложить документ партнёра",
                    "Строка 11 формы: чем подтверждено участие предприятия или организации", "Приложить",
                    gap -> new ToDo.Item(gap.who(), "/workspace/documents/new?kind=PARTNER_DOCUMENT&partner=" + gap.id()));
            case "PARTIES_CONSENT" -> each(gaps, "нет согласия", "Внести согласие сторон",
                    "ТК РФ, ст. 351.8: письменное согласие с датой", "Внести",
                    gap -> new ToDo.Item(gap.code() + ", " + gap.who(), "/workspace/mentorships/" + gap.id() + "/edit#partiesConsentOn"));
            case "LEFT_BEHIND" -> each(gaps, "проверьте", "Завершить или отменить программу",
                    "Пара или группа завершена раньше, а её программа осталась. Если люди работают дальше, у новой пары должна быть своя",
                    "К программе", this::outliving);
            case "OUTLIVES" -> each(gaps, "проверьте", "Сверить сроки программы и закрепления",
                    "Программа длится дольше закрепления. Начните её новую редакцию с более ранним окончанием или исправьте срок пары",
                    "К программе", this::outliving);
            case "ORDER_FILE" -> each(gaps, "нет файла", "Приложить файл приказа",
                    "Строка 7 формы: по этому приказу работают пары", "Приложить",
                    gap -> new ToDo.Item(russian.paper(gap.code(), gap.day()), "/workspace/orders/" + gap.id() + "/edit#file"));
            // Not a paper like others: what the law forbids comes before what spoils a figure.
            default -> ToDo.forEach(GRAVE, "нет согласия", "Взять согласие на обработку персональных данных",
                    "152-ФЗ: без согласия вести человека в базе нельзя", "Внести",
                    gaps.stream().map(gap -> new ToDo.Item(gap.who(), "/workspace/" + gap.code() + "/" + gap.id() + "/consents/new")).toList());
        };
    }

    private static ToDo each(List<Gap> gaps, String tag, String title, String why, String action,
                             Function<Gap, ToDo.Item> item) {
        return ToDo.forEach(MISSING, tag, title, why, action, gaps.stream().map(item).toList());
    }

    private ToDo.Item outliving(Gap gap) {
        return new ToDo.Item("«" + gap.who() + "», а " + gap.code() + " – до " + russian.date(gap.day()), "/workspace/programmes/" + gap.id());
    }

    private void publication(Sections.State state, List<ToDo> list) {
        if (state.newest() != null && !state.changes().isEmpty()) {
            list.add(new ToDo(MISSING, "не опубликовано", "Опубликовать изменения",
                    "После " + russian.date(state.newest().publishedOn()) + " изменилось: " + String.join(", ", state.changes()),
                    "/workspace/section", "К публикации"));
        }
    }
}
