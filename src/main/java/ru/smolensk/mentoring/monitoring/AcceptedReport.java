package ru.smolensk.mentoring.monitoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What everybody may know of an accepted report. ◆ Stage 1 is not among it, nor are the attachments: their rows name people.
 *
 * @param academicYear «2026/2027»
 * @param start the calendar year in which it begins
 * @param effects the five results of stage 2
 * @param risks the six risks of P8.3
 */
public record AcceptedReport(String academicYear, int start, LocalDate acceptedOn, LocalDate since, LocalDate until, FrozenFigures figures,
                             List<Assessed> effects, Integer futureMentors, Integer futureMentees, List<RiskAssessed> risks,
                             String conclusions) {

    public String title() {
        return "Отчёт внутреннего мониторинга за " + academicYear + " учебный год";
    }

    public List<RiskAssessed> gravestFirst() {
        return risks.stream().sorted(Comparator.comparingInt(RiskAssessed::weight).reversed()).toList();
    }
}
