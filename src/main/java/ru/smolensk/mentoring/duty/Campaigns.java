package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;

/** Sets, moves and cancels the due dates of duties. */
@Service
@Transactional
public class Campaigns {

    private final CampaignRepository campaigns;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Campaigns(CampaignRepository campaigns, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is said of a due date.
     *
     * @param title may be {@code null}: then it is called after its duty and year
     * @param kind for one kind of organisations only
     * @param slugs of the organisations that are named one by one
     */
    record Description(String title, Duty duty, AcademicYear year, LocalDate dueOn, CampaignScope scope, OrganisationKind kind,
                       Collection<String> slugs) {
    }

    /**
     * Sets a due date for all organisations ({@code kind} is {@code null}) or for those of one kind.
     *
     * @return its identifier
     * @throws Refusal if the date is not in the year
     */
    public long setFor(OrganisationKind kind, Duty duty, AcademicYear year, LocalDate dueOn, String title) {
        return set(new Description(title, duty, year, dueOn, kind == null ? CampaignScope.ALL : CampaignScope.KIND, kind, Set.of()));
    }

    /** Sets a due date for some organisations, by their slugs; it goes before a general one. */
    public long setFor(Collection<String> slugs, Duty duty, AcademicYear year, LocalDate dueOn, String title) {
        return set(new Description(title, duty, year, dueOn, CampaignScope.LISTED, null, slugs));
    }

    long set(Description said) {
        Campaign campaign = campaigns.save(new Campaign(said, listed(said)));
        journal.entered(campaign);
        return campaign.id();
    }

    void change(long id, Integer version, Description said) {
        Campaign campaign = one(id);
        campaign.expectVersion(version);
        journal.change(campaign, Action.CHANGED, () -> campaign.change(said, listed(said)));
    }

    void annul(long id, String reason) {
        Campaign campaign = one(id);
        journal.change(campaign, Action.CANCELLED, reason, () -> campaign.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    Campaign one(long id) {
        return campaigns.findById(id).orElseThrow(NotFound::new);
    }

    /** The slugs of the organisations that are named one by one. */
    @Transactional(readOnly = true)
    Set<String> slugs(Campaign campaign) {
        return Set.copyOf(jdbc.sql("select o.slug from campaign_organisation l join organisation o on o.id = l.organisation_id"
                + " where l.campaign_id = ?").param(campaign.id()).query(String.class).list());
    }

    /** Their names by identifier, in the order of names. */
    private Map<Long, String> listed(Description said) {
        Map<Long, String> listed = new LinkedHashMap<>();
        if (said.scope() == CampaignScope.LISTED && !said.slugs().isEmpty()) {
            jdbc.sql("select id, short_name from organisation where slug in (:slugs) order by short_name, id").param("slugs", said.slugs())
                    .query(row -> {
                        listed.put(row.getLong("id"), row.getString("short_name"));
                    });
            if (listed.size() != Set.copyOf(said.slugs()).size()) {
                throw new NotFound();
            }
        }
        return listed;
    }
}
