package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.monitoring.Assessed;
import ru.smolensk.mentoring.monitoring.Assessment;
import ru.smolensk.mentoring.monitoring.Effect;
import ru.smolensk.mentoring.monitoring.Level;
import ru.smolensk.mentoring.monitoring.MonitoringCampaigns;
import ru.smolensk.mentoring.monitoring.MonitoringReports.HowItWent;
import ru.smolensk.mentoring.monitoring.MonitoringReports;
import ru.smolensk.mentoring.monitoring.Risk;
import ru.smolensk.mentoring.monitoring.RiskAssessed;
import ru.smolensk.mentoring.monitoring.Trend;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.SignedIn;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Reviews;

/** Monitoring reports: last year's campaign with those who kept the day, those who were late and those who never came; this year's has begun. */
@Component
@Profile("demo")
class CityReported {

    /** Of the period in May: the programmes of the year are still in force. */
    private static final int LAST_DAY = 15;

    private static final List<String> RESULTS = List.of("План выполнен, наставляемый ведёт занятия самостоятельно.",
            "Большая часть мероприятий проведена, два открытых занятия перенесены.", "Наставляемый освоил рабочую программу и ведение документации.",
            "Проведены взаимные посещения, составлен план саморазвития.");
    private static final List<String> CONCLUSIONS = List.of(
            "Пары работали по плану. В следующем году начнём закрепление раньше, в первую неделю сентября.",
            "Молодые педагоги остались в коллективе. Нужно больше времени на взаимные посещения.",
            "Наставничество стало привычным. Слабое место – обмен опытом с другими организациями.",
            "Программы выполнены в основном. Сократим число мероприятий и оставим те, что дают результат.");
    private static final List<String> MEASURES = List.of("Один методический день в месяц", "Доплата и благодарности наставникам",
            "Общий план посещений на полугодие", "Встречи с городским объединением");

    private final MonitoringCampaigns campaigns;
    private final MonitoringReports reports;
    private final Reviews reviews;
    private final JdbcClient jdbc;

    CityReported(MonitoringCampaigns campaigns, MonitoringReports reports, Reviews reviews, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.reviews = reviews;
        this.jdbc = jdbc;
    }

    /** The methodologist asks for the reports of both years. */
    void ofCity(Chronicle chronicle, SignedIn methodologist, Years years) {
        Dice dice = new Dice("monitoring of the city");
        for (AcademicYear year : List.of(years.last(), years.current())) {
            chronicle.add(Years.day(year, 9, 18), methodologist, dice, () -> campaigns.askAll(year, year.firstDay(),
                    LocalDate.of(year.start() + 1, 5, LAST_DAY), LocalDate.of(year.start() + 1, 6, 15)));
        }
    }

    /** What the curator of an organisation hands in and what becomes of it; its turn deals out its fate. */
    void ofOrganisation(Place place, Tenant tenant, Function<LocalDate, SignedIn> curator, SignedIn methodologist, Chronicle chronicle, Years years,
                        int turn) {
        if (place.empty() || place.slug().equals(Keeping.WITHOUT_CURATOR)) {
            return;
        }
        boolean exemplary = place.slug().equals(Place.SCHOOL_33) || place.slug().equals(Place.KINDERGARTEN_38);
        Dice dice = new Dice("report of " + tenant.slug());
        Hands hands = new Hands(tenant, curator, methodologist, chronicle, dice, exemplary);
        if (place.slug().equals(Place.SCHOOL_33)) {
            hands.accepted(years.first(), Years.day(years.first(), 5, 14), 4);
        }
        if (exemplary || turn % 6 != 2) {
            boolean late = !exemplary && turn % 10 == 3;
            LocalDate day = Years.day(years.last(), 6, late ? dice.between(17, 29) : dice.between(1, 12));
            int days = dice.between(2, 8);
            hands.accepted(years.last(), day, days);
            if (turn % 40 == 16) {
                hands.amended(years.last(), Years.workday(day.plusDays(days + 4)));
            }
        }
        if (place.slug().equals(Place.SCHOOL_33)) {
            hands.begun(years.current(), Years.workday(years.today().minusDays(6)));
        } else if (!exemplary) {
            thisYear(hands, years, turn);
        }
    }

    private static void thisYear(Hands hands, Years years, int turn) {
        LocalDate lately = Years.workday(years.today().minusDays(20));
        switch (turn) {
            case 3, 14, 25 -> hands.begun(years.current(), lately);
            case 8 -> hands.handedIn(years.current(), lately);
            case 20 -> {
                hands.handedIn(years.current(), lately);
                hands.returned(years.current(), Years.workday(lately.plusDays(4)));
            }
            default -> { }
        }
    }

    /** The two sides of one organisation's report. */
    private final class Hands {

