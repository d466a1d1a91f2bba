package ru.smolensk.mentoring.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import ru.smolensk.mentoring.audit.Audited;
import ru.smolensk.mentoring.audit.Facts;
import ru.smolensk.mentoring.audit.Subject;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** A school, a kindergarten or a centre of additional education. Its slug is its public address and never changes. */
@Entity
public class Organisation implements Audited {

    /**
     * Last words of the portal's own addresses, which stand where an organisation's would: {@code /department/organisations/import}, and all
     * that {@code Access} takes for forms, which an observer may not open.
     */
    static final Set<String> TAKEN_BY_THE_PORTAL = Set.of("import", "new", "edit", "end", "annul", "invite");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;
    private String slug;
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;
    private String shortName;
    private String fullName;
    private String website;
    private LocalDate closedOn;
    @Version
    private int version;

    protected Organisation() {
    }

    Organisation(String slug, OrganisationKind kind, String shortName, String fullName, String website) {
        Refusal.when(TAKEN_BY_THE_PORTAL.contains(slug), "slug",
                "Адрес «" + slug + "» занят страницей самого портала. Выберите другой, например sh-33");
        this.slug = slug;
        this.kind = kind;
        this.shortName = shortName;
        this.fullName = fullName;
        this.website = website;
    }

    void change(OrganisationKind newKind, String newShortName, String newFullName, String newWebsite) {
        kind = newKind;
        shortName = newShortName;
        fullName = newFullName;
        website = newWebsite;
    }

    /** From this day on the organisation has no workspace and is left out of the city. */
    void close(LocalDate from) {
        Refusal.when(closedOn != null, null, "Организация уже закрыта");
        closedOn = from;
    }

    void reopen() {
        Refusal.when(closedOn == null, null, "Организация не закрыта");
        closedOn = null;
    }

    /** Its workspace: for whoever acts on it from the department. */
    public Tenant tenant() {
        return new Tenant(id, slug, shortName, kind == OrganisationKind.GENERAL);
    }

    @Override
    public Long id() {
        return id;
    }

    @Override
    public Long organisationId() {
        return id;
    }

    @Override
    public Subject subject() {
        return Subject.ORGANISATION;
    }

    @Override
    public String title() {
        return shortName;
    }

    @Override
    public Facts facts() {
        return new Facts().add("Адрес", slug).add("Вид", kind).add("Краткое название", shortName).add("Полное название", fullName).add("Сайт", website)
                .add("Закрыта с", closedOn);
    }

    @Override
    public int version() {
        return version;
    }

    public String slug() {
        return slug;
    }

    public OrganisationKind kind() {
        return kind;
    }

    public String shortName() {
        return shortName;
    }

    public String fullName() {
        return fullName;
    }

    public String website() {
        return website;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
