package ru.smolensk.mentoring.organisation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** Enters and changes the partner organisations of an organisation; knows which of them can be chosen. */
@Service
@Transactional
public class Partners {

    private final PartnerRepository partners;
    private final PartnerList list;
    private final Journal journal;
    private final PortalClock clock;

    Partners(PartnerRepository partners, PartnerList list, Journal journal, PortalClock clock) {
        this.partners = partners;
        this.list = list;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is known of a partner.
     *
     * @param inn 10 or 12 digits, or {@code null}
     * @param website with its https:// or http://, or {@code null}
     * @param note may be {@code null}
     */
    public record Description(String name, String inn, String website, String note) {
    }

    /**
     * Enters a partner organisation.
     *
     * @throws Refusal if the ИНН does not check
     */
    public long enter(Tenant tenant, Description said) {
        PartnerOrganisation partner = partners.save(new PartnerOrganisation(tenant.id(), said));
        journal.entered(partner);
        return partner.id();
    }

    void change(Tenant tenant, long id, Integer version, Description said) {
        PartnerOrganisation partner = one(tenant, id);
        partner.expectVersion(version);
        journal.change(partner, Action.CHANGED, () -> partner.change(said));
    }

    /** Notes the ИНН of a partner that had none. */
    public void addInn(Tenant tenant, long id, String inn) {
        PartnerOrganisation partner = one(tenant, id);
        journal.change(partner, Action.CHANGED, () -> partner.change(new Description(partner.name(), inn, partner.website(), partner.note())));
    }

    /** A wrong entry is annulled; one that people of the base work for is not a wrong entry. */
    void annul(Tenant tenant, long id, String reason) {
        PartnerOrganisation partner = partners.findAnnulledByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
        List<PartnerList.Employee> employees = list.employees(tenant.id(), id);
        Refusal.when(!employees.isEmpty(), null, "Аннулировать организацию нельзя: в базе есть её сотрудники – "
                + PartnerList.named(employees) + ". Сначала укажите им другое место работы");
        journal.change(partner, Action.ANNULLED, reason, () -> partner.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    PartnerOrganisation one(Tenant tenant, long id) {
        return partners.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    /** The partners that can be chosen, by name. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Tenant tenant) {
        return list.choices(tenant.id());
    }

    /**
     * The name of a partner that somebody is attached to in this transaction; it can't be annulled meanwhile.
     *
     * @param field the field of the form to which a refusal belongs
     * @throws Refusal if the organisation has no such partner or has annulled it
     */
    public String attach(Tenant tenant, long id, String field) {
        PartnerOrganisation partner = partners.findAttachedByOrganisationIdAndId(tenant.id(), id)
                .orElseThrow(() -> new Refusal(field, "Такой организации-партнёра нет. Выберите её из списка"));
        Refusal.when(partner.annulled(), field, "Эта организация-партнёр аннулирована. Выберите другую");
        return partner.name();
    }
}
