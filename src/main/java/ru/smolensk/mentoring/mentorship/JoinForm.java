package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form by which a mentee joins a pair or group, as it was typed. */
record JoinForm(
        @NotNull(message = "Выберите, кого включить") Long mentee,
        @NotNull(message = "Выберите приказ, который называет этого наставляемого") Long order,
        @NotNull(message = "Введите первый день в группе") @TypedDate String joinedOn,
        Set<MentoringKind> kinds) {

    /** A pair that becomes a group is «в группе» and no longer «один на один», unless the curator knows better; a group stays as it is. */
    static JoinForm of(MentorshipRegister.View mentorship) {
        Set<MentoringKind> proposed = new HashSet<>(mentorship.kinds());
        if (!mentorship.row().group()) {
            proposed.add(MentoringKind.GROUP);
            proposed.remove(MentoringKind.TRADITIONAL);
        }
        return new JoinForm(null, null, null, proposed);
    }

    /** The values of the marked boxes. */
    public List<String> chosenKinds() {
        return kinds == null ? List.of() : kinds.stream().filter(Objects::nonNull).map(Enum::name).toList();
    }

    Mentorships.Joining toCommand() {
        return new Mentorships.Joining(mentee, order, Typed.date(joinedOn), kinds == null ? Set.of() : kinds);
    }
}
