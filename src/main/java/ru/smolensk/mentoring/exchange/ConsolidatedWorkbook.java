package ru.smolensk.mentoring.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.indicator.CityFigures;
import ru.smolensk.mentoring.indicator.Share;
import ru.smolensk.mentoring.monitoring.Consolidated;
import ru.smolensk.mentoring.monitoring.FrozenFigures;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.paper.Workbook.Column;
import ru.smolensk.mentoring.paper.Workbook.Kind;
import ru.smolensk.mentoring.paper.Workbook;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;

/** The consolidated table of a year as a workbook: organisation by figure, sums by kind and of the city (R6.4, DOMAIN 8). */
@Component
class ConsolidatedWorkbook {

    private static final String OF_ALL = ". Для города и видов – сумма числителей, делённая на сумму знаменателей";
    private static final List<Column> COLUMNS = List.of(
            new Column("Организация", Kind.WORDS, 34, "Краткое название организации"),
            new Column("Вид", Kind.WORDS, 18, "Школа, детский сад или организация дополнительного образования"),
            new Column("Отчёт", Kind.WORDS, 16, "Как обстоит дело с отчётом внутреннего мониторинга за этот год. Показатели есть только у принятых отчётов"),
            new Column("К сроку", Kind.WORDS, 14, "Сдан ли отчёт ко дню, который назначил город"),
            new Column("Сдан", Kind.DATE, 12, "День, когда отчёт подан впервые"),
            new Column("Показатели на", Kind.DATE, 13, "День, на который посчитаны показатели отчёта"),
            new Column("Пары", Kind.NUMBER, 8, "Наставнические пары, действующие в этот день (строка 6 формы)"),
            new Column("Группы", Kind.NUMBER, 8, "Наставнические группы, действующие в этот день (строка 6 формы)"),
            new Column("Программы", Kind.NUMBER, 12, "Утверждённые персонализированные программы, действующие в этот день (строка 8)"),
            new Column("Молодые специалисты: вошли", Kind.NUMBER, 13, "Молодые специалисты, вошедшие в программы как наставляемые (строка 9, числитель)"),
            new Column("Молодые специалисты: всего", Kind.NUMBER, 13, "Молодые специалисты по численности организации (строка 9, знаменатель)"),
            new Column("Молодые специалисты, %", Kind.PERCENT, 13, "Вошедшие, делённые на всех" + OF_ALL),
            new Column("Наставники: вошли", Kind.NUMBER, 12, "Педагоги, вошедшие в программы как наставники (строка 10, числитель)"),
            new Column("Педагоги: всего", Kind.NUMBER, 12, "Педагогические работники по численности организации (строка 10, знаменатель)"),
            new Column("Наставники, %", Kind.PERCENT, 12, "Вошедшие, делённые на всех педагогических работников" + OF_ALL),
            new Column("Партнёры", Kind.NUMBER, 11, "Предприятия и организации, чьи работники вошли в программы как наставники (строка 11)"),
            new Column("Наставляемые: довольны", Kind.NUMBER, 14, "Довольные из ответивших на последний итоговый опрос (строка 12, числитель)"),
            new Column("Наставляемые: ответили", Kind.NUMBER, 14, "Ответившие на последний итоговый опрос (строка 12, знаменатель)"),
            new Column("Довольны наставляемые, %", Kind.PERCENT, 14, "Довольные, делённые на ответивших" + OF_ALL),
            new Column("Наставники: довольны", Kind.NUMBER, 13, "Довольные из ответивших на последний итоговый опрос (строка 13, числитель)"),
            new Column("Наставники: ответили", Kind.NUMBER, 13, "Ответившие на последний итоговый опрос (строка 13, знаменатель)"),
            new Column("Довольны наставники, %", Kind.PERCENT, 13, "Довольные, делённые на ответивших" + OF_ALL),
            new Column("Численность на", Kind.DATE, 13, "День, на который известна численность, взятая для долей"),
            new Column("Почему нет доли", Kind.WORDS, 40, "Чего не хватает, чтобы посчитать долю, или какие числа противоречат друг другу"));

