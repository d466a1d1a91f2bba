package ru.smolensk.mentoring.monitoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.monitoring.ReportReading.CourseLine;
import ru.smolensk.mentoring.monitoring.ReportReading.Sheet;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedNumber;

/** The forms of a report's parts, as they were typed. */
final class ReportForms {

    private static final int LONGEST = 4000;

    private ReportForms() {
    }

    /** Which year to begin. */
    record Beginning(@NotNull(message = "Выберите учебный год") @Min(value = 2000, message = "Выберите учебный год")
                     @Max(value = 2099, message = "Выберите учебный год") Integer year) {

        AcademicYear academicYear() {
            return new AcademicYear(year);
        }
    }

    /** A step that asks for nothing; its fields are the parts of the report that may be unfinished. */
    record Step(String process, String influence, String risks, String conclusions) {
    }

    /** The days that the report is about. */
    record PeriodForm(Integer version,
                      @NotNull(message = "Введите, с какого дня отчёт") @TypedDate String since,
                      @NotNull(message = "Введите, по какой день отчёт") @TypedDate String until) {

        static PeriodForm of(Sheet sheet) {
            Russian russian = new Russian();
            return new PeriodForm(sheet.periodVersion(), russian.date(sheet.since()), russian.date(sheet.until()));
        }
    }

    /** How a programme went. */
    record CourseForm(Integer version,
                      @Size(max = LONGEST, message = "Результат не длиннее {max} знаков") String result,
                      @Size(max = LONGEST, message = "Риски не длиннее {max} знаков") String risks,
                      @Size(max = LONGEST, message = "Проекты не длиннее {max} знаков") String projects,
                      Trend achievement,
                      Trend olympiads,
                      @TypedNumber(max = 100, message = "Введите целое число от 0 до 100") String examsPercent,
                      @Size(max = LONGEST, message = "Активность не длиннее {max} знаков") String activity) {

        static CourseForm of(CourseLine line) {
            return new CourseForm(line.version(), line.result(), line.risks(), line.projects(), line.achievement(), line.olympiads(),
                    line.examsPercent() == null ? null : line.examsPercent().toString(), line.activity());
        }

        MonitoringReports.HowItWent toCommand() {
            return new MonitoringReports.HowItWent(result, risks, projects, Typed.number(examsPercent), achievement, olympiads, activity);
        }
    }

    /** Stage 2. The rows stand in the order of {@link Effect}. */
    record InfluenceForm(Integer version,
                         @Size(max = 5, message = "Результатов – пять") List<@Valid EffectRow> effects,
                         @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000") String futureMentors,
                         @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000") String futureMentees) {

        InfluenceForm {
            effects = filled(effects, Effect.values().length, new EffectRow(null, null));
        }

        static InfluenceForm of(Sheet sheet) {
            return new InfluenceForm(sheet.influenceVersion(), sheet.effects().stream()
                    .map(one -> new EffectRow(one.assessment(), one.words())).toList(), text(sheet.futureMentors()), text(sheet.futureMentees()));
        }

        List<Assessed> toCommand() {
            return Arrays.stream(Effect.values()).map(effect -> new Assessed(effect, effects.get(effect.ordinal()).assessment(),
                    effects.get(effect.ordinal()).words())).toList();
        }
    }

    /** One result of stage 2. */
    record EffectRow(Assessment assessment, @Size(max = LONGEST, message = "Пояснение не длиннее {max} знаков") String words) {
    }

    /** The risks, in the order of {@link Risk}. */
    record RisksForm(Integer version, @Size(max = 6, message = "Рисков – шесть") List<@Valid RiskRow> risks) {

        RisksForm {
            risks = filled(risks, Risk.values().length, new RiskRow(null, null, null));
        }

        static RisksForm of(Sheet sheet) {
            return new RisksForm(sheet.risksVersion(), sheet.risks().stream()
                    .map(one -> new RiskRow(one.likelihood(), one.impact(), one.measure())).toList());
        }

        /** @throws Refusal at the measure that a grave risk lacks, at all of them */
        List<RiskAssessed> toCommand() {
            ru.smolensk.mentoring.platform.Refusals wrong = new ru.smolensk.mentoring.platform.Refusals();
            List<RiskAssessed> all = new ArrayList<>();
            for (Risk risk : Risk.values()) {
                RiskRow row = risks.get(risk.ordinal());
                try {
                    all.add(new RiskAssessed(risk, row.likelihood(), row.impact(), row.measure()));
                } catch (Refusal refusal) {
                    wrong.when(true, refusal.field(), refusal.getMessage());
                }
            }
            wrong.refuse();
            return all;
        }
    }

    /** One risk. */
    record RiskRow(Level likelihood, Level impact, @Size(max = LONGEST, message = "Мера не длиннее {max} знаков") String measure) {
    }

    /** What the monitoring has shown. */
    record ConclusionsForm(Integer version, @Size(max = 20000, message = "Выводы не длиннее 20 000 знаков") String conclusions) {
    }

    /** A file to be added. */
    record AttachmentForm(Upload file) {
    }

    private static <T> List<T> filled(List<T> rows, int size, T blank) {
        List<T> all = new ArrayList<>();
        if (rows != null) {
            rows.forEach(row -> all.add(row == null ? blank : row));
        }
        while (all.size() < size) {
            all.add(blank);
        }
        return all;
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }
}
