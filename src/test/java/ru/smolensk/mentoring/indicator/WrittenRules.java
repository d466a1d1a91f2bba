package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smolensk.mentoring.indicator.Facts.Member;
import ru.smolensk.mentoring.indicator.Facts.Mentorship;
import ru.smolensk.mentoring.indicator.Facts.Person;
import ru.smolensk.mentoring.indicator.Facts.Programme;
import ru.smolensk.mentoring.indicator.Facts.StaffCount;
import ru.smolensk.mentoring.indicator.Facts.Status;

/**
 * DOMAIN 5 once more, sentence by sentence, slow and day by day, so that the SQL has something to be held against.
 * It shares nothing with the SQL but the clauses.
 */
record WrittenRules(Facts facts, Period period) {

    // "a mentorship is in force at T: its order is dated ≤ T, start ≤ T, and the actual end, or where there is none the planned end,
    // is ≥ T; annulled ones never are"
    boolean isInForce(Mentorship mentorship, LocalDate t) {
        return !mentorship.annulled()
                && !mentorship.order().annulled()
                && notAfter(mentorship.order().datedOn(), t)
                && notAfter(mentorship.startsOn(), t)
                && notAfter(t, mentorship.endedOn() != null ? mentorship.endedOn() : mentorship.plannedEnd());
    }

    // "A mentee is in it at T when also joined ≤ T ≤ left"
    boolean isInIt(Member member, Mentorship mentorship, LocalDate t) {
        return isInForce(mentorship, t)
                && notAfter(member.joinedOn(), t)
                && (member.leftOn() == null || notAfter(t, member.leftOn()));
    }

    // "a programme is in force at T: approved on a date ≤ T, start ≤ T ≤ end (completion or cancellation date where there is one)";
    // DOMAIN 4: a new edition "takes the old one's place when approved"
    boolean isInForce(Programme programme, LocalDate t) {
        return programme.status() != Status.DRAFT && programme.status() != Status.ANNULLED
                && !programme.mentorship().annulled()
                && notAfter(programme.approvedOn(), t)
                && notAfter(programme.startsOn(), t)
                && notAfter(t, programme.closedOn() != null ? programme.closedOn() : programme.endsOn())
                && (programme.supersededOn() == null || t.isBefore(programme.supersededOn()));
    }

    // "young specialist: teaching experience from 0 to 3 years ... still one on the third anniversary of the start,
    // no longer the day after"
    static boolean isYoung(Person person, LocalDate t) {
        return person.teachingSince() != null
                && notAfter(person.teachingSince(), t)
                && notAfter(t, person.teachingSince().plusYears(3));
    }

    // "work on the organisation's own staff"
    static boolean isOwnStaff(Person person, LocalDate t) {
        return person.ownStaff() && (person.leftOn() == null || notAfter(t, person.leftOn()));
    }

    // "a mentee has entered at T: (1) some mentorship in force at T names this person as mentee, and (2) some programme in force at T
    // covers this person"
    boolean menteeHasEntered(Person person) {
        return !mentorshipsOfMentee(person).isEmpty() && !programmesOfMentee(person).isEmpty();
    }

    // "A mentor has entered: (1) some mentorship in force names this person as mentor, and (2) some programme in force belongs to a
    // mentorship of this mentor"
    boolean mentorHasEntered(Person person) {
        return !mentorshipsOfMentor(person).isEmpty() && !programmesOfMentor(person).isEmpty();
    }

    Set<Long> mentorshipsOfMentee(Person person) {
        return facts.mentorships.stream()
                .filter(one -> one.members().stream()
                        .anyMatch(member -> member.mentee() == person && onSomeDay(t -> isInIt(member, one, t))))
                .map(Mentorship::id).collect(Collectors.toSet());
    }

    Set<Long> programmesOfMentee(Person person) {
        return programmesInForce().filter(one -> one.mentees().contains(person)).map(Programme::id).collect(Collectors.toSet());
    }

    Set<Long> mentorshipsOfMentor(Person person) {
        return mentorshipsInForce().filter(one -> one.mentor() == person).map(Mentorship::id).collect(Collectors.toSet());
    }

    Set<Long> programmesOfMentor(Person person) {
        return programmesInForce().filter(one -> one.mentorship().mentor() == person).map(Programme::id).collect(Collectors.toSet());
    }

    // F6
    Stream<Mentorship> mentorshipsInForce() {
        return facts.mentorships.stream().filter(one -> onSomeDay(t -> isInForce(one, t)));
    }

    // "one mentor with one mentee is a pair, with two or more a group"
    boolean isGroup(Mentorship mentorship) {
        return mentorship.members().stream().filter(member -> onSomeDay(t -> isInIt(member, mentorship, t))).count() >= 2;
    }

    // F8
    Stream<Programme> programmesInForce() {
        return facts.programmes.stream().filter(one -> onSomeDay(t -> isInForce(one, t)));
    }

    // F9: "mentees who have entered, work on the organisation's own staff and are young specialists at T"
    boolean isCountedAsMentee(Person person) {
        return person.mentee() && menteeHasEntered(person) && onSomeDay(t -> isOwnStaff(person, t)) && onSomeDay(t -> isYoung(person, t));
    }

    // F10: "mentors who have entered and are own staff"
    boolean isCountedAsMentor(Person person) {
        return person.mentor() && mentorHasEntered(person) && onSomeDay(t -> isOwnStaff(person, t));
    }

    // F11: "distinct partners with a mentor who has entered at T"
    Set<Long> partners() {
        return facts.people.stream()
                .filter(person -> person.mentor() && person.partner() != null && !person.partner().annulled() && mentorHasEntered(person))
                .map(person -> person.partner().id()).collect(Collectors.toSet());
    }

    // "Staff count used: the newest on or before T"
    StaffCount staffCount() {
        return facts.staffCounts.stream().filter(one -> !one.annulled() && notAfter(one.countedOn(), period.until()))
                .max(Comparator.comparing(StaffCount::countedOn)).orElse(null);
    }

    Indicators indicators() {
        List<Mentorship> mentorships = mentorshipsInForce().toList();
        int groups = (int) mentorships.stream().filter(this::isGroup).count();
        StaffCount count = staffCount();
        return new Indicators(facts.id, period, mentorships.size() - groups, groups, (int) programmesInForce().count(),
                share(facts.people.stream().filter(this::isCountedAsMentee).count(),
                        count == null ? null : (long) count.youngSpecialists(), Share.Reason.NO_YOUNG_SPECIALISTS),
                share(facts.people.stream().filter(this::isCountedAsMentor).count(),
                        count == null ? null : (long) count.teachingStaff(), Share.Reason.NO_STAFF_COUNT),
                partners().size(),
                new Share(null, null, Share.Reason.NO_RESPONSES), new Share(null, null, Share.Reason.NO_RESPONSES),
                count == null ? null : count.countedOn());
    }

    private static Share share(long numerator, Long denominator, Share.Reason whenZeroOfZero) {
        if (denominator == null) {
            return new Share(numerator, null, Share.Reason.NO_STAFF_COUNT);
        }
        return new Share(numerator, denominator, denominator == 0 && numerator == 0 ? whenZeroOfZero : null);
    }

    // "over a period [from, to], with 'in force at T' replaced by 'in force on some day of the period'"
    private boolean onSomeDay(Predicate<LocalDate> rule) {
        return period.since().datesUntil(period.until().plusDays(1)).anyMatch(rule);
    }

    private static boolean notAfter(LocalDate one, LocalDate other) {
        return !one.isAfter(other);
    }
}
