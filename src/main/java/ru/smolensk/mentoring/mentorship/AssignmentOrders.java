package ru.smolensk.mentoring.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Tenant;

/** Enters, corrects and annuls the orders that name pairs and groups. */
@Service
@Transactional
public class AssignmentOrders {

    private final AssignmentOrderRepository orders;
    private final Papers papers;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;
    private final Russian russian;

    AssignmentOrders(AssignmentOrderRepository orders, Papers papers, JdbcClient jdbc, Journal journal, PortalClock clock, Russian russian) {
        this.orders = orders;
        this.papers = papers;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.russian = russian;
    }

    /** What the order says, its file and what the public may see of it. */
    public record Text(String number, LocalDate datedOn, String title, Papers.Said paper) {
    }

    /** A pair or group that an order names. */
    private record Named(String code, LocalDate startsOn, boolean annulled) {
    }

    /**
     * Enters an order.
     *
     * @return its identifier
     */
    public long enter(Tenant tenant, Text text) {
        AssignmentOrder order = orders.save(
                new AssignmentOrder(tenant.id(), text, papers.enter(tenant, text.paper()), clock.today()));
        journal.entered(order);
        return order.id();
    }

    void correct(Tenant tenant, long id, Integer version, Text text) {
        AssignmentOrder order = toChange(tenant, id);
        order.expectVersion(version);
        earliestOn(tenant, id).filter(first -> first.startsOn().isBefore(text.datedOn())).ifPresent(first -> {
            throw new Refusal("datedOn", "По этому приказу «" + first.code() + "»" + (first.annulled() ? " (аннулирована)" : "") + " начинается "
                    + russian.date(first.startsOn()) + ", раньше новой даты. Дата приказа может быть не позже этого дня");
        });
        journal.change(order, Action.CHANGED,
                () -> order.correct(text, papers.replace(tenant, order.paper(), text.paper()), clock.today()));
        orders.flush();
    }

    /** Gives an order another name; everything else of it stays, whatever its version. */
    public void rename(Tenant tenant, long id, String title) {
        AssignmentOrder order = toChange(tenant, id);
        Papers.Said paper = new Papers.Said(order.paper().fileId(), order.paper().disclosure(), order.paper().publicFileId());
        correct(tenant, id, order.version(), new Text(order.number(), order.datedOn(), title, paper));
    }

    public void annul(Tenant tenant, long id, String reason) {
        AssignmentOrder order = toChange(tenant, id);
        List<String> standing = standingOn(tenant, id);
        Refusal.when(!standing.isEmpty(), null, "Приказ нельзя аннулировать: по нему закреплены "
                + String.join(", ", standing) + ". Сначала аннулируйте их или укажите им другой приказ");
        journal.change(order, Action.ANNULLED, reason, () -> order.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    AssignmentOrder one(Tenant tenant, long id) {
        return orders.findByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    /**
     * The order that a pair or group is to stand on; it stays as it is until the end of the transaction.
     *
     * @throws Refusal if it is not one of the organisation's orders in force
     */
    @Transactional(propagation = Propagation.MANDATORY)
    AssignmentOrder toStandOn(Tenant tenant, long id) {
        return orders.findToStandOnByOrganisationIdAndId(tenant.id(), id).filter(order -> !order.annulled())
                .orElseThrow(AssignmentOrders::unknown);
    }

    /** Every order that pairs and groups can stand on, by identifier; they stay as they are until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, AssignmentOrder> allToStandOn(Tenant tenant) {
        return orders.findAllToStandOnByOrganisationIdAndAnnulledOnIsNull(tenant.id()).stream()
                .collect(Collectors.toMap(AssignmentOrder::id, Function.identity()));
    }

    static Refusal unknown() {
        return new Refusal("order", "Такого приказа у организации нет. Выберите приказ из списка");
    }

    private AssignmentOrder toChange(Tenant tenant, long id) {
        return orders.findToChangeByOrganisationIdAndId(tenant.id(), id).orElseThrow(NotFound::new);
    }

    private Optional<Named> earliestOn(Tenant tenant, long id) {
        return jdbc.sql("""
                select code, starts_on, annulled from mentorship where organisation_id = :organisation and order_id = :order
                union all
                select m.code, e.joined_on, m.annulled
                  from mentorship_mentee e join mentorship m on m.organisation_id = e.organisation_id and m.id = e.mentorship_id
                 where e.organisation_id = :organisation and e.order_id = :order
                 order by starts_on limit 1
                """).param("organisation", tenant.id()).param("order", id).query(Named.class).optional();
    }

    /** Codes of the pairs and groups that stand on the order and are not annulled. */
    @Transactional(readOnly = true)
    List<String> standingOn(Tenant tenant, long id) {
        return jdbc.sql("""
                select '«' || m.code || '»' from mentorship m
                 where m.organisation_id = :organisation and not m.annulled
                   and (m.order_id = :order or exists (select from mentorship_mentee e
                          where e.organisation_id = m.organisation_id and e.mentorship_id = m.id and e.order_id = :order))
                 order by m.code
                """).param("organisation", tenant.id()).param("order", id).query(String.class).list();
    }
}
