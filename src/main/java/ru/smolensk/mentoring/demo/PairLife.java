package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.platform.AcademicYear;

/** What becomes of a pair or group of an ordinary organisation: most go well, a few end early, change the mentor or begin again. */
final class PairLife {

    private static final List<String> EARLY_ENDS = List.of("Наставляемый перешёл в другую организацию",
            "Наставник отказался по состоянию здоровья", "По соглашению сторон: цель достигнута раньше срока",
            "Наставляемый ушёл в отпуск по уходу за ребёнком");

    private final Story story;
    private final Collective collective;
    private final Dice dice;
    private final Years years;

    PairLife(Story story, Collective collective) {
        this.story = story;
        this.collective = collective;
        dice = story.dice;
        years = story.years;
    }

    /** A pair or group to which nothing happens. */
    void goesWell(Bond bond) {
        story.programmes.progress(story.programmes.approved(bond, drafted(bond), bond.plannedEnd), years.today(), 90);
    }

    void lives(Bond bond, AcademicYear year) {
        if (year.equals(years.current())) {
            present(bond, year);
        } else {
            past(bond, year);
        }
    }

    private LocalDate drafted(Bond bond) {
        return Years.workday(bond.startsOn.plusDays(dice.between(4, 9)));
    }

    private void past(Bond bond, AcademicYear year) {
        int way = dice.between(1, 100);
        if (way <= 4 && bond.mentees.size() == 1) {
            story.pairs.enteredWrongly(bond, collective.otherMentee(bond), Years.workday(bond.decree.date.plusDays(3)),
                    "Указан не тот наставляемый");
        }
        Plan plan = story.programmes.approved(bond, drafted(bond), bond.plannedEnd);
        if (way > 4 && way <= 10) {
            LocalDate last = Years.day(year, 2, dice.between(4, 20));
            story.programmes.progress(plan, last.minusDays(5), 90);
            story.programmes.cancel(plan, last, "Закрепление завершено досрочно");
            story.pairs.endsEarly(bond, last, dice.of(EARLY_ENDS), dice.chance(70) ? last.minusDays(dice.between(8, 14)) : null);
        } else if (way <= 15 && way > 10) {
            LocalDate change = Years.day(year, 1, dice.between(12, 24));
            story.programmes.progress(plan, change.minusDays(5), 95);
            story.programmes.cancel(plan, change, "Сменился наставник: составлена новая программа");
            Bond next = story.pairs.replaced(bond, collective.anotherMentor(bond, change), change);
            Plan renewed = story.programmes.approved(next, Years.workday(change.plusDays(5)), next.plannedEnd);
            story.programmes.progress(renewed, Years.day(year, 5, 20), 95);
            story.programmes.complete(renewed, Years.day(year, 5, 27));
        } else if (way <= 22) {
            story.programmes.progress(plan, Years.day(year, 12, 12), 95);
            Plan amended = story.programmes.amend(plan, Years.day(year, 12, 15));
            story.programmes.approve(amended, Years.day(year, 12, 19));
            story.programmes.progressSince(amended, Years.day(year, 12, 20), Years.day(year, 5, 26));
            story.programmes.complete(amended, Years.day(year, 5, 27));
        } else {
            if (bond.mentees.size() == 3) {
                story.pairs.leavesGroup(bond, bond.mentees.get(2), Years.day(year, 3, dice.between(3, 20)), "Перешёл на другую должность");
            }
            story.programmes.progress(plan, Years.day(year, 5, 26), dice.of(List.of(100, 80, 60)));
            if (way <= 92) {
                story.programmes.complete(plan, Years.day(year, 5, 27));
            }
        }
    }

    private void present(Bond bond, AcademicYear year) {
        int way = dice.between(1, 100);
        LocalDate december = LocalDate.of(year.start() + 1, 12, 30);
        LocalDate end = bond.plannedEnd.isAfter(december) ? december : bond.plannedEnd;
        LocalDate drafted = drafted(bond);
        if (way <= 6) {
            return;
        }
        if (way <= 18) {
            story.programmes.draft(bond, drafted, end);
            return;
        }
        Plan plan = story.programmes.approved(bond, drafted, end);
        LocalDate october = Years.day(year, 10, dice.between(12, 19));
        if (way <= 23) {
            story.programmes.progress(plan, october.minusDays(4), 100);
            story.programmes.amend(plan, october);
        } else if (way <= 28) {
            story.programmes.progress(plan, october.minusDays(4), 100);
            Plan amended = story.programmes.amend(plan, october);
            story.programmes.approve(amended, Years.workday(october.plusDays(2)));
        } else if (way <= 33) {
            story.pairs.endsEarly(bond, october, dice.of(EARLY_ENDS), october.minusDays(dice.between(8, 14)));
            if (dice.chance(50)) {
                story.programmes.cancel(plan, october, "Закрепление завершено досрочно");
            }
        } else if (way <= 37) {
            Bond next = story.pairs.replaced(bond, collective.anotherMentor(bond, october), october);
            story.programmes.cancel(plan, october, "Сменился наставник: составлена новая программа");
            story.programmes.approved(next, Years.workday(october.plusDays(1)), end);
        } else if (way <= 41) {
            story.programmes.progress(plan, october, 100);
            story.programmes.complete(plan, october);
        } else {
            story.programmes.progress(plan, years.today(), dice.chance(75) ? 95 : 60);
        }
    }
}
