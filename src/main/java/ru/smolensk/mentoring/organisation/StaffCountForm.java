package ru.smolensk.mentoring.organisation;

import jakarta.validation.constraints.NotNull;
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
        @TypedNumber(max = 2000, message = "Введите целое число от 0 до 2000") String youngSpecialists) {

    static StaffCountForm of(StaffCount count) {
        return new StaffCountForm(count.version(), new Russian().date(count.countedOn()), String.valueOf(count.teachingStaff()),
                String.valueOf(count.youngSpecialists()));
    }

    public StaffCounts.Figures toCommand() {
        return new StaffCounts.Figures(Typed.date(countedOn), Typed.number(teachingStaff), Typed.number(youngSpecialists));
    }
}
