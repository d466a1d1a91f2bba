package ru.smolensk.mentoring.notice;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.notice.Notices.News;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/** Tells the curator and the department that an appointment ends soon and nobody else is appointed after it. */
@Component
class AppointmentNotices {

    /** How long before the last day. */
    static final int DAYS_AHEAD = 14;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Addressees addressees;
    private final PortalClock clock;

    AppointmentNotices(JdbcClient jdbc, Notices notices, Addressees addressees, PortalClock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.addressees = addressees;
        this.clock = clock;
    }

    private record Ending(long id, long organisationId, String organisation, String curator, LocalDate lastDay) {
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @Transactional
    public void tellOfEndings() {
        LocalDate today = clock.today();
        List<Ending> endings = jdbc.sql("""
                select a.id, a.organisation_id, o.short_name as organisation, c.display_name as curator, a.ends_on as last_day
                  from curator_appointment a join organisation o on o.id = a.organisation_id join account c on c.id = a.account_id
                 where a.annulled_on is null and a.ends_on between :today and :until and (o.closed_on is null or o.closed_on > :today)
                   and not exists (select from curator_appointment b where b.organisation_id = a.organisation_id and b.id <> a.id
                                      and b.annulled_on is null and b.starts_on <= a.ends_on + 1 and (b.ends_on is null or b.ends_on > a.ends_on))
                 order by a.organisation_id, a.id
                """).param("today", today).param("until", today.plusDays(DAYS_AHEAD)).query(Ending.class).list();
        for (Ending ending : endings) {
            String occasion = "appointment/" + ending.id() + "/" + ending.lastDay();
            String day = new Russian().date(ending.lastDay());
            notices.tell(addressees.curatorsOf(ending.organisationId()), new News(NoticeKind.APPOINTMENT_ENDING, ending.organisationId(),
                    "Ваше назначение куратором заканчивается " + day + ". Если вы продолжаете работу, передайте в методический отдел новый приказ.",
                    "/workspace", occasion));
            notices.tell(addressees.methodologists(), new News(NoticeKind.APPOINTMENT_ENDING, ending.organisationId(),
                    "Назначение куратора (" + ending.curator() + ") заканчивается " + day + ", и другого куратора после этого дня нет.",
                    "/department/curators/" + ending.id(), occasion));
        }
    }
}
