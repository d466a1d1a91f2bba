package ru.smolensk.mentoring.cityregister;

import static ru.smolensk.mentoring.cityregister.Column.date;
import static ru.smolensk.mentoring.cityregister.Column.named;
import static ru.smolensk.mentoring.cityregister.Column.number;
import static ru.smolensk.mentoring.cityregister.Column.organisation;
import static ru.smolensk.mentoring.cityregister.Column.organisationKind;
import static ru.smolensk.mentoring.cityregister.Column.whether;
import static ru.smolensk.mentoring.cityregister.Column.words;
import static ru.smolensk.mentoring.cityregister.Narrowing.option;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ru.smolensk.mentoring.mentorship.MentoringForm;

/** What is done with people: programmes, and the appointments of those who answer for them. */
final class WorkRegisters {

    private static final String PROGRAMME_STATE = """
            case p.status when 'DRAFT' then 'черновик' when 'SUPERSEDED' then 'заменена новой редакцией' when 'COMPLETED' then 'завершена'
              when 'CANCELLED' then 'отменена' when 'ANNULLED' then 'аннулирована'
              else case when p.starts_on > :today then 'утверждена, ещё не началась' when p.ends_on < :today then 'срок вышел'
                  else 'действует' end end""";
    private static final String MENTEES_OF_PROGRAMME = """
            (select string_agg(t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, ''), ', '
                order by t.last_name, t.first_name, t.id)
               from programme_mentee e join participant t on t.organisation_id = e.organisation_id and t.id = e.mentee_id
              where e.organisation_id = p.organisation_id and e.programme_id = p.id)""";

    static final Register PROGRAMMES = new Register("programmes", "Программы",
            "Персонализированные программы всех организаций: чьи они, до какого срока и что уже сделано.",
            List.of("программа", "программы", "программ"), """
                  from programme p
                  join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id
                  join participant t on t.organisation_id = m.organisation_id and t.id = m.mentor_id
                  join organisation o on o.id = p.organisation_id
                  left join lateral (select count(*) as planned, count(a.done_on) as done from programme_activity a
                                      where a.organisation_id = p.organisation_id and a.programme_id = p.id) a on true
                """, "p.organisation_id", "p.id", "'/department/organisations/' || o.slug || '/programmes/' || p.id", null, """
                select p.organisation_id, p.id, p.title as text from programme p
                union all
                select p.organisation_id, p.id, o.search_name from programme p join organisation o on o.id = p.organisation_id
                union all
                select p.organisation_id, p.id, t.search_name from programme p
                  join mentorship m on m.organisation_id = p.organisation_id and m.id = p.mentorship_id
                  join participant t on t.organisation_id = m.organisation_id and t.id = m.mentor_id
                union all
                select e.organisation_id, e.programme_id, t.search_name from programme_mentee e
                  join participant t on t.organisation_id = e.organisation_id and t.id = e.mentee_id
                """, """
                select p.organisation_id, p.id, p.search_words as stems from programme p
                union all
                select p.organisation_id, p.id, o.search_words from programme p join organisation o on o.id = p.organisation_id
                """,
            List.of(Narrowing.of("state", "Показать",
                            option("", "черновики и утверждённые", "p.status in ('DRAFT', 'APPROVED')"),
                            option("in-force", "действующие сегодня", "p.status = 'APPROVED' and :today between p.starts_on and p.ends_on"),
                            option("draft", "черновики", "p.status = 'DRAFT'"),
                            option("overdue", "у которых вышел срок", "p.status = 'APPROVED' and p.ends_on < :today"),
                            option("closed", "завершённые и отменённые", "p.status in ('COMPLETED', 'CANCELLED')"),
                            option("all", "все редакции", "true")),
                    new Narrowing("form", "Форма", Stream.concat(Stream.of(option("", "любая", "true")),
                            Arrays.stream(MentoringForm.values())
                                    .map(one -> option(one.name(), one.label(), "m.form = '" + one.name() + "'"))).toList())),
            List.of(words("title", "Программа", 44, "Название персонализированной программы", "p.title").sortedBy("p.title"),
                    organisation(),
                    organisationKind(),
                    words("mentor", "Наставник", 34, "Наставник пары или группы, которой принадлежит программа",
                            "t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, '')")
                            .sortedBy("t.last_name", "t.first_name", "t.patronymic"),
                    words("mentees", "Наставляемые", 40, "Кого охватывает программа", MENTEES_OF_PROGRAMME),
                    named("form", "Форма", 30, "Форма наставничества пары или группы", "m.form", MentoringForm.values()).onDemand(),
                    words("state", "Состояние", 20, "Что с программой сегодня", PROGRAMME_STATE),
                    date("starts", "Начало", "Первый день программы", "p.starts_on"),
                    date("ends", "Окончание", "Последний день программы по плану", "p.ends_on"),
                    date("approved", "Утверждена", "Дата утверждения актом организации", "p.approved_on").onDemand(),
                    words("act", "Акт", 14, "Номер акта об утверждении", "p.act_number").onDemand(),
                    number("done", "Сделано мероприятий", "Сколько мероприятий программы отмечены как проведённые", "a.done"),
                    number("planned", "Всего мероприятий", "Сколько мероприятий в программе", "a.planned"),
                    words("goal", "Цель", 50, "Цель программы", "p.goal").onDemand(),
                    words("difficulties", "Затруднения", 50, "Профессиональные затруднения, выявленные диагностикой", "p.difficulties")
                            .onDemand(),
                    number("edition", "Редакция", "Номер редакции программы", "p.edition").onDemand()));

