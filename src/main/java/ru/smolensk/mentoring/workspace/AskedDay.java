package ru.smolensk.mentoring.workspace;

import java.time.LocalDate;
import org.springframework.ui.Model;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Typed;

/**
 * The day that a page of figures is asked for. What is no date means today, and the page says so.
 *
 * @param notUnderstood what was typed and is no date, or {@code null}
 */
record AskedDay(LocalDate day, boolean today, String notUnderstood) {

    static AskedDay of(String typed, PortalClock clock) {
        LocalDate asked = Typed.dateOr(typed, null);
        LocalDate day = asked == null ? clock.today() : asked;
        return new AskedDay(day, day.equals(clock.today()), asked == null ? typed : null);
    }

    /** Puts the day and its academic year into the page, and returns the day. */
    LocalDate shown(Model model) {
        model.addAttribute("day", day);
        model.addAttribute("today", today);
        model.addAttribute("year", AcademicYear.of(day));
        model.addAttribute("notUnderstood", notUnderstood);
        return day;
    }
}
