package ru.smolensk.mentoring.cityregister;

import static ru.smolensk.mentoring.cityregister.Column.date;
import static ru.smolensk.mentoring.cityregister.Column.named;
import static ru.smolensk.mentoring.cityregister.Column.number;
import static ru.smolensk.mentoring.cityregister.Column.organisation;
import static ru.smolensk.mentoring.cityregister.Column.organisationKind;
import static ru.smolensk.mentoring.cityregister.Column.words;
import static ru.smolensk.mentoring.cityregister.Narrowing.option;

import java.util.List;
import ru.smolensk.mentoring.organisation.OrganisationKind;

/** Partners and organisations. */
final class PlaceRegisters {

    private static final String MENTORS_OF_PARTNER = """
            (select count(*) from participant p join mentor m on m.organisation_id = p.organisation_id and m.participant_id = p.id
              where p.organisation_id = q.organisation_id and p.partner_id = q.id and p.left_on is null)""";
    static final Register PARTNERS = new Register("partners", "Партнёры",
            "Предприятия и организации, чьи работники стали наставниками. "
                    + "Каждую запись ведёт организация, которая сотрудничает с партнёром.",
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
                    number("mentors", "Наставников в базе", "Сколько его работников внесены как наставники и не выбыли",
                            MENTORS_OF_PARTNER),
                    number("entered", "Вошли в программы",
                            "Сколько его работников сегодня вошли в программы наставничества (строка 11 формы)",
                            "coalesce(s.entered, 0)"),
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
                    option("no-staff", "без данных о численности",
                            "(o.closed_on is null or o.closed_on > :today) and i.counted_on is null"),
                    option("unpublished", "без опубликованного раздела",
                            "(o.closed_on is null or o.closed_on > :today) and e.published_on is null"),
                    option("closed", "закрытые", "o.closed_on <= :today"))),
            List.of(words("name", "Организация", 34, "Краткое название", "o.short_name").sortedBy("o.short_name"),
                    named("organisation-kind", "Вид", 18, "Школа, детский сад или дополнительное образование", "o.kind",
                    OrganisationKind.values()),
                    words("full-name", "Полное название", 60, "Как в уставе", "o.full_name").onDemand(),
                    words("curators", "Кураторы", 34, "Кто сегодня назначен куратором",
                            "(select string_agg(distinct c.display_name, ', ') from curator_appointment a "
                                    + "join account c on c.id = a.account_id"
                                    + " where a.organisation_id = o.id and " + WorkRegisters.IN_FORCE + ")"),
                    number("mentors", "Наставников в базе", "Сколько наставников внесены и не выбыли", inBase("mentor")),
                    number("mentees", "Наставляемых в базе", "Сколько наставляемых внесены и не выбыли", inBase("mentee")),
                    number("mentorships", "Пар и групп", "Сколько пар и групп действуют сегодня (строка 6 формы)", "i.pairs + i.groups"),
                    number("programmes", "Программ", "Сколько утверждённых программ действуют сегодня (строка 8 формы)", "i.programmes"),
                    number("teaching-staff", "Педагогов", "Численность педагогических работников по последним данным", "i.teaching_staff")
                            .onDemand(),
                    number("mentors-entered", "Наставников вошло",
                            "Педагоги организации, вошедшие в программы как наставники (строка 10, числитель)",
                            "i.mentors_entered"),
                    number("young", "Молодых специалистов", "Молодые специалисты по последним данным о численности", "i.young_specialists")
                            .onDemand(),
                    number("young-entered", "Молодых вошло",
                            "Молодые специалисты, вошедшие в программы как наставляемые (строка 9, числитель)",
                            "i.young_entered"),
                    number("partners", "Партнёров", "Сколько предприятий и организаций, чьи работники вошли в программы (строка 11)",
                            "i.partners").onDemand(),
                    date("counted-on", "Численность на", "День, на который указана численность", "i.counted_on").onDemand(),
                    date("published", "Раздел от", "Когда опубликована последняя редакция раздела «Наставничество»", "e.published_on"),
                    words("website", "Сайт", 26, "Адрес сайта организации", "o.website").onDemand()));

    private PlaceRegisters() {
    }

    private static String inBase(String role) {
        return "(select count(*) from " + role + " m "
                + "join participant p on p.organisation_id = m.organisation_id and p.id = m.participant_id"
                + " where m.organisation_id = o.id and p.left_on is null)";
    }
}
