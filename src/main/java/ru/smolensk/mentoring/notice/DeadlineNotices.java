package ru.smolensk.mentoring.notice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.smolensk.mentoring.duty.Duties;
import ru.smolensk.mentoring.duty.DutyStanding;
import ru.smolensk.mentoring.monitoring.ReportStandings;
import ru.smolensk.mentoring.notice.Notices.News;
import ru.smolensk.mentoring.platform.PortalClock;
import ru.smolensk.mentoring.platform.Russian;

/** Reminds curators of what they owe: a week before the due date, the day before, and when it has passed. Each once for each organisation. */
@Component
class DeadlineNotices {

    static final int FIRST_REMINDER_DAYS = 7;
    static final int LAST_REMINDER_DAYS = 1;
    /** What is overdue for longer was told in its time, or the campaign is older than the portal. */
    static final int PASSED_DAYS = 7;

    private final Duties duties;
    private final ReportStandings reports;
    private final Notices notices;
    private final Addressees addressees;
    private final PortalClock clock;
    private final Russian russian;

    DeadlineNotices(Duties duties, ReportStandings reports, Notices notices, Addressees addressees, PortalClock clock, Russian russian) {
        this.duties = duties;
        this.reports = reports;
        this.notices = notices;
        this.addressees = addressees;
        this.clock = clock;
        this.russian = russian;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @Transactional
    public void remind() {
        LocalDate today = clock.today();
        duties.ofCity(today).forEach((organisation, standings) -> standings.stream().filter(one -> one.owed() && one.dueOn() != null)
                .forEach(one -> remind(organisation, new Owed(one.duty().label(), one.dueOn(), one.address(),
                        "duty/" + organisation + "/" + one.duty()))));
        reports.ofCity().stream().filter(one -> one.dueOn() != null && one.handedOn() == null)
                .forEach(one -> remind(one.organisationId(), new Owed("Отчёт внутреннего мониторинга за " + one.year(), one.dueOn(), one.address(),
                        "report/" + one.organisationId() + "/" + one.year().start())));
    }

    /**
     * What an organisation owes.
     *
     * @param occasion what it is called among the occasions of notices
     */
    private record Owed(String what, LocalDate dueOn, String address, String occasion) {
    }

    private void remind(long organisation, Owed owed) {
        long daysLeft = ChronoUnit.DAYS.between(clock.today(), owed.dueOn());
        if (daysLeft > FIRST_REMINDER_DAYS || daysLeft < -PASSED_DAYS) {
            return;
        }
        NoticeKind kind = daysLeft < 0 ? NoticeKind.OVERDUE : daysLeft <= LAST_REMINDER_DAYS ? NoticeKind.DUE_TOMORROW : NoticeKind.DUE_IN_A_WEEK;
        String left = daysLeft < 0 ? "прошёл" : daysLeft == 0 ? "сегодня" : daysLeft == 1 ? "завтра"
                : "через " + russian.count(daysLeft, "день", "дня", "дней");
        notices.tell(addressees.curatorsOf(organisation), new News(kind, organisation,
                owed.what() + ": срок " + left + " – " + russian.date(owed.dueOn()) + ".", owed.address(),
                owed.occasion() + "/" + owed.dueOn() + "/" + kind));
    }
}
