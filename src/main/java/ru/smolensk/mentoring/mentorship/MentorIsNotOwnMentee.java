package ru.smolensk.mentoring.mentorship;

import java.util.Collection;
import java.util.Optional;
import ru.smolensk.mentoring.platform.Refusal;

/** Nobody mentors themself (DOMAIN 3, rule 1). */
final class MentorIsNotOwnMentee {

    private MentorIsNotOwnMentee() {
    }

    static Optional<Refusal> refusal(long mentorId, Collection<Long> menteeIds, String field) {
        return menteeIds.contains(mentorId)
                ? Optional.of(new Refusal(field, "Наставник не может быть наставляемым у самого себя. Выберите другого человека"))
                : Optional.empty();
    }
}
