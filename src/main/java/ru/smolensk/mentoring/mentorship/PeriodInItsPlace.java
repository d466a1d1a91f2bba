package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/** The start is not before the order's date ◆, the end not before the start (DOMAIN 3, rule 3), and neither is absurd. */
final class PeriodInItsPlace {

    /** ◆ A longer mentorship than this is a slip of the keyboard. */
    static final int LONGEST_YEARS = 5;

    /** ◆ So is one that begins longer than this after its order. */
    static final int LATEST_START_YEARS = 2;

    private static final Russian RUSSIAN = new Russian();

    private PeriodInItsPlace() {
    }

    static void check(Refusals wrong, LocalDate orderDatedOn, LocalDate startsOn, LocalDate plannedEnd) {
        wrong.when(startsOn.isBefore(orderDatedOn), "startsOn", "Начало не может быть раньше приказа, а приказ – от "
                + RUSSIAN.date(orderDatedOn) + ". Исправьте дату начала или выберите другой приказ");
        wrong.when(startsOn.isAfter(orderDatedOn.plusYears(LATEST_START_YEARS)), "startsOn",
                "Начало больше чем на два года позже приказа от " + RUSSIAN.date(orderDatedOn) + ". Проверьте год");
        check(wrong, startsOn, plannedEnd);
    }

    /** As far as it can be told without the order. */
    static void check(Refusals wrong, LocalDate startsOn, LocalDate plannedEnd) {
        wrong.when(plannedEnd.isBefore(startsOn), "plannedEnd", "Окончание не может быть раньше начала. Исправьте одну из дат");
        wrong.when(plannedEnd.isAfter(startsOn.plusYears(LONGEST_YEARS)), "plannedEnd", "Выходит больше пяти лет. Проверьте год");
    }
}
