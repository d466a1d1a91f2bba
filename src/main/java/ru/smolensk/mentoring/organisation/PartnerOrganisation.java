package ru.smolensk.mentoring.organisation;

import jakarta.persistence.Entity;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.AnnullableEntity;
import ru.smolensk.mentoring.platform.Refusals;

/** An enterprise or another organisation whose employees are mentors (F11). */
@Entity
class PartnerOrganisation extends AnnullableEntity implements Audited {

    private String name;
    private String inn;
    private String website;
    private String note;

    protected PartnerOrganisation() {
    }

    PartnerOrganisation(long organisationId, Partners.Description said) {
        super(organisationId);
        describe(said);
    }

    void change(Partners.Description said) {
        expectNotAnnulled();
        describe(said);
    }

    private void describe(Partners.Description said) {
        Refusals wrong = new Refusals();
        check(wrong, said.inn());
        wrong.refuse();
        name = said.name();
        inn = said.inn();
        website = said.website();
        note = said.note();
    }

    static void check(Refusals wrong, String inn) {
        String problem = inn == null ? null : Inn.wrong(inn);
        wrong.when(problem != null, "inn", problem);
    }

    @Override
    public Subject subject() {
        return Subject.PARTNER;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Название", name).add("ИНН", inn).add("Сайт", website).add("Примечание", note)
                .add("Аннулировано", annulledOn());
    }

    public String name() {
        return name;
    }

    public String inn() {
        return inn;
    }

    public String website() {
        return website;
    }

    public String note() {
        return note;
    }
}
