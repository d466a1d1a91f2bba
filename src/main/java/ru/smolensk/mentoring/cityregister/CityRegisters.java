package ru.smolensk.mentoring.cityregister;

import static ru.smolensk.mentoring.cityregister.Column.date;
import static ru.smolensk.mentoring.cityregister.Column.named;
import static ru.smolensk.mentoring.cityregister.Column.number;
import static ru.smolensk.mentoring.cityregister.Column.whether;
import static ru.smolensk.mentoring.cityregister.Column.words;
import static ru.smolensk.mentoring.cityregister.Narrowing.option;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.Workplace;
import ru.smolensk.mentoring.platform.NotFound;

/** The registers there are (order 4.6). To add a column, add a line. */
final class CityRegisters {

    private static final String PERSON = "p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '')";
    private static final String[] BY_NAME = {"p.last_name", "p.first_name", "p.patronymic", "p.born_on"};
    private static final String EXPERIENCE = "case when p.teaching_since <= :today then extract(year from age(:today, p.teaching_since))::int end";
    private static final String EMPLOYER = "coalesce(p.employer_name, q.name)";

    /** ◆ A request is served when the mentee has worked with the mentor to the planned end: neither left nor ended early. */
    static final String SERVED = """
            (select count(distinct e.mentee_id) from mentorship_mentee e
               join mentorship w on w.organisation_id = e.organisation_id and w.id = e.mentorship_id and w.last_day = w.planned_end
              where e.organisation_id = m.organisation_id and e.mentor_id = m.participant_id and not e.annulled and e.left_on is null
                and e.last_day < :today)""";
    private static final String MENTEES_NOW = """
            (select count(distinct e.mentee_id) from mentorship_mentee e
              where e.organisation_id = m.organisation_id and e.mentor_id = m.participant_id and not e.annulled
                and :today between e.joined_on and coalesce(e.left_on, e.last_day))""";
    private static final String MENTORS_NOW = """
            (select string_agg(distinct t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, ''), ', ')
               from mentorship_mentee e join participant t on t.organisation_id = e.organisation_id and t.id = e.mentor_id
              where e.organisation_id = m.organisation_id and e.mentee_id = m.participant_id and not e.annulled
                and :today between e.joined_on and coalesce(e.left_on, e.last_day))""";

    private static Column consent(String key, String heading, String meaning, String kind) {
        return whether(key, heading, meaning, "exists (select from consent c where c.organisation_id = m.organisation_id"
                + " and c.participant_id = m.participant_id and c.kind = '" + kind + "' and c.withdrawn_on is null)").onDemand();
    }

    private static Column organisation() {
        return words("organisation", "Организация", 30, "Организация, которая внесла эту запись", "o.short_name").sortedBy("o.short_name");
    }

    private static Column organisationKind() {
        return named("organisation-kind", "Вид организации", 18, "Школа, детский сад или дополнительное образование", "o.kind",
                OrganisationKind.values()).onDemand();
    }

    private static String people(String role, String more) {
        return """
                select r.organisation_id, r.participant_id as id, p.search_name as text
                  from %1$s r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                union all
                select r.organisation_id, r.participant_id, o.search_name from %1$s r join organisation o on o.id = r.organisation_id
                union all
                select r.organisation_id, r.participant_id, coalesce(p.employer_name, q.name)
                  from %1$s r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
                 where p.workplace <> 'OWN_STAFF'
                union all
                select r.organisation_id, r.participant_id, %2$s from %1$s r where %2$s is not null
                """.formatted(role, more);
    }

    private static String stemsOfPeople(String role) {
        return """
                select r.organisation_id, r.participant_id as id, r.search_words as stems from %1$s r
                union all
                select r.organisation_id, r.participant_id, p.search_words
                  from %1$s r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                union all
                select r.organisation_id, r.participant_id, o.search_words from %1$s r join organisation o on o.id = r.organisation_id
                """.formatted(role);
    }

    private static String rowsOfPeople(String role) {
        return """
                  from %1$s m
                  join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id
                  join organisation o on o.id = m.organisation_id
                  left join partner_organisation q on q.organisation_id = p.organisation_id and q.id = p.partner_id
                  left join %1$s_standing(:today, :today, null) s on s.organisation_id = m.organisation_id and s.participant_id = m.participant_id
                """.formatted(role);
    }

