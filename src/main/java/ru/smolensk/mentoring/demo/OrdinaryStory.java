package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.smolensk.mentoring.demo.Bond.Decree;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.AcademicYear;

/** Three years of an organisation like many: who comes, who mentors whom, what goes wrong, what is published and what is forgotten. */
final class OrdinaryStory {

    /** How the organisation treats its section. */
    enum Publishing {
        UP_TO_DATE, CHANGED_SINCE, STALE, NEVER
    }

    /** What is the matter with its staff counts. */
    enum Counting {
        EVERY_YEAR, OLD, NONE, CONTRADICTING
    }

    private final Story story;
    private final Years years;
    private final Dice dice;
    private final OrganisationKind kind;
    private final Publishing publishing;
    private final Counting counting;
    /** No young specialists at all: F9 has no denominator. */
    private final boolean noYoung;
    /** Everything has come to an end; nothing is in force today. */
    private final boolean asleep;
    private final AcademicYear begins;

    private final Collective collective;
    private final PairLife life;
    private final OrdinaryPapers papers;
    /** Young mentees of the last year with their mentors. */
    private final Map<Somebody, Bond> young = new LinkedHashMap<>();

    OrdinaryStory(Story story, Publishing publishing, Counting counting, boolean noYoung, boolean asleep) {
        this.story = story;
        this.publishing = publishing;
        this.counting = counting;
        this.noYoung = noYoung;
        this.asleep = asleep;
        years = story.years;
        dice = story.dice;
        kind = story.place.kind();
        collective = new Collective(story, noYoung);
        life = new PairLife(story, collective);
        papers = new OrdinaryPapers(story);
        begins = dice.chance(60) ? years.last() : years.first();
    }

    void write() {
        papers.foundation(begins);
        for (AcademicYear year : years.all()) {
            if (year.compareTo(begins) >= 0 && !(asleep && year.equals(years.current()))) {
                year(year);
            }
        }
        counts();
        publications();
    }

    // ---- A year -----------------------------------------------------------------------------------------------------------------

    private void year(AcademicYear year) {
        collective.newYear();
        LocalDate day = Years.day(year, 9, dice.between(1, 3));
        Decree decree = story.pairs.decree(Years.workday(day.plusDays(dice.between(1, 4))), null,
                "О закреплении наставнических пар и групп на " + year + " учебный год");
        List<Bond> bonds = new ArrayList<>();
        Map<Somebody, Bond> before = new LinkedHashMap<>(young);
        young.clear();
        before.forEach((mentee, bond) -> {
            if (!bond.brokenOff && staysYoung(mentee, year) && mentee.leftOn == null && collective.free(bond.mentor) && dice.chance(75)) {
                bonds.add(begun(decree, bond.mentor, List.of(mentee), bond.theme, year));
            }
        });
        int wanted = 1 + (kind == OrganisationKind.GENERAL ? 1 : 0) + (dice.chance(year.equals(years.current()) ? 45 : 10) ? 1 : 0);
        while (bonds.size() < wanted) {
            bonds.add(newBond(decree, day, year));
        }
        Bond sure = counting == Counting.CONTRADICTING ? groupOfYoung(decree, day, year) : null;
        collective.farewell(year);
        Disclosure disclosure = dice.of(List.of(Disclosure.REDACTED_COPY, Disclosure.WITHHELD, Disclosure.WITHHELD, Disclosure.CONSENTED,
                Disclosure.CONSENTED));
        if (dice.chance(8)) {
            story.pairs.issue(decree, Disclosure.WITHHELD, null);
        } else {
            story.pairs.issue(decree, disclosure, dice.chance(12) ? Format.DOCX : Format.PDF);
        }
        if (dice.chance(3)) {
            story.pairs.annulledDecree(Years.workday(decree.date.plusDays(3)), decree.number, decree.title, "Приказ внесён второй раз");
        }
        bonds.forEach(bond -> life.lives(bond, year));
        if (sure != null) {
            life.goesWell(sure);
            bonds.add(sure);
        }
        papers.ofYear(year, bonds);
    }

    private boolean staysYoung(Somebody mentee, AcademicYear year) {
        return mentee.teachingSince.plusYears(3).isAfter(LocalDate.of(year.start(), 12, 1));
    }

