package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ru.smolensk.mentoring.programme.Programmes.Mark;

/** The part of a story that personalised programmes live through. */
final class StoryOfProgrammes {

    /** The curator doesn't come for every activity: what was done in so many days is marked at once. */
    private static final int DAYS_BETWEEN_MARKS = 180;

    private final Story story;

    StoryOfProgrammes(Story story) {
        this.story = story;
    }

    Plan draft(Bond bond, LocalDate day, LocalDate endsOn) {
        Plan plan = new Plan(bond, bond.theme, bond.theme.title(), bond.startsOn, endsOn);
        story.on(day, () -> plan.id = story.services.programmes().draft(story.tenant, bond.id, plan.contents()));
        return plan;
    }

    void approve(Plan plan, LocalDate day) {
        plan.approvedOn = day;
        String act = story.number(day);
        story.on(day, () -> story.services.programmes().approve(story.tenant, plan.id, day, act));
    }

    /** Drawn up and approved. */
    Plan approved(Bond bond, LocalDate day, LocalDate endsOn) {
        Plan plan = draft(bond, day, endsOn);
        approve(plan, Years.workday(day.plusDays(story.dice.between(3, 8))));
        return plan;
    }

    /** Activities are done, each in its month; of a hundred so many. */
    void progress(Plan plan, LocalDate until, int doneOfHundred) {
        mark(plan, until, due -> story.dice.chance(doneOfHundred));
    }

    /** What stays to be done in a new edition after a day: the earlier marks go over to it from the one before. */
    void progressSince(Plan plan, LocalDate since, LocalDate until) {
        mark(plan, until, due -> due.month().atDay(1).isAfter(since));
    }

    /** An activity that was done. */
    private record Done(int number, LocalDate day, String result) {
    }

    private void mark(Plan plan, LocalDate until, Predicate<Plan.Due> chosen) {
        List<Done> all = new ArrayList<>();
        for (int number = 1; number <= plan.activities.size(); number++) {
            Plan.Due due = plan.activities.get(number - 1);
            if (chosen.test(due)) {
                all.add(new Done(number, doneIn(due.month(), plan.approvedOn), due.step().result()));
            }
        }
        all.removeIf(done -> done.day().isAfter(until) || !done.day().isBefore(story.years.today()));
        all.sort(Comparator.comparing(Done::day));
        while (!all.isEmpty()) {
            LocalDate last = all.get(0).day().plusDays(DAYS_BETWEEN_MARKS);
            List<Done> together = all.stream().takeWhile(done -> !done.day().isAfter(last)).toList();
            all.removeAll(together);
            Map<Integer, Mark> marks = new HashMap<>();
            together.forEach(done -> marks.put(done.number(), new Mark(done.day(), done.result())));
            story.on(together.get(together.size() - 1).day(), () -> story.services.programmes().markDone(story.tenant, plan.id, marks));
        }
    }

    private LocalDate doneIn(YearMonth month, LocalDate approvedOn) {
        LocalDate day = Years.workday(month.atDay(story.dice.between(12, 26)));
        return day.isAfter(approvedOn) ? day : Years.workday(approvedOn.plusDays(story.dice.between(2, 9)));
    }

    void complete(Plan plan, LocalDate day) {
        story.on(day, () -> story.services.programmes().complete(story.tenant, plan.id, day, plan.theme.said().get("final") + "."));
    }

    void cancel(Plan plan, LocalDate day, String reason) {
        story.on(day, () -> story.services.programmes().cancel(story.tenant, plan.id, day, reason));
    }

    /** A new edition of an approved programme, a draft yet. */
    Plan amend(Plan plan, LocalDate day) {
        Plan next = new Plan(plan.bond, plan.theme, plan.title, plan.startsOn, plan.endsOn);
        story.on(day, () -> next.id = story.services.programmes().amend(story.tenant, plan.id));
        return next;
    }
}
