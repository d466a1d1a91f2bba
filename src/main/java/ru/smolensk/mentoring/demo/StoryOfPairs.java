package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import ru.smolensk.mentoring.demo.Bond.Decree;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.mentorship.AssignmentOrders;
import ru.smolensk.mentoring.mentorship.Mentorships;

/** The part of a story that orders, pairs and groups live through. */
final class StoryOfPairs {

    private final Story story;

    StoryOfPairs(Story story) {
        this.story = story;
    }

    Decree decree(LocalDate date, String number, String title) {
        return new Decree(number == null ? story.number(date) : number, date, title);
    }

    /**
     * The order comes into the portal with its pairs and groups.
     *
     * @param format {@code null}: nobody has scanned it yet
     */
    void issue(Decree decree, Disclosure disclosure, Format format) {
        LocalDate day = Years.workday(decree.date.plusDays(story.dice.between(0, 2)));
        enter(decree, day, format == null ? null : printed(format, decree, true, day), disclosure,
                disclosure == Disclosure.REDACTED_COPY ? printed(format, decree, false, day) : null);
        decree.bonds.forEach(bond -> begin(bond, day));
    }

    private Sheet printed(Format format, Decree decree, boolean named, LocalDate day) {
        return story.documents.printed(day, story.paperwork.assignment(format, decree, named));
    }

    private void enter(Decree decree, LocalDate day, Sheet file, Disclosure disclosure, Sheet copy) {
        story.on(day, () -> decree.id = story.services.orders().enter(story.tenant, new AssignmentOrders.Text(decree.number, decree.date,
                decree.title, new Papers.Said(story.documents.kept(file), disclosure, story.documents.kept(copy)))));
    }

    /** An order that was entered twice. */
    void annulledDecree(LocalDate date, String number, String title, String reason) {
        Decree decree = new Decree(number, date, title);
        enter(decree, date, null, Disclosure.WITHHELD, null);
        story.on(Years.workday(date.plusDays(2)), () -> story.services.orders().annul(story.tenant, decree.id, reason));
    }

    private void begin(Bond bond, LocalDate day) {
        story.on(day, () -> bond.id = story.services.mentorships().start(story.tenant, new Mentorships.NewMentorship(null, bond.decree.id,
                bond.mentor.id, bond.mentees.stream().map(one -> one.id).toList(), bond.form, bond.model, bond.kinds, bond.startsOn,
                bond.plannedEnd, bond.agreedOn)));
    }

    void endsEarly(Bond bond, LocalDate last, String reason, LocalDate notice) {
        bond.brokenOff = true;
        story.on(last, () -> story.services.mentorships().endEarly(story.tenant, bond.id, new Mentorships.EarlyEnd(last, reason, notice)));
    }

    /** Another mentor takes over by an order of its own. */
    Bond replaced(Bond old, Somebody mentor, LocalDate day) {
        old.brokenOff = true;
        Decree decree = decree(day, null, "О замене наставника");
        Bond next = new Bond(decree, mentor, old.mentees, old.theme, day, old.plannedEnd);
        next.form = old.form;
        next.model = old.model;
        enter(decree, day, printed(Format.PDF, decree, true, day), Disclosure.WITHHELD, null);
        story.on(day, () -> next.id = story.services.mentorships().replaceMentor(story.tenant, old.id,
                new Mentorships.Replacement(null, mentor.id, decree.id, day, old.plannedEnd, day)));
        return next;
    }

    void leavesGroup(Bond bond, Somebody mentee, LocalDate day, String reason) {
        story.on(day, () -> story.services.mentorships().leave(story.tenant, bond.id, mentee.id, day, reason));
    }

    /** By an order of its own: the first one did not know the new mentee. */
    void joinsGroup(Bond bond, Somebody mentee, LocalDate day) {
        Decree decree = decree(day, "118-од", "О включении в наставническую группу");
        enter(decree, day, null, Disclosure.WITHHELD, null);
        story.on(day, () -> story.services.mentorships().join(story.tenant, bond.id, new Mentorships.Joining(mentee.id, decree.id, day, bond.kinds)));
    }

    /** A pair entered with the wrong mentee and annulled; the right one is entered beside it. */
    void enteredWrongly(Bond right, Somebody wrong, LocalDate day, String reason) {
        long[] id = new long[1];
        story.on(day, () -> id[0] = story.services.mentorships().start(story.tenant, new Mentorships.NewMentorship(null, right.decree.id,
                right.mentor.id, List.of(wrong.id), right.form, right.model, EnumSet.copyOf(right.kinds), right.startsOn, right.plannedEnd,
                null)));
        story.on(Years.workday(day.plusDays(1)), () -> story.services.mentorships().annul(story.tenant, id[0], reason));
    }

    static int pairs(Collection<Bond> bonds) {
        return (int) bonds.stream().filter(bond -> bond.mentees.size() == 1).count();
    }
}
