package ru.smolensk.mentoring.document;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.Choice;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.review.ReviewState;
import ru.smolensk.mentoring.review.ReviewSubject;
import ru.smolensk.mentoring.review.Reviews;

/** Enters, changes and annuls the documents of an organisation. */
@Service
@Transactional
public class LocalActs {

    private final LocalActRepository acts;
    private final Papers papers;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    LocalActs(LocalActRepository acts, Papers papers, Reviews reviews, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.acts = acts;
        this.papers = papers;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is said of a document.
     *
     * @param number {@code null} for a document that has none; an order has one
     * @param partnerId for a partner's document only
     * @param link instead of a file
     */
    public record Description(ActKind kind, String number, LocalDate datedOn, String title, Long partnerId, String link,
                              Papers.Said paper) {
    }

    /**
     * Enters a document.
     *
     * @return its identifier
     * @throws Refusal at the field that is wrong
     */
    public long enter(Tenant tenant, Description said) {
        expectNotInFuture(said);
        LocalAct act = acts.save(new LocalAct(tenant.id(), said, partnerName(tenant, said), papers.enter(tenant, said.paper())));
        journal.entered(act);
        return act.id();
    }

    void change(Tenant tenant, long id, Integer version, Description said) {
        LocalAct act = one(tenant, id);
        act.expectVersion(version);
        expectNotInFuture(said);
        // Whoever withdraws the consent to distribution must not wait for a methodologist (152-FZ, art. 10.1).
        if (act.editionId() != null && !act.saysTheSame(said)) {
            reviews.expectEditable(tenant, act.editionId());
        }
        journal.change(act, Action.CHANGED,
                () -> act.change(said, partnerName(tenant, said), papers.replace(tenant, act.paper(), said.paper())));
    }

    public void annul(Tenant tenant, long id, String reason) {
        LocalAct act = one(tenant, id);
        if (act.editionId() != null) {
            ReviewState state = reviews.stateOf(tenant, act.editionId());
            Refusal.when(state == ReviewState.SUBMITTED, null, "Документ читает методический отдел. Сначала отзовите его с рассмотрения");
            if (state == ReviewState.APPROVED) {
                reviews.retire(tenant, act.editionId());
            }
        }
        journal.change(act, Action.ANNULLED, reason, () -> act.annul(clock.today(), reason));
    }

    /**
     * Hands the document in for review (O3.1). From now on the section shows it only while its edition is approved.
     *
     * @return the edition
     * @throws Refusal if it is of a kind that is not reviewed, another one of its kind is on its way, or the edition can't be handed in
     */
    public long sendForReview(Tenant tenant, long id) {
        LocalAct act = one(tenant, id);
        if (act.editionId() == null) {
            ReviewSubject subject = act.expectReviewed();
            Long open = reviews.open(tenant, subject, null).orElse(null);
            if (open != null) {
                acts.findByOrganisationIdAndEditionIdAndAnnulledOnIsNull(tenant.id(), open).ifPresent(other -> {
                    throw new Refusal("На рассмотрении уже «" + other.title() + "» " + other.requisites()
                            + ". Доведите до конца его или аннулируйте, если он больше не нужен");
                });
            }
            // The document of an open edition was annulled: this one goes on in its place, with the remarks that are to be answered.
            act.sendForReview(open != null ? open : reviews.draft(tenant, subject, null));
            acts.flush();
        }
        reviews.submit(tenant, act.editionId());
        journal.note(act, Action.SUBMITTED);
        return act.editionId();
    }

    @Transactional(readOnly = true)
    LocalAct one(Tenant tenant, long id) {
        return acts.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    /** The partners to choose from: those of today and the one that is chosen already. */
    @Transactional(readOnly = true)
    List<Choice> partners(Tenant tenant, Long chosen) {
        return jdbc.sql("""
                select id, name from partner_organisation
                 where organisation_id = :organisation and (annulled_on is null or id = :chosen) order by name, id
                """).param("organisation", tenant.id()).param("chosen", chosen, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("name"))).list();
    }

    private void expectNotInFuture(Description said) {
        Refusals wrong = new Refusals();
        checkDate(wrong, said.datedOn(), clock.today());
        wrong.refuse();
    }

    static void checkDate(Refusals wrong, LocalDate datedOn, LocalDate today) {
        wrong.whenLongAgo(datedOn, "datedOn").when(datedOn != null && datedOn.isAfter(today), "datedOn", "Дата документа ещё не наступила");
    }

    private String partnerName(Tenant tenant, Description said) {
        if (said.kind() != ActKind.PARTNER_DOCUMENT || said.partnerId() == null) {
            return null;
        }
        return jdbc.sql("select name from partner_organisation where organisation_id = ? and id = ?")
                .params(tenant.id(), said.partnerId()).query(String.class).optional().orElseThrow(NotFound::new);
    }
}
