package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.programme.Programmes;

/** A personalised programme of a story. */
final class Plan {

    private static final List<String> MONTHS = List.of("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
            "ноябрь", "декабрь");

    final Bond bond;
    final Theme theme;
    final String title;
    final LocalDate startsOn;
    final LocalDate endsOn;
    final List<Due> activities = new ArrayList<>();
    LocalDate approvedOn;
    /** Known once it is entered. */
    long id;

    /** An activity with the month it is planned for. */
    record Due(Theme.Step step, YearMonth month) {
    }

    Plan(Bond bond, Theme theme, String title, LocalDate startsOn, LocalDate endsOn) {
        this.bond = bond;
        this.theme = theme;
        this.title = title;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        int year = AcademicYear.of(startsOn).start();
        for (Theme.Step step : theme.steps()) {
            YearMonth month = YearMonth.of(step.month() >= 9 ? year : year + 1, step.month());
            // What the theme begins with can't be left out: a late beginner does it in the first month.
            YearMonth due = month.isBefore(YearMonth.from(startsOn)) ? YearMonth.from(startsOn) : month;
            if (!due.isAfter(YearMonth.from(endsOn))) {
                activities.add(new Due(step, due));
            }
        }
    }

    Programmes.Contents contents() {
        return new Programmes.Contents(bond.mentees.stream().map(one -> one.id).collect(Collectors.toSet()), title, theme.said().get("goal"),
                lines("tasks"), lines("difficulties"), startsOn, endsOn, theme.said().get("results"), activities.stream()
                        .map(due -> new Programmes.Planned(due.step().what(), due.step().form(), term(due.month()))).toList());
    }

    private String lines(String what) {
        return theme.said().get(what).replace("; ", ";\n") + ".";
    }

    private static String term(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear() + " г.";
    }
}
