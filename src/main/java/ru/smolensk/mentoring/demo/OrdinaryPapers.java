package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.platform.AcademicYear;

/** The documents of an ordinary organisation: what everybody has, what is forgotten, what stands on a site of its own. */
final class OrdinaryPapers {

    private static final List<String> PROGRAMMES = List.of("Шаг за шагом", "Вместе к успеху", "Наставник рядом", "Путь в профессию",
            "Растём вместе", "Точка опоры", "От диплома к мастерству");

    private final Story story;
    private final Dice dice;
    private final Years years;

    OrdinaryPapers(Story story) {
        this.story = story;
        dice = story.dice;
        years = story.years;
    }

    /** What the organisation began with, entered when it comes into the portal. */
    void foundation(AcademicYear begins) {
        int founded = years.first().start() - 2;
        LocalDate day = Years.day(begins, 9, dice.between(1, 6));
        LocalDate august = Years.workday(LocalDate.of(founded, 8, dice.between(24, 31)));
        LocalDate september = Years.workday(LocalDate.of(founded, 9, dice.between(1, 9)));
        Paperwork paper = story.paperwork;
        String order = story.number(august);
        document(day, ActKind.IMPLEMENTATION_ORDER, order, august, "О внедрении целевой модели наставничества",
                paper.implementation(order, august));
        document(day, ActKind.REGULATION, null, september, "Положение о системе наставничества педагогических работников",
                paper.regulation(dice.chance(50) ? Format.PDF : Format.DOCX, september));
        String programme = dice.of(PROGRAMMES);
        document(day, ActKind.ORGANISATION_PROGRAMME, null, september, "Программа наставничества «" + programme + "»",
                paper.programme(dice.chance(65) ? Format.DOCX : Format.PDF, programme, september));
        if (!dice.chance(10)) {
            story.documents.curatorOrder(day, dice.chance(12) ? Format.JPG : Format.PDF,
                    dice.of(List.of(Disclosure.CONSENTED, Disclosure.CONSENTED, Disclosure.REDACTED_COPY, Disclosure.WITHHELD)));
        }
        if (dice.chance(35)) {
            String association = story.number(september);
            document(day, ActKind.ASSOCIATION_ORDER, association, september, "О создании методического объединения наставников",
                    paper.association(association, september));
        }
    }

    /** One of eight is forgotten, more than half are links to the organisation's site. */
    private void document(LocalDate day, ActKind what, String number, LocalDate date, String title, Sheet sheet) {
        int way = dice.between(1, 16);
        if (way <= 9) {
            story.documents.linkedDocument(day, what, number, date, title);
        } else if (way <= 14) {
            story.documents.document(day, what, number, date, title, sheet, Disclosure.NO_NAMES, null);
        }
    }

    /** What a year of these pairs and groups leaves behind. */
    void ofYear(AcademicYear year, List<Bond> bonds) {
        LocalDate day = Years.day(year, 9, dice.between(8, 18));
        boolean now = year.equals(years.current());
        if (now || dice.chance(15)) {
            String title = "План мероприятий (дорожная карта) на " + year;
            document(day, ActKind.ROADMAP, null, day, title,
                    story.paperwork.roadmap(dice.chance(60) ? Format.DOCX : Format.PDF, year, day));
        }
        if (now) {
            String number = story.number(day);
            document(day, ActKind.REALISATION_ORDER, number, day, "О реализации целевой модели наставничества в " + year + " учебном году",
                    story.paperwork.realisation(number, day, year));
        }
        if (dice.chance(22)) {
            LocalDate june = Years.day(year, 6, dice.between(1, 9));
            int pairs = StoryOfPairs.pairs(bonds);
            story.documents.document(june, ActKind.MONITORING, null, june, "Отчёт о внутреннем мониторинге за " + year + " учебный год",
                    story.paperwork.monitoring(dice.chance(60) ? Format.DOCX : Format.PDF, year, june, pairs, bonds.size() - pairs),
                    Disclosure.NO_NAMES, null);
        }
        if (dice.chance(12) && !bonds.isEmpty()) {
            LocalDate june = Years.day(year, 6, dice.between(1, 9));
            Theme theme = bonds.get(0).theme;
            story.documents.document(june, ActKind.BEST_CASE, null, june, "Практика «" + theme.title() + "»",
                    story.paperwork.practice(Format.PDF, theme, june), Disclosure.NO_NAMES, null);
        }
        if (dice.chance(4)) {
            Sheet twice = story.paperwork.roadmap(Format.DOCX, year, day);
            story.documents.annulledDocument(day, ActKind.ROADMAP, day, "Дорожная карта (черновик)", twice,
                    "Приложен черновик вместо утверждённого документа");
        }
    }
}
