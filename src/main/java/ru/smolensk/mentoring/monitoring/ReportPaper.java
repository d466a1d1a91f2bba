package ru.smolensk.mentoring.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.paper.Paper.Column;
import ru.smolensk.mentoring.paper.Paper.Row;
import ru.smolensk.mentoring.paper.Paper;
import ru.smolensk.mentoring.platform.Russian;

/** A report of internal monitoring as a paper: what the pages show, in their order (DOMAIN 8). */
@Component
class ReportPaper {

    private final Russian russian;

    ReportPaper(Russian russian) {
        this.russian = russian;
    }

    /** @param figures those that the report shows: frozen, or today's while it is being written */
    Paper of(ReportReading.Sheet sheet, FrozenFigures figures, List<ReportReading.CourseLine> courses) {
        Paper.Draft paper = new Paper.Draft("Отчёт внутреннего мониторинга", sheet.fullName(), sheet.shortName(),
                "за " + sheet.year() + " учебный год" + (sheet.number() > 1 ? ", редакция " + sheet.number() : ""),
                "период: " + russian.period(sheet.since(), sheet.until()));
        paper.note(sheet.accepted() ? "Принят методическим отделом " + russian.date(sheet.approvedOn()) + "."
                : "Отчёт ещё не принят методическим отделом: " + sheet.state().label() + ".");
        figures(paper, figures);
        courses(paper, sheet, courses);
        influence(paper, sheet);
        risks(paper, sheet);
        paper.part("Выводы").text(sheet.conclusions() == null ? "Выводы не написаны." : sheet.conclusions());
        if (!sheet.attachments().isEmpty()) {
            paper.unnumbered("Приложения").points(sheet.attachments().stream().map(ReportReading.Attachment::name).toList());
        }
        return paper.finished();
    }

    private void figures(Paper.Draft paper, FrozenFigures figures) {
        paper.part("Показатели").table("По состоянию на " + russian.longDate(figures.date()),
                List.of(Column.words("Показатель", 5), Column.figures("Значение", 3)), List.of(
                        Row.of("Наставнические пары", String.valueOf(figures.pairs())),
                        Row.of("Наставнические группы", String.valueOf(figures.groups())),
                        Row.of("Утверждённые персонализированные программы", String.valueOf(figures.approvedProgrammes())),
                        Row.of("Молодые специалисты, вошедшие в программы в роли наставляемого", figures.youngSpecialists().text()),
                        Row.of("Педагоги, вошедшие в программы в роли наставника", figures.mentors().text()),
                        Row.of("Организации-партнёры", String.valueOf(figures.partnerOrganisations())),
                        Row.of("Удовлетворённость наставляемых", satisfaction(figures.menteeSatisfaction())),
                        Row.of("Удовлетворённость наставников", satisfaction(figures.mentorSatisfaction()))));
        if (figures.staffCountIsOld()) {
            paper.note("Численность известна на " + russian.date(figures.countedOn()) + ": она старше двенадцати месяцев.");
        }
    }

    private static String satisfaction(Share share) {
        return share.text() + (share.source().isEmpty() ? "" : "; " + share.source());
    }

    private void courses(Paper.Draft paper, ReportReading.Sheet sheet, List<ReportReading.CourseLine> courses) {
        paper.part("Этап 1. Ход персонализированных программ");
        if (courses.isEmpty()) {
            paper.text("В этом периоде персонализированных программ в силе не было.");
        }
        for (ReportReading.CourseLine course : courses) {
            paper.chapter(course.title());
            paper.note(course.people() + ", " + course.code() + ", " + russian.period(course.startsOn(), course.endsOn()));
            List<Row> rows = new ArrayList<>();
            said(rows, "Результат", course.result());
            said(rows, "Сопутствующие риски", course.risks());
            said(rows, "Образовательные и культурные проекты вместе с наставляемым", course.projects());
            said(rows, "Обучающиеся наставляемого", course.pupils());
            said(rows, "Социально-профессиональная активность", course.activity());
            if (rows.isEmpty()) {
                paper.text("Об этой программе пока ничего не написано.");
            } else {
                paper.table("Как прошла программа", List.of(Column.words("Что оценивается", 2), Column.words("Оценка", 5)), rows);
            }
        }
    }

    private static void said(List<Row> rows, String what, String words) {
        if (words != null && !words.isBlank()) {
            rows.add(Row.of(what, words));
        }
    }

    private void influence(Paper.Draft paper, ReportReading.Sheet sheet) {
        paper.part("Этап 2. Влияние программ на их участников").table("Результаты по пункту 8.2 Положения",
                List.of(Column.words("Результат", 4), Column.words("Оценка", 2), Column.words("Пояснение", 4)),
                sheet.effects().stream().map(one -> Row.of(capital(one.effect().label()),
                        one.assessment() == null ? "не оценён" : one.assessment().label(), one.words() == null ? "" : one.words())).toList());
        paper.points(Stream.of(planning("Стать наставниками планируют", sheet.futureMentors()),
                planning("Стать наставляемыми планируют", sheet.futureMentees())).filter(words -> words != null).toList());
    }

    private String planning(String what, Integer people) {
        return people == null ? null : what + ": " + russian.count(people, "педагог", "педагога", "педагогов");
    }

    private static void risks(Paper.Draft paper, ReportReading.Sheet sheet) {
        paper.part("Риски").table("Риски по пункту 8.3 Положения",
                List.of(Column.words("Риск", 4), Column.words("Вероятность", 2), Column.words("Влияние", 2), Column.words("Мера", 4)),
                sheet.risks().stream().map(one -> Row.of(capital(one.risk().label()),
                        one.likelihood() == null ? "не оценена" : one.likelihood().label(),
                        one.impact() == null ? "не оценено" : one.impact().neuter(), one.measure() == null ? "" : one.measure())).toList());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
