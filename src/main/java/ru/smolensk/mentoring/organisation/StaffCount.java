package ru.smolensk.mentoring.organisation;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;

/** The teaching staff on a date: in all, and young specialists among them. The denominators of F9 and F10. */
@Entity
class StaffCount extends AnnullableEntity implements Audited {

    private LocalDate countedOn;
    private int teachingStaff;
    private int youngSpecialists;

    protected StaffCount() {
    }

    StaffCount(long organisationId, LocalDate countedOn, int teachingStaff, int youngSpecialists) {
        super(organisationId);
        expectPlausible(teachingStaff, youngSpecialists);
        this.countedOn = countedOn;
        this.teachingStaff = teachingStaff;
        this.youngSpecialists = youngSpecialists;
    }

    void correct(LocalDate newCountedOn, int newTeachingStaff, int newYoungSpecialists) {
        expectNotAnnulled();
        expectPlausible(newTeachingStaff, newYoungSpecialists);
        countedOn = newCountedOn;
        teachingStaff = newTeachingStaff;
        youngSpecialists = newYoungSpecialists;
    }

    private static void expectPlausible(int teachingStaff, int youngSpecialists) {
        Refusals wrong = new Refusals();
        checkPlausible(wrong, teachingStaff, youngSpecialists);
        wrong.refuse();
    }

    static void checkPlausible(Refusals wrong, int teachingStaff, int youngSpecialists) {
        wrong.when(youngSpecialists > teachingStaff, "youngSpecialists",
                "Молодых специалистов не может быть больше, чем всех педагогических работников");
    }

    @Override
    public Subject subject() {
        return Subject.STAFF_COUNT;
    }

    @Override
    public String title() {
        return "на " + new Russian().date(countedOn);
    }

    @Override
    public Facts facts() {
        return new Facts().add("На дату", countedOn).add("Педагогических работников", teachingStaff)
                .add("Молодых специалистов", youngSpecialists).add("Аннулировано", annulledOn());
    }

    public LocalDate countedOn() {
        return countedOn;
    }

    public int teachingStaff() {
        return teachingStaff;
    }

    public int youngSpecialists() {
        return youngSpecialists;
    }
}
