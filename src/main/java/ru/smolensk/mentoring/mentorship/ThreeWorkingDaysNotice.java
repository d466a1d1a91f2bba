package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;

/**
 * A mentor who gives up, or an employer who takes the task back, tells the other side in writing at least three working days before
 * (Labour code, article 351.8). The days are counted from the day after the notice ◆; the last day of the mentorship may be the third.
 */
final class ThreeWorkingDaysNotice {

    static final int WORKING_DAYS = 3;

    /** Since when the article is in force. */
    static final LocalDate IN_FORCE_SINCE = LocalDate.of(2025, 3, 1);

    private static final Russian RUSSIAN = new Russian();

    private ThreeWorkingDaysNotice() {
    }

    /** @param noticeOn {@code null} when no notice was needed: the person left the organisation, both sides agreed on the day */
    static Optional<Refusal> refusal(LocalDate noticeOn, LocalDate endsOn) {
        if (noticeOn == null) {
            return Optional.empty();
        }
        if (noticeOn.isAfter(endsOn)) {
            return Optional.of(new Refusal("noticeOn", "Предупредить нужно было до завершения, а эта дата позже. Исправьте одну из дат"));
        }
        LocalDate earliest = earliestEnd(noticeOn);
        if (noticeOn.isBefore(IN_FORCE_SINCE) || !endsOn.isBefore(earliest)) {
            return Optional.empty();
        }
        return Optional.of(new Refusal("endedOn", "Предупредить нужно не позже чем за три рабочих дня (статья 351.8 Трудового кодекса). "
                + "Предупредили " + RUSSIAN.date(noticeOn) + ", " + RUSSIAN.weekday(noticeOn) + "; рабочие дни после этого – "
                + IntStream.rangeClosed(1, WORKING_DAYS).mapToObj(count -> RUSSIAN.date(WorkingDays.after(noticeOn, count)))
                        .collect(Collectors.joining(", ")) + ". Завершить можно не раньше " + RUSSIAN.date(earliest)));
    }

    static LocalDate earliestEnd(LocalDate noticeOn) {
        return WorkingDays.after(noticeOn, WORKING_DAYS);
    }
}
