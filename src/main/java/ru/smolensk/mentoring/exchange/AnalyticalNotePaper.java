package ru.smolensk.mentoring.exchange;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.exchange.CityReports.Summary;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.monitoring.Column;
import ru.smolensk.mentoring.monitoring.Consolidated.Change;
import ru.smolensk.mentoring.monitoring.Consolidated.Total;
import ru.smolensk.mentoring.monitoring.Consolidated;
import ru.smolensk.mentoring.monitoring.HandedIn;
import ru.smolensk.mentoring.paper.Paper.Row;
import ru.smolensk.mentoring.paper.Paper;
import ru.smolensk.mentoring.platform.Russian;

/** The city's analytical note as a paper: what the accepted reports say together, and what the methodologists say to it (R6.4). */
@Component
class AnalyticalNotePaper {

    private static final String TITLE = "Аналитическая справка о реализации системы наставничества педагогических работников"
            + " в образовательных организациях города Смоленска";

    private final Russian russian;

    AnalyticalNotePaper(Russian russian) {
        this.russian = russian;
    }

    Paper of(Summary summary, AnalyticalNotes.Words words) {
        Paper.Draft paper = new Paper.Draft(TITLE, "за " + summary.year() + " учебный год",
                summary.days() == null ? "отчёты ещё не приняты" : summary.days().since().equals(summary.days().until())
                        ? "по состоянию на " + russian.longDate(summary.days().until())
                        : "по отчётам, показатели которых сосчитаны на дни с " + russian.date(summary.days().since()) + " по "
                        + russian.date(summary.days().until()));
        basis(paper, summary);
        coverage(paper, summary);
        if (words.assessment() != null) {
            paper.part("Общая оценка").text(words.assessment());
        }
        figures(paper, summary);
        years(paper, summary);
        risks(paper, summary);
        named(paper, summary);
        findings(paper, summary);
        paper.part("Выводы").text(words.conclusions() == null ? "Методический отдел пока не записал выводов." : words.conclusions());
        if (words.proposals() != null) {
            paper.part("Предложения").text(words.proposals());
        }
        appendix(paper, summary);
        return paper.finished();
    }

    private void basis(Paper.Draft paper, Summary summary) {
        paper.part("Основание").text("Приказ управления образования и молодежной политики Администрации города Смоленска от 30.12.2021 № 475"
                + " (пункты 8.2 и 8.3 Положения, пункт 6.4 дорожной карты).")
                .text("Период: " + russian.period(summary.period().since(), summary.period().until()) + "."
                        + (summary.dueOn() == null ? "" : " Срок сдачи отчётов – " + russian.date(summary.dueOn()) + "."));
    }

    private void coverage(Paper.Draft paper, Summary summary) {
        int all = summary.table().rows().size();
        paper.part("Охват").text("Сдали отчёт " + summary.handedIn() + " из " + russian.count(all, "организации", "организаций", "организаций")
                + ", принято методическим отделом " + summary.accepted() + ". В показатели ниже вошли только принятые отчёты.");
        if (summary.asked() > 0) {
            paper.text("В срок – " + summary.punctual(HandedIn.ON_TIME) + ", с опозданием – " + summary.punctual(HandedIn.LATE)
                    + ", просрочили – " + summary.punctual(HandedIn.OVERDUE) + ".");
        }
        List<Row> rows = new ArrayList<>();
        summary.table().byKind().forEach((kind, total) -> rows.add(Row.of(kind.plural(), String.valueOf(total.organisations()),
                String.valueOf(total.reports()))));
        rows.add(Row.total("Весь город", String.valueOf(all), String.valueOf(summary.table().city().reports())));
        paper.table("Таблица 1. Принятые отчёты по видам организаций", List.of(Paper.Column.words("Вид организаций", 4),
                Paper.Column.figures("Организаций", 2), Paper.Column.figures("Принято отчётов", 2)), rows);
    }

    private void figures(Paper.Draft paper, Summary summary) {
        List<Paper.Column> heads = new ArrayList<>(List.of(Paper.Column.words("Показатель", 4)));
        summary.table().byKind().keySet().forEach(kind -> heads.add(Paper.Column.figures(kind.plural(), 3)));
        heads.add(Paper.Column.figures("Весь город", 3));
        List<Row> rows = new ArrayList<>();
        for (Column column : Column.values()) {
            List<String> cells = new ArrayList<>(List.of(column.capital()));
            summary.table().byKind().values().forEach(total -> cells.add(column.text(total)));
            cells.add(column.text(summary.table().city()));
            rows.add(new Row(false, cells));
        }
        paper.part("Показатели").table("Таблица 2. Показатели по видам организаций", heads, rows)
                .note("Доля города и вида – сумма числителей, делённая на сумму знаменателей тех организаций, у которых показатель есть: "
                        + coverage(summary.table().city()) + ".");
        int number = 1;
        for (Column column : summary.given()) {
            paper.figure(summary.byKind(column), "Рисунок " + number++ + ". " + column.definition());
        }
    }

    private static String coverage(Total city) {
        return Column.shares().map(column -> column.label() + " – " + column.share(city.figures()).coverage())
                .reduce((one, other) -> one + "; " + other).orElse("");
    }

