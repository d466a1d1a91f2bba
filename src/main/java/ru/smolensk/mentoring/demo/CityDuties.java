package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.duty.Associations;
import ru.smolensk.mentoring.duty.Campaigns;
import ru.smolensk.mentoring.duty.Confirmations;
import ru.smolensk.mentoring.duty.Duty;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;

/** Due dates, yearly confirmations and the mentors' associations: kept by most, late by some, forgotten by a few. */
@Component
@Profile("demo")
class CityDuties {

    private static final String THEIRS = """
            select r.participant_id from mentor r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
             where r.organisation_id = ? and p.left_on is null order by r.participant_id limit 6
            """;
    private static final List<String> TOPICS = List.of("Как вести дневник наставника", "Первые уроки молодого педагога: на что смотреть",
            "Обратная связь без обид", "Итоги полугодия в парах и группах", "План работы объединения на год");

    private final Campaigns campaigns;
    private final Confirmations confirmations;
    private final Associations associations;
    private final Files files;
    private final JdbcClient jdbc;

    CityDuties(Campaigns campaigns, Confirmations confirmations, Associations associations, Files files, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.confirmations = confirmations;
        this.associations = associations;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** What the methodologist does for the city. */
    void ofCity(Chronicle chronicle, SignedIn methodologist, Years years) {
        Dice dice = new Dice("duties of the city");
        for (AcademicYear year : List.of(years.last(), years.current())) {
            LocalDate day = Years.day(year, 9, 2);
            due(chronicle, methodologist, dice, day, null, Duty.CURATOR, year, Years.day(year, 9, 15));
            due(chronicle, methodologist, dice, day, null, Duty.LEGAL_ACTS, year, Years.day(year, 12, 10));
            due(chronicle, methodologist, dice, day, null, Duty.BASES, year, Years.day(year, 10, 15));
            due(chronicle, methodologist, dice, day, OrganisationKind.PRESCHOOL, Duty.SECTION_OPENED, year, Years.day(year, 11, 30));
            due(chronicle, methodologist, dice, day, OrganisationKind.GENERAL, Duty.SECTION_OPENED, year, Years.day(year, 10, 31));
            due(chronicle, methodologist, dice, day, null, Duty.SECTION_FILLED, year, Years.day(year, 12, 20));
            due(chronicle, methodologist, dice, day, null, Duty.ASSOCIATION, year, Years.day(year, 12, 25));
            chronicle.add(Years.day(year, 10, 5), methodologist, dice, () -> campaigns.setFor(List.of("sh-8", "ds-12"), Duty.BASES, year,
                    Years.day(year, 11, 10), "Базы: отсрочка на время ремонта"));
        }
        LocalDate founded = Years.day(years.last(), 9, 10);
        chronicle.add(founded, methodologist, dice, () -> associations.describe(null, null, new Associations.Description(
                "Городское методическое объединение наставников", "Ольховская Марина Игоревна, методист", null, "198",
                founded.minusDays(3), null,
                "Сентябрь – планы организаций\nЯнварь – обмен опытом\nМай – лучшие практики года", null)));
        chronicle.add(Years.day(years.last(), 9, 24), methodologist, dice, () -> jdbc.sql("""
                select r.organisation_id || '/' || min(r.participant_id) from mentor r
                  join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id and p.left_on is null
                 group by r.organisation_id order by r.organisation_id limit 14
                """).query(String.class).list().forEach(mentor -> associations.join(null, mentor, Years.day(years.last(), 9, 24))));
        meetings(null, years, chronicle, (day, act) -> chronicle.add(day, methodologist, dice, act));
    }

    /**
     * What the curator does for an organisation; its turn deals out its fate.
     *
     * @param contradicting data that contradict themselves can't be confirmed: that curator puts it off
     */
    void ofOrganisation(Tenant tenant, Function<LocalDate, SignedIn> curator, Chronicle chronicle, Years years, int turn, boolean contradicting) {
        Dice dice = new Dice("duties of " + tenant.slug());
        for (AcademicYear year : List.of(years.last(), years.current())) {
            boolean forgets = year.equals(years.current()) ? turn % 5 == 4 : turn % 2 == 1;
            LocalDate day = Years.day(year, 10, dice.between(1, 26));
            if (!forgets && !contradicting) {
                chronicle.add(day, curator.apply(day), dice, () -> confirmations.confirm(tenant));
            }
        }
        if (turn % 4 != 2 || tenant.slug().equals(Place.SCHOOL_33) || tenant.slug().equals(Place.KINDERGARTEN_38)) {
            LocalDate day = Years.day(years.last(), 9, dice.between(20, 28));
            chronicle.add(day, curator.apply(day), dice, () -> found(tenant, day, turn % 9 == 0, turn % 8 != 5));
            meetings(tenant, years, chronicle, (held, act) -> chronicle.add(held, curator.apply(held), dice, act));
        }
    }

    private void due(Chronicle chronicle, SignedIn methodologist, Dice dice, LocalDate day, OrganisationKind kind, Duty duty,
            AcademicYear year,
                     LocalDate dueOn) {
        chronicle.add(day, methodologist, dice, () -> campaigns.setFor(kind, duty, year, dueOn, null));
    }

    /** Most wait for the order; a few begin without one. */
    private void found(Tenant tenant, LocalDate day, boolean withoutOrder, boolean withMembers) {
        Long order = jdbc.sql("""
                select id from local_act where organisation_id = ? and kind = 'ASSOCIATION_ORDER' and annulled_on is null order by id desc limit 1
                """).param(tenant.id()).query(Long.class).optional().orElse(null);
        if (order == null && !withoutOrder) {
            return;
        }
        associations.describe(tenant, null, new Associations.Description("Методическое объединение наставников", null, order, null, null,
                null,
                "Октябрь – взаимные посещения\nДекабрь – обмен опытом\nМай – итоги года", null));
        if (withMembers) {
            jdbc.sql(THEIRS).param(tenant.id()).query(Long.class).list()
                    .forEach(mentor -> associations.join(tenant, tenant.id() + "/" + mentor, day));
        }
    }

    /** The protocols of winter meetings are there as files; those of autumn are not scanned yet. */
    private void meetings(Tenant tenant, Years years, Chronicle chronicle, BiConsumer<LocalDate, Runnable> on) {
        Dice dice = new Dice("meetings of " + (tenant == null ? "the city" : tenant.slug()));
        int number = 1;
        for (LocalDate day : List.of(Years.day(years.last(), 10, 14), Years.day(years.last(), 2, 11), Years.day(years.current(), 9, 16))) {
            String topic = dice.of(TOPICS);
            String protocol = String.valueOf(number++);
            boolean scanned = protocol.equals("2") || tenant == null && protocol.equals("1");
            Sheet paper = scanned ? protocol(tenant, protocol, day, topic) : null;
            if (scanned) {
                chronicle.order(day, paper);
            }
            on.accept(day, () -> hold(tenant, new Associations.Meeting(day, topic, "Принять к сведению и применять в парах", protocol,
                    scanned ? paper.keep(files, tenant) : null)));
        }
    }

    private void hold(Tenant tenant, Associations.Meeting meeting) {
        boolean founded = tenant == null || jdbc.sql("select exists (select from mentor_association where owner_id = ?)").param(tenant.id())
                .query(Boolean.class).single();
        if (founded) {
            associations.hold(tenant, meeting);
        }
    }

    private static Sheet protocol(Tenant tenant, String number, LocalDate day, String topic) {
        return new Sheet(Format.PDF, "Протокол " + number,
                tenant == null ? "Городское методическое объединение наставников" : tenant.shortName(),
                "ПРОТОКОЛ", number, day, topic, List.of("Слушали: " + topic + ".", "Решили: принять к сведению и применять в парах."),
                null);
    }
}
