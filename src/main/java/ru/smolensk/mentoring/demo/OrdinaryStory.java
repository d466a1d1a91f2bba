package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.smolensk.mentoring.demo.Bond.Decree;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.demo.Somebody.Ally;
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

    private static final List<String> PARTNERS = List.of("Педагогический колледж «Призвание»", "Научно-технический клуб «Орбита»", "Приборный завод «Пример»",
            "Театральная студия «Маска и я»", "Центр детской психологии «Равновесие»", "Логопедический центр «Речевичок»", "ИТ-компания «Днепр-Код»",
            "Спортивный клуб «Богатырь»", "Библиотека «Живое слово»", "Музей игрушки «Бирюлька»", "Педагогический институт «Пример»");
    private static final List<String> COLLEGES = List.of("Педагогический колледж «Призвание»", "Педагогический институт «Пример»");
    private static final List<String> PROGRAMMES = List.of("Шаг за шагом", "Вместе к успеху", "Наставник рядом", "Путь в профессию", "Растём вместе",
            "Точка опоры", "От диплома к мастерству");
    private static final List<String> EARLY_ENDS = List.of("Наставляемый перешёл в другую организацию", "Наставник отказался по состоянию здоровья",
            "По соглашению сторон: цель достигнута раньше срока", "Наставляемый ушёл в отпуск по уходу за ребёнком");

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

    private final List<Somebody> mentors = new ArrayList<>();
    /** Young mentees of the last year with their mentors. */
    private final Map<Somebody, Bond> young = new LinkedHashMap<>();
    private final Set<Somebody> busy = new HashSet<>();
    private Ally ally;
    private Somebody head;

    OrdinaryStory(Story story, Publishing publishing, Counting counting, boolean noYoung, boolean asleep) {
        this.story = story;
        this.publishing = publishing;
        this.counting = counting;
        this.noYoung = noYoung;
        this.asleep = asleep;
        years = story.years;
        dice = story.dice;
        kind = story.place.kind();
        begins = dice.chance(15) ? years.last() : years.first();
    }

    void write() {
        foundation();
        for (AcademicYear year : years.all()) {
            if (year.compareTo(begins) >= 0 && !(asleep && year.equals(years.current()))) {
                year(year);
            }
        }
        counts();
        publications();
    }

    // ---- Documents ------------------------------------------------------------------------------------------------------------

    private void foundation() {
        int founded = years.first().start() - 2;
        LocalDate day = Years.day(begins, 9, dice.between(1, 6));
        LocalDate august = Years.workday(LocalDate.of(founded, 8, dice.between(24, 31)));
        LocalDate september = Years.workday(LocalDate.of(founded, 9, dice.between(1, 9)));
        Paperwork paper = story.paperwork;
        String order = story.number(august);
        document(day, ActKind.IMPLEMENTATION_ORDER, order, august, "О внедрении целевой модели наставничества", paper.implementation(order, august));
        document(day, ActKind.REGULATION, null, september, "Положение о системе наставничества педагогических работников",
                paper.regulation(dice.chance(50) ? Format.PDF : Format.DOCX, september));
        String programme = dice.of(PROGRAMMES);
        document(day, ActKind.ORGANISATION_PROGRAMME, null, september, "Программа наставничества «" + programme + "»",
                paper.programme(dice.chance(65) ? Format.DOCX : Format.PDF, programme, september));
        if (!dice.chance(10)) {
            story.curatorOrder(day, dice.chance(12) ? Format.JPG : Format.PDF,
                    dice.of(List.of(Disclosure.CONSENTED, Disclosure.CONSENTED, Disclosure.REDACTED_COPY, Disclosure.WITHHELD)));
        }
        if (dice.chance(35)) {
            String association = story.number(september);
            document(day, ActKind.ASSOCIATION_ORDER, association, september, "О создании методического объединения наставников",
                    paper.association(association, september));
        }
    }

    /** One of eight is forgotten, one of four is a link to the organisation's site. */
    private void document(LocalDate day, ActKind what, String number, LocalDate date, String title, Sheet sheet) {
        int way = dice.between(1, 16);
        if (way <= 4) {
            story.linkedDocument(day, what, number, date, title);
        } else if (way > 6) {
            story.document(day, what, number, date, title, sheet, Disclosure.NO_NAMES, null);
        }
    }

    private void yearsDocuments(AcademicYear year, List<Bond> bonds) {
        LocalDate day = Years.day(year, 9, dice.between(8, 18));
        boolean now = year.equals(years.current());
        if (now || dice.chance(15)) {
            String title = "План мероприятий (дорожная карта) на " + year;
            document(day, ActKind.ROADMAP, null, day, title, story.paperwork.roadmap(dice.chance(60) ? Format.DOCX : Format.PDF, year, day));
        }
        if (now) {
            String number = story.number(day);
            document(day, ActKind.REALISATION_ORDER, number, day, "О реализации целевой модели наставничества в " + year + " учебном году",
                    story.paperwork.realisation(number, day, year));
        }
        if (dice.chance(30)) {
            LocalDate june = Years.day(year, 6, dice.between(1, 9));
            int pairs = Story.pairs(bonds);
            story.document(june, ActKind.MONITORING, null, june, "Отчёт о внутреннем мониторинге за " + year + " учебный год",
                    story.paperwork.monitoring(dice.chance(60) ? Format.DOCX : Format.PDF, year, june, pairs, bonds.size() - pairs),
                    Disclosure.NO_NAMES, null);
        }
        if (dice.chance(12) && !bonds.isEmpty()) {
            LocalDate june = Years.day(year, 6, dice.between(1, 9));
            Theme theme = bonds.get(0).theme;
            story.document(june, ActKind.BEST_CASE, null, june, "Практика «" + theme.title() + "»",
                    story.paperwork.practice(Format.PDF, theme, june), Disclosure.NO_NAMES, null);
        }
        if (dice.chance(4)) {
            Sheet twice = story.paperwork.roadmap(Format.DOCX, year, day);
            story.annulledDocument(day, ActKind.ROADMAP, day, "Дорожная карта (черновик)", twice, "Приложен черновик вместо утверждённого документа");
        }
    }

    // ---- A year -----------------------------------------------------------------------------------------------------------------

    private void year(AcademicYear year) {
        busy.clear();
        LocalDate day = Years.day(year, 9, dice.between(1, 3));
        Decree decree = story.decree(Years.workday(day.plusDays(dice.between(1, 4))), null,
                "О закреплении наставнических пар и групп на " + year + " учебный год");
        List<Bond> bonds = new ArrayList<>();
        Map<Somebody, Bond> before = new LinkedHashMap<>(young);
        young.clear();
        before.forEach((mentee, bond) -> {
            if (staysYoung(mentee, year) && mentee.leftOn == null && mentors.contains(bond.mentor) && !busy.contains(bond.mentor) && dice.chance(55)) {
                bonds.add(begun(decree, bond.mentor, List.of(mentee), bond.theme, year));
            }
        });
        int wanted = 1 + (kind == OrganisationKind.GENERAL ? 1 : 0) + (dice.chance(year.equals(years.current()) ? 60 : 15) ? 1 : 0);
        while (bonds.size() < wanted) {
            bonds.add(newBond(decree, day, year));
        }
        Bond sure = counting == Counting.CONTRADICTING ? groupOfYoung(decree, day, year) : null;
        farewell(year, before.keySet());
        Disclosure disclosure = dice.of(List.of(Disclosure.REDACTED_COPY, Disclosure.WITHHELD, Disclosure.WITHHELD, Disclosure.CONSENTED, Disclosure.CONSENTED));
        if (dice.chance(8)) {
            story.issue(decree, Disclosure.WITHHELD, null);
        } else {
            story.issue(decree, disclosure, dice.chance(12) ? Format.DOCX : Format.PDF);
        }
        if (dice.chance(3)) {
            story.annulledDecree(Years.workday(decree.date.plusDays(3)), decree.number, decree.title, "Приказ внесён второй раз");
        }
        bonds.forEach(bond -> life(bond, year));
        if (sure != null) {
            story.progress(story.programme(sure, drafted(sure), sure.plannedEnd), years.today(), 90);
            bonds.add(sure);
        }
        yearsDocuments(year, bonds);
    }

    private boolean staysYoung(Somebody mentee, AcademicYear year) {
        return mentee.teachingSince.plusYears(3).isAfter(LocalDate.of(year.start(), 12, 1));
    }

    /** Who took part last year and does not this year leaves the bases; some stay in them without a pair. */
    private void farewell(AcademicYear year, Set<Somebody> lastYoung) {
        LocalDate august = Years.day(year.previous(), 8, dice.between(24, 28));
        for (Somebody one : story.everybody) {
            boolean known = one.enteredOn != null && one.enteredOn.isBefore(august);
            if (known && one.leftOn == null && !busy.contains(one) && one != head && !(one.mentor && one.ownStaff() && !one.mentee && dice.chance(12))) {
                story.leaves(one, august);
                mentors.remove(one);
            }
        }
    }

    private Bond newBond(Decree decree, LocalDate day, AcademicYear year) {
        MenteeCategory whom = whom();
        Theme theme = dice.of(Theme.suitable(kind, whom));
        int size = whom != MenteeCategory.EXPERIENCED && dice.chance(20) ? dice.between(2, 3) : 1;
        List<Somebody> mentees = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            mentees.add(mentee(theme, whom, day, year));
        }
        return begun(decree, mentor(theme, day), mentees, theme, year);
    }

    /** Three young specialists at once: more than a slip of the pen in the staff count allows. */
    private Bond groupOfYoung(Decree decree, LocalDate day, AcademicYear year) {
        Theme theme = dice.of(Theme.suitable(kind, MenteeCategory.YOUNG));
        List<Somebody> mentees = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            mentees.add(mentee(theme, MenteeCategory.YOUNG, day, year));
        }
        return begun(decree, mentor(theme, day), mentees, theme, year);
    }

    private MenteeCategory whom() {
        int chance = dice.between(1, 100);
        if (noYoung) {
            return chance <= 50 ? MenteeCategory.NEWCOMER : chance <= 85 ? MenteeCategory.EXPERIENCED : MenteeCategory.STUDENT;
        }
        return chance <= 52 ? MenteeCategory.YOUNG : chance <= 68 ? MenteeCategory.NEWCOMER : chance <= 82 ? MenteeCategory.EXPERIENCED
                : chance <= 91 ? MenteeCategory.NO_PEDAGOGICAL : MenteeCategory.STUDENT;
    }

    private Somebody mentee(Theme theme, MenteeCategory whom, LocalDate day, AcademicYear year) {
        Somebody one = switch (whom) {
            case STUDENT -> story.student(day, dice.of(COLLEGES));
            case YOUNG, NO_PEDAGOGICAL -> story.own(theme.said().get("position"),
                    LocalDate.of(year.start() - (dice.chance(70) ? 0 : 1), 8, dice.between(15, 31)));
            default -> story.own(theme.said().get("position"), LocalDate.of(year.start() - dice.between(5, 24), dice.between(8, 11), dice.between(1, 28)));
        };
        story.mentee(one, day, whom, theme.said().get("request"));
        if (!dice.chance(5)) {
            if (dice.chance(6)) {
                story.scannedConsent(one, day);
            } else {
                story.consents(one, day, dice.chance(45));
            }
        }
        busy.add(one);
        return one;
    }

    private Somebody mentor(Theme theme, LocalDate day) {
        if (theme.title().equals("Кадровый резерв")) {
            return head(day);
        }
        String position = position(theme.said().get("mentor"));
        for (Somebody known : mentors) {
            if (known.position.equals(position) && !busy.contains(known)) {
                busy.add(known);
                return known;
            }
        }
        Somebody one = newMentor(theme, position, day);
        story.mentor(one, day, theme.said().get("competences"));
        if (!dice.chance(4)) {
            story.consents(one, day, dice.chance(65));
        }
        mentors.add(one);
        busy.add(one);
        return one;
    }

    private Somebody newMentor(Theme theme, String position, LocalDate day) {
        LocalDate since = LocalDate.of(day.getYear() - dice.between(9, 36), dice.between(8, 9), dice.between(1, 28));
        int where = dice.between(1, 100);
        if (where <= 9 && theme.whom() != MenteeCategory.STUDENT) {
            if (ally == null) {
                ally = story.partner(day, dice.of(PARTNERS), null, dice.chance(50) ? "Договор о сотрудничестве продлевается каждый год" : null);
                String number = Integer.toString(dice.between(3, 40));
                LocalDate date = Years.workday(day.minusDays(dice.between(10, 60)));
                story.partnerDocument(Years.workday(day.plusDays(4)), ally, number, date,
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
            head = story.somebody(story.headName(), story.place.head().toLowerCase(java.util.Locale.ROOT), LocalDate.of(day.getYear() - 24, 9, 1), null, null);
            story.mentor(head, day, "Управление организацией, подбор и развитие кадров");
            story.consents(head, day, true);
        }
        busy.add(head);
        return head;
    }

    private String position(String word) {
        return word.equals("заместитель руководителя") ? "заместитель " + (kind == OrganisationKind.PRESCHOOL ? "заведующего" : "директора") : word;
    }

    private Bond begun(Decree decree, Somebody mentor, List<Somebody> mentees, Theme theme, AcademicYear year) {
        busy.add(mentor);
        busy.addAll(mentees);
        boolean beginner = theme.whom() == MenteeCategory.YOUNG;
        LocalDate end = !year.equals(years.current()) ? Years.day(year, 5, 29)
                : beginner ? LocalDate.of(year.start() + 2, 5, 31) : LocalDate.of(year.start() + 1, 12, 30);
        Bond bond = new Bond(decree, mentor, mentees, theme, Years.workday(decree.date.plusDays(dice.between(0, 1))), end);
        if (theme.whom() == MenteeCategory.STUDENT) {
            bond.form(MentoringForm.EMPLOYER_STUDENT);
        } else if (mentor == head) {
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

    // ---- The life of a pair -------------------------------------------------------------------------------------------------------

    private void life(Bond bond, AcademicYear year) {
        if (year.equals(years.current())) {
            presentLife(bond, year);
        } else {
            pastLife(bond, year);
        }
    }

    private LocalDate drafted(Bond bond) {
        return Years.workday(bond.startsOn.plusDays(dice.between(4, 9)));
    }

    private void pastLife(Bond bond, AcademicYear year) {
        int way = dice.between(1, 100);
        if (way <= 4 && bond.mentees.size() == 1) {
            story.enteredWrongly(bond, otherMentee(bond), Years.workday(bond.decree.date.plusDays(3)), "Указан не тот наставляемый");
        }
        Plan plan = story.programme(bond, drafted(bond), bond.plannedEnd);
        if (way > 4 && way <= 10) {
            LocalDate last = Years.day(year, 2, dice.between(4, 20));
            story.progress(plan, last.minusDays(5), 90);
            story.cancel(plan, last, "Закрепление завершено досрочно");
            story.endsEarly(bond, last, dice.of(EARLY_ENDS), dice.chance(70) ? last.minusDays(dice.between(8, 14)) : null);
            bond.mentees.forEach(young::remove);
        } else if (way <= 15 && way > 10) {
            LocalDate change = Years.day(year, 1, dice.between(12, 24));
            story.progress(plan, change.minusDays(5), 95);
            story.cancel(plan, change, "Сменился наставник: составлена новая программа");
            Bond next = story.replaced(bond, anotherMentor(bond, change), change);
            bond.mentees.forEach(young::remove);
            Plan renewed = story.programme(next, Years.workday(change.plusDays(5)), next.plannedEnd);
            story.progress(renewed, Years.day(year, 5, 20), 95);
            story.complete(renewed, Years.day(year, 5, 27));
        } else if (way <= 22) {
            story.progress(plan, Years.day(year, 12, 12), 95);
            Plan amended = story.amend(plan, Years.day(year, 12, 15));
            story.approve(amended, Years.day(year, 12, 19));
            story.progressSince(amended, Years.day(year, 12, 20), Years.day(year, 5, 26));
            story.complete(amended, Years.day(year, 5, 27));
        } else {
            if (bond.mentees.size() == 3) {
                story.leavesGroup(bond, bond.mentees.get(2), Years.day(year, 3, dice.between(3, 20)), "Перешёл на другую должность");
            }
            story.progress(plan, Years.day(year, 5, 26), dice.of(List.of(100, 80, 60)));
            if (way <= 92) {
                story.complete(plan, Years.day(year, 5, 27));
            }
        }
    }

    private void presentLife(Bond bond, AcademicYear year) {
        int way = dice.between(1, 100);
        LocalDate end = bond.plannedEnd.isAfter(LocalDate.of(year.start() + 1, 12, 30)) ? LocalDate.of(year.start() + 1, 12, 30) : bond.plannedEnd;
        LocalDate drafted = drafted(bond);
        if (way <= 6) {
            return;
        }
        if (way <= 18) {
            story.draft(bond, drafted, end);
            return;
        }
        Plan plan = story.programme(bond, drafted, end);
        LocalDate october = Years.day(year, 10, dice.between(12, 19));
        if (way <= 23) {
            story.progress(plan, october.minusDays(4), 100);
            story.amend(plan, october);
        } else if (way <= 28) {
            story.progress(plan, october.minusDays(4), 100);
            Plan amended = story.amend(plan, october);
            story.approve(amended, Years.workday(october.plusDays(2)));
        } else if (way <= 33) {
            story.endsEarly(bond, october, dice.of(EARLY_ENDS), october.minusDays(dice.between(8, 14)));
            if (dice.chance(50)) {
                story.cancel(plan, october, "Закрепление завершено досрочно");
            }
        } else if (way <= 37) {
            Bond next = story.replaced(bond, anotherMentor(bond, october), october);
            story.cancel(plan, october, "Сменился наставник: составлена новая программа");
            story.programme(next, Years.workday(october.plusDays(1)), end);
        } else if (way <= 41) {
            story.progress(plan, october, 100);
            story.complete(plan, october);
        } else {
            story.progress(plan, years.today(), dice.chance(75) ? 95 : 60);
        }
    }

    private Somebody anotherMentor(Bond bond, LocalDate day) {
        Somebody one = story.own(bond.mentor.ownStaff() ? bond.mentor.position : position(bond.theme.said().get("mentor")),
                LocalDate.of(day.getYear() - dice.between(9, 30), 9, 1));
        story.mentor(one, day, bond.theme.said().get("competences"));
        story.consents(one, day, dice.chance(50));
        mentors.add(one);
        busy.add(one);
        return one;
    }

    private Somebody otherMentee(Bond bond) {
        return story.everybody.stream().filter(one -> one.mentee && one.leftOn == null && !bond.mentees.contains(one) && one != bond.mentor
                && (one.position.equals("студент") == (bond.form == MentoringForm.EMPLOYER_STUDENT))).findFirst().orElseGet(() -> {
                    Somebody one = bond.form == MentoringForm.EMPLOYER_STUDENT ? story.student(bond.decree.date, dice.of(COLLEGES))
                            : story.own(bond.mentees.get(0).position, bond.mentees.get(0).teachingSince);
                    story.mentee(one, bond.decree.date, bond.theme.whom(), null);
                    return one;
                });
    }

    // ---- Counts and publications ----------------------------------------------------------------------------------------------------

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
                story.publish(Years.day(year, 10, dice.between(5, 9)));
                LocalDate later = Years.day(year, 10, dice.between(20, 28));
                story.document(later, ActKind.OTHER, null, later, "План заседаний методического объединения наставников на " + year + " учебный год",
                        story.paperwork.roadmap(Format.DOCX, year, later), Disclosure.NO_NAMES, null);
            } else {
                story.publish(Years.day(year, 10, dice.between(23, 29)));
                if (now || dice.chance(12)) {
                    story.publish(Years.day(year, 2, dice.between(9, 20)));
                    story.publish(Years.day(year, 6, dice.between(15, 24)));
                }
            }
        }
    }
}
