package ru.smolensk.mentoring.organisation;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.Tenant;

/** Enters, changes, closes and finds organisations. */
@Service
@Transactional
public class Organisations {

    private final OrganisationRepository organisations;
    private final Journal journal;

    Organisations(OrganisationRepository organisations, Journal journal) {
        this.organisations = organisations;
        this.journal = journal;
    }

    /** What an administrator says of an organisation; the slug is taken only when it is entered. */
    public record Description(String slug, OrganisationKind kind, String shortName, String fullName, String website) {
    }

    /** Enters an organisation and gives its workspace. */
    public Tenant enter(Description said) {
        Organisation organisation = organisations.save(
                new Organisation(said.slug(), said.kind(), said.shortName(), said.fullName(), said.website()));
        journal.entered(organisation);
        return organisation.tenant();
    }

    void change(long id, Integer version, Description said) {
        Organisation organisation = byId(id);
        organisation.expectVersion(version);
        journal.change(organisation, Action.CHANGED,
                () -> organisation.change(said.kind(), said.shortName(), said.fullName(), said.website()));
    }

    /** Changes what is known of an organisation, whatever the version. */
    public void change(long id, Description said) {
        change(id, byId(id).version(), said);
    }

    void close(long id, LocalDate from) {
        Organisation organisation = byId(id);
        journal.change(organisation, Action.CLOSED, () -> organisation.close(from));
    }

    void reopen(long id) {
        Organisation organisation = byId(id);
        journal.change(organisation, Action.REOPENED, organisation::reopen);
    }

    /**
     * The organisation of a public address.
     *
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public Organisation bySlug(String slug) {
        return organisations.findBySlug(slug).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    Organisation byId(long id) {
        return organisations.findById(id).orElseThrow(NotFound::new);
    }
}