    static final Register MENTORS = new Register("mentors", "Наставники",
            "Все, кого организации города внесли в базы наставников: что умеют, каков стаж, сколько запросов выполнили и сколько ведут сейчас.",
            List.of("наставник", "наставника", "наставников"), rowsOfPeople("mentor"), "m.organisation_id", "m.participant_id",
            "'/department/organisations/' || o.slug || '/mentors/' || m.participant_id", null, people("mentor", "r.competences"), stemsOfPeople("mentor"),
            List.of(Narrowing.of("state", "Показать",
                            option("", "всех, кто в базе", "p.left_on is null"),
                            option("free", "кто сейчас никого не ведёт", "p.left_on is null and s.mentorship_ids = '{}'"),
                            option("busy", "кто ведёт пару или группу", "p.left_on is null and s.mentorship_ids <> '{}'"),
                            option("left", "выбывших", "p.left_on is not null")),
                    Narrowing.of("workplace", "Место работы",
                            option("", "любое", "true"),
                            option("OWN_STAFF", "в организации, которая внесла", "p.workplace = 'OWN_STAFF'"),
                            option("OTHER_EDUCATIONAL", "другая образовательная организация", "p.workplace = 'OTHER_EDUCATIONAL'"),
                            option("PARTNER", "предприятие или партнёр", "p.workplace = 'PARTNER'"))),
            List.of(words("name", "Фамилия, имя, отчество", 34, "Наставник, как он внесён в базу организации", PERSON).sortedBy(BY_NAME),
                    organisation(),
                    organisationKind(),
                    words("position", "Должность", 24, "Должность наставника", "p.position"),
                    words("employer", "Место работы", 28, "Где работает наставник, если не в самой организации", EMPLOYER).onDemand(),
                    words("competences", "Компетенции", 44, "В чём наставник может помочь: как записала организация", "m.competences"),
                    number("experience", "Стаж, лет", "Полных лет педагогического стажа на сегодня; пусто, если начало стажа не указано", EXPERIENCE),
                    words("category", "Категория", 16, "Квалификационная категория", "m.category").onDemand(),
                    words("achievements", "Достижения", 44, "Награды, звания и результаты: как записала организация", "m.achievements").onDemand(),
                    number("served", "Выполнено запросов",
                            "Сколько разных наставляемых прошли с этим наставником пару или группу до планового окончания. Кто вышел раньше и чья пара прервана, не считаются",
                            SERVED),
                    number("mentorships", "Ведёт сейчас", "Сколько пар и групп наставника действуют сегодня", "cardinality(s.mentorship_ids)"),
                    number("mentees", "Наставляемых сейчас", "Сколько разных наставляемых сегодня в его парах и группах", MENTEES_NOW).onDemand(),
                    words("free-time", "Ресурс времени", 26, "Когда и сколько наставник готов работать: как записала организация", "m.free_time"),
                    whether("entered", "Вошёл в программу", "Есть и действующий приказ, и действующая утверждённая программа (раздел 5 правил счёта)",
                            "s.entered").onDemand(),
                    date("entered-on", "В базе с", "День, когда наставник внесён в базу", "m.entered_on").onDemand(),
                    consent("processing", "Согласие на обработку", "Действует ли согласие на обработку персональных данных", "PROCESSING"),
                    consent("distribution", "Согласие на распространение", "Действует ли согласие на распространение персональных данных", "DISTRIBUTION"),
                    whether("public", "В реестре города", "Включён ли отделом в открытый реестр наставников с положительным опытом",
                            "exists (select from register_entry g where g.organisation_id = m.organisation_id and g.mentor_id = m.participant_id"
                                    + " and g.excluded_on is null)").onDemand()));

