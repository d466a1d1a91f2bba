package ru.smolensk.mentoring.participant;

import ru.smolensk.mentoring.platform.Refusals;

/**
 * Where somebody works or studies. What the workplace does not ask for must be empty: a partner named beside «в этой организации» is a
 * contradiction that would change the figures one way or the other.
 *
 * @param employerName the other educational organisation
 * @param partnerId the partner organisation
 */
public record Employment(Workplace workplace, String employerName, Long partnerId) {

    /** Refuses a contradiction; the fields are {@code employerName} and {@code partner}. */
    public Employment {
        Refusals wrong = new Refusals();
        check(wrong, workplace, employerName, partnerId != null);
        wrong.refuse();
    }

    static void check(Refusals wrong, Workplace workplace, String employerName, boolean partnerNamed) {
        boolean other = workplace == Workplace.OTHER_EDUCATIONAL;
        boolean partner = workplace == Workplace.PARTNER;
        wrong.when(other && employerName == null, "employerName", "Напишите, в какой организации человек работает или учится");
        wrong.when(!other && employerName != null, "employerName",
                "Место работы – «" + workplace.label()
                + "», а здесь названа другая организация. Очистите поле или выберите другое место работы");
        wrong.when(partner && !partnerNamed, "partner", "Выберите организацию-партнёра");
        wrong.when(!partner && partnerNamed, "partner",
                "Место работы – «" + workplace.label() + "», а здесь выбран партнёр. Уберите его или выберите другое место работы");
    }

    public static Employment ownStaff() {
        return new Employment(Workplace.OWN_STAFF, null, null);
    }

    public static Employment elsewhere(String employerName) {
        return new Employment(Workplace.OTHER_EDUCATIONAL, employerName, null);
    }

    public static Employment partner(long partnerId) {
        return new Employment(Workplace.PARTNER, null, partnerId);
    }
}
