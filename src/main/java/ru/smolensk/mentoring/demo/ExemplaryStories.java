package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.demo.Bond.Decree;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.demo.Somebody.Ally;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.participant.MenteeCategory;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.roadmap.Source;

/** The school and the kindergarten whose curators everybody tries first: everything is there, and a little is left to do. */
final class ExemplaryStories {

    private ExemplaryStories() {
    }

    /** Two pairs and a group, three programmes, two of three young specialists, a partner. */
    static void school(Story story) {
        Years years = story.years;
        AcademicYear first = years.first();
        AcademicYear last = years.last();
        AcademicYear now = years.current();
        foundation(story, "Шаг за шагом", Format.DOCX);
        story.count(Years.day(first, 9, 10), 118, 3);
        story.count(Years.day(last, 9, 9), 119, 4);
        story.countedWrongly(Years.day(now, 9, 8), 12, 3, "Опечатка: пропущен ноль, педагогов 120");
        story.count(Years.day(now, 9, 10), 120, 3);

        story.reviews.roadmap(last, Years.day(last, 9, 5), Source.TEMPLATE, Fate.ANSWERED);

        // The first year: a pair and a group of two, both carried out; a practice to be proud of.
        LocalDate day = Years.day(first, 9, 2);
        Somebody algebra = mentor(story, "учитель математики", 33, day, "Первые шаги в профессии");
        Somebody letters = mentor(story, "учитель начальных классов", 30, day, "Учимся вместе с первым классом");
        Somebody beginner = young(story, "учитель математики", first.start() - 1, day, "Первые шаги в профессии");
        Somebody fresh = young(story, "учитель начальных классов", first.start(), day, "Учимся вместе с первым классом");
        Somebody other = young(story, "учитель начальных классов", first.start(), day, "Учимся вместе с первым классом");
        Decree decree = story.pairs.decree(Years.day(first, 9, 4), "12-а", title(first));
        Bond pair = new Bond(decree, algebra, List.of(beginner), Theme.titled("Первые шаги в профессии"), Years.day(first, 9, 5), Years.day(first, 5, 30));
        Bond group = new Bond(decree, letters, List.of(fresh, other), Theme.titled("Учимся вместе с первым классом"), Years.day(first, 9, 5),
                Years.day(first, 5, 30)).also(MentoringKind.SITUATIONAL);
        story.pairs.issue(decree, Disclosure.REDACTED_COPY, Format.PDF);
        carriedOut(story, pair, first);
        carriedOut(story, group, first);

        // The second: a mentor is replaced, a student comes to practise, a programme is amended, an entry was wrong, somebody goes early.
        day = Years.day(last, 9, 1);
        story.leaves(beginner, Years.day(first, 8, 27));
        Somebody physics = mentor(story, "учитель физики", 21, day, "От учебника к эксперименту");
        Somebody deputy = mentor(story, "заместитель директора", 24, day, "Практика с перспективой");
        Somebody newcomer = newcomer(story, "учитель физики", last.start() - 9, day, "От учебника к эксперименту");
        Somebody student = story.student(day, "Педагогический институт «Пример»");
        story.mentee(student, day, MenteeCategory.STUDENT, Theme.titled("Практика с перспективой").said().get("request"));
        story.scannedConsent(student, day);
        Somebody english = young(story, "учитель английского языка", last.start(), day, "Говорим без страха");
        Somebody talker = mentor(story, "учитель английского языка", 16, day, "Говорим без страха");
        decree = story.pairs.decree(Years.day(last, 9, 3), "13-а", title(last));
        Bond experiments = new Bond(decree, physics, List.of(newcomer), Theme.titled("От учебника к эксперименту"), Years.day(last, 9, 4),
                Years.day(last, 5, 29));
        Bond practice = new Bond(decree, deputy, List.of(student), Theme.titled("Практика с перспективой"), Years.day(last, 9, 4), Years.day(last, 4, 30))
                .form(MentoringForm.EMPLOYER_STUDENT).also(MentoringKind.SHORT_TERM);
        Bond talking = new Bond(decree, talker, List.of(english), Theme.titled("Говорим без страха"), Years.day(last, 9, 4), Years.day(last, 5, 29));
        Bond again = new Bond(decree, letters, List.of(fresh, other), Theme.titled("Учимся вместе с первым классом"), Years.day(last, 9, 4),
                Years.day(last, 5, 29));
        story.pairs.issue(decree, Disclosure.REDACTED_COPY, Format.PDF);
        story.pairs.annulledDecree(Years.day(last, 9, 8), "13-а", title(last), "Приказ внесён второй раз");
        story.pairs.enteredWrongly(talking, fresh, Years.day(last, 9, 9), "Указан не тот наставляемый");
        carriedOut(story, again, last);
        Plan physical = story.programmes.approved(experiments, Years.day(last, 9, 12), experiments.plannedEnd);
        story.programmes.progress(physical, Years.day(last, 1, 10), 100);
        story.programmes.cancel(physical, Years.day(last, 1, 19), "Сменился наставник: составлена новая программа");
        Somebody optics = mentor(story, "учитель физики", 18, Years.day(last, 1, 16), "От учебника к эксперименту");
        Bond renewed = story.pairs.replaced(experiments, optics, Years.day(last, 1, 19));
        story.leaves(physics, Years.day(last, 1, 21));
        Plan second = story.programmes.approved(renewed, Years.day(last, 1, 21), renewed.plannedEnd);
        story.programmes.progress(second, Years.day(last, 5, 20), 100);
        story.programmes.complete(second, Years.day(last, 5, 27));
        Plan practising = story.programmes.approved(practice, Years.day(last, 9, 10), practice.plannedEnd);
        story.programmes.progress(practising, Years.day(last, 4, 24), 100);
        story.programmes.complete(practising, Years.day(last, 4, 28));
        Plan spoken = story.programmes.approved(talking, Years.day(last, 9, 11), talking.plannedEnd);
        story.programmes.progress(spoken, Years.day(last, 12, 10), 100);
        Plan amended = story.programmes.amend(spoken, Years.day(last, 12, 14));
        story.programmes.approve(amended, Years.day(last, 12, 18));
        story.programmes.progressSince(amended, Years.day(last, 12, 20), Years.day(last, 3, 30));
        story.programmes.cancel(amended, Years.day(last, 4, 13), "Закрепление завершено досрочно");
        story.pairs.endsEarly(talking, Years.day(last, 4, 13), "Наставляемый перешёл в другую организацию", Years.day(last, 4, 2));
        for (Somebody gone : List.of(student, english, talker, deputy, newcomer, optics, algebra)) {
            story.leaves(gone, Years.day(last, 6, 15));
        }

        // This year: «№ 14-а».
        day = Years.day(now, 9, 1);
        story.leaves(other, Years.day(last, 8, 26));
        story.leaves(fresh, Years.day(last, 8, 26));
        Somebody words = mentor(story, "учитель русского языка и литературы", 31, day, "Слово и текст");
        // Two people of the same name: the date of birth tells them apart.
        Somebody namesake = story.somebody(fresh.name, "учитель русского языка и литературы", LocalDate.of(now.start(), 8, 25), null, null);
        story.mentee(namesake, day, MenteeCategory.YOUNG, Theme.titled("Слово и текст").said().get("request"));
        story.consents(namesake, day, true);
        Somebody pupil = young(story, "учитель начальных классов", last.start(), day, "Учимся вместе с первым классом");
        Somebody moved = newcomer(story, "учитель начальных классов", now.start() - 12, day, "Учимся вместе с первым классом");
        Ally institute = story.partner(day, "Педагогический институт «Пример»", "6799000010", "Кафедра физики и информатики, договор на три года");
        Somebody lecturer = story.of(institute, "доцент кафедры физики", LocalDate.of(now.start() - 22, 9, 1));
        story.mentor(lecturer, day, "Физический эксперимент, олимпиадные задачи, подготовка к ЕГЭ");
        story.consents(lecturer, day, true);
        Somebody engineer = newcomer(story, "учитель физики", now.start() - 6, day, "От учебника к эксперименту");
        LocalDate dated = LocalDate.of(now.start(), 9, 2);
        decree = story.pairs.decree(dated, "14-а", title(now));
        Bond texts = new Bond(decree, words, List.of(namesake), Theme.titled("Слово и текст"), dated, LocalDate.of(now.start() + 2, 5, 31));
        Bond optical = new Bond(decree, lecturer, List.of(engineer), Theme.titled("От учебника к эксперименту"), dated,
                LocalDate.of(now.start() + 1, 12, 30)).also(MentoringKind.VIRTUAL).withoutAgreement();
        Bond classes = new Bond(decree, letters, List.of(pupil, moved), Theme.titled("Учимся вместе с первым классом"), dated,
                LocalDate.of(now.start() + 1, 12, 30)).also(MentoringKind.SITUATIONAL);
        story.pairs.issue(decree, Disclosure.REDACTED_COPY, Format.PDF);
        for (Bond bond : List.of(texts, optical, classes)) {
            Plan plan = story.programmes.approved(bond, Years.day(now, 9, 8), LocalDate.of(now.start() + 1, 12, 30));
            story.programmes.progress(plan, years.today(), 100);
            if (bond == classes) {
                story.programmes.amend(plan, Years.day(now, 10, 19));
            }
        }
        // Who came in October has no mentor yet, and no paper about personal data.
        Somebody late = story.own("учитель географии", LocalDate.of(now.start(), 10, 5));
        story.mentee(late, Years.day(now, 10, 8), MenteeCategory.YOUNG, "Как провести первую экскурсию с классом");

        yearly(story, first, 1, 1);
        yearly(story, last, 3, 1);
        yearly(story, now, 2, 1);
        LocalDate contracted = Years.workday(LocalDate.of(now.start(), 9, 1));
        story.documents.partnerDocument(Years.day(now, 9, 4), institute, "7", contracted, story.paperwork.contract(Format.JPG, "7", contracted, institute.name),
                Disclosure.NO_NAMES);
        LocalDate shared = Years.day(last, 6, 10);
        story.documents.document(shared, ActKind.BEST_CASE, null, shared, "Практика «Учимся вместе с первым классом»",
                story.paperwork.practice(Format.PDF, Theme.titled("Учимся вместе с первым классом"), shared), Disclosure.NO_NAMES, null);
        story.documents.linkedDocument(Years.day(last, 10, 6), ActKind.OTHER, null, Years.day(last, 10, 2), "Памятка наставнику");
        for (AcademicYear year : years.all()) {
            story.documents.publish(Years.day(year, 10, 12));
        }
        story.documents.publish(Years.day(first, 2, 10));
        story.documents.publish(Years.day(last, 6, 15));
        LocalDate unseen = Years.day(now, 10, 22);
        story.documents.document(unseen, ActKind.BEST_CASE, null, unseen, "Практика «Слово и текст»",
                story.paperwork.practice(Format.PDF, Theme.titled("Слово и текст"), unseen), Disclosure.NO_NAMES, null);
    }

