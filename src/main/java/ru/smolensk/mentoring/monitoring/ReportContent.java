package ru.smolensk.mentoring.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.monitoring.ReportReading.CourseLine;
import ru.smolensk.mentoring.monitoring.ReportReading.Sheet;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.Handed;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.ReviewedContent;

/** Shows the review what a report says (P8.2, P8.3), and says in one go what an unfinished one lacks. */
@Component
@Transactional(readOnly = true)
class ReportContent implements ReviewedContent {

    private static final List<String> COLUMNS = List.of("№", "Что оценивается", "Оценка", "Пояснение");
    /** A refusal names no more programmes than this. */
    private static final int NAMED = 5;

    private final MonitoringReportRepository reports;
    private final ReportReading reading;
    private final Russian russian;

    ReportContent(MonitoringReportRepository reports, ReportReading reading, Russian russian) {
        this.reports = reports;
        this.reading = reading;
        this.russian = russian;
    }

    @Override
    public Set<ReviewSubject> subjects() {
        return Set.of(ReviewSubject.MONITORING_REPORT);
    }

    @Override
    public Handed content(Tenant tenant, long edition) {
        Sheet sheet = reading.sheet(tenant, of(tenant, edition).id());
        List<CourseLine> courses = reading.courses(tenant.id(), sheet);
        missing(sheet, courses).refuse();
        FrozenFigures figures = reading.figures(tenant.id(), sheet);
        List<Handed.Item> items = new ArrayList<>();
        process(items, courses, tenant.general());
        influence(items, sheet);
        risks(items, sheet);
        figures(items, figures);
        items.add(heading("conclusions", "5", "Выводы"));
        items.add(row("conclusion", "5.1", "Выводы организации", "", sheet.conclusions()));
        return new Handed("Отчёт внутреннего мониторинга за " + sheet.year() + " учебный год, "
                + russian.period(sheet.since(), sheet.countedAt()), COLUMNS, items, sheet.attachments().stream()
                .map(file -> new Handed.Attached(file.id(), null, file.name() + ", " + russian.size(file.size()))).toList());
    }

    /** What is not there yet, each at the part of the report that lacks it. */
    Refusals missing(Sheet sheet, List<CourseLine> courses) {
        List<String> unfinished = courses.stream().filter(one -> !one.finished(sheet.general())).map(one -> "«" + one.title() + "»").toList();
        long unassessed = Effect.values().length - sheet.assessedEffects();
        long unknown = Risk.values().length - sheet.assessedRisks();
        return new Refusals()
                .when(!unfinished.isEmpty(), "process", "Ход программ: " + (sheet.general()
                        ? "напишите результат и укажите, как изменились успеваемость и олимпиады, – " : "напишите результат – ")
                        + String.join(", ", unfinished.subList(0, Math.min(NAMED, unfinished.size())))
                        + (unfinished.size() > NAMED ? " и ещё " + (unfinished.size() - NAMED) : ""))
                .when(unassessed > 0, "influence", "Влияние: оцените ещё " + russian.count(unassessed, "результат", "результата", "результатов"))
                .when(sheet.futureMentors() == null || sheet.futureMentees() == null, "influence",
                        "Влияние: укажите, сколько педагогов планируют стать наставниками и наставляемыми; если никто – 0")
                .when(unknown > 0, "risks", "Риски: укажите вероятность и влияние ещё "
                        + russian.count(unknown, "риска", "рисков", "рисков"))
                .when(sheet.conclusions() == null, "conclusions", "Выводы: напишите, что показал мониторинг");
    }

    private static void process(List<Handed.Item> items, List<CourseLine> courses, boolean general) {
        items.add(heading("process", "1", "Этап 1. Ход персонализированных программ наставничества"));
        if (courses.isEmpty()) {
            items.add(row("process-none", "1.1", "Программ, действовавших в этом периоде, нет", "", ""));
        }
        int number = 0;
        for (CourseLine one : courses) {
            items.add(row("p" + one.programmeId(), "1." + ++number, one.title() + "\n" + one.people(), one.pupils(),
                    Stream.of(said("Результат", one.result()), said("Риски", one.risks()), said("Проекты с наставляемым", one.projects()),
                            said("Социально-профессиональная активность", one.activity())).filter(java.util.Objects::nonNull)
                            .collect(Collectors.joining("\n"))));
        }
    }

    private static String said(String what, String words) {
        return words == null ? null : what + ": " + words;
    }

    private static void influence(List<Handed.Item> items, Sheet sheet) {
        items.add(heading("influence", "2", "Этап 2. Влияние программ на всех участников"));
        int number = 0;
        for (Assessed one : sheet.effects()) {
            items.add(row("effect-" + one.effect().name().toLowerCase(java.util.Locale.ROOT), "2." + ++number, one.effect().label(),
                    one.assessment() == null ? "" : one.assessment().label(), one.words()));
        }
        items.add(row("future", "2." + ++number, "Сколько педагогов планируют участвовать", "наставниками – " + sheet.futureMentors()
                + ", наставляемыми – " + sheet.futureMentees(), ""));
    }

    private static void risks(List<Handed.Item> items, Sheet sheet) {
        items.add(heading("risks", "3", "Риски"));
        int number = 0;
        for (RiskAssessed one : sheet.risks()) {
            items.add(row("risk-" + one.risk().name().toLowerCase(java.util.Locale.ROOT), "3." + ++number, one.risk().label(), one.words(),
                    one.measure() == null ? "" : "Мера: " + one.measure()));
        }
    }

    private void figures(List<Handed.Item> items, FrozenFigures figures) {
        items.add(heading("figures", "4", "Показатели на " + russian.date(figures.date())));
        items.add(row("figure-mentorships", "4.1", "Наставнические пары и группы", String.valueOf(figures.mentorships()),
                russian.count(figures.pairs(), "пара", "пары", "пар") + ", " + russian.count(figures.groups(), "группа", "группы", "групп")));
        items.add(row("figure-programmes", "4.2", "Утверждённые персонализированные программы", String.valueOf(figures.approvedProgrammes()), ""));
        items.add(share("figure-young", "4.3", "Молодые специалисты – наставляемые", figures.youngSpecialists()));
        items.add(share("figure-mentors", "4.4", "Педагоги – наставники", figures.mentors()));
        items.add(row("figure-partners", "4.5", "Предприятия и организации", String.valueOf(figures.partnerOrganisations()), ""));
        items.add(share("figure-mentee-satisfaction", "4.6", "Удовлетворённость наставляемых", figures.menteeSatisfaction()));
        items.add(share("figure-mentor-satisfaction", "4.7", "Удовлетворённость наставников", figures.mentorSatisfaction()));
    }

    private static Handed.Item share(String key, String number, String name, Share share) {
        return row(key, number, name, share.text(), share.source());
    }

    private static Handed.Item heading(String key, String number, String words) {
        return new Handed.Item(key, true, number, List.of(words));
    }

    private static Handed.Item row(String key, String number, String what, String value, String words) {
        return new Handed.Item(key, false, number, java.util.Arrays.asList(what, value, words));
    }

    @Override
    public String address(Tenant tenant, long edition) {
        return ReportPages.HOME + "/" + of(tenant, edition).id();
    }

    @Override
    public String beginning(Tenant tenant, ReviewSubject subject) {
        return ReportPages.HOME;
    }

    private MonitoringReport of(Tenant tenant, long edition) {
        return reports.findByOrganisationIdAndEditionId(tenant.id(), edition).orElseThrow(NotFound::new);
    }
}