    static final Register MENTEES = new Register("mentees", "Наставляемые",
            "Все, кому в организациях города нужен наставник, и с каким запросом.",
            List.of("наставляемый", "наставляемых", "наставляемых"), rowsOfPeople("mentee"), "m.organisation_id", "m.participant_id",
            "'/department/organisations/' || o.slug || '/mentees/' || m.participant_id",
            new Register.Further("кто мог бы помочь", "/helpers"), people("mentee", "r.request"), stemsOfPeople("mentee"),
            List.of(Narrowing.of("state", "Показать",
                            option("", "всех, кто в базе", "p.left_on is null"),
                            option("waiting", "кто ждёт наставника", "p.left_on is null and s.mentorship_ids = '{}'"),
                            option("requests", "кто ждёт, и запрос записан", "p.left_on is null and s.mentorship_ids = '{}' and m.request is not null"),
                            option("with-mentor", "у кого наставник есть", "p.left_on is null and s.mentorship_ids <> '{}'"),
                            option("left", "выбывших", "p.left_on is not null")),
                    new Narrowing("category", "Категория", Stream.concat(Stream.of(option("", "любая", "true")),
                            Arrays.stream(MenteeCategory.values()).map(one -> option(one.name(), one.label(), "m.category = '" + one.name() + "'"))).toList())),
            List.of(words("name", "Фамилия, имя, отчество", 34, "Наставляемый, как он внесён в базу организации", PERSON).sortedBy(BY_NAME),
                    organisation(),
                    organisationKind(),
                    words("position", "Должность", 24, "Должность наставляемого", "p.position"),
                    named("category", "Категория", 22, "Кому нужен наставник (пункт 2.2 Положения)", "m.category", MenteeCategory.values()),
                    words("request", "Запрос", 50, "С чем нужна помощь: как записала организация", "m.request"),
                    words("mentors", "Наставник сейчас", 34, "Чьи пары и группы с этим человеком действуют сегодня", MENTORS_NOW),
                    number("experience", "Стаж, лет", "Полных лет педагогического стажа на сегодня; пусто, если начало стажа не указано", EXPERIENCE).onDemand(),
                    whether("young", "Молодой специалист", "Стаж от 0 до 3 лет включительно на сегодня", "is_young_specialist(p.teaching_since, :today, :today)")
                            .onDemand(),
                    named("workplace", "Место работы", 28, "Где работает наставляемый", "p.workplace", Workplace.values()).onDemand(),
                    words("employer", "Работодатель или вуз", 28, "Где работает или учится, если не в самой организации", EMPLOYER).onDemand(),
                    whether("entered", "Вошёл в программу", "Есть и действующий приказ, и действующая утверждённая программа (раздел 5 правил счёта)",
                            "s.entered").onDemand(),
                    date("entered-on", "В базе с", "День, когда наставляемый внесён в базу", "m.entered_on").onDemand(),
                    consent("processing", "Согласие на обработку", "Действует ли согласие на обработку персональных данных", "PROCESSING")));

