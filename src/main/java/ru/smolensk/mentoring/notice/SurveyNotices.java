package ru.smolensk.mentoring.notice;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.notice.Notices.News;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/**
 * Tells curators that a survey has opened, that its last day was moved, and three days before its end who has not answered yet – how many,
 * never who. Each once for each last day.
 */
@Component
class SurveyNotices {

    static final int BEFORE_THE_END_DAYS = 3;
    /** What opened earlier was told in its time, or the portal was not there. */
    static final int NEWS_FOR_DAYS = 7;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Addressees addressees;
    private final PortalClock clock;
    private final Russian russian;

    SurveyNotices(JdbcClient jdbc, Notices notices, Addressees addressees, PortalClock clock, Russian russian) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.addressees = addressees;
        this.clock = clock;
        this.russian = russian;
    }

    private record Waiting(long organisation, long survey, String title, LocalDate opensOn, LocalDate closesOn, LocalDate movedOn, int invited, int answered) {
    }

    @Scheduled(initialDelayString = "PT90S", fixedDelayString = "PT1H")
    @Transactional
    public void tell() {
        LocalDate today = clock.today();
        jdbc.sql("""
                select i.organisation_id as organisation, s.id as survey, s.title, s.opens_on, s.closes_on, s.last_day_moved_on as moved_on, count(*) as invited,
                       count(*) filter (where i.used) as answered
                  from survey s join survey_organisation o on o.survey_id = s.id
                  join survey_invitation i on i.organisation_id = o.organisation_id and i.survey_id = s.id and i.cancelled_on is null
                 where s.annulled_on is null and s.opens_on <= :today and :today < s.closed_on
                   and not exists (select from survey_tally t where t.organisation_id = i.organisation_id and t.survey_id = s.id
                                    and t.audience = i.audience and t.annulled_on is null)
                 group by i.organisation_id, s.id having count(*) filter (where not i.used) > 0
                """).param("today", today).query(Waiting.class).list().forEach(one -> tell(one, today));
    }

    private void tell(Waiting one, LocalDate today) {
        if (one.movedOn() != null && !one.movedOn().isBefore(one.opensOn()) && !one.movedOn().plusDays(NEWS_FOR_DAYS).isBefore(today)) {
            tell(one, NoticeKind.SURVEY_LAST_DAY_MOVED, "Последний день опроса «" + one.title() + "» теперь " + russian.date(one.closesOn()) + ": ответили "
                    + one.answered() + " из " + one.invited() + ".");
        }
        if (!one.closesOn().minusDays(BEFORE_THE_END_DAYS).isAfter(today)) {
            tell(one, NoticeKind.SURVEY_CLOSING, "Опрос «" + one.title() + "» закроется " + russian.date(one.closesOn()) + ": ответили " + one.answered()
                    + " из " + one.invited() + ". Напомните тем, кто ещё не ответил.");
        } else if (!one.opensOn().plusDays(NEWS_FOR_DAYS).isBefore(today)) {
            tell(one, NoticeKind.SURVEY_OPENED, "Начался опрос «" + one.title() + "». Раздайте личные ссылки наставляемым и наставникам: "
                    + russian.count(one.invited(), "ссылка", "ссылки", "ссылок") + ", до " + russian.date(one.closesOn()) + ".");
        }
    }

    private void tell(Waiting one, NoticeKind kind, String words) {
        notices.tell(addressees.curatorsOf(one.organisation()), new News(kind, one.organisation(), words, "/workspace/surveys/" + one.survey(),
                "survey/" + one.survey() + "/" + one.organisation() + "/" + kind
                        + (kind == NoticeKind.SURVEY_OPENED || one.movedOn() == null ? "" : "/" + one.closesOn())));
    }
}
