package ru.smolensk.mentoring.organisation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedNumber;
import ru.smolensk.mentoring.platform.Russian;

/** The form of a staff count, as it was typed. */
public record StaffCountForm(
        Integer version,
        @NotNull(message = "Введите дату, на которую посчитаны педагоги") @TypedDate String countedOn,
        @NotNull(message = "Введите, сколько всего педагогических работников")
        @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000") String teachingStaff,
        @NotNull(message = "Введите, сколько молодых специалистов; если их нет – 0")
        @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000") String youngSpecialists) implements CheckedForm {

    static StaffCountForm of(StaffCount count) {
        return new StaffCountForm(count.version(), new Russian().date(count.countedOn()), String.valueOf(count.teachingStaff()),
                String.valueOf(count.youngSpecialists()));
    }

    @Override
    public void check(Refusals wrong, LocalDate today) {
        LocalDate on = Typed.dateIfAny(countedOn);
        Integer all = numberIfAny(teachingStaff);
        Integer young = numberIfAny(youngSpecialists);
        if (on != null) {
            StaffCounts.checkDate(wrong, on, today);
        }
        if (all != null && young != null) {
            StaffCount.checkPlausible(wrong, all, young);
        }
    }

    private static Integer numberIfAny(String typed) {
        try {
            return Typed.number(typed);
        } catch (IllegalArgumentException none) {
            return null; // Its own field says so.
        }
    }

    public StaffCounts.Figures toCommand() {
        return new StaffCounts.Figures(Typed.date(countedOn), Typed.number(teachingStaff), Typed.number(youngSpecialists));
    }
}
