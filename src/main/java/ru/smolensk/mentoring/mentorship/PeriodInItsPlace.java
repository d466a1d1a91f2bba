package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.Optional;
import ru.smolensk.mentoring.platform.Refusal;
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

    static Optional<Refusal> refusal(LocalDate orderDatedOn, LocalDate startsOn, LocalDate plannedEnd) {
        if (startsOn.isBefore(orderDatedOn)) {
            return refusal("startsOn", "Начало не может быть раньше приказа, а приказ – от " + RUSSIAN.date(orderDatedOn)
                    + ". Исправьте дату начала или выберите другой приказ");
        }
        if (startsOn.isAfter(orderDatedOn.plusYears(LATEST_START_YEARS))) {
            return refusal("startsOn", "Начало больше чем на два года позже приказа от " + RUSSIAN.date(orderDatedOn) + ". Проверьте год");
        }
        if (plannedEnd.isBefore(startsOn)) {
            return refusal("plannedEnd", "Окончание не может быть раньше начала. Исправьте одну из дат");
        }
        if (plannedEnd.isAfter(startsOn.plusYears(LONGEST_YEARS))) {
            return refusal("plannedEnd", "Выходит больше пяти лет. Проверьте год");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String field, String message) {
        return Optional.of(new Refusal(field, message));
    }
}
