package ru.smolensk.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.smolensk.mentoring.testing.DemoCityTest;

/** Whoever opens the demo city finds every kind of reminder in it. */
@DemoCityTest
class DemoCityNoticesTest {

    @Autowired
    DeadlineNotices deadlines;

    @Autowired
    AppointmentNotices appointments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void somethingIsDueWithinAWeekSomethingTomorrowAndAnAppointmentEnds() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            deadlines.remind();
            appointments.tellOfEndings();
            assertThat(told(NoticeKind.DUE_IN_A_WEEK)).isNotEmpty().allMatch(login -> login.startsWith("curator"));
            // Of the empty organisation too, until another test fills it.
            assertThat(told(NoticeKind.DUE_TOMORROW)).contains("curator-ds-1", "curator-ds-10");
            assertThat(told(NoticeKind.APPOINTMENT_ENDING)).contains("curator-sh-12", "methodist", "methodist2");
            transaction.setRollbackOnly();
        });
    }

    private List<String> told(NoticeKind kind) {
        return jdbc.sql("select distinct a.login from notice n join account a on a.id = n.account_id where n.kind = ?").param(kind.name())
                .query(String.class).list();
    }
}