    /** Reverse mentoring, a group somebody left, a draft, a programme that outlives its pair. */
    static void kindergarten(Story story) {
        Years years = story.years;
        AcademicYear first = years.first();
        AcademicYear last = years.last();
        AcademicYear now = years.current();
        foundation(story, "Растём вместе", Format.PDF);
        story.count(Years.day(first, 9, 12), 35, 2);
        story.count(Years.day(last, 9, 11), 36, 4);
        story.count(Years.day(now, 9, 11), 36, 3);
        story.reviews.roadmap(last, Years.day(last, 9, 8), Source.TEMPLATE, Fate.APPROVED);
        story.reviews.roadmap(now, Years.day(now, 9, 4), Source.TEMPLATE, Fate.ANSWERED);

        LocalDate day = Years.day(first, 9, 3);
        Somebody senior = mentor(story, "воспитатель", 28, day, "Первый год в группе");
        Somebody novice = young(story, "воспитатель", first.start() - 1, day, "Первый год в группе");
        Decree decree = story.pairs.decree(Years.day(first, 9, 5), null, title(first));
        Bond pair = new Bond(decree, senior, List.of(novice), Theme.titled("Первый год в группе"), Years.day(first, 9, 8), Years.day(first, 5, 30));
        story.pairs.issue(decree, Disclosure.WITHHELD, Format.PDF);
        carriedOut(story, pair, first);

        day = Years.day(last, 9, 1);
        story.leaves(novice, Years.day(first, 8, 28));
        Somebody psychologist = mentor(story, "педагог-психолог", 14, day, "Играем и растём");
        Somebody left = young(story, "воспитатель", last.start(), day, "Играем и растём");
        Somebody stayed = young(story, "воспитатель", last.start(), day, "Играем и растём");
        Somebody joined = young(story, "воспитатель", last.start(), Years.day(last, 11, 10), "Играем и растём");
        decree = story.pairs.decree(Years.day(last, 9, 4), null, title(last));
        Bond group = new Bond(decree, psychologist, List.of(left, stayed), Theme.titled("Играем и растём"), Years.day(last, 9, 7), Years.day(last, 5, 29));
        story.pairs.issue(decree, Disclosure.CONSENTED, Format.PDF);
        story.pairs.joinsGroup(group, joined, Years.day(last, 11, 12));
        story.pairs.leavesGroup(group, left, Years.day(last, 3, 12), "Переехала в другой город");
        story.leaves(left, Years.day(last, 3, 16));
        carriedOut(story, group, last);
        story.leaves(joined, Years.day(last, 8, 26));

        day = Years.day(now, 9, 1);
        Somebody speech = mentor(story, "учитель-логопед", 19, day, "Красивая речь");
        Somebody therapist = newcomer(story, "учитель-логопед", now.start() - 7, day, "Красивая речь");
        Somebody musician = story.own("музыкальный руководитель", LocalDate.of(now.start(), 8, 24));
        story.mentee(musician, day, MenteeCategory.NO_PEDAGOGICAL, Theme.titled("Музыка для самых маленьких").said().get("request"));
        story.consents(musician, day, false);
        // In reverse mentoring two people mentor each other.
        story.mentee(senior, day, MenteeCategory.EXPERIENCED, Theme.titled("Интерактивная доска без волнения").said().get("request"));
        story.mentor(stayed, day, "Интерактивная доска, развивающие игры");
        Somebody gymnast = mentor(story, "инструктор по физической культуре", 11, day, "Расти здоровым");
        Somebody runner = young(story, "инструктор по физической культуре", now.start(), day, "Расти здоровым");
        Somebody retiring = mentor(story, "воспитатель", 38, day, "Первый год в группе");
        Somebody moving = newcomer(story, "воспитатель", now.start() - 5, day, "Спокойный педагог – спокойная группа");
        LocalDate end = LocalDate.of(now.start() + 1, 12, 30);
        decree = story.pairs.decree(Years.day(now, 9, 3), null, title(now));
        LocalDate start = Years.day(now, 9, 4);
        Bond method = new Bond(decree, senior, List.of(stayed), Theme.titled("Первый год в группе"), start, LocalDate.of(now.start() + 2, 5, 31))
                .also(MentoringKind.REVERSE);
        Bond digital = new Bond(decree, stayed, List.of(senior), Theme.titled("Интерактивная доска без волнения"), start, end).also(MentoringKind.REVERSE);
        Bond trio = new Bond(decree, speech, List.of(therapist, musician), Theme.titled("Красивая речь"), start, end);
        Bond sport = new Bond(decree, gymnast, List.of(runner), Theme.titled("Расти здоровым"), start, LocalDate.of(now.start() + 2, 5, 31));
        Bond short1 = new Bond(decree, retiring, List.of(moving), Theme.titled("Спокойный педагог – спокойная группа"), start, end)
                .also(MentoringKind.SHORT_TERM);
        story.pairs.issue(decree, Disclosure.REDACTED_COPY, Format.PDF);
        for (Bond bond : List.of(method, digital, trio)) {
            story.programmes.progress(story.programmes.approved(bond, Years.day(now, 9, 9), end), years.today(), 100);
        }
        story.programmes.draft(sport, Years.day(now, 9, 14), end);
        story.programmes.approved(short1, Years.day(now, 9, 10), end);
        story.pairs.endsEarly(short1, Years.day(now, 10, 6), "Наставник вышел на пенсию", Years.day(now, 9, 25));
        story.leaves(retiring, Years.day(now, 10, 7));
        story.leaves(moving, Years.day(now, 10, 7));
        story.leaves(psychologist, Years.day(last, 8, 26));

        yearly(story, first, 1, 0);
        yearly(story, last, 0, 1);
        yearly(story, now, 4, 1);
        for (AcademicYear year : years.all()) {
            story.documents.publish(Years.day(year, 10, 9));
        }
        story.documents.publish(Years.day(last, 2, 12));
        LocalDate unseen = Years.day(now, 10, 20);
        story.documents.document(unseen, ActKind.BEST_CASE, null, unseen, "Практика «Играем и растём»",
                story.paperwork.practice(Format.DOCX, Theme.titled("Играем и растём"), unseen), Disclosure.NO_NAMES, null);
    }