    private Bond newBond(Decree decree, LocalDate day, AcademicYear year) {
        MenteeCategory whom = collective.whom();
        Theme theme = collective.theme(whom);
        int size = whom != MenteeCategory.EXPERIENCED && dice.chance(20) ? dice.between(2, 3) : 1;
        List<Somebody> mentees = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            mentees.add(collective.mentee(theme, whom, day, year));
        }
        return begun(decree, collective.mentor(theme, day), mentees, theme, year);
    }

    /** Three young specialists at once: more than a slip of the pen in the staff count allows. */
    private Bond groupOfYoung(Decree decree, LocalDate day, AcademicYear year) {
        Theme theme = dice.of(Theme.suitable(kind, MenteeCategory.YOUNG));
        List<Somebody> mentees = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            mentees.add(collective.mentee(theme, MenteeCategory.YOUNG, day, year));
        }
        return begun(decree, collective.mentor(theme, day), mentees, theme, year);
    }

    private Bond begun(Decree decree, Somebody mentor, List<Somebody> mentees, Theme theme, AcademicYear year) {
        collective.take(mentor, mentees);
        boolean beginner = theme.whom() == MenteeCategory.YOUNG;
        LocalDate end = !year.equals(years.current()) ? Years.day(year, 5, 29)
                : beginner ? LocalDate.of(year.start() + 2, 5, 31) : LocalDate.of(year.start() + 1, 12, 30);
        Bond bond = new Bond(decree, mentor, mentees, theme, Years.workday(decree.date.plusDays(dice.between(0, 1))), end);
        if (theme.whom() == MenteeCategory.STUDENT) {
            bond.form(MentoringForm.EMPLOYER_STUDENT);
        } else if (collective.isHead(mentor)) {
            bond.form(MentoringForm.HEAD_TEACHER);
        }
        if (!mentor.ownStaff()) {
            bond.also(MentoringKind.VIRTUAL);
        }
        if (dice.chance(18)) {
            bond.also(dice.of(List.of(MentoringKind.SITUATIONAL, MentoringKind.SHORT_TERM, MentoringKind.SPEED)));
        }
        if (dice.chance(7)) {
            bond.withoutAgreement();
        }
        if (beginner && mentees.size() == 1 && mentees.get(0).ownStaff()) {
            young.put(mentees.get(0), bond);
        }
        return bond;
    }

    private void counts() {
        if (counting == Counting.NONE) {
            return;
        }
        int staff = switch (kind) {
            case GENERAL -> dice.between(48, 112);
            case PRESCHOOL -> dice.between(19, 44);
            case ADDITIONAL -> dice.between(24, 61);
        };
        List<AcademicYear> counted = years.all().stream().filter(year -> year.compareTo(begins) >= 0 && !forgotten(year)).toList();
        for (AcademicYear year : counted) {
            // Nobody is counted in a share who is not in its denominator: the count lasts until the next one.
            LocalDate until = counted.stream().filter(later -> later.compareTo(year) > 0).findFirst().map(later -> Years.day(later, 9, 25))
                    .orElse(years.today());
            int mentees = story.youngMentees(year.firstDay(), until);
            int young = mentees == 0 ? noYoung ? 0 : dice.between(0, 2) : mentees + dice.of(List.of(0, 0, 0, 1, 1, 2));
            if (counting == Counting.CONTRADICTING && year.equals(years.current())) {
                young = 1;
            }
            LocalDate day = Years.day(year, 9, dice.between(4, 20));
            if (dice.chance(4)) {
                story.countedWrongly(day, staff * 10, young, "Опечатка: лишний ноль в численности");
                story.count(Years.workday(day.plusDays(1)), staff, young);
            } else {
                story.count(day, staff, young);
            }
            staff += dice.between(-2, 2);
        }
    }

    private boolean forgotten(AcademicYear year) {
        return counting == Counting.OLD && year.equals(years.current())
                || counting == Counting.EVERY_YEAR && year.equals(years.last()) && dice.chance(12);
    }

    private void publications() {
        if (publishing == Publishing.NEVER) {
            return;
        }
        for (AcademicYear year : years.all()) {
            boolean now = year.equals(years.current());
            if (year.compareTo(begins) < 0 && !now || now && (publishing == Publishing.STALE || counting == Counting.CONTRADICTING)) {
                continue;
            }
            if (now && publishing == Publishing.CHANGED_SINCE) {
                story.documents.publish(Years.day(year, 10, dice.between(5, 9)));
                LocalDate later = Years.day(year, 10, dice.between(20, 28));
                story.documents.document(later, ActKind.OTHER, null, later,
                        "План заседаний методического объединения наставников на " + year + " учебный год",
                        story.paperwork.roadmap(Format.DOCX, year, later), Disclosure.NO_NAMES, null);
            } else {
                story.documents.publish(Years.day(year, 10, dice.between(23, 29)));
                if (now || dice.chance(12)) {
                    story.documents.publish(Years.day(year, 2, dice.between(9, 20)));
                    story.documents.publish(Years.day(year, 6, dice.between(15, 24)));
                }
            }
        }
    }
}