    private void years(Paper.Draft paper, Summary summary) {
        paper.part("Динамика");
        if (summary.years().size() < 2) {
            paper.text("Принятых отчётов за прежние годы нет, сравнивать не с чем.");
            return;
        }
        List<Paper.Column> heads = new ArrayList<>(List.of(Paper.Column.words("Показатель по городу", 4)));
        summary.years().forEach(year -> heads.add(Paper.Column.figures(year.year().toString(), 3)));
        heads.add(Paper.Column.figures("За год", 2));
        Change same = summary.table().city().change();
        List<Row> rows = new ArrayList<>();
        List<String> reports = new ArrayList<>(List.of("Принято отчётов"));
        summary.years().forEach(year -> reports.add(year.city().reports() + " из " + year.city().organisations()));
        reports.add("");
        rows.add(new Row(false, reports));
        for (Column column : Column.values()) {
            List<String> cells = new ArrayList<>(List.of(column.capital()));
            summary.years().forEach(year -> cells.add(column.text(year.city())));
            cells.add(same.of(column));
            rows.add(new Row(false, cells));
        }
        paper.table("Таблица 3. Показатели города по принятым отчётам", heads, rows)
                .text(same.organisations() == 0 ? "Организаций, у которых приняты отчёты и за этот, и за прошлый год, нет: разница за год не считалась."
                        : "Разница за год сосчитана по организациям, у которых приняты отчёты за оба года: их " + same.organisations() + " из "
                        + summary.table().city().organisations() + ".")
                .figure(summary.overYears(), "Рисунок " + (summary.given().size() + 1) + ". Доли по городу за " + russian.count(summary.years().size(), "год", "года", "лет"));
    }

    private void risks(Paper.Draft paper, Summary summary) {
        paper.part("Риски").table("Таблица 4. Риски пункта 8.3 Положения, чаще называемые сверху",
                List.of(Paper.Column.words("Риск", 6), Paper.Column.figures("Назвали организаций", 2), Paper.Column.figures("Из них высокий", 2)),
                summary.risks().stream().map(one -> Row.of(one.title(), String.valueOf(one.named()),
                        String.valueOf(one.grave()))).toList())
                .note("Риск назван, если организация оценила его вероятность или влияние хотя бы как среднее; высокий – если высоки и вероятность, и влияние.");
    }

    private void named(Paper.Draft paper, Summary summary) {
        paper.part("Лидеры и отстающие").note("По доле молодых специалистов, у которых есть наставник и действующая программа (строка 9 формы).");
        organisations(paper, "Таблица 5. Лидеры", summary.leaders(), summary.likeTheLast(summary.leaders()));
        organisations(paper, "Таблица 6. Отстающие", summary.lagging(), summary.likeTheLast(summary.lagging()));
        if (!summary.overdue().isEmpty()) {
            paper.text("Не сдали отчёт к сроку:").points(summary.overdue().stream().map(Consolidated.Row::shortName).toList());
        }
    }

    private void organisations(Paper.Draft paper, String caption, List<Consolidated.Row> organisations, long more) {
        if (organisations.isEmpty()) {
            paper.text(caption.substring(caption.indexOf('.') + 2) + ": показатель есть меньше чем у трёх организаций, выделять некого.");
            return;
        }
        paper.table(caption, List.of(Paper.Column.words("Организация", 5), Paper.Column.figures("Молодые специалисты", 3),
                Paper.Column.figures("Наставники", 3)), organisations.stream().map(row -> Row.of(row.shortName(),
                row.figures().youngSpecialists().text(), row.figures().mentors().text())).toList());
        if (more > 0) {
            paper.note("С той же долей – ещё " + russian.count(more, "организация", "организации", "организаций") + ".");
        }
    }

    private static void findings(Paper.Draft paper, Summary summary) {
        paper.part("На что обратить внимание");
        List<Consolidated.Finding> findings = summary.table().findings();
        if (findings.isEmpty()) {
            paper.text("Противоречий и резких изменений в принятых отчётах нет.");
        } else {
            paper.table("Таблица 7. Противоречия и резкие изменения", List.of(Paper.Column.words("Что", 3), Paper.Column.words("Организация", 3),
                    Paper.Column.words("Подробности", 5)), findings.stream().map(one -> Row.of(one.oddity().label(), one.row().shortName(),
                    one.words())).toList());
        }
    }

    private void appendix(Paper.Draft paper, Summary summary) {
        List<Paper.Column> heads = List.of(Paper.Column.words("Организация", 6), Paper.Column.figures("Пар и групп", 2),
                Paper.Column.figures("Про\u00adграмм", 2), Paper.Column.figures("Молодые специа\u00adлисты", 3), Paper.Column.figures("Настав\u00adники", 3),
                Paper.Column.figures("Довольны настав\u00adляемые", 3), Paper.Column.figures("Довольны настав\u00adники", 3));
        paper.unnumbered("Приложение. Показатели организаций").table("По принятым отчётам; у остальных названо, как обстоит дело с отчётом", heads,
                summary.table().rows().stream().map(AnalyticalNotePaper::line).toList())
                .note("Прочерк в доле: нет молодых специалистов, данных о численности или опроса.");
    }

    private static Row line(Consolidated.Row row) {
        if (row.figures() == null) {
            return Row.of(row.shortName(), "–", "–", "отчёт " + row.standing().state().label(), "–", "–", "–");
        }
        return Row.of(row.shortName(), String.valueOf(row.figures().mentorships()), String.valueOf(row.figures().approvedProgrammes()),
                brief(row.figures().youngSpecialists()), brief(row.figures().mentors()), brief(row.figures().menteeSatisfaction()),
                brief(row.figures().mentorSatisfaction()));
    }

    private static String brief(Share share) {
        return share.reason() != null ? "–" : share.text();
    }
}
