package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ru.smolensk.mentoring.platform.Refusal;

/** A mentor is never left alone: whoever leaves, somebody is in the group from the next day to its end. Otherwise the pair itself ends. */
final class LastMenteeStays {

    private LastMenteeStays() {
    }

    static Optional<Refusal> refusal(List<Membership> others, LocalDate leavesOn) {
        boolean somebodyStays = others.stream().anyMatch(other -> other.leftOn() == null && !other.joinedOn().isAfter(leavesOn.plusDays(1)));
        return somebodyStays ? Optional.empty() : Optional.of(new Refusal("leftOn",
                "После этого дня у наставника никого не останется. Последний наставляемый не выходит – завершите пару целиком"));
    }
}
