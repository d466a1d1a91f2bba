package ru.smolensk.mentoring.section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ru.smolensk.mentoring.paper.ListFile;
import ru.smolensk.mentoring.platform.Russian;

/** The measures of a published roadmap as a file: the rows that everybody reads, each with its section. */
final class RoadmapFile {

    private static final Russian RUSSIAN = new Russian();

    private RoadmapFile() {
    }

    /**
     * A measure apart from the plan.
     *
     * @param section number and title, or {@code null} above the first heading
     */
    record Measure(String section, SectionContent.Line line) {
    }

    static List<Measure> measures(SectionContent.Roadmap roadmap) {
        List<Measure> measures = new ArrayList<>();
        String section = null;
        for (SectionContent.Line line : roadmap.lines()) {
            if (line.heading()) {
                section = line.number() + ". " + line.measure();
            } else {
                measures.add(new Measure(section, line));
            }
        }
        return measures;
    }

    /** @param date the day of the figures: what should have been done by then and wasn't marked is overdue */
    static ListFile<Measure> of(LocalDate date) {
        return ListFile.<Measure>of("roadmap", "Дорожная карта")
                .words("Раздел", 40, "Номер и название раздела", Measure::section)
                .words("№", 8, "Номер строки", one -> one.line().number())
                .words("Мероприятие", 60, "Что нужно сделать", one -> one.line().measure())
                .words("Срок реализации", 24, "Срок словами", one -> one.line().term())
                .date("Последний день", "До какого дня, включая его", one -> one.line().dueOn())
                .words("Ответственный исполнитель", 34, "Кто отвечает", one -> one.line().responsible())
                .words("Результат, вид документа", 34, "Чем мероприятие закончится", one -> one.line().result())
                .words("Выполнение", 16, "На день публикации; пусто, если отметки ещё нет", one -> standing(one.line(), date))
                .date("Выполнено", "День выполнения", one -> one.line().doneOn())
                .words("Подтверждение", 40, "Документ или ссылка", one -> proof(one.line()))
                .words("Пояснение", 50, "Что добавлено к отметке", one -> one.line().note());
    }

    private static String standing(SectionContent.Line line, LocalDate date) {
        if (line.outcome() == null) {
            return line.overdue(date) ? "Просрочено" : null;
        }
        return "DONE".equals(line.outcome()) ? "Выполнено" : "Не выполнено";
    }

    private static String proof(SectionContent.Line line) {
        SectionContent.Paper paper = line.evidence();
        return paper == null ? line.link() : (paper.title() + " " + RUSSIAN.paper(paper.number(), paper.datedOn())).strip();
    }
}
