package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.mentorship.MentoringForm;
import ru.smolensk.mentoring.mentorship.MentoringKind;
import ru.smolensk.mentoring.mentorship.MentoringModel;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Russian;

/** A pair or a group of a story. */
final class Bond {

    final Decree decree;
    final Somebody mentor;
    final List<Somebody> mentees;
    final Theme theme;
    final LocalDate startsOn;
    final LocalDate plannedEnd;
    MentoringForm form = MentoringForm.TEACHER_TEACHER;
    MentoringModel model;
    Set<MentoringKind> kinds;
    /** Ended before its time, or with another mentor. */
    boolean brokenOff;
    /** When both sides agreed in writing; {@code null} if the paper is missing. */
    LocalDate agreedOn;
    /** Known once it is entered. */
    long id;

    Bond(Decree decree, Somebody mentor, List<Somebody> mentees, Theme theme, LocalDate startsOn, LocalDate plannedEnd) {
        this.decree = decree;
        this.mentor = mentor;
        this.mentees = mentees;
        this.theme = theme;
        this.startsOn = startsOn;
        this.plannedEnd = plannedEnd;
        model = theme.model();
        kinds = EnumSet.of(mentees.size() > 1 ? MentoringKind.GROUP : MentoringKind.TRADITIONAL);
        agreedOn = decree.date;
        decree.bonds.add(this);
    }

    Bond form(MentoringForm other) {
        form = other;
        model = other == MentoringForm.TEACHER_TEACHER ? model : null;
        return this;
    }

    Bond also(MentoringKind... more) {
        kinds.addAll(List.of(more));
        return this;
    }

    Bond withoutAgreement() {
        agreedOn = null;
        return this;
    }

    /** A line of the order; names as the printer writes them. */
    String line(Function<PersonName, String> names) {
        return "наставник – " + words(mentor, names) + "; " + (mentees.size() > 1 ? "наставляемые" : "наставляемый") + " – "
                + mentees.stream().map(one -> words(one, names)).collect(Collectors.joining(", ")) + "; срок – "
                + new Russian().period(startsOn, plannedEnd).replace('\u00a0', ' ') + ".";
    }

    private static String words(Somebody one, Function<PersonName, String> names) {
        return names.apply(one.name) + ", " + one.position;
    }

    /** An order on assignment of a story. */
    static final class Decree {

        final String number;
        final LocalDate date;
        final String title;
        final List<Bond> bonds = new ArrayList<>();
        /** Known once it is entered. */
        long id;

        Decree(String number, LocalDate date, String title) {
            this.number = number;
            this.date = date;
            this.title = title;
        }
    }
}