    private static final String PROGRAMME_STATE = """
            case p.status when 'DRAFT' then 'черновик' when 'SUPERSEDED' then 'заменена новой редакцией' when 'COMPLETED' then 'завершена'
              when 'CANCELLED' then 'отменена' when 'ANNULLED' then 'аннулирована'
              else case when p.starts_on > :today then 'утверждена, ещё не началась' when p.ends_on < :today then 'срок вышел' else 'действует' end end""";
    private static final String MENTEES_OF_PROGRAMME = """
            (select string_agg(t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, ''), ', ' order by t.last_name, t.first_name, t.id)
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
                            Arrays.stream(MentoringForm.values()).map(one -> option(one.name(), one.label(), "m.form = '" + one.name() + "'"))).toList())),
            List.of(words("title", "Программа", 44, "Название персонализированной программы", "p.title").sortedBy("p.title"),
                    organisation(),
                    organisationKind(),
                    words("mentor", "Наставник", 34, "Наставник пары или группы, которой принадлежит программа",
                            "t.last_name || ' ' || t.first_name || coalesce(' ' || t.patronymic, '')").sortedBy("t.last_name", "t.first_name", "t.patronymic"),
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
                    words("difficulties", "Затруднения", 50, "Профессиональные затруднения, выявленные диагностикой", "p.difficulties").onDemand(),
                    number("edition", "Редакция", "Номер редакции программы", "p.edition").onDemand()));

    private static final String APPOINTMENT_STATE = """
            case when a.annulled_on is not null then 'аннулировано' when a.starts_on > :today then 'ещё не началось'
              when a.ends_on < :today then 'закончилось' else 'действует' end""";
    private static final String IN_FORCE = "a.annulled_on is null and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)";

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
                """, "select a.organisation_id, a.id, o.search_words as stems from curator_appointment a join organisation o on o.id = a.organisation_id",
            List.of(Narrowing.of("state", "Показать",
                    option("", "действующие", IN_FORCE),
                    option("ahead", "которые ещё не начались", "a.annulled_on is null and a.starts_on > :today"),
                    option("ended", "закончившиеся", "a.annulled_on is null and a.ends_on < :today"),
                    option("annulled", "аннулированные", "a.annulled_on is not null"),
                    option("all", "все", "true"))),
            List.of(words("name", "Куратор", 34, "Имя, под которым куратор входит в портал", "c.display_name").sortedBy("c.display_name collate russian", "c.login"),
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

    private static final String MENTORS_OF_PARTNER = """
            (select count(*) from participant p join mentor m on m.organisation_id = p.organisation_id and m.participant_id = p.id
              where p.organisation_id = q.organisation_id and p.partner_id = q.id and p.left_on is null)""";
    static final Register PARTNERS = new Register("partners", "Партнёры",
            "Предприятия и организации, чьи работники стали наставниками. Каждую запись ведёт организация, которая сотрудничает с партнёром.",
            List.of("партнёр", "партнёра", "партнёров"), """
                  from partner_organisation q
                  join organisation o on o.id = q.organisation_id
                  left join (select s.organisation_id, s.partner_id, count(*) as entered from mentor_standing(:today, :today, null) s
                              where s.entered and s.partner_id is not null group by s.organisation_id, s.partner_id) s
                         on s.organisation_id = q.organisation_id and s.partner_id = q.id
                """, "q.organisation_id", "q.id", "'/department/organisations/' || o.slug || '/indicators/partner-organisations'", null, """
                select q.organisation_id, q.id, q.name as text from partner_organisation q
                union all
                select q.organisation_id, q.id, q.inn from partner_organisation q where q.inn is not null
                union all
                select q.organisation_id, q.id, o.search_name from partner_organisation q join organisation o on o.id = q.organisation_id
                """, """
                select q.organisation_id, q.id, searched_words(q.name || ' ' || coalesce(q.note, '')) as stems from partner_organisation q
                union all
                select q.organisation_id, q.id, o.search_words from partner_organisation q join organisation o on o.id = q.organisation_id
                """,
            List.of(Narrowing.of("state", "Показать",
                    option("", "всех партнёров", "q.annulled_on is null"),
                    option("entered", "чьи наставники вошли в программы", "q.annulled_on is null and s.entered > 0"),
                    option("undocumented", "без подтверждающего документа", "q.annulled_on is null and not exists (select from local_act l"
                            + " where l.organisation_id = q.organisation_id and l.partner_id = q.id and l.annulled_on is null)"),
                    option("annulled", "внесённых по ошибке", "q.annulled_on is not null"))),
            List.of(words("name", "Партнёр", 40, "Название предприятия или организации", "q.name").sortedBy("q.name"),
                    organisation(),
                    organisationKind(),
                    words("inn", "ИНН", 14, "Идентификационный номер налогоплательщика", "q.inn"),
                    number("mentors", "Наставников в базе", "Сколько его работников внесены как наставники и не выбыли", MENTORS_OF_PARTNER),
                    number("entered", "Вошли в программы", "Сколько его работников сегодня вошли в программы наставничества (строка 11 формы)", "coalesce(s.entered, 0)"),
                    words("document", "Подтверждающий документ", 40, "Документ, который подтверждает участие партнёра", """
                            (select string_agg(l.title, '; ' order by l.dated_on desc) from local_act l
                              where l.organisation_id = q.organisation_id and l.partner_id = q.id and l.annulled_on is null)"""),
                    words("website", "Сайт", 26, "Адрес сайта партнёра", "q.website").onDemand(),
                    words("note", "Примечание", 34, "Что организация записала о партнёре", "q.note").onDemand(),
                    number("organisations", "Организаций с ним",
                            "Сколько организаций города внесли партнёра с тем же ИНН; пусто, если ИНН не указан",
                            "case when q.inn is not null then (select count(distinct z.organisation_id) from partner_organisation z"
                                    + " where z.inn = q.inn and z.annulled_on is null) end").onDemand()));

    static final Register ORGANISATIONS = new Register("organisations", "Организации",
            "Организации города и их сегодняшние показатели: по тем же правилам, что в разделе «Наставничество».",
            List.of("организация", "организации", "организаций"), """
                  from organisation o
                  left join indicators(:today, :today, null) i on i.organisation_id = o.id
                  left join lateral (select e.published_on from section_edition e where e.organisation_id = o.id
                                      order by e.published_on desc, e.number desc limit 1) e on true
                """, "o.id", "o.id", "'/department/organisations/' || o.slug", null,
            "select o.id as organisation_id, o.id, o.search_name as text from organisation o",
            "select o.id as organisation_id, o.id, o.search_words as stems from organisation o",
            List.of(Narrowing.of("state", "Показать",
                    option("", "работающие", "o.closed_on is null or o.closed_on > :today"),
                    option("empty", "где никто не вошёл в программы", "(o.closed_on is null or o.closed_on > :today)"
                            + " and coalesce(i.mentors_entered, 0) = 0 and coalesce(i.young_entered, 0) = 0"),
                    option("no-staff", "без данных о численности", "(o.closed_on is null or o.closed_on > :today) and i.counted_on is null"),
                    option("unpublished", "без опубликованного раздела", "(o.closed_on is null or o.closed_on > :today) and e.published_on is null"),
                    option("closed", "закрытые", "o.closed_on <= :today"))),
            List.of(words("name", "Организация", 34, "Краткое название", "o.short_name").sortedBy("o.short_name"),
                    named("organisation-kind", "Вид", 18, "Школа, детский сад или дополнительное образование", "o.kind", OrganisationKind.values()),
                    words("full-name", "Полное название", 60, "Как в уставе", "o.full_name").onDemand(),
                    words("curators", "Кураторы", 34, "Кто сегодня назначен куратором",
                            "(select string_agg(distinct c.display_name, ', ') from curator_appointment a join account c on c.id = a.account_id"
                                    + " where a.organisation_id = o.id and " + IN_FORCE + ")"),
                    number("mentors", "Наставников в базе", "Сколько наставников внесены и не выбыли", inBase("mentor")),
                    number("mentees", "Наставляемых в базе", "Сколько наставляемых внесены и не выбыли", inBase("mentee")),
                    number("mentorships", "Пар и групп", "Сколько пар и групп действуют сегодня (строка 6 формы)", "i.pairs + i.groups"),
                    number("programmes", "Программ", "Сколько утверждённых программ действуют сегодня (строка 8 формы)", "i.programmes"),
                    number("teaching-staff", "Педагогов", "Численность педагогических работников по последним данным", "i.teaching_staff").onDemand(),
                    number("mentors-entered", "Наставников вошло", "Педагоги организации, вошедшие в программы как наставники (строка 10, числитель)",
                            "i.mentors_entered"),
                    number("young", "Молодых специалистов", "Молодые специалисты по последним данным о численности", "i.young_specialists").onDemand(),
                    number("young-entered", "Молодых вошло", "Молодые специалисты, вошедшие в программы как наставляемые (строка 9, числитель)",
                            "i.young_entered"),
                    number("partners", "Партнёров", "Сколько предприятий и организаций, чьи работники вошли в программы (строка 11)", "i.partners").onDemand(),
                    date("counted-on", "Численность на", "День, на который указана численность", "i.counted_on").onDemand(),
                    date("published", "Раздел от", "Когда опубликована последняя редакция раздела «Наставничество»", "e.published_on"),
                    words("website", "Сайт", 26, "Адрес сайта организации", "o.website").onDemand()));

    static final List<Register> ALL = List.of(MENTORS, MENTEES, PROGRAMMES, CURATORS, PARTNERS, ORGANISATIONS);

    private CityRegisters() {
    }

    private static String inBase(String role) {
        return "(select count(*) from " + role + " m join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id"
                + " where m.organisation_id = o.id and p.left_on is null)";
    }

    /**
     * The register of that name.
     *
     * @throws NotFound if there is none
     */
    static Register called(String key) {
        return ALL.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(NotFound::new);
    }
}
