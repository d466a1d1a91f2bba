package ru.smolensk.mentoring.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ru.smolensk.mentoring.indicator.Facts.Member;
import ru.smolensk.mentoring.indicator.Facts.Mentorship;
import ru.smolensk.mentoring.indicator.Facts.Order;
import ru.smolensk.mentoring.indicator.Facts.Partner;
import ru.smolensk.mentoring.indicator.Facts.Person;
import ru.smolensk.mentoring.indicator.Facts.Programme;
import ru.smolensk.mentoring.indicator.Facts.StaffCount;
import ru.smolensk.mentoring.indicator.Facts.Status;

/**
 * A small organisation at random, allowed by every constraint of the schema. All its dates lie within a few days, so that they meet:
 * the day of an order is that of a start, the end of one thing the beginning of another, the third anniversary the day asked for.
 */
final class RandomFacts {

    /** Around the turn of the academic year, the end of February in a common and in a leap year, and the new year. */
    static final List<LocalDate> FIRST_DAYS = List.of(
            LocalDate.of(2026, 8, 28), LocalDate.of(2027, 2, 25), LocalDate.of(2028, 2, 26), LocalDate.of(2026, 12, 28));
    static final int DAYS = 8;

    private final Random random;
    private final LocalDate firstDay;
    private final Facts facts = new Facts();

    private RandomFacts(long seed) {
        random = new Random(seed);
        firstDay = firstDay(seed);
    }

    static LocalDate firstDay(long seed) {
        return FIRST_DAYS.get((int) (seed % FIRST_DAYS.size()));
    }

    static Facts of(long seed) {
        return new RandomFacts(seed).facts();
    }

    private Facts facts() {
        facts.closedOn = chance(5) ? day() : null;
        staffCounts();
        times(3, () -> facts.partners.add(new Partner(Facts.nextId(), "Партнёр " + facts.partners.size(), chance(10))));
        times(6, this::person);
        times(4, () -> facts.orders.add(new Order(Facts.nextId(), day(), chance(10))));
        if (!facts.orders.isEmpty() && facts.people.stream().anyMatch(Person::mentor)) {
            times(6, this::mentorship);
        }
        facts.mentorships.forEach(mentorship -> times(3, () -> programme(mentorship)));
        return facts;
    }

    private void staffCounts() {
        times(4, () -> {
            LocalDate on = chance(50) ? day() : day().minusYears(1);
            boolean annulled = chance(20);
            if (annulled || facts.staffCounts.stream().noneMatch(one -> !one.annulled() && one.countedOn().equals(on))) {
                int young = random.nextInt(4);
                facts.staffCounts.add(new StaffCount(on, young + random.nextInt(4), young, annulled));
            }
        });
    }

    private void person() {
        boolean ownStaff = chance(65);
        Partner partner = ownStaff || facts.partners.isEmpty() || chance(20) ? null : one(facts.partners);
        boolean mentor = chance(50);
        facts.people.add(new Person(Facts.nextId(), ownStaff, partner, teachingSince(), chance(15) ? day() : null,
                mentor, !mentor || chance(40)));
    }

    private LocalDate teachingSince() {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> day().minusYears(10);
            case 2 -> LocalDate.of(2024, 2, 29);
            case 3, 4 -> day();
            case 5 -> day().minusYears(1);
            default -> day().minusYears(3).plusDays(random.nextInt(3) - 1);
        };
    }

    private void mentorship() {
        Person mentor = one(facts.people.stream().filter(Person::mentor).toList());
        Order order = one(facts.orders);
        LocalDate startsOn = chance(50) ? order.datedOn() : order.datedOn().plusDays(random.nextInt(4));
        LocalDate plannedEnd = startsOn.plusDays(random.nextInt(6));
        LocalDate endedOn = chance(40) ? between(startsOn, plannedEnd) : null;
        LocalDate lastDay = endedOn == null ? plannedEnd : endedOn;
        boolean annulled = chance(12);
        List<Member> members = new ArrayList<>();
        facts.people.stream().filter(person -> person.mentee() && person != mentor && chance(45)).forEach(mentee -> {
            LocalDate joinedOn = chance(60) ? startsOn : between(startsOn, lastDay);
            LocalDate leftOn = chance(35) ? between(joinedOn, lastDay) : null;
            if (annulled || facts.mentorships.stream().noneMatch(other -> other.mentor() == mentor && !other.annulled()
                    && other.members().stream().anyMatch(member -> member.mentee() == mentee
                            && !member.joinedOn().isAfter(leftOn == null ? lastDay : leftOn)
                            && !(member.leftOn() == null ? other.lastDay() : member.leftOn()).isBefore(joinedOn)))) {
                members.add(new Member(mentee, joinedOn, leftOn));
            }
        });
        facts.mentorships.add(new Mentorship(Facts.nextId(), mentor, order, startsOn, plannedEnd, endedOn, annulled, members));
    }

    /** Editions one after another: superseded ones, perhaps one that is not, perhaps a draft; annulled ones anywhere. */
    private void programme(Mentorship mentorship) {
        List<LocalDate> approvals = new ArrayList<>();
        times(4, () -> approvals.add(day()));
        approvals.sort(null);
        long series = Facts.nextId();
        int edition = 1;
        for (int i = 0; i < approvals.size(); i++) {
            if (chance(10)) {
                edition(mentorship, series, edition++, Status.ANNULLED, chance(50) ? day() : null, null);
            }
            boolean last = i == approvals.size() - 1;
            edition(mentorship, series, edition++,
                    !last ? Status.SUPERSEDED : one(List.of(Status.APPROVED, Status.APPROVED, Status.COMPLETED, Status.CANCELLED)),
                    approvals.get(i), last ? null : approvals.get(i + 1));
        }
        if (edition == 1 || chance(25)) {
            edition(mentorship, series, edition, chance(10) ? Status.ANNULLED : Status.DRAFT, null, null);
        }
    }

    private void edition(Mentorship mentorship, long series, int edition, Status status, LocalDate approvedOn, LocalDate supersededOn) {
        LocalDate startsOn = chance(40) ? mentorship.startsOn() : day();
        LocalDate later = approvedOn == null || approvedOn.isBefore(startsOn) ? startsOn : approvedOn;
        boolean closed = status == Status.COMPLETED || status == Status.CANCELLED;
        facts.programmes.add(new Programme(edition == 1 ? series : Facts.nextId(), series, edition, mentorship, status,
                startsOn, startsOn.plusDays(random.nextInt(6)), approvedOn, supersededOn, closed ? later.plusDays(random.nextInt(4)) : null,
                mentorship.members().stream().map(Member::mentee).filter(mentee -> chance(80)).toList()));
    }

    private LocalDate day() {
        return firstDay.plusDays(random.nextInt(DAYS));
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void times(int limit, Runnable action) {
        int times = random.nextInt(limit);
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }
}
