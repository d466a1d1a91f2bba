package ru.smolensk.mentoring.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.account.Invitations;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Refusal;
import ru.smolensk.mentoring.platform.Tenant;

/** Appoints curators and knows for which organisations an account works today. */
@Service
@Transactional
public class Appointments {

    private final AppointmentRepository appointments;
    private final Invitations invitations;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Appointments(AppointmentRepository appointments, Invitations invitations, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the organisation's order says. */
    public record Order(long accountId, String number, LocalDate datedOn, LocalDate startsOn, LocalDate endsOn) {
    }

    /**
     * Appoints a curator.
     *
     * @return the appointment's identifier
     * @throws ru.smolensk.mentoring.platform.Refusal if the account is no curator's or is blocked, or the dates contradict each other
     */
    public long appoint(long organisationId, Order order) {
        Optional<String> curator = jdbc.sql("select display_name from account where id = ? and role = 'CURATOR' and not blocked")
                .param(order.accountId()).query(String.class).optional();
        Refusal.when(curator.isEmpty(), "curator", "Выберите учётную запись куратора");
        CuratorAppointment appointment = appointments.save(new CuratorAppointment(organisationId, order.accountId(), curator.get(),
                order.number(), order.datedOn(), order.startsOn(), order.endsOn()));
        journal.entered(appointment);
        return appointment.id();
    }

    /** Somebody without an account who is to be a curator, and what the organisation's order says. */
    record Invited(String displayName, String login, String email, String number, LocalDate datedOn, LocalDate startsOn, LocalDate endsOn) {
    }

    /**
     * Enters the account and appoints its owner, who chooses a password by a one-time link ({@link #link}).
     *
     * @return the appointment's identifier
     */
    long appoint(long organisationId, Invited person) {
        long account = invitations.enterCurator(person.login(), person.displayName(), person.email());
        return appoint(organisationId, new Order(account, person.number(), person.datedOn(), person.startsOn(), person.endsOn()));
    }

    /** The path of a one-time link by which the appointed person chooses the first password. */
    String link(long id, long byAccountId) {
        CuratorAppointment appointment = one(id);
        Refusal.when(!appointment.inForceFrom(clock.today()), null, "Назначение больше не действует: ссылка для входа ничего не откроет");
        return invitations.link(appointment.accountId(), byAccountId);
    }

    /** Whether such a link may be made: the appointment lasts, and nobody has chosen a password for the account yet. */
    @Transactional(readOnly = true)
    boolean mayBeLinked(long id) {
        CuratorAppointment appointment = one(id);
        return appointment.inForceFrom(clock.today()) && invitations.awaited(appointment.accountId());
    }

    public void end(long id, Integer version, LocalDate lastDay) {
        CuratorAppointment appointment = one(id);
        appointment.expectVersion(version);
        journal.change(appointment, Action.ENDED, () -> appointment.end(lastDay));
    }

    void annul(long id, String reason) {
        CuratorAppointment appointment = one(id);
        journal.change(appointment, Action.ANNULLED, reason, () -> appointment.annul(clock.today(), reason));
    }

    @Transactional(readOnly = true)
    CuratorAppointment one(long id) {
        return appointments.findById(id).orElseThrow(NotFound::new);
    }

    /** A curator of an organisation, by the appointment that is in force. */
    public record Curator(long appointmentId, String name) {
    }

    /** Who curates the organisation today; one statement. */
    @Transactional(readOnly = true)
    public List<Curator> curators(long organisationId) {
        return jdbc.sql("""
                select a.id as appointment_id, c.display_name as name from curator_appointment a join account c on c.id = a.account_id
                 where a.organisation_id = :organisation and a.annulled_on is null and a.starts_on <= :today
                   and (a.ends_on is null or a.ends_on >= :today)
                 order by c.display_name collate russian, a.id
                """).param("organisation", organisationId).param("today", clock.today()).query(Curator.class).list();
    }

    /** The organisations whose workspace the account may enter today, in the order of their names; one statement. */
    @Transactional(readOnly = true)
    List<Tenant> workplaces(long accountId) {
        return jdbc.sql("""
                select o.id, o.slug, o.short_name, o.kind = 'GENERAL'
                  from curator_appointment a join organisation o on o.id = a.organisation_id
                 where a.account_id = :account and a.annulled_on is null and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
                   and (o.closed_on is null or o.closed_on > :today)
                 group by o.id order by o.short_name
                """).param("account", accountId).param("today", clock.today())
                .query((row, number) -> new Tenant(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4))).list();
    }
}
