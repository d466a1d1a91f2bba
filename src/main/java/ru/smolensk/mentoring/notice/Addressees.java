package ru.smolensk.mentoring.notice;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.platform.PortalClock;

/** Whom a notice concerns. */
@Component
@Transactional(readOnly = true)
class Addressees {

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Addressees(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The accounts of those who are curators of the organisation today. */
    public List<Long> curatorsOf(long organisationId) {
        return jdbc.sql("""
                select distinct a.account_id from curator_appointment a join account c on c.id = a.account_id and not c.blocked
                 where a.organisation_id = :organisation and a.annulled_on is null and a.starts_on <= :today
                   and (a.ends_on is null or a.ends_on >= :today)
                """).param("organisation", organisationId).param("today", clock.today()).query(Long.class).list();
    }

    public List<Long> methodologists() {
        return jdbc.sql("select id from account where role = 'METHODOLOGIST' and not blocked").query(Long.class).list();
    }
}