    private final Consolidated consolidated;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    ConsolidatedWorkbook(Consolidated consolidated, JdbcClient jdbc, PortalClock clock) {
        this.consolidated = consolidated;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes it row by row, however many organisations there are. */
    void write(AcademicYear year, OutputStream out, Exports.Progress progress) throws IOException {
        int organisations = jdbc.sql("select count(*) from organisation where closed_on is null or closed_on > ?").param(clock.today())
                .query(Integer.class).single();
        CityFigures.Sum city = new CityFigures.Sum();
        Map<OrganisationKind, CityFigures.Sum> byKind = new EnumMap<>(OrganisationKind.class);
        for (OrganisationKind kind : OrganisationKind.values()) {
            byKind.put(kind, new CityFigures.Sum());
        }
        Map<OrganisationKind, Integer> reports = new EnumMap<>(OrganisationKind.class);
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet("Сводная " + year.start() + "-" + (year.start() + 1), COLUMNS);
            int[] done = {0};
            consolidated.each(year, false, row -> {
                sheet.row(cells(row));
                if (row.figures() != null) {
                    reports.merge(row.kind(), 1, Integer::sum);
                }
                city.add(row.asCounted());
                byKind.get(row.kind()).add(row.asCounted());
                progress.at(Math.min(++done[0], organisations), organisations);
            });
            sheet.filtered();
            byKind.forEach((kind, sum) -> sheet.total(total(kind.plural(), sum.figures(), reports.getOrDefault(kind, 0))));
            sheet.total(total("Весь город", city.figures(), reports.values().stream().mapToInt(Integer::intValue).sum()));
            book.write(out);
        }
    }

    private static Object[] cells(Consolidated.Row row) {
        FrozenFigures figures = row.figures();
        Object[] cells = new Object[COLUMNS.size()];
        cells[0] = row.shortName();
        cells[1] = row.kind().label();
        cells[2] = row.standing().state().label();
        cells[3] = row.standing().punctuality() == null ? null : row.standing().punctuality().label();
        cells[4] = row.standing().handedOn();
        if (figures != null) {
            figures(cells, figures.date(), figures.pairs(), figures.groups(), figures.approvedProgrammes(), figures.partnerOrganisations(),
                    figures.youngSpecialists(), figures.mentors(), figures.menteeSatisfaction(), figures.mentorSatisfaction());
            cells[22] = figures.countedOn();
        }
        return cells;
    }

    private static Object[] total(String name, CityFigures figures, int reports) {
        Object[] cells = new Object[COLUMNS.size()];
        cells[0] = name;
        cells[2] = "принято " + reports + " из " + figures.organisations();
        if (reports == 0) {
            cells[COLUMNS.size() - 1] = "принятых отчётов нет";
            return cells;
        }
        figures(cells, null, figures.pairs(), figures.groups(), figures.approvedProgrammes(), figures.partnerOrganisations(),
                figures.youngSpecialists().share(), figures.mentors().share(), figures.menteeSatisfaction().share(),
                figures.mentorSatisfaction().share());
        return cells;
    }

    private static void figures(Object[] cells, LocalDate date, int pairs, int groups, int programmes, int partners, Share young, Share mentors,
                                Share mentees, Share mentorsAsked) {
        cells[5] = date;
        cells[6] = pairs;
        cells[7] = groups;
        cells[8] = programmes;
        share(cells, 9, "молодые специалисты", young);
        share(cells, 12, "наставники", mentors);
        cells[15] = partners;
        share(cells, 16, "опрос наставляемых", mentees);
        share(cells, 19, "опрос наставников", mentorsAsked);
    }

    private static void share(Object[] cells, int first, String name, Share share) {
        if (share.isGiven()) {
            // A number that goes into no share would not go into the total either.
            cells[first] = share.numerator();
            cells[first + 1] = share.denominator();
            cells[first + 2] = share.percent();
        } else {
            int why = COLUMNS.size() - 1;
            cells[why] = (cells[why] == null ? "" : cells[why] + "; ") + name + ": " + share.text();
        }
    }
}
