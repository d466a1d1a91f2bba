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
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.participant.Workplace;

/** Mentors and mentees of all organisations. */
final class PeopleRegisters {

    private static final String PERSON = "p.last_name || ' ' || p.first_name || coalesce(' ' || p.patronymic, '')";
    private static final String HAS_ENTERED = "Есть и действующий приказ, и действующая утверждённая программа (раздел 5 правил счёта)";
    private static final String[] BY_NAME = {"p.last_name", "p.first_name", "p.patronymic", "p.born_on"};
    private static final String EXPERIENCE =
            "case when p.teaching_since <= :today then extract(year from age(:today, p.teaching_since))::int end";
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

    static final Register MENTORS = new Register("mentors", "Наставники",
            "Все, кого организации города внесли в базы наставников: что умеют, каков стаж, "
                    + "сколько запросов выполнили и сколько ведут сейчас.",
            List.of("наставник", "наставника", "наставников"), rowsOfPeople("mentor"), "m.organisation_id", "m.participant_id",
            "'/department/organisations/' || o.slug || '/mentors/' || m.participant_id", null, people("mentor", "r.competences"),
            stemsOfPeople("mentor"),
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
                    number("experience", "Стаж, лет", "Полных лет педагогического стажа на сегодня; пусто, если начало стажа не указано",
                            EXPERIENCE),
                    words("category", "Категория", 16, "Квалификационная категория", "m.category").onDemand(),
                    words("achievements", "Достижения", 44, "Награды, звания и результаты: как записала организация", "m.achievements")
                            .onDemand(),
                    number("served", "Выполнено запросов",
                            "Сколько разных наставляемых прошли с этим наставником пару или группу до планового окончания. "
                                    + "Кто вышел раньше и чья пара прервана, не считаются",
                            SERVED),
                    number("mentorships", "Ведёт сейчас", "Сколько пар и групп наставника действуют сегодня",
                            "cardinality(s.mentorship_ids)"),
                    number("mentees", "Наставляемых сейчас", "Сколько разных наставляемых сегодня в его парах и группах", MENTEES_NOW)
                            .onDemand(),
                    words("free-time", "Ресурс времени", 26, "Когда и сколько наставник готов работать: как записала организация",
                            "m.free_time"),
                    whether("entered", "Вошёл в программу", HAS_ENTERED, "s.entered").onDemand(),
                    date("entered-on", "В базе с", "День, когда наставник внесён в базу", "m.entered_on").onDemand(),
                    consent("processing", "Согласие на обработку", "Действует ли согласие на обработку персональных данных", "PROCESSING"),
                    consent("distribution", "Согласие на распространение", "Действует ли согласие на распространение персональных данных",
                            "DISTRIBUTION"),
                    whether("public", "В реестре города", "Включён ли отделом в открытый реестр наставников с положительным опытом",
                            "exists (select from register_entry g where g.organisation_id = m.organisation_id "
                                    + "and g.mentor_id = m.participant_id"
                                    + " and g.excluded_on is null)").onDemand()));

    static final Register MENTEES = new Register("mentees", "Наставляемые",
            "Все, кому в организациях города нужен наставник, и с каким запросом.",
            List.of("наставляемый", "наставляемых", "наставляемых"), rowsOfPeople("mentee"), "m.organisation_id", "m.participant_id",
            "'/department/organisations/' || o.slug || '/mentees/' || m.participant_id",
            new Register.Further("кто мог бы помочь", "/helpers"), people("mentee", "r.request"), stemsOfPeople("mentee"),
            List.of(Narrowing.of("state", "Показать",
                            option("", "всех, кто в базе", "p.left_on is null"),
                            option("waiting", "кто ждёт наставника", "p.left_on is null and s.mentorship_ids = '{}'"),
                            option("requests", "кто ждёт, и запрос записан",
                                    "p.left_on is null and s.mentorship_ids = '{}' and m.request is not null"),
                            option("with-mentor", "у кого наставник есть", "p.left_on is null and s.mentorship_ids <> '{}'"),
                            option("left", "выбывших", "p.left_on is not null")),
                    new Narrowing("category", "Категория", Stream.concat(Stream.of(option("", "любая", "true")),
                            Arrays.stream(MenteeCategory.values())
                                    .map(one -> option(one.name(), one.label(), "m.category = '" + one.name() + "'"))).toList())),
            List.of(words("name", "Фамилия, имя, отчество", 34, "Наставляемый, как он внесён в базу организации", PERSON).sortedBy(BY_NAME),
                    organisation(),
                    organisationKind(),
                    words("position", "Должность", 24, "Должность наставляемого", "p.position"),
                    named("category", "Категория", 22, "Кому нужен наставник (пункт 2.2 Положения)", "m.category", MenteeCategory.values()),
                    words("request", "Запрос", 50, "С чем нужна помощь: как записала организация", "m.request"),
                    words("mentors", "Наставник сейчас", 34, "Чьи пары и группы с этим человеком действуют сегодня", MENTORS_NOW),
                    number("experience", "Стаж, лет", "Полных лет педагогического стажа на сегодня; пусто, если начало стажа не указано",
                            EXPERIENCE).onDemand(),
                    whether("young", "Молодой специалист", "Стаж от 0 до 3 лет включительно на сегодня",
                            "is_young_specialist(p.teaching_since, :today, :today)")
                            .onDemand(),
                    named("workplace", "Место работы", 28, "Где работает наставляемый", "p.workplace", Workplace.values()).onDemand(),
                    words("employer", "Работодатель или вуз", 28, "Где работает или учится, если не в самой организации", EMPLOYER)
                            .onDemand(),
                    whether("entered", "Вошёл в программу", HAS_ENTERED, "s.entered").onDemand(),
                    date("entered-on", "В базе с", "День, когда наставляемый внесён в базу", "m.entered_on").onDemand(),
                    consent("processing", "Согласие на обработку", "Действует ли согласие на обработку персональных данных",
                            "PROCESSING")));

    private PeopleRegisters() {
    }

    private static Column consent(String key, String heading, String meaning, String kind) {
        return whether(key, heading, meaning, "exists (select from consent c where c.organisation_id = m.organisation_id"
                + " and c.participant_id = m.participant_id and c.kind = '" + kind + "' and c.withdrawn_on is null)").onDemand();
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
                  left join %1$s_standing(:today, :today, null) s
                      on s.organisation_id = m.organisation_id and s.participant_id = m.participant_id
                """.formatted(role);
    }
}
