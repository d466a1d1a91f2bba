package ru.smolensk.mentoring.workspace;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.platform.PortalClock;

/** How much an organisation has entered: one statement. */
@Component
class Entered {

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Entered(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts by the last part of the list's address, in the order of menus: of people, pairs and groups those whom the list shows at first,
     * of programmes those that somebody still works on.
     */
    Map<String, Object> by(long organisationId) {
        return jdbc.sql("""
                select (select count(*) from mentor r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                         where r.organisation_id = :organisation and p.left_on is null) as mentors,
                       (select count(*) from mentee r join participant p on p.organisation_id = r.organisation_id and p.id = r.participant_id
                         where r.organisation_id = :organisation and p.left_on is null) as mentees,
                       (select count(*) from assignment_order where organisation_id = :organisation and annulled_on is null) as orders,
                       (select count(*) from mentorship where organisation_id = :organisation and not annulled and last_day >= :today) as mentorships,
                       (select count(*) from programme where organisation_id = :organisation and status in ('DRAFT', 'APPROVED')) as programmes,
                       (select count(*) from local_act where organisation_id = :organisation and annulled_on is null) as documents
                """).param("organisation", organisationId).param("today", clock.today()).query().singleRow();
    }
}
