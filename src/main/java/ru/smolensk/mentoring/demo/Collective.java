package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.demo.Somebody.Ally;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.AcademicYear;

/** The people of an ordinary organisation: who comes to mentor and to be mentored, who has enough to do this year, who goes. */
final class Collective {

    private static final List<String> PARTNERS = List.of("Педагогический колледж «Призвание»", "Научно-технический клуб «Орбита»",
            "Приборный завод «Пример»", "Театральная студия «Маска и я»", "Центр детской психологии «Равновесие»",
            "Логопедический центр «Речевичок»", "ИТ-компания «Днепр-Код»", "Спортивный клуб «Богатырь»", "Библиотека «Живое слово»",
            "Музей игрушки «Бирюлька»", "Педагогический институт «Пример»");
    private static final List<String> COLLEGES = List.of("Педагогический колледж «Призвание»", "Педагогический институт «Пример»");

    private final Story story;
    private final Dice dice;
    private final OrganisationKind kind;
    /** No young specialists at all: F9 has no denominator. */
    private final boolean noYoung;

    private final List<Somebody> mentors = new ArrayList<>();
    /** Who is in a pair or group of the year already. */
    private final Set<Somebody> busy = new HashSet<>();
    private Ally ally;
    private Somebody head;

    Collective(Story story, boolean noYoung) {
        this.story = story;
        this.noYoung = noYoung;
        dice = story.dice;
        kind = story.place.kind();
    }

    void newYear() {
        busy.clear();
    }

    void take(Somebody mentor, List<Somebody> mentees) {
        busy.add(mentor);
        busy.addAll(mentees);
    }

    /** Whether the mentor of last year may go on. */
    boolean free(Somebody mentor) {
        return mentors.contains(mentor) && !busy.contains(mentor);
    }

    boolean isHead(Somebody mentor) {
        return mentor == head;
    }

    MenteeCategory whom() {
        int chance = dice.between(1, 100);
        if (noYoung) {
            return chance <= 50 ? MenteeCategory.NEWCOMER : chance <= 85 ? MenteeCategory.EXPERIENCED : MenteeCategory.STUDENT;
        }
        return chance <= 52 ? MenteeCategory.YOUNG : chance <= 68 ? MenteeCategory.NEWCOMER : chance <= 82 ? MenteeCategory.EXPERIENCED
                : chance <= 91 ? MenteeCategory.NO_PEDAGOGICAL : MenteeCategory.STUDENT;
    }

    /** Mostly what one of the mentors who are free can teach. */
    Theme theme(MenteeCategory whom) {
        List<Theme> suitable = Theme.suitable(kind, whom);
        List<Theme> familiar = suitable.stream().filter(theme -> freeMentor(theme).isPresent()).toList();
        return dice.of(!familiar.isEmpty() && dice.chance(75) ? familiar : suitable);
    }

    private Optional<Somebody> freeMentor(Theme theme) {
        String position = position(theme.said().get("mentor"));
        return mentors.stream().filter(known -> known.position.equals(position) && !busy.contains(known)).findFirst();
    }

    Somebody mentee(Theme theme, MenteeCategory whom, LocalDate day, AcademicYear year) {
        Somebody one = switch (whom) {
            case STUDENT -> story.student(day, dice.of(COLLEGES));
            case YOUNG, NO_PEDAGOGICAL -> story.own(theme.said().get("position"),
                    LocalDate.of(year.start() - (dice.chance(70) ? 0 : 1), 8, dice.between(15, 31)));
            default -> story.own(theme.said().get("position"),
                    LocalDate.of(year.start() - dice.between(5, 24), dice.between(8, 11), dice.between(1, 28)));
        };
        story.mentee(one, day, whom, theme.said().get("request"));
        if (!dice.chance(5)) {
            if (dice.chance(6)) {
                story.scannedConsent(one, day);
            } else {
                consents(one, day, 45);
            }
        }
        busy.add(one);
        return one;
    }

    Somebody mentor(Theme theme, LocalDate day) {
        if (theme.title().equals("Кадровый резерв")) {
            return head(day);
        }
        Optional<Somebody> known = freeMentor(theme);
        if (known.isPresent()) {
            busy.add(known.get());
            return known.get();
        }
        Somebody one = newMentor(theme, position(theme.said().get("mentor")), day);
        story.mentor(one, day, theme.said().get("competences"));
        if (!dice.chance(4)) {
            consents(one, day, 65);
        }
        mentors.add(one);
        busy.add(one);
        return one;
    }

