package ru.smolensk.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;

/** A due date is told of a week before, the day before and when it has passed. */
@PortalTest
class DeadlineNoticesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 20);

    @Autowired
    DeadlineNotices reminders;

    @Autowired
    PortalClock clock;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    Tenant school;
    Town.Person curator;

    @BeforeEach
    void aSchoolThatOwesItsRegulation() {
        school = town.school();
        curator = town.curatorOf(school);
        for (String duty : List.of("REGULATION", "CURATOR")) {
            long campaign = jdbc.sql("""
                    insert into campaign (title, duty, academic_year, due_on, scope) values ('Срок', ?, 2026, ?, 'LISTED') returning id
                    """).params(duty, DUE).query(Long.class).single();
            jdbc.sql("insert into campaign_organisation (organisation_id, campaign_id) values (?, ?)").params(school.id(), campaign).update();
        }
    }

    /** The report of the internal monitoring is asked for by a campaign of its own. */
    @Test
    void theMonitoringReportIsToldOfLikeADuty() {
        jdbc.sql("delete from campaign_organisation where organisation_id = ?").param(school.id()).update();
        jdbc.sql("update monitoring_campaign set annulled_on = current_date, annulment_reason = 'проба' where annulled_on is null").update();
        long campaign = jdbc.sql("""
                insert into monitoring_campaign (title, academic_year, since, until, due_on, scope)
                values ('Мониторинг', 2026, '2026-09-01', '2026-10-15', ?, 'LISTED') returning id""").param(DUE).query(Long.class).single();
        jdbc.sql("insert into monitoring_campaign_organisation (organisation_id, campaign_id) values (?, ?)").params(school.id(), campaign).update();
        try {
            remindOn(DUE.minusDays(7));
            remindOn(DUE.minusDays(6));
            remindOn(DUE.plusDays(1));
            assertThat(told()).containsExactly("Отчёт внутреннего мониторинга за 2026/2027: срок через 7\u00a0дней – 20.10.2026.",
                    "Отчёт внутреннего мониторинга за 2026/2027: срок прошёл – 20.10.2026.");
        } finally {
            jdbc.sql("update monitoring_campaign set annulled_on = current_date, annulment_reason = 'проба' where id = ?").param(campaign).update();
        }
    }

    @Test
    void itIsToldAWeekBeforeTheDayBeforeAndWhenItHasPassedEachOnce() {
        String regulation = "Разработать положение о системе наставничества: ";
        remindOn(DUE.minusDays(8));
        assertThat(told()).isEmpty();
        remindOn(DUE.minusDays(7));
        remindOn(DUE.minusDays(6));
        assertThat(told()).containsExactly(regulation + "срок через 7\u00a0дней – 20.10.2026.");
        remindOn(DUE.minusDays(1));
        remindOn(DUE);
        assertThat(told()).hasSize(2).last().isEqualTo(regulation + "срок завтра – 20.10.2026.");
        remindOn(DUE.plusDays(1));
        remindOn(DUE.plusDays(2));
        assertThat(told()).hasSize(3).last().isEqualTo(regulation + "срок прошёл – 20.10.2026.");
    }

    @Test
    void aPortalThatWasDownTellsOfTheLastDayOnTheDayItselfAndOfNothingLongPast() {
        remindOn(DUE);
        assertThat(told()).hasSize(1).first().asString().contains("срок сегодня");
        remindOn(DUE.plusDays(DeadlineNotices.PASSED_DAYS + 1));
        assertThat(told()).hasSize(1);
    }

    @Test
    void aCuratorOfTwoOrganisationsIsToldOfBoth() {
        Tenant other = town.school();
        jdbc.sql("insert into campaign_organisation (organisation_id, campaign_id) select ?, campaign_id from campaign_organisation where organisation_id = ?")
                .params(other.id(), school.id()).update();
        curator = town.curatorOf(school, other);
        remindOn(DUE.minusDays(3));
        remindOn(DUE.minusDays(2));
        assertThat(jdbc.sql("select organisation_id from notice where account_id = ?").param(curator.accountId()).query(Long.class).list())
                .containsExactlyInAnyOrder(school.id(), other.id());
    }

    private void remindOn(LocalDate day) {
        clock.at(day.atTime(8, 0).atZone(PortalClock.ZONE).toInstant(), () -> {
            reminders.remind();
            return null;
        });
    }

    private List<String> told() {
        return jdbc.sql("select words from notice where account_id = ? order by noticed_at").param(curator.accountId()).query(String.class).list();
    }
}
