package ru.smolensk.mentoring.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Formula;
import ru.smolensk.mentoring.platform.PersonName;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.TenantEntity;

/** What is known of a person apart from their roles. */
@Entity
class Participant extends TenantEntity {

    /** ◆ Nobody takes part younger; a student of a college is 15 at least. */
    static final int YOUNGEST = 14;
    /** ◆ Nobody teaches younger. */
    static final int YOUNGEST_TEACHER = 16;

    private String lastName;
    private String firstName;
    private String patronymic;
    private LocalDate bornOn;
    private String position;
    @Enumerated(EnumType.STRING)
    private Workplace workplace;
    private String employerName;
    private Long partnerId;
    @Formula("(select o.name from partner_organisation o where o.organisation_id = organisation_id and o.id = partner_id)")
    private String partnerName;
    private LocalDate teachingSince;
    private LocalDate leftOn;

    protected Participant() {
    }

    Participant(long organisationId, Participants.Description said, String partner, LocalDate today) {
        super(organisationId);
        describe(said, partner, today);
    }

    void describe(Participants.Description said, String partner, LocalDate today) {
        LocalDate born = said.bornOn();
        LocalDate teaching = said.teachingSince();
        Refusals wrong = new Refusals();
        check(wrong, born, teaching, today);
        wrong.refuse();
        lastName = said.name().lastName();
        firstName = said.name().firstName();
        patronymic = said.name().patronymic();
        bornOn = born;
        position = said.position();
        workplace = said.employment().workplace();
        employerName = said.employment().employerName();
        partnerId = said.employment().partnerId();
        partnerName = partner;
        teachingSince = teaching;
    }

    /** Either date may be {@code null}. */
    static void check(Refusals wrong, LocalDate born, LocalDate teaching, LocalDate today) {
        boolean unborn = born != null && born.isAfter(today);
        wrong.when(unborn, "bornOn", "Дата рождения ещё не наступила");
        wrong.when(!unborn && born != null && born.isAfter(today.minusYears(YOUNGEST)), "bornOn",
                "Получается, что человеку нет и " + YOUNGEST + " лет. Проверьте год");
        wrong.when(born != null && teaching != null && teaching.isBefore(born.plusYears(YOUNGEST_TEACHER)), "teachingSince",
                "Получается, что человек начал преподавать раньше " + YOUNGEST_TEACHER + " лет. Проверьте эту дату и дату рождения");
    }

    void leave(LocalDate on) {
        leftOn = on;
    }

    void comeBack() {
        leftOn = null;
    }

    public PersonName name() {
        return new PersonName(lastName, firstName, patronymic);
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    public String position() {
        return position;
    }

    public Workplace workplace() {
        return workplace;
    }

    public String employerName() {
        return employerName;
    }

    public Long partnerId() {
        return partnerId;
    }

    public String partnerName() {
        return partnerName;
    }

    /** «в этой организации» or the name of the other one. */
    public String workplaceWords() {
        return switch (workplace) {
            case OWN_STAFF -> workplace.label();
            case OTHER_EDUCATIONAL -> employerName;
            case PARTNER -> partnerName + " (партнёр)";
        };
    }

    public LocalDate teachingSince() {
        return teachingSince;
    }

    public Experience experience(LocalDate day) {
        return new Experience(teachingSince, day);
    }

    public LocalDate leftOn() {
        return leftOn;
    }

    /** Whether this is said of the very name and date of birth. */
    boolean isNamed(Participants.Description said) {
        return name().equals(said.name()) && Objects.equals(bornOn, said.bornOn());
    }

    /** What a namesake is told apart by: «Орлова Анна Викторовна, 12.03.1990 года рождения». */
    String identity() {
        return name().full() + (bornOn == null ? "" : ", " + new Russian().date(bornOn) + " года рождения");
    }
}