    // ---- What both have ---------------------------------------------------------------------------------------------------------------

    private static void foundation(Story story, String programme, Format format) {
        int founded = story.years.first().start() - 2;
        LocalDate day = Years.day(story.years.first(), 9, 2);
        LocalDate august = Years.workday(LocalDate.of(founded, 8, 30));
        LocalDate september = Years.workday(LocalDate.of(founded, 9, 5));
        Paperwork paper = story.paperwork;
        story.documents.document(day, ActKind.IMPLEMENTATION_ORDER, "214-од", august, "О внедрении целевой модели наставничества",
                paper.implementation("214-од", august), Disclosure.NO_NAMES, null);
        story.documents.document(day, ActKind.REGULATION, null, september, "Положение о системе наставничества педагогических работников",
                paper.regulation(Format.PDF, september), Disclosure.NO_NAMES, null);
        story.documents.document(day, ActKind.ORGANISATION_PROGRAMME, null, september, "Программа наставничества «" + programme + "»",
                paper.programme(format, programme, september), Disclosure.NO_NAMES, null);
        story.documents.curatorOrder(day, Format.PDF, Disclosure.REDACTED_COPY);
        story.documents.document(day, ActKind.ASSOCIATION_ORDER, "220-од", september, "О создании методического объединения наставников",
                paper.association("220-од", september), Disclosure.NO_NAMES, null);
    }

