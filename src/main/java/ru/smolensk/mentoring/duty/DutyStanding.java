package ru.smolensk.mentoring.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ru.smolensk.mentoring.platform.Russian;

/**
 * How one duty of one organisation stands on a day.
 *
 * @param day the day that was asked about
 * @param handedOn the day on which the organisation did its part, or {@code null}
 * @param editionId the edition under review that it is about, or {@code null}
 * @param dueOn the due date of the campaign, or {@code null}
 * @param punctuality {@code null} without a due date
 */
public record DutyStanding(long organisationId, LocalDate day, Duty duty, DutyState state, Ground ground, String named, LocalDate since,
                           LocalDate handedOn, Long editionId, Long campaignId, LocalDate dueOn, Punctuality punctuality) {

    /** How soon a due date begins to press. ◆ */
    private static final int SOON_DAYS = 14;

    static DutyStanding of(ResultSet row, LocalDate day) throws SQLException {
        String punctuality = row.getString("punctuality");
        return new DutyStanding(row.getLong("organisation_id"), day, Duty.valueOf(row.getString("duty")),
                DutyState.valueOf(row.getString("state")),
                Ground.valueOf(row.getString("reason")), row.getString("named"), row.getObject("since", LocalDate.class),
                row.getObject("handed_on", LocalDate.class), row.getObject("edition_id", Long.class), row.getObject("campaign_id",
                        Long.class),
                row.getObject("due_on", LocalDate.class), punctuality == null ? null : Punctuality.valueOf(punctuality));
    }

    public boolean done() {
        return state == DutyState.DONE;
    }

    public boolean overdue() {
        return punctuality == Punctuality.OVERDUE;
    }

    /** Whether the organisation itself has something to do about it. */
    public boolean owed() {
        return state != DutyState.DONE && state != DutyState.WAITING;
    }

    /** Whether the due date is near, and the duty still owed. */
    public boolean pressing() {
        return owed() && dueOn != null && !overdue() && ChronoUnit.DAYS.between(day, dueOn) <= SOON_DAYS;
    }

    /** By how many days the organisation lags behind: 0 unless overdue. */
    public long lag() {
        return overdue() ? ChronoUnit.DAYS.between(dueOn, day) : 0;
    }

    /** State and punctuality in one word. */
    public Mark mark() {
        return Mark.of(state, punctuality);
    }

    /** Why it stands so: a sentence without a full stop, beginning with a small letter. */
    public String sentence() {
        return ground.sentence(named, since);
    }

    /** «срок – 01.10.2026, просрочено на 5 дней»; empty without a due date. */
    public String term() {
        if (dueOn == null) {
            return "";
        }
        Russian russian = new Russian();
        String due = "срок – " + russian.date(dueOn);
        return switch (punctuality) {
            case OVERDUE -> due + ", просрочено на " + russian.count(lag(), "день", "дня", "дней");
            case LATE -> due + ", опоздание " + russian.count(ChronoUnit.DAYS.between(dueOn, handedOn), "день", "дня", "дней");
            case ON_TIME -> due + ", " + (done() ? "сделано" : "отправлено") + " вовремя";
            case AHEAD -> due;
        };
    }

    /** Where the department reads on: what waits for its decision at the desk, everything else on the page of the organisation. */
    public String departmentAddress(String slug) {
        return state == DutyState.WAITING ? "/department/reviews/" + slug + "/" + editionId
                : "/department/organisations/" + slug + "#" + duty.anchor();
    }

    /** Where the curator goes on. */
    public String address() {
        return ground.address(duty, named, editionId);
    }

    /** The words of the button that leads there. */
    public String action() {
        return ground.action();
    }
}
