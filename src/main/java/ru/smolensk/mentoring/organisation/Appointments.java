package ru.smolensk.mentoring.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.audit.Action;
import ru.smolensk.mentoring.audit.Journal;
import ru.smolensk.mentoring.platform.NotFound;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;

/** Appoints curators and knows for which organisations an account works today. */
@Service
@Transactional
public class Appointments {

    private final AppointmentRepository appointments;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PortalClock clock;

    Appointments(AppointmentRepository appointments, JdbcClient jdbc, Journal journal, PortalClock clock) {
        this.appointments = appointments;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the organisation's order says. */
    public record Order(long accountId, String number, LocalDate datedOn, LocalDate startsOn, LocalDate endsOn) {
    }

    public long appoint(long organisationId, Order order) {
        CuratorAppointment appointment = appointments.save(new CuratorAppointment(organisationId, order.accountId(), order.number(),
                order.datedOn(), order.startsOn(), order.endsOn()));
        journal.entered(appointment);
        return appointment.id();
    }

    void end(long organisationId, long id, LocalDate on) {
        CuratorAppointment appointment = one(organisationId, id);
        journal.change(appointment, Action.ENDED, () -> appointment.end(on));
    }

    @Transactional(readOnly = true)
    CuratorAppointment one(long organisationId, long id) {
        return appointments.findByOrganisationIdAndId(organisationId, id).orElseThrow(NotFound::new);
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