    private static void yearly(Story story, AcademicYear year, int pairs, int groups) {
        LocalDate day = Years.day(year, 9, 15);
        story.documents.document(day, ActKind.ROADMAP, null, day, "План мероприятий (дорожная карта) на " + year,
                story.paperwork.roadmap(Format.DOCX, year, day), Disclosure.NO_NAMES, null);
        LocalDate first = Years.day(year, 9, 1);
        String number = story.number(first);
        story.documents.document(Years.day(year, 9, 7), ActKind.REALISATION_ORDER, number, first, "О реализации целевой модели наставничества в " + year + " учебном году",
                story.paperwork.realisation(number, first, year), Disclosure.NO_NAMES, null);
        LocalDate june = Years.day(year, 6, 8);
        story.documents.document(june, ActKind.MONITORING, null, june, "Отчёт о внутреннем мониторинге за " + year + " учебный год",
                story.paperwork.monitoring(Format.PDF, year, june, pairs, groups), Disclosure.NO_NAMES, null);
    }

    private static String title(AcademicYear year) {
        return "О закреплении наставнических пар и групп на " + year + " учебный год";
    }

    private static Somebody mentor(Story story, String position, int experience, LocalDate day, String theme) {
        Somebody one = story.own(position, LocalDate.of(day.getYear() - experience, 9, 1));
        story.mentor(one, day, Theme.titled(theme).said().get("competences"));
        story.consents(one, day, true);
        return one;
    }

    private static Somebody young(Story story, String position, int since, LocalDate day, String theme) {
        Somebody one = story.own(position, LocalDate.of(since, 8, 25));
        story.mentee(one, day, MenteeCategory.YOUNG, Theme.titled(theme).said().get("request"));
        story.consents(one, day, true);
        return one;
    }

    private static Somebody newcomer(Story story, String position, int since, LocalDate day, String theme) {
        Somebody one = story.own(position, LocalDate.of(since, 9, 1));
        story.mentee(one, day, MenteeCategory.NEWCOMER, Theme.titled(theme).said().get("request"));
        story.consents(one, day, true);
        return one;
    }

    private static void carriedOut(Story story, Bond bond, AcademicYear year) {
        Plan plan = story.programmes.approved(bond, Years.workday(bond.startsOn.plusDays(5)), bond.plannedEnd);
        story.programmes.progress(plan, Years.day(year, 5, 25), 100);
        story.programmes.complete(plan, Years.day(year, 5, 27));
    }
}
