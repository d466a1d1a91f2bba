package ru.smolensk.mentoring.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Russian;

/**
 * The mentorship that a programme is drawn up for, as the programme sees it.
 *
 * @param lastDay the actual end, or the planned one where there is none
 */
record PairOrGroup(long organisationId, long id, String code, PersonName mentor, LocalDate startsOn, LocalDate lastDay,
                   boolean annulled, List<Mentee> mentees) {

    /** @param leftOn the day the mentee left the group, or {@code null} */
    record Mentee(long id, PersonName name, LocalDate leftOn) {
    }

    public boolean group() {
        return mentees.size() > 1;
    }

    /** «Пара: Ткаченко В. О. – Орлова А. В.». */
    public String title() {
        return (group() ? "Группа: " : "Пара: ") + people();
    }

    /** «Ткаченко В. О. – Орлова А. В., Бойко С. Д.». */
    public String people() {
        return mentor.brief() + "\u00a0– " + mentees.stream().map(mentee -> mentee.name().brief()).collect(Collectors.joining(", "));
    }

    /** The mentees to tick in a form. */
    public List<Choice> choices() {
        return mentees.stream().map(mentee -> new Choice(mentee.id(), mentee.name().full()
                + (mentee.leftOn() == null ? "" : " (в группе до " + new Russian().date(mentee.leftOn()) + ")"))).toList();
    }

    /** Those whom a new programme covers unless the curator says otherwise: everybody who is in it to the end. */
    List<Long> stayed() {
        return mentees.stream().filter(mentee -> mentee.leftOn() == null).map(Mentee::id).toList();
    }

    boolean has(Collection<Long> menteeIds) {
        return mentees.stream().map(Mentee::id).collect(Collectors.toSet()).containsAll(menteeIds);
    }

    /** «Орлова Анна Викторовна, Бойко Семён Денисович»: those of the mentees who are covered. */
    public String names(Set<Long> covered) {
        return mentees.stream().filter(mentee -> covered.contains(mentee.id())).map(mentee -> mentee.name().full())
                .collect(Collectors.joining(", "));
    }

    /** ◆ A programme that goes beyond the last day of its mentorship is a warning with a next step, not a refusal (DOMAIN 4). */
    boolean outlivedBy(LocalDate endsOn) {
        return endsOn.isAfter(lastDay);
    }

    /** ◆ A programme begins within the days of its mentorship: before them there is nobody to carry it out. */
    String whyCannotStart(LocalDate day) {
        if (day.isBefore(startsOn)) {
            return "Программа не может начаться раньше, чем " + (group() ? "группа" : "пара") + " – " + new Russian().date(startsOn);
        }
        if (day.isAfter(lastDay)) {
            return (group() ? "Группа" : "Пара") + " работает до " + new Russian().date(lastDay) + ": программа не может начаться позже";
        }
        return null;
    }
}