    /** Of a hundred so many agree that everybody sees their names; a few of them think better of it. */
    private void consents(Somebody one, LocalDate day, int named) {
        boolean agrees = dice.chance(named);
        boolean thinksBetter = agrees && dice.chance(4);
        story.consents(one, day, agrees && !thinksBetter);
        if (thinksBetter) {
            story.consentTakenBack(one, day, Years.workday(day.plusDays(dice.between(40, 200))));
        }
    }

    private Somebody newMentor(Theme theme, String position, LocalDate day) {
        LocalDate since = LocalDate.of(day.getYear() - dice.between(9, 36), dice.between(8, 9), dice.between(1, 28));
        int where = dice.between(1, 100);
        if (where <= 9 && theme.whom() != MenteeCategory.STUDENT) {
            if (ally == null) {
                ally = story.partner(day, dice.of(PARTNERS), null,
                        dice.chance(50) ? "Договор о сотрудничестве продлевается каждый год" : null);
                String number = Integer.toString(dice.between(3, 40));
                LocalDate date = Years.workday(day.minusDays(dice.between(10, 60)));
                story.documents.partnerDocument(Years.workday(day.plusDays(4)), ally, number, date,
                        story.paperwork.contract(dice.chance(70) ? Format.JPG : Format.PDF, number, date, ally.name), Disclosure.NO_NAMES);
            }
            return story.of(ally, "методист", since);
        }
        if (where <= 17) {
            return story.elsewhere(position, since, dice.of(List.of("МБОУ «СШ № 8»", "МБОУ «Гимназия № 4»", "МБДОУ «Детский сад № 21»",
                    "МБУ ДО «Центр дополнительного образования «Заря»»")));
        }
        return story.own(position, since);
    }

    /** The head of the organisation mentors those who are going to lead (P5.2). */
    private Somebody head(LocalDate day) {
        if (head == null) {
            String position = story.place.head().toLowerCase(Locale.ROOT);
            head = story.somebody(story.headName(), position, LocalDate.of(day.getYear() - 24, 9, 1), null, null);
            story.mentor(head, day, "Управление организацией, подбор и развитие кадров");
            story.consents(head, day, true);
        }
        busy.add(head);
        return head;
    }

    private String position(String word) {
        boolean deputy = word.equals("заместитель руководителя");
        return !deputy ? word : kind == OrganisationKind.PRESCHOOL ? "заместитель заведующего" : "заместитель директора";
    }

    /** Somebody new who takes over. */
    Somebody anotherMentor(Bond bond, LocalDate day) {
        Somebody one = story.own(bond.mentor.ownStaff() ? bond.mentor.position : position(bond.theme.said().get("mentor")),
                LocalDate.of(day.getYear() - dice.between(9, 30), 9, 1));
        story.mentor(one, day, bond.theme.said().get("competences"));
        consents(one, day, 50);
        mentors.add(one);
        busy.add(one);
        return one;
    }

    /** Somebody who may be mistaken for the mentee of the pair. */
    Somebody otherMentee(Bond bond) {
        return story.everybody.stream().filter(one -> one.mentee && one.leftOn == null && !bond.mentees.contains(one) && one != bond.mentor
                && (one.position.equals("студент") == (bond.form == MentoringForm.EMPLOYER_STUDENT))).findFirst().orElseGet(() -> {
                    Somebody one = bond.form == MentoringForm.EMPLOYER_STUDENT ? story.student(bond.decree.date, dice.of(COLLEGES))
                            : story.own(bond.mentees.get(0).position, bond.mentees.get(0).teachingSince);
                    story.mentee(one, bond.decree.date, bond.theme.whom(), null);
                    return one;
                });
    }

    /** Who took part last year and does not this year leaves the bases; some stay in them without a pair. */
    void farewell(AcademicYear year) {
        LocalDate august = Years.day(year.previous(), 8, dice.between(24, 28));
        for (Somebody one : story.everybody) {
            boolean known = one.enteredOn != null && one.enteredOn.isBefore(august);
            boolean stays = busy.contains(one) || one == head;
            if (known && one.leftOn == null && !stays && !(one.mentor && one.ownStaff() && !one.mentee && dice.chance(40))) {
                story.leaves(one, august);
                mentors.remove(one);
            }
        }
    }
}
