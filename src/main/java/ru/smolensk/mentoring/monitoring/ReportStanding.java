package ru.smolensk.mentoring.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ru.smolensk.mentoring.platform.AcademicYear;
import ru.smolensk.mentoring.platform.Russian;

/**
 * How the report of an organisation for a year stands, held against the city's campaign.
 *
 * @param dueOn the last day; {@code null} where the city does not ask
 * @param punctuality {@code null} where the city does not ask
 * @param handedOn the day of the first submission that was not withdrawn, or {@code null}
 * @param reportId the accepted report, else the one in work; {@code null} for none
 * @param openReportId the one in work, or {@code null}
 */
public record ReportStanding(long organisationId, AcademicYear year, Long campaignId, LocalDate dueOn, ReportState state, HandedIn punctuality,
                             LocalDate handedOn, Long reportId, Long editionId, Long openReportId) {

    static ReportStanding of(ResultSet row, AcademicYear year) throws SQLException {
        String punctuality = row.getString("punctuality");
        return new ReportStanding(row.getLong("organisation_id"), year, row.getObject("campaign_id", Long.class),
                row.getObject("due_on", LocalDate.class), ReportState.valueOf(row.getString("state")),
                punctuality == null ? null : HandedIn.valueOf(punctuality), row.getObject("handed_on", LocalDate.class),
                row.getObject("report_id", Long.class), row.getObject("edition_id", Long.class), row.getObject("open_report_id", Long.class));
    }

    /** Whether the organisation has to do something: the city asks and nothing is handed in, or the report came back. */
    public boolean owed() {
        return state == ReportState.RETURNED || dueOn != null && handedOn == null;
    }

    public boolean overdue() {
        return punctuality == HandedIn.OVERDUE;
    }

    /** Days to the due date; negative when it has passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }

    /** «Сдайте отчёт мониторинга за 2026/2027 до 15.06.2027». */
    public String sentence() {
        return state == ReportState.RETURNED ? "Исправить отчёт мониторинга за " + year + ": он вернулся с замечаниями"
                : "Сдать отчёт мониторинга за " + year + (dueOn == null ? "" : " до " + new Russian().date(dueOn));
    }

    /** Where the curator works on it. */
    public String address() {
        return openReportId == null ? ReportPages.HOME : ReportPages.HOME + "/" + openReportId;
    }
}