        private final Tenant tenant;
        private final Function<LocalDate, SignedIn> curator;
        private final SignedIn methodologist;
        private final Chronicle chronicle;
        private final Dice dice;
        private final boolean exemplary;

        Hands(Tenant tenant, Function<LocalDate, SignedIn> curator, SignedIn methodologist, Chronicle chronicle, Dice dice, boolean exemplary) {
            this.tenant = tenant;
            this.curator = curator;
            this.methodologist = methodologist;
            this.chronicle = chronicle;
            this.dice = dice;
            this.exemplary = exemplary;
        }

        void accepted(AcademicYear year, LocalDate day, int days) {
            handedIn(year, day);
            accept(year, Years.workday(day.plusDays(days)));
        }

        private void accept(AcademicYear year, LocalDate day) {
            chronicle.add(day, methodologist, dice, () -> {
                long edition = edition(year);
                reviews.approve(tenant, edition, submission(edition), null);
            });
        }

        void handedIn(AcademicYear year, LocalDate day) {
            chronicle.add(day, curator.apply(day), dice, () -> {
                long report = reports.begin(tenant, year);
                write(report, year, day);
                reviews.submit(tenant, reports.editionOf(tenant, report));
            });
        }

        /** A second edition says more and takes the place of the accepted one. */
        void amended(AcademicYear year, LocalDate day) {
            chronicle.add(day, curator.apply(day), dice, () -> {
                long report = reports.amend(tenant, jdbc.sql("select id from monitoring_report where organisation_id = ? and edition_id = ?")
                        .params(tenant.id(), edition(year)).query(Long.class).single());
                reports.conclude(tenant, report, dice.of(CONCLUSIONS) + " Дополнено: в июне прошёл круглый стол пар, его выводы вошли в план.");
                reviews.submit(tenant, reports.editionOf(tenant, report));
            });
            accept(year, Years.workday(day.plusDays(3)));
        }

        void begun(AcademicYear year, LocalDate day) {
            chronicle.add(day, curator.apply(day), dice, () -> reports.conclude(tenant, reports.begin(tenant, year), dice.of(CONCLUSIONS)));
        }

        void returned(AcademicYear year, LocalDate day) {
            chronicle.add(day, methodologist, dice, () -> {
                long edition = edition(year);
                reviews.remark(tenant, edition, submission(edition), Map.of("conclusion", "Напишите, что измените в следующем полугодии",
                        "risk-load", "По чему видно, что нагрузка невелика?"));
                reviews.giveBack(tenant, edition, submission(edition), null);
            });
        }

        private void write(long report, AcademicYear year, LocalDate day) {
            for (long programme : programmes(year, day)) {
                reports.write(tenant, report, programme, new HowItWent(dice.of(RESULTS), exemplary ? "Мало времени на взаимные посещения" : null,
                        exemplary ? "Музейный урок, выставка детских работ" : null,
                        tenant.general() && exemplary ? Integer.valueOf(dice.between(84, 98)) : null,
                        tenant.general() ? Trend.values()[dice.between(0, 1)] : Trend.NOT_APPLICABLE,
                        tenant.general() ? Trend.values()[dice.between(0, 1)] : Trend.NOT_APPLICABLE,
                        exemplary ? "Выступление на городском объединении" : null));
            }
            reports.influence(tenant, report, Arrays.stream(Effect.values()).map(effect -> new Assessed(effect,
                    Assessment.values()[Math.min(dice.between(0, 4), dice.between(0, 3))], exemplary ? dice.of(RESULTS) : null)).toList(),
                    dice.between(0, 4), dice.between(0, 5));
            reports.risks(tenant, report, Arrays.stream(Risk.values()).map(risk -> new RiskAssessed(risk, level(), level(), dice.of(MEASURES)))
                    .toList());
            reports.conclude(tenant, report, dice.of(CONCLUSIONS));
        }

        private Level level() {
            return Level.values()[Math.min(dice.between(0, 2), dice.between(0, 2))];
        }

        private List<Long> programmes(AcademicYear year, LocalDate day) {
            LocalDate until = LocalDate.of(year.start() + 1, 5, LAST_DAY);
            return jdbc.sql("select programme_id from monitoring_programmes(?, ?, ?) order by programme_id")
                    .params(year.firstDay(), day.isBefore(until) ? day : until, tenant.id()).query(Long.class).list();
        }

        private long edition(AcademicYear year) {
            return jdbc.sql("""
                    select id from review_edition where organisation_id = ? and subject = 'MONITORING_REPORT' and academic_year = ?
                     order by number desc limit 1
                    """).params(tenant.id(), year.start()).query(Long.class).single();
        }

        private long submission(long edition) {
            return jdbc.sql("select id from review_submission where organisation_id = ? and edition_id = ? order by number desc limit 1")
                    .params(tenant.id(), edition).query(Long.class).single();
        }
    }
}