    private static final String APPOINTMENT_STATE = """
            case when a.annulled_on is not null then 'аннулировано' when a.starts_on > :today then 'ещё не началось'
              when a.ends_on < :today then 'закончилось' else 'действует' end""";
    static final String IN_FORCE = "a.annulled_on is null and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)";

    static final Register CURATORS = new Register("curators", "Кураторы",
            "Кто отвечает за наставничество в каждой организации, по какому приказу и до какого дня.",
            List.of("назначение", "назначения", "назначений"), """
                  from curator_appointment a
                  join account c on c.id = a.account_id
                  join organisation o on o.id = a.organisation_id
                """, "a.organisation_id", "a.id", "'/department/curators/' || a.id", null, """
                select a.organisation_id, a.id, c.display_name || ' ' || c.login || ' ' || a.order_number as text
                  from curator_appointment a join account c on c.id = a.account_id
                union all
                select a.organisation_id, a.id, o.search_name from curator_appointment a join organisation o on o.id = a.organisation_id
                """, "select a.organisation_id, a.id, o.search_words as stems from curator_appointment a "
                        + "join organisation o on o.id = a.organisation_id",
            List.of(Narrowing.of("state", "Показать",
                    option("", "действующие", IN_FORCE),
                    option("ahead", "которые ещё не начались", "a.annulled_on is null and a.starts_on > :today"),
                    option("ended", "закончившиеся", "a.annulled_on is null and a.ends_on < :today"),
                    option("annulled", "аннулированные", "a.annulled_on is not null"),
                    option("all", "все", "true"))),
            List.of(words("name", "Куратор", 34, "Имя, под которым куратор входит в портал", "c.display_name")
            .sortedBy("c.display_name collate russian", "c.login"),
                    organisation(),
                    organisationKind(),
                    words("order", "Приказ", 14, "Номер приказа о назначении", "a.order_number"),
                    date("order-date", "Дата приказа", "Дата приказа о назначении", "a.order_dated_on"),
                    date("starts", "Назначен с", "Первый день назначения", "a.starts_on"),
                    date("ends", "По", "Последний день назначения; пусто, если срок не назван", "a.ends_on"),
                    words("state", "Состояние", 18, "Что с назначением сегодня", APPOINTMENT_STATE),
                    words("email", "Почта", 30, "Адрес, на который портал пишет куратору", "c.email").onDemand(),
                    words("login", "Имя для входа", 20, "Имя учётной записи", "c.login").onDemand(),
                    whether("blocked", "Вход закрыт", "Закрыта ли учётная запись администратором", "c.blocked").onDemand()));

    private WorkRegisters() {
    }
}
